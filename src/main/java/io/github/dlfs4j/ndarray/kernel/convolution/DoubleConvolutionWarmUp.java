package io.github.dlfs4j.ndarray.kernel.convolution;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleWindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowRow;
import io.github.dlfs4j.ndarray.kernel.product.DoubleProduct;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.kernel.product.VectorDoubleOffsetProduct;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import java.util.Arrays;
import java.util.List;

/**
 * The warm-up of {@link DoubleConvolution} and {@link VectorDoubleWindowLoops}. Until it is over, convolutions are
 * products of columns that are made, and pooling is a plain loop.
 */
@AlsoFor(float.class)
public final class DoubleConvolutionWarmUp extends WarmUp {
    /** The pixels of a window, 3 by 3. */
    private static final int WINDOW = 9;

    private static final DoubleConvolutionWarmUp WARM_UP = new DoubleConvolutionWarmUp();

    private DoubleConvolutionWarmUp() {
        super(MULTIPLY_ADDS_THAT_PAY);
    }

    /**
     * Returns whether vectors are known to be faster.
     *
     * @param multiplyAdds the work that is about to be done
     * @return whether to use {@link DoubleConvolution} instead of products of columns
     */
    public static boolean isFinished(long multiplyAdds) {
        return WARM_UP.isOver(multiplyAdds);
    }

    /**
     * Returns the loops of pooling to use now.
     *
     * @param multiplyAdds the work that is about to be done
     * @return loops with or without vectors
     */
    public static WindowLoops<double[]> windowLoops(long multiplyAdds) {
        return isFinished(multiplyAdds) ? new VectorDoubleWindowLoops() : new DoubleWindowLoops();
    }

    /** Returns convolutions that together use all tiles, and the pooling of a row. */
    @Override
    protected List<Sample> samples() {
        return List.of(sample(4, 5, 2), sample(7 * VectorDoubleOffsetProduct.LANES, 3, 1), poolingSample());
    }

    private static Sample poolingSample() {
        int windows = 2 * VectorDoubleOffsetProduct.LANES + 1;
        WindowRow row = new WindowRow(2, 2, 2, 2 * windows, windows);
        double[] x = new double[4 * windows];
        double[] max = new double[windows];
        WindowLoops<double[]> vector = new VectorDoubleWindowLoops();
        WindowLoops<double[]> plain = new DoubleWindowLoops();
        return new Sample(
                () -> vector.max(row, x, 0, max, 0), () -> plain.max(row, x, 0, max, 0), List.of(x), List.of(max));
    }

    /** Returns a convolution with so many filters, and as many rows of vectors in the result. */
    private static Sample sample(int n, int height, int vectors) {
        int width = vectors * VectorDoubleOffsetProduct.LANES;
        int size = height * width;
        WindowOffsets windows = new WindowOffsets(1, height, width, 3, 3, 1, 1, 1, 1);
        DoubleConvolution convolution = new DoubleConvolution(windows, n);
        int rowLength = convolution.rowLength();
        double[] images = new double[size];
        double[] filters = new double[n * WINDOW];
        double[] bias = new double[n];
        double[] gradients = new double[n * size];
        double[] out = new double[n * size];
        double[] sums = new double[WINDOW * rowLength];
        double[] ofImages = new double[size];
        double[] columns = new double[WINDOW * size];
        double[] ofFilters = new double[n * WINDOW];
        Matrix<double[]> a = new Matrix<>(filters, 0, n, WINDOW, WINDOW, 1);
        Matrix<double[]> b = new Matrix<>(columns, 0, WINDOW, size, size, 1);
        Matrix<double[]> c = new Matrix<>(out, 0, n, size, size, 1);
        Matrix<double[]> gradient = new Matrix<>(gradients, 0, n, size, size, 1);
        return new Sample(
                () -> {
                    convolution.filter(images, 0, filters, bias, out, 0, 0, 1);
                    convolution.addGradientOfFilters(images, 0, gradients, 0, sums, 0, 0, 1);
                    for (int row = 0; row < WINDOW; row++) {
                        // What these hold does not matter.
                        Arrays.fill(sums, row * rowLength + n, (row + 1) * rowLength, 0);
                    }
                    convolution.backward(gradients, 0, filters, ofImages, 0, 0, 1);
                },
                () -> {
                    Arrays.fill(columns, 0);
                    forWindows(height, width, (pixel, place) -> columns[place] = images[pixel]);
                    DoubleProduct.plain().multiply(a, b, c);
                    for (int i = 0; i < out.length; i++) {
                        out[i] += bias[i / size];
                    }
                    Matrix<double[]> sum = new Matrix<>(ofFilters, 0, n, WINDOW, WINDOW, 1);
                    DoubleProduct.plain().multiply(gradient, b.transpose(), sum);
                    for (int i = 0; i < ofFilters.length; i++) {
                        sums[i % WINDOW * rowLength + i / WINDOW] += ofFilters[i];
                    }
                    DoubleProduct.plain().multiply(a.transpose(), gradient, b);
                    Arrays.fill(ofImages, 0);
                    forWindows(height, width, (pixel, place) -> ofImages[pixel] += columns[place]);
                },
                List.of(images, filters, bias, gradients),
                List.of(out, sums, ofImages));
    }

    /** Takes a pixel of the image, and its place in the matrix of all windows. */
    private interface Move {
        void accept(int pixel, int place);
    }

    /** Moves each pixel of each window that lies in the image, one pixel of all windows after the other. */
    private static void forWindows(int height, int width, Move move) {
        for (int k = 0; k < WINDOW; k++) {
            for (int position = 0; position < height * width; position++) {
                int y = position / width + k / 3 - 1;
                int x = position % width + k % 3 - 1;
                if (y >= 0 && y < height && x >= 0 && x < width) {
                    move.accept(y * width + x, k * height * width + position);
                }
            }
        }
    }
}
