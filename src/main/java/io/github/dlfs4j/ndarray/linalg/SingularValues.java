package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.kernel.decomposition.SingularValueDecomposition;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import java.util.Arrays;

/**
 * Singular values and vectors of stacks of matrices, by NumPy's rules. They are computed in float64; those of float32
 * are rounded at the end.
 */
final class SingularValues {
    private SingularValues() {}

    /** Returns the singular values of the matrices in the last two axes, the largest first. */
    static NDArray of(NDArray a) {
        MatrixStack.checkMatrices(a);
        MatrixStack matrices = MatrixStack.copyOf(a);
        int k = Math.min(matrices.rows(), matrices.columns());
        double[] values = new double[matrices.count() * k];
        for (int i = 0; i < matrices.count(); i++) {
            System.arraycopy(SingularValueDecomposition.valuesOf(matrices.matrix(i)), 0, values, i * k, k);
        }
        return result(values, a, withVector(a, k));
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
        double[] values = new double[matrices.count() * k];
        boolean isFloat = a.dtype() == DType.FLOAT32;
        for (int i = 0; i < matrices.count(); i++) {
            SingularValueDecomposition decomposition = SingularValueDecomposition.of(matrices.matrix(i), isFull);
            copy(decomposition.left(), left.matrix(i), isFloat);
            copy(decomposition.right(), right.matrix(i), isFloat);
            System.arraycopy(decomposition.values(), 0, values, i * k, k);
            orient(left.matrix(i), right.matrix(i));
        }
        return new SVDResult(
                isFloat ? u.astype(DType.FLOAT32) : u,
                result(values, a, withVector(a, k)),
                isFloat ? vh.astype(DType.FLOAT32) : vh);
    }

    /** Returns the singular values of symmetric matrices, of which the lower triangle is read. */
    static NDArray ofSymmetric(NDArray a) {
        return Manipulation.flip(
                NDArray.sort(Eigenvalues.valuesOfSymmetric(a, Triangle.LOWER).abs()), -1);
    }

    /** Returns singular values and vectors of symmetric matrices, of which the lower triangle is read. */
    static SVDResult decomposeSymmetric(NDArray a) {
        EigResult eigen = Eigenvalues.symmetric(a, Triangle.LOWER);
        NDArray magnitudes = eigen.eigenvalues().abs();
        NDArray descending = Manipulation.flip(magnitudes.argsort(), -1);
        NDArray values = IndexRoutines.takeAlongAxis(eigen.eigenvalues(), descending, -1);
        NDArray u = IndexRoutines.takeAlongAxis(eigen.eigenvectors(), descending.expandDims(-2), -1);
        NDArray signs = MathFunctions.copysign(Creation.onesLike(values), values);
        return new SVDResult(u, values.abs(), u.mul(signs.expandDims(-2)).swapaxes(-1, -2));
    }

    private static NDArray result(double[] values, NDArray a, int... shape) {
        NDArray result = NDArray.of(values, shape);
        return a.dtype() == DType.FLOAT32 ? result.astype(DType.FLOAT32) : result;
    }

    private static int[] withVector(NDArray a, int length) {
        int[] shape = Arrays.copyOf(a.shape().toArray(), a.ndim() - 1);
        shape[a.ndim() - 2] = length;
        return shape;
    }

    /** Copies elements, rounded to float if wanted, to a matrix in C order. No zero stays negative. */
    private static void copy(Matrix<double[]> from, Matrix<double[]> to, boolean isFloat) {
        for (int i = 0; i < to.rows(); i++) {
            int at = from.offset() + i * from.rowStep();
            for (int j = 0; j < to.columns(); j++) {
                double element = from.values()[at + j * from.columnStep()] + 0.0;
                to.values()[to.offset() + i * to.rowStep() + j] = isFloat ? (float) element : element;
            }
        }
    }

    /**
     * Chooses the signs: the component of largest magnitude of each left vector, the first of equals, becomes positive,
     * and the right vector follows. A vector without a partner gets its sign by the same rule.
     */
    private static void orient(Matrix<double[]> u, Matrix<double[]> vh) {
        Matrix<double[]> v = vh.transpose();
        for (int j = 0; j < Math.max(u.columns(), v.columns()); j++) {
            if (hasNegativePeak(j < u.columns() ? u : v, j)) {
                negate(u, j);
                negate(v, j);
            }
        }
    }

    private static boolean hasNegativePeak(Matrix<double[]> vectors, int j) {
        double peak = 0;
        for (int i = 0; i < vectors.rows(); i++) {
            double element = vectors.values()[vectors.offset() + i * vectors.rowStep() + j * vectors.columnStep()];
            peak = Math.abs(element) > Math.abs(peak) ? element : peak;
        }
        return peak < 0;
    }

    private static void negate(Matrix<double[]> vectors, int j) {
        for (int i = 0; j < vectors.columns() && i < vectors.rows(); i++) {
            int at = vectors.offset() + i * vectors.rowStep() + j * vectors.columnStep();
            vectors.values()[at] = 0.0 - vectors.values()[at];
        }
    }
}
