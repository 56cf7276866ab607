package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * Determinants. As in NumPy, the logarithms of the pivots are added up, so that a product that overflows in between
 * does not matter.
 */
final class Determinants {
    private Determinants() {}

    /** Returns the determinants of square matrices. */
    static NDArray det(NDArray a) {
        SlogdetResult parts = slogdet(a);
        DType dtype = parts.sign().dtype();
        NDArray size = parts.logabsdet().astype(DType.FLOAT64).exp().astype(dtype);
        return parts.sign().mul(size);
    }

    /** Returns the signs of determinants and the logarithms of their magnitudes. */
    static SlogdetResult slogdet(NDArray a) {
        MatrixStack.checkSquare(a);
        DType dtype = MatrixStack.computed(a);
        int[] stack = MatrixStack.outer(a);
        LUStack<?> triangles = LUStack.of(a, dtype);
        NDArray diagonals = triangles.diagonals().astype(DType.FLOAT64);
        // The logarithm of a float is computed as C does, in double, and then rounded.
        double[] pivots = diagonals.toDoubleArray();
        double[] logs =
                diagonals.abs().log().astype(dtype).astype(DType.FLOAT64).toDoubleArray();
        int n = a.shape(-1);
        double[] signs = new double[triangles.count()];
        double[] sums = new double[triangles.count()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = triangles.isOdd(i) ? -1 : 1;
            for (int j = i * n; j < (i + 1) * n; j++) {
                signs[i] = pivots[j] < 0 ? -signs[i] : signs[i];
                double sum = sums[i] + logs[j];
                sums[i] = dtype == DType.FLOAT32 ? (float) sum : sum;
            }
            if (triangles.isSingular(i)) {
                signs[i] = 0;
                sums[i] = Double.NEGATIVE_INFINITY;
            }
        }
        return new SlogdetResult(
                NDArray.of(signs, stack).astype(dtype), NDArray.of(sums, stack).astype(dtype));
    }
}
