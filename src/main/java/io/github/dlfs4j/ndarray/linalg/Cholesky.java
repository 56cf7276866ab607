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
        boolean[] positive = matrices.tryEach(1, i -> {
            Matrix<double[]> matrix = matrices.matrix(i);
            return CholeskyDecomposition.decompose(upper ? matrix : matrix.transpose());
        });
        MatrixStack.checkAll(positive, "Matrix is not positive definite");
        return Inside.converted(triangles, MatrixStack.result(a));
    }
}
