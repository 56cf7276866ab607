package io.github.dlfs4j.ndarray.kernel.convolution;

import static io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix.places;
import static io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix.steps;
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
    /** Up to this many columns, an element of a product may be the sum of several chains. */
    private static final int FEW_COLUMNS = 4;

    /**
     * Returns whether the products are made of single chains and fill vectors.
     *
     * @param windows where the windows find their pixels
     * @return whether a convolution of these windows gives the same bits as products of columns
     */
    public static boolean computes(WindowOffsets windows) {
        int positions = windows.outHeight() * windows.outWidth();
        int pixels = windows.channels() * windows.windowHeight() * windows.windowWidth();
        return positions >= LANES && positions > FEW_COLUMNS && pixels > FEW_COLUMNS;
    }

    @Override
    public void filter(
            double[] images, int from, double[] weights, double[] bias, double[] out, int to, int first, int end) {
        int[] pixels = windows.pixels();
        int p = windows.outHeight() * windows.outWidth();
        // In shorter rows, vectors run on through the margin.
        boolean fillsVectors = windows.outWidth() >= LANES;
        int n = fillsVectors ? p : windows.reach();
        int[] positions = fillsVectors ? windows.positions() : steps(n, 1);
        int[] places = places(n, fillsVectors ? windows.outWidth() : n, LANES);
        OffsetMatrix<double[]> a =
                new OffsetMatrix<>(weights, 0, steps(filters, pixels.length), steps(pixels.length, 1));
        OffsetMatrix<double[]> c = new OffsetMatrix<>(out, 0, steps(filters, n), steps(n, 1));
        double[] planes = takePlanes();
        double[] rows = Workspace.DOUBLES.take(fillsVectors ? 0 : filters * n);
        for (int image = first; image < end; image++) {
            OffsetMatrix<double[]> b = seen(images, from + image * windows.imageSize(), planes, pixels, positions);
            int at = to + image * filters * p;
            if (fillsVectors) {
                VectorDoubleOffsetProduct.multiply(a, b, places, bias, moved(c, out, at));
            } else {
                VectorDoubleOffsetProduct.multiply(a, b, places, bias, moved(c, rows, 0));
                copyRows(rows, n, out, at);
            }
        }
        Workspace.DOUBLES.giveBack(rows);
        Workspace.DOUBLES.giveBack(planes);
    }

    /** Copies results without what vectors computed in the margin. */
    private void copyRows(double[] rows, int rowLength, double[] out, int to) {
        int width = windows.outWidth();
        int at = to;
        for (int filter = 0; filter < filters; filter++) {
            for (int y = 0; y < windows.outHeight(); y++) {
                System.arraycopy(rows, filter * rowLength + y * windows.planeWidth(), out, at, width);
                at += width;
            }
        }
    }

    @Override
    public void addGradientOfFilters(
            double[] images, int from, double[] gradients, int at, double[] sums, int to, int first, int end) {
        int[] pixels = windows.pixels();
        int[] positions = windows.positions();
        int p = positions.length;
        int n = rowLength();
        int size = pixels.length * n;
        int[] columns = steps(n, 1);
        int[] places = places(n, n, LANES);
        double[] noBias = new double[pixels.length];
        double[] planes = takePlanes();
        double[] transposed = Workspace.DOUBLES.take(p * n);
        Arrays.fill(transposed, 0, p * n, 0);
        double[] gradient = Workspace.DOUBLES.take(size);
        OffsetMatrix<double[]> b = new OffsetMatrix<>(transposed, 0, steps(p, n), columns);
        OffsetMatrix<double[]> c = new OffsetMatrix<>(gradient, 0, steps(pixels.length, n), columns);
        for (int image = first; image < end; image++) {
            OffsetMatrix<double[]> a = seen(images, from + image * windows.imageSize(), planes, pixels, positions);
            transpose(gradients, at + image * filters * p, transposed, p, n);
            VectorDoubleOffsetProduct.multiply(a, b, places, noBias, c);
            for (int i = 0; i < size; i++) {
                sums[to + i] += gradient[i];
            }
        }
        Workspace.DOUBLES.giveBack(gradient);
        Workspace.DOUBLES.giveBack(transposed);
        Workspace.DOUBLES.giveBack(planes);
    }

    private void transpose(double[] gradients, int from, double[] transposed, int positions, int rowLength) {
        for (int p = 0; p < positions; p++) {
            int at = from + p;
            for (int filter = 0; filter < filters; filter++) {
                transposed[p * rowLength + filter] = gradients[at];
                at += positions;
            }
        }
    }

    @Override
    public int rowLength() {
        return Math.max(filters, LANES);
    }

    @Override
    public void backward(double[] gradients, int from, double[] weights, double[] images, int to, int first, int end) {
        int[] pixels = windows.pixels();
        int p = windows.outHeight() * windows.outWidth();
        // Results that are as far apart as the positions are added in one run.
        boolean fillsVectors = windows.outWidth() >= LANES;
        int run = fillsVectors ? windows.reach() : windows.outWidth();
        int rowLength = fillsVectors ? run : p;
        int[] places = places(p, fillsVectors ? windows.outWidth() : p, LANES);
        int pixelsOfChannel = windows.windowHeight() * windows.windowWidth();
        int height = Math.min(VectorDoubleOffsetProduct.ROWS * pixelsOfChannel, pixels.length);
        double[] noBias = new double[height];
        double[] planes = takePlanes();
        double[] rows = Workspace.DOUBLES.take(height * rowLength);
        Arrays.fill(rows, 0, height * rowLength, 0);
        OffsetMatrix<double[]> b = new OffsetMatrix<>(gradients, 0, steps(filters, p), steps(p, 1));
        int[] columns = fillsVectors ? windows.positions() : steps(p, 1);
        int[] columnsOfA = steps(filters, pixels.length);
        for (int image = first; image < end; image++) {
            int at = to + image * windows.imageSize();
            double[] sums = windows.areImage() ? images : planes;
            int origin = windows.areImage() ? at : 0;
            Arrays.fill(sums, origin, origin + windows.size(), 0);
            for (int k = 0; k < pixels.length; k += height) {
                int m = Math.min(height, pixels.length - k);
                OffsetMatrix<double[]> a = new OffsetMatrix<>(weights, k, steps(m, 1), columnsOfA);
                OffsetMatrix<double[]> c = new OffsetMatrix<>(rows, 0, steps(m, rowLength), columns);
                VectorDoubleOffsetProduct.multiply(
                        a, moved(b, gradients, from + image * filters * p), places, noBias, c);
                for (int i = 0; i < m; i++) {
                    int target = origin + pixels[k + i];
                    for (int x = 0; x < rowLength; x += run) {
                        VectorDoubleRuns.add(rows, i * rowLength + x, sums, target, run);
                        target += windows.planeWidth();
                    }
                }
            }
            if (!windows.areImage()) {
                DoublePlanes.toImage(windows, planes, images, at);
            }
        }
        Workspace.DOUBLES.giveBack(rows);
        Workspace.DOUBLES.giveBack(planes);
    }

    /** Returns memory for planes, which is zero; only margins stay so. */
    private double[] takePlanes() {
        int size = windows.areImage() ? 0 : windows.size();
        double[] planes = Workspace.DOUBLES.take(size);
        Arrays.fill(planes, 0, size, 0);
        return planes;
    }

    /** Returns what windows see of an image, element (k, p) for pixel k of the window at position p. */
    private OffsetMatrix<double[]> seen(double[] images, int at, double[] planes, int[] pixels, int[] positions) {
        if (windows.areImage()) {
            return new OffsetMatrix<>(images, at, pixels, positions);
        }
        DoublePlanes.ofImage(windows, images, at, planes);
        return new OffsetMatrix<>(planes, 0, pixels, positions);
    }

    private static OffsetMatrix<double[]> moved(OffsetMatrix<double[]> matrix, double[] values, int offset) {
        return new OffsetMatrix<>(values, offset, matrix.rows(), matrix.columns());
    }
}
