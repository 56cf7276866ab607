package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Determinants. As in NumPy, the logarithms of the pivots are added up, so that a product that overflows in between
 * does not matter.
 *
 * @param signs 1, -1 or 0
 * @param logarithms of the magnitudes
 */
record Determinants(NDArray signs, NDArray logarithms) {
    static Determinants of(NDArray a) {
        MatrixStack.checkSquare(a);
        LUStack triangles = new LUStack(a);
        NDArray diagonals = triangles.diagonals();
        double[] pivots = diagonals.toDoubleArray();
        double[] logs = diagonals.abs().log().toDoubleArray();
        int n = a.shape(-1);
        double[] signs = new double[triangles.count()];
        double[] sums = new double[triangles.count()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = triangles.isOdd(i) ? -1 : 1;
            for (int j = i * n; j < (i + 1) * n; j++) {
                signs[i] = pivots[j] < 0 ? -signs[i] : signs[i];
                sums[i] += logs[j];
            }
            if (triangles.isSingular(i)) {
                signs[i] = 0;
                sums[i] = Double.NEGATIVE_INFINITY;
            }
        }
        int[] stack = MatrixStack.outer(a);
        return new Determinants(NDArray.of(signs, stack), NDArray.of(sums, stack));
    }
}
