package io.github.dlfs4j.ndarray.kernel.convolution;

import static io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix.places;
import static io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix.steps;
import static io.github.dlfs4j.ndarray.kernel.product.VectorDoubleOffsetProduct.FEW_COLUMNS;
import static io.github.dlfs4j.ndarray.kernel.product.VectorDoubleOffsetProduct.LANES;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix;
import io.github.dlfs4j.ndarray.kernel.product.VectorDoubleOffsetProduct;
import java.util.Arrays;

/**
 * A convolution with the Vector API. Its products read the windows from the image.
 *
 * @param windows where the windows find their pixels
 * @param filters the number of filters
 */
@AlsoFor(float.class)
public record DoubleConvolution(WindowOffsets windows, int filters) implements Convolution<double[]> {
    /**
     * Returns whether the products consist of single chains, fill vectors, and fit an array.
     *
     * @param windows where the windows find their pixels
     * @param filters the number of filters
     * @return whether a convolution of these windows gives the same bits as products of columns, and is faster
     */
    public static boolean computes(WindowOffsets windows, int filters) {
        int positions = windows.positions();
        long longest = (long) Math.max(windows.windowSize(), filters) * (windows.reach() + LANES);
        // What lies between the positions is computed, too.
        boolean isDense = windows.reach() <= 2L * positions;
        return longest <= Integer.MAX_VALUE
                && isDense
                && positions >= LANES
                && positions > FEW_COLUMNS
                && windows.windowSize() > FEW_COLUMNS;
    }

    @Override
    public void filter(
            double[] images, int from, double[] weights, double[] bias, double[] out, int to, int first, int end) {
        int p = windows.positions();
        int width = windows.outWidth();
        boolean isWide = width >= LANES;
        // In short rows, vectors run on from one row of positions to the next.
        int n = isWide ? p : windows.reach();
        int[] columns = steps(n, 1);
        int[] places = places(n, isWide ? width : n, LANES);
        int k = windows.windowSize();
        VectorDoubleOffsetProduct product = new VectorDoubleOffsetProduct(new Matrix<>(weights, 0, filters, k, k, 1));
        double[] sums = isWide ? out : Workspace.DOUBLES.take(filters * n);
        OffsetMatrix<double[]> c = new OffsetMatrix<>(sums, 0, steps(filters, n), columns);
        Seen seen = new Seen(windows, isWide ? windows.offsetsOfPositions() : columns);
        for (int image = first; image < end; image++) {
            OffsetMatrix<double[]> b = seen.of(images, from + image * windows.imageSize());
            int at = to + image * filters * p;
            product.multiply(b, places, bias, isWide ? moved(c, at) : c);
            for (int i = 0; i < filters && !isWide; i++) {
                DoublePlanes.copy(
                        sums, i * n, windows.planeWidth(), out, at + i * p, width, windows.outHeight(), width);
            }
        }
        seen.end();
        if (!isWide) {
            Workspace.DOUBLES.giveBack(sums);
        }
        product.end();
    }

    @Override
    public void addGradientOfFilters(
            double[] images, int from, double[] gradients, int at, double[] sums, int to, int first, int end) {
        int k = windows.windowSize();
        int p = windows.positions();
        int n = rowLength();
        double[] panels = takeZeros(p * n);
        Matrix<double[]> c = new Matrix<>(sums, to, k, n, n, 1);
        Seen seen = new Seen(windows, windows.offsetsOfPositions());
        for (int image = first; image < end; image++) {
            OffsetMatrix<double[]> a = seen.of(images, from + image * windows.imageSize());
            for (int j = 0, width; j < n; j += width) {
                width = VectorDoubleOffsetProduct.panel(n - j);
                int gradient = at + (image * filters + j) * p;
                transpose(gradients, gradient, Math.min(width, filters - j), p, panels, j * p, width);
                VectorDoubleOffsetProduct.add(a, windows.outWidth(), panels, j * p, c.columns(j, j + width));
            }
        }
        seen.end();
        Workspace.DOUBLES.giveBack(panels);
    }

    /** Writes the columns of a matrix to rows, which may be longer; four at a time, from the same cache lines. */
    private static void transpose(
            double[] matrix, int from, int rows, int columns, double[] transposed, int start, int rowLength) {
        for (int column = 0; column < columns; column += 4) {
            // The last four may overlap others. A convolution has at least four positions, and so many pixels.
            int j = Math.min(column, columns - 4);
            int at = from + j;
            for (int i = 0; i < rows; i++) {
                int to = start + j * rowLength + i;
                transposed[to] = matrix[at];
                transposed[to + rowLength] = matrix[at + 1];
                transposed[to + 2 * rowLength] = matrix[at + 2];
                transposed[to + 3 * rowLength] = matrix[at + 3];
                at += columns;
            }
        }
    }

    @Override
    public int rowLength() {
        return roundedUp(filters);
    }

