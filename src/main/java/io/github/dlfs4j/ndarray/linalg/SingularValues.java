package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.decomposition.ColumnSigns;
import io.github.dlfs4j.ndarray.kernel.decomposition.SingularValueDecomposition;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;

/**
 * Singular values and vectors of stacks of matrices, by NumPy's rules. They are computed in float64; those of float32
 * are rounded at the end.
 */
final class SingularValues {
    /** See {@link MatrixStack#forEach}. */
    private static final int EFFORT = 8;

    /** Returns the singular values of the matrices in the last two axes, the largest first. */
    static NDArray of(NDArray a) {
        MatrixStack.checkMatrices(a);
        return values(a, MatrixStack.copyOf(a), null, null);
    }

    /**
     * Returns singular values and vectors.
     *
     * @param isFull whether the matrices of vectors are square
     */
    static SVDResult decompose(NDArray a, boolean isFull) {
        MatrixStack.checkMatrices(a);
        MatrixStack matrices = MatrixStack.copyOf(a);
        int m = matrices.rows();
        int n = matrices.columns();
        int k = Math.min(m, n);
        NDArray u = NDArray.zeros(MatrixStack.withMatrix(a, m, isFull ? m : k));
        NDArray vh = NDArray.zeros(MatrixStack.withMatrix(a, isFull ? n : k, n));
        MatrixStack left = MatrixStack.of(u);
        MatrixStack right = MatrixStack.of(vh);
        NDArray s = values(a, matrices, left, right);
        DType dtype = MatrixStack.result(a);
        // Rounded before the signs are chosen, for magnitudes that are equal only then.
        left.roundTo(dtype);
        right.roundTo(dtype);
        for (int i = 0; i < matrices.count(); i++) {
            ColumnSigns.makeLargestPositive(left.matrix(i), right.matrix(i).transpose());
        }
        return new SVDResult(Inside.converted(u, dtype), s, Inside.converted(vh, dtype));
    }

    /** Returns the singular values, and stores the vectors in two stacks unless these are null. */
    private static NDArray values(NDArray a, MatrixStack matrices, MatrixStack left, MatrixStack right) {
        int k = Math.min(matrices.rows(), matrices.columns());
        double[] values = new double[matrices.count() * k];
        boolean[] converged = matrices.tryEach(
                EFFORT,
                i -> SingularValueDecomposition.decompose(
                        matrices.matrix(i),
                        values,
                        i * k,
                        left == null ? null : left.matrix(i),
                        right == null ? null : right.matrix(i)));
        MatrixStack.checkAll(converged, "SVD did not converge");
        return MatrixStack.vectors(a, k, values);
    }

    /** Returns the singular values of symmetric matrices, of which the lower triangle is read. */
    static NDArray ofSymmetric(NDArray a) {
        return Manipulation.flip(
                NDArray.sort(Eigenvalues.ofSymmetric(a, Triangle.LOWER, false)
                        .values()
                        .abs()),
                -1);
    }

    /** Returns singular values and vectors of symmetric matrices, of which the lower triangle is read. */
    static SVDResult decomposeSymmetric(NDArray a) {
        EigResult eigen = Eigenvalues.ofSymmetric(a, Triangle.LOWER, true).withVectors();
        NDArray magnitudes = eigen.eigenvalues().abs();
        NDArray descending = Manipulation.flip(magnitudes.argsort(), -1);
        NDArray values = IndexRoutines.takeAlongAxis(eigen.eigenvalues(), descending, -1);
        NDArray u = IndexRoutines.takeAlongAxis(eigen.eigenvectors(), descending.expandDims(-2), -1);
        NDArray signs = MathFunctions.copysign(NDArray.onesLike(values), values);
        return new SVDResult(u, values.abs(), u.mul(signs.expandDims(-2)).swapaxes(-1, -2));
    }
}
