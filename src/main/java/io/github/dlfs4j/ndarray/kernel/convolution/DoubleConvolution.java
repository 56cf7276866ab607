package io.github.dlfs4j.ndarray.kernel.convolution;

import static io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix.places;
import static io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix.steps;
import static io.github.dlfs4j.ndarray.kernel.product.VectorDoubleOffsetProduct.FEW_COLUMNS;
import static io.github.dlfs4j.ndarray.kernel.product.VectorDoubleOffsetProduct.LANES;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Workspace;
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
     * @return whether a convolution of these windows gives the same bits as products of columns
     */
    public static boolean computes(WindowOffsets windows) {
        boolean fitsArray = (long) windows.windowSize() * windows.reach() <= Integer.MAX_VALUE;
        int positions = windows.positions();
        return fitsArray && positions >= LANES && positions > FEW_COLUMNS && windows.windowSize() > FEW_COLUMNS;
    }

    @Override
    public void filter(
            double[] images, int from, double[] weights, double[] bias, double[] out, int to, int first, int end) {
        int k = windows.windowSize();
        int p = windows.positions();
        OffsetMatrix<double[]> a = new OffsetMatrix<>(weights, 0, steps(filters, k), steps(k, 1));
        OffsetMatrix<double[]> c = new OffsetMatrix<>(out, 0, steps(filters, p), steps(p, 1));
        Seen seen = new Seen(windows);
        for (int image = first; image < end; image++) {
            OffsetMatrix<double[]> b = seen.of(images, from + image * windows.imageSize());
            multiply(a, b, windows.planeWidth(), bias, moved(c, to + image * filters * p), windows.outWidth());
        }
        seen.end();
    }

    @Override
    public void addGradientOfFilters(
            double[] images, int from, double[] gradients, int at, double[] sums, int to, int first, int end) {
        int k = windows.windowSize();
        int p = windows.positions();
        int n = rowLength();
        int[] columns = steps(n, 1);
        int[] places = places(n, n, LANES);
        double[] transposed = takeZeros(p * n);
        double[] gradient = Workspace.DOUBLES.take(k * n);
        OffsetMatrix<double[]> b = new OffsetMatrix<>(transposed, 0, steps(p, n), columns);
        OffsetMatrix<double[]> c = new OffsetMatrix<>(gradient, 0, steps(k, n), columns);
        Seen seen = new Seen(windows);
        for (int image = first; image < end; image++) {
            OffsetMatrix<double[]> a = seen.of(images, from + image * windows.imageSize());
            transpose(gradients, at + image * filters * p, filters, p, transposed, n);
            VectorDoubleOffsetProduct.multiply(a, b, places, new double[k], c);
            VectorDoubleRuns.add(gradient, 0, sums, to, k * n);
        }
        seen.end();
        Workspace.DOUBLES.giveBack(gradient);
        Workspace.DOUBLES.giveBack(transposed);
    }

    /** Writes the columns of a matrix to rows, which may be longer; four at a time, from the same cache lines. */
    private static void transpose(
            double[] matrix, int from, int rows, int columns, double[] transposed, int rowLength) {
        for (int column = 0; column < columns; column += 4) {
            // The last four may overlap others. A convolution has at least four positions, and so many pixels.
            int j = Math.min(column, columns - 4);
            int at = from + j;
            for (int i = 0; i < rows; i++) {
                int to = j * rowLength + i;
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
        return Math.max(filters, LANES);
    }

    /**
     * The transposed filters times the gradient of the result have a row for each pixel of the window: what it adds to
     * the image at each position. The rows of some channels are computed, and added while they are in the cache. Their
     * positions are as far apart as in the image, so a row is added as a whole; the zeros between change nothing.
     */
    @Override
    public void backward(double[] gradients, int from, double[] weights, double[] images, int to, int first, int end) {
        int k = windows.windowSize();
        int p = windows.positions();
        int height = Math.min(VectorDoubleOffsetProduct.ROWS * windows.pixelsOfChannel(), k);
        int rowLength = windows.reach();
        int[] pixels = windows.offsetsOfPixels();
        double[] rows = takeZeros(height * rowLength);
        double[] planes = Workspace.DOUBLES.take(windows.size());
        double[] transposed = Workspace.DOUBLES.take(k * filters);
        transpose(weights, 0, filters, k, transposed, filters);
        OffsetMatrix<double[]> b = new OffsetMatrix<>(gradients, from, steps(filters, p), steps(p, 1));
        OffsetMatrix<double[]> c = new OffsetMatrix<>(rows, 0, steps(height, rowLength), windows.offsetsOfPositions());
        for (int image = first; image < end; image++) {
            Arrays.fill(planes, 0, windows.size(), 0);
            for (int row = 0; row < k; row += height) {
                int m = Math.min(height, k - row);
                OffsetMatrix<double[]> a =
                        new OffsetMatrix<>(transposed, row * filters, steps(m, filters), steps(filters, 1));
                multiply(
                        a,
                        moved(b, from + image * filters * p),
                        windows.outWidth(),
                        new double[m],
                        c,
                        windows.planeWidth());
                for (int i = 0; i < m; i++) {
                    VectorDoubleRuns.add(rows, i * rowLength, planes, pixels[row + i], rowLength);
                }
            }
            DoublePlanes.toImage(windows, planes, images, to + image * windows.imageSize());
        }
        Workspace.DOUBLES.giveBack(transposed);
        Workspace.DOUBLES.giveBack(planes);
        Workspace.DOUBLES.giveBack(rows);
    }

    /**
     * Computes {@code c = a b + bias}, where b and c have a column for each position.
     *
     * @param stepOfB the distance between rows of positions in b
     * @param stepOfC the same in c
     */
    private void multiply(
            OffsetMatrix<double[]> a,
            OffsetMatrix<double[]> b,
            int stepOfB,
            double[] bias,
            OffsetMatrix<double[]> c,
            int stepOfC) {
        int width = windows.outWidth();
        if (width >= LANES) {
            VectorDoubleOffsetProduct.multiply(a, b, places(windows.positions(), width, LANES), bias, c);
            return;
        }
        // Vectors run on from one row of positions to the next.
        int m = a.rows().length;
        int n = (windows.outHeight() - 1) * stepOfB + width;
        int[] columns = steps(n, 1);
        double[] sums = Workspace.DOUBLES.take(m * n);
        VectorDoubleOffsetProduct.multiply(
                a,
                new OffsetMatrix<>(b.values(), b.offset(), b.rows(), columns),
                places(n, n, LANES),
                bias,
                new OffsetMatrix<>(sums, 0, steps(m, n), columns));
        for (int i = 0; i < m; i++) {
            for (int y = 0; y < windows.outHeight(); y++) {
                int at = c.offset() + c.rows()[i] + y * stepOfC;
                System.arraycopy(sums, i * n + y * stepOfB, c.values(), at, width);
            }
        }
        Workspace.DOUBLES.giveBack(sums);
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

        Seen(WindowOffsets windows) {
            this.windows = windows;
            pixels = windows.offsetsOfPixels();
            positions = windows.offsetsOfPositions();
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
