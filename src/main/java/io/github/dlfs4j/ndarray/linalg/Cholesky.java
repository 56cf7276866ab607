package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.decomposition.CholeskyDecomposition;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/** Decompositions of symmetric positive definite matrices into a triangle times its transpose. */
final class Cholesky {
    private Cholesky() {}

    /** Returns the lower or the upper triangles, of which only the same triangle of a is read. */
    static NDArray of(NDArray a, boolean upper) {
        MatrixStack.checkSquare(a);
        NDArray triangles = a.astype(DType.FLOAT64);
        MatrixStack matrices = MatrixStack.of(triangles);
        boolean[] positive = new boolean[matrices.count()];
        matrices.forEach((first, end) -> {
            for (int i = first; i < end; i++) {
                Matrix<double[]> matrix = matrices.matrix(i);
                positive[i] = CholeskyDecomposition.decompose(upper ? matrix : matrix.transpose());
            }
        });
        for (boolean isPositive : positive) {
            if (!isPositive) {
                throw new IllegalArgumentException("Matrix is not positive definite");
            }
        }
        return Inside.converted(triangles, MatrixStack.result(a));
    }
}