    /**
     * The transposed filters times the gradient of the result have a row for each pixel of the window: what it adds to
     * the image at each position. The rows of a pixel in all channels are a product, which is added to the image. If
     * rows of positions do not fill vectors, the positions are as far apart as in the image, so rows are added as a
     * whole; the zeros between change nothing.
     */
    @Override
    public void backward(double[] gradients, int from, double[] weights, double[] images, int to, int first, int end) {
        int k = windows.windowSize();
        int channels = windows.channels();
        boolean isFilled = windows.outWidth() % LANES == 0;
        // Otherwise vectors run on from one row of positions to the next, and the last one beyond the last position.
        int n = isFilled ? windows.positions() : roundedUp(windows.reach());
        int[] columns = steps(n, 1);
        int[] places = places(n, n, LANES);
        double[] spaced = isFilled ? gradients : takeZeros(filters * n);
        double[] planes = Workspace.DOUBLES.take(windows.size() + LANES);
        OffsetMatrix<double[]> b = new OffsetMatrix<>(spaced, 0, steps(filters, n), columns);
        int[] rows = steps(channels, windows.size() / channels);
        int[] positions = isFilled ? windows.offsetsOfPositions() : columns;
        int[] pixels = windows.offsetsOfPixels();
        boolean areProducts = isFilled || areFinite(weights, filters * k);
        VectorDoubleOffsetProduct[] products = new VectorDoubleOffsetProduct[windows.pixelsOfChannel()];
        for (int pixel = 0; pixel < products.length; pixel++) {
            products[pixel] =
                    new VectorDoubleOffsetProduct(new Matrix<>(weights, pixel, channels, filters, products.length, k));
        }
        for (int image = first; image < end; image++) {
            int at = from + image * filters * windows.positions();
            if (!isFilled) {
                space(gradients, at, spaced, n);
            }
            OffsetMatrix<double[]> moved = isFilled ? moved(b, at) : b;
            Arrays.fill(planes, 0, windows.size(), 0);
            for (int pixel = 0; pixel < products.length; pixel++) {
                OffsetMatrix<double[]> c = new OffsetMatrix<>(planes, pixels[pixel], rows, positions);
                if (areProducts) {
                    products[pixel].add(moved, places, c);
                } else {
                    addPositions(products[pixel], moved, places, c);
                }
            }
            DoublePlanes.toImage(windows, planes, images, to + image * windows.imageSize());
        }
        for (int pixel = products.length - 1; pixel >= 0; pixel--) {
            products[pixel].end();
        }
        Workspace.DOUBLES.giveBack(planes);
        if (!isFilled) {
            Workspace.DOUBLES.giveBack(spaced);
        }
    }

    /** Returns the length of as many vectors as have room for the elements. */
    private static int roundedUp(int length) {
        return (length + LANES - 1) / LANES * LANES;
    }

    private static boolean areFinite(double[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(numbers[i])) {
                return false;
            }
        }
        return true;
    }

    /** Copies the gradients of an image to rows of n elements, with their positions as far apart as in the planes. */
    private void space(double[] gradients, int from, double[] spaced, int n) {
        int width = windows.outWidth();
        int height = windows.outHeight();
        for (int i = 0; i < filters; i++) {
            int at = from + i * windows.positions();
            DoublePlanes.copy(gradients, at, width, spaced, i * n, windows.planeWidth(), height, width);
        }
    }

    /** Adds a product to c, except between the positions, where a weight that is not finite has made NaN of zeros. */
    private void addPositions(
            VectorDoubleOffsetProduct product, OffsetMatrix<double[]> b, int[] places, OffsetMatrix<double[]> c) {
        int channels = windows.channels();
        int n = c.columns().length;
        double[] rows = takeZeros(channels * n);
        product.add(b, places, new OffsetMatrix<>(rows, 0, steps(channels, n), c.columns()));
        for (int i = 0; i < channels; i++) {
            for (int position : windows.offsetsOfPositions()) {
                c.values()[c.offset() + c.rows()[i] + position] += rows[i * n + position];
            }
        }
        Workspace.DOUBLES.giveBack(rows);
    }

    private static OffsetMatrix<double[]> moved(OffsetMatrix<double[]> matrix, int offset) {
        return new OffsetMatrix<>(matrix.values(), offset, matrix.rows(), matrix.columns());
    }

    private static double[] takeZeros(int size) {
        double[] zeros = Workspace.DOUBLES.take(size);
        Arrays.fill(zeros, 0, size, 0);
        return zeros;
    }

    /** What windows see of images, one image at a time. */
    private static final class Seen {
        private final WindowOffsets windows;
        private final int[] pixels;
        private final int[] positions;

        /** The image with its margin; null if that is the image itself. */
        private final double[] planes;

        Seen(WindowOffsets windows, int[] positions) {
            this.windows = windows;
            this.positions = positions;
            pixels = windows.offsetsOfPixels();
            planes = windows.areImage() ? null : takeZeros(windows.size());
        }

        /** Returns the matrix of all windows, element (k, p) for pixel k of the window at position p. */
        OffsetMatrix<double[]> of(double[] images, int from) {
            if (planes == null) {
                return new OffsetMatrix<>(images, from, pixels, positions);
            }
            DoublePlanes.ofImage(windows, images, from, planes);
            return new OffsetMatrix<>(planes, 0, pixels, positions);
        }

        void end() {
            if (planes != null) {
                Workspace.DOUBLES.giveBack(planes);
            }
        }
    }
}
