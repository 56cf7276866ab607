package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;

/** Systems without an exact or with more than one solution, by singular values. */
final class LeastSquares {
    /** The rcond of {@code np.linalg.pinv}. */
    static final double RCOND_OF_PINV = 1e-15;

    /** Returns the pseudoinverses of the matrices in the last two axes; rcond is one for each matrix of the stack. */
    static NDArray pinv(NDArray a, NDArray rcond, boolean isSymmetric) {
        if (a.ndim() > 1 && (a.shape(-1) == 0 || a.shape(-2) == 0)) {
            return NDArray.zeros(a.dtype(), MatrixStack.withMatrix(a, a.shape(-1), a.shape(-2)));
        }
        SVDResult svd = isSymmetric ? SingularValues.decomposeSymmetric(a) : SingularValues.decompose(a, false);
        NDArray s = svd.s();
        NDArray columns = svd.vh().swapaxes(-1, -2);
        NDArray cutoff = rcond.expandDims(-1).mul(s.max(-1, true));
        NDArray inverses = NDArray.where(s.gt(cutoff), s.rdiv(1), NDArray.zerosLike(s));
        NDArray rows = svd.u().swapaxes(-1, -2).mul(inverses.expandDims(-1));
        return columns.matmul(rows);
    }

    static LstsqResult lstsq(NDArray a, NDArray b, double rcond) {
        NDArray sides = b.ndim() == 1 ? b.expandDims(1) : b;
        MatrixStack.checkMatrix(a);
        MatrixStack.checkMatrix(sides);
        int m = a.shape(0);
        int n = a.shape(1);
        if (m != sides.shape(0)) {
            throw new IllegalArgumentException("Incompatible dimensions");
        }
        // As in LAPACK, numbers of usual size are solved for, so that nothing is lost on the way.
        NDArray wide = Inside.converted(a, DType.FLOAT64);
        NDArray wideSides = Inside.converted(sides, DType.FLOAT64);
        int ofA = exponent(wide);
        int ofB = exponent(wideSides);
        NDArray matrix = scaled(wide, -ofA);
        NDArray y = scaled(wideSides, -ofB);
        SVDResult svd = decompose(matrix);
        int rank = rank(svd.s(), rcond);
        Index first = Index.to(rank);
        NDArray s = svd.s().get(first).expandDims(1);
        NDArray components = svd.u().get(Index.all(), first).T().dot(y).div(s);
        NDArray x = svd.vh().get(first).T().dot(components);
        NDArray residuals = rank == n && m > n ? y.sub(matrix.dot(x)).square().sum(0) : NDArray.zeros(0);
        DType dtype = MatrixStack.result(a, b);
        return new LstsqResult(
                scaled(b.ndim() == 1 ? x.squeeze(1) : x, ofB - ofA).astype(dtype),
                scaled(residuals, 2 * ofB).astype(dtype),
                rank,
                scaled(svd.s(), ofA).astype(dtype));
    }

    /** Returns the even exponent of the largest element; 0 if it is 0 or not finite. */
    private static int exponent(NDArray a) {
        double largest = a.size() == 0 ? 0 : a.abs().max().asDouble();
        return largest == 0 || !Double.isFinite(largest) ? 0 : Math.getExponent(largest) & ~1;
    }

    /** Multiplies by a power of two, which may be beyond a double. */
    private static NDArray scaled(NDArray a, int exponent) {
        int half = exponent / 2;
        return exponent == 0 ? a : a.mul(Math.scalb(1.0, half)).mul(Math.scalb(1.0, exponent - half));
    }

    private static SVDResult decompose(NDArray a) {
        String message = "SVD did not converge in Linear Least Squares";
        if (!Logic.isFinite(a).all().asBoolean()) {
            throw new IllegalArgumentException(message);
        }
        try {
            return SingularValues.decompose(a, false);
        } catch (IllegalArgumentException noConvergence) {
            throw new IllegalArgumentException(message, noConvergence);
        }
    }

    /** Returns the number of singular values that count. LAPACK takes its precision for a limit that makes no sense. */
    private static int rank(NDArray s, double rcond) {
        double ratio = rcond > 0 && rcond < 1 ? rcond : Math.ulp(1.0) / 2;
        int rank = 0;
        while (rank < s.size() && s.getDouble(rank) > ratio * s.getDouble(0)) {
            rank++;
        }
        return rank;
    }
}
