package io.github.dlfs4j.ndarray.kernel.convolution;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleWindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowRow;
import io.github.dlfs4j.ndarray.kernel.product.DoubleProduct;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.kernel.product.VectorDoubleOffsetProduct;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import java.util.List;

/**
 * The warm-up of {@link DoubleConvolution} and {@link VectorDoubleWindowLoops}. Until it is over, convolutions are
 * products of columns that are made, and pooling is a plain loop.
 */
@AlsoFor(float.class)
public final class DoubleConvolutionWarmUp extends WarmUp {
    private static final int FILTERS = 4;
    private static final int HEIGHT = 8;

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

    /** Returns convolutions in tiles of two and of three vectors, and the pooling of a row. */
    @Override
    protected List<Sample> samples() {
        return List.of(sample(2), sample(3), poolingSample());
    }

    private static Sample poolingSample() {
        int windows = 2 * VectorDoubleOffsetProduct.LANES + 1;
        WindowRow row = new WindowRow(2, 2, 2, 2 * windows, windows);
        double[] x = new double[4 * windows];
        double[] max = new double[windows];
        WindowLoops<double[]> vector = new VectorDoubleWindowLoops();
        WindowLoops<double[]> plain = new DoubleWindowLoops();
        return new Sample(() -> vector.max(row, x, 0, max, 0), () -> plain.max(row, x, 0, max, 0));
    }

    /** Returns a convolution with as many vectors in a row of the result; it has eight rows. */
    private static Sample sample(int vectors) {
        int width = vectors * VectorDoubleOffsetProduct.LANES;
        WindowOffsets windows = new WindowOffsets(1, HEIGHT, width, 3, 3, 1, 1, 1, 1);
        DoubleConvolution convolution = new DoubleConvolution(windows, FILTERS);
        double[] images = new double[HEIGHT * width];
        double[] filters = new double[FILTERS * 9];
        double[] bias = new double[FILTERS];
        double[] out = new double[FILTERS * HEIGHT * width];
        double[] sums = new double[9 * convolution.rowLength()];
        Matrix<double[]> a = new Matrix<>(filters, 0, FILTERS, 9, 9, 1);
        Matrix<double[]> b = new Matrix<>(new double[9 * images.length], 0, 9, images.length, images.length, 1);
        Matrix<double[]> c = new Matrix<>(out, 0, FILTERS, images.length, images.length, 1);
        Matrix<double[]> gradient = new Matrix<>(sums, 0, FILTERS, 9, 9, 1);
        return new Sample(
                () -> {
                    convolution.filter(images, 0, filters, bias, out, 0, 0, 1);
                    convolution.addGradientOfFilters(images, 0, out, 0, sums, 0, 0, 1);
                    convolution.backward(out, 0, filters, images, 0, 0, 1);
                },
                () -> {
                    DoubleProduct.plain().multiply(a, b, c);
                    DoubleProduct.plain().multiply(c, b.transpose(), gradient);
                    DoubleProduct.plain().multiply(a.transpose(), c, b);
                });
    }
}
