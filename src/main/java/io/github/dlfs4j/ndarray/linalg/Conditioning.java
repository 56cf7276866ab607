package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** How near matrices are to singular ones: ranks and condition numbers, by NumPy's formulas. */
final class Conditioning {
    /** Returns the ranks, where a singular value counts if it exceeds the rounding error of the largest one. */
    static NDArray rank(NDArray a) {
        if (a.ndim() < 2) {
            return rankOfVector(a);
        }
        NDArray s = SingularValues.of(a);
        if (s.shape(-1) == 0) {
            return count(s, s);
        }
        return count(
                s,
                s.max(-1, true)
                        .mul(Math.max(a.shape(-2), a.shape(-1))
                                * DType.finfo(s.dtype()).eps()));
    }

    /** Returns the ranks, where a singular value counts if it exceeds a number, one for each matrix of the stack. */
    static NDArray rank(NDArray a, NDArray tol, boolean isSymmetric) {
        if (a.ndim() < 2) {
            return rankOfVector(a);
        }
        NDArray s = isSymmetric ? SingularValues.ofSymmetric(a) : SingularValues.of(a);
        return count(s, tol.expandDims(-1));
    }

    private static NDArray rankOfVector(NDArray a) {
        return NDArray.scalar(a.eq(0).all().asBoolean() ? 0 : 1);
    }

    private static NDArray count(NDArray s, NDArray tol) {
        return s.gt(tol).astype(DType.INT64).sum(-1);
    }

    /** Returns the condition numbers for the norm of an order. */
    static NDArray cond(NDArray a, double order) {
        checkNotEmpty(a);
        if (Math.abs(order) != 2) {
            NDArray inverses = inverses(a);
            return finished(a, Norms.norm(wide(a), order, -2, -1, false), Norms.norm(inverses, order, -2, -1, false));
        }
        NDArray s = SingularValues.of(a);
        NDArray largest = s.get(Index.ellipsis(), 0);
        NDArray smallest = s.get(Index.ellipsis(), -1);
        return withInfinities(a, order > 0 ? largest.div(smallest) : smallest.div(largest));
    }

    static NDArray cond(NDArray a, MatrixNorm norm) {
        checkNotEmpty(a);
        NDArray inverses = inverses(a);
        return finished(a, Norms.norm(wide(a), norm, -2, -1, false), Norms.norm(inverses, norm, -2, -1, false));
    }

    private static void checkNotEmpty(NDArray a) {
        int[] lengths = a.shape().toArray();
        int[] ofMatrices = Arrays.copyOfRange(lengths, Math.max(lengths.length - 2, 0), lengths.length);
        if (Lengths.product(ofMatrices) == 0) {
            throw new IllegalArgumentException("cond is not defined on empty arrays");
        }
    }

    /** Returns the inverses in float64: NaN for singular matrices, and infinite for those of subnormal numbers. */
    private static NDArray inverses(NDArray a) {
        MatrixStack.checkSquare(a);
        NDArray wide = wide(a);
        NDArray inverses = LinearSystems.inverses(wide, false);
        NDArray largest = wide.abs().max(ReductionOptions.axes(-2, -1).keepDims());
        NDArray isSubnormal = largest.gt(0).and(largest.lt(Double.MIN_NORMAL));
        return NDArray.where(Logic.isNaN(inverses).and(isSubnormal), Double.POSITIVE_INFINITY, inverses);
    }

    private static NDArray wide(NDArray a) {
        return Inside.converted(a, DType.FLOAT64);
    }

    private static NDArray finished(NDArray a, NDArray norms, NDArray ofInverses) {
        return withInfinities(a, norms.mul(ofInverses).astype(MatrixStack.result(a)));
    }

    /** Replaces NaN by infinity where the matrix has no NaN. */
    private static NDArray withInfinities(NDArray a, NDArray ratio) {
        NDArray hasNaN = Logic.isNaN(a).any(ReductionOptions.axes(-2, -1));
        return NDArray.where(Logic.isNaN(ratio).and(hasNaN.not()), Double.POSITIVE_INFINITY, ratio);
    }
}
