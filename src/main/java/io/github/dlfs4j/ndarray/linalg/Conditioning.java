package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;

/** How near matrices are to singular ones: ranks and condition numbers, by NumPy's formulas. */
final class Conditioning {
    private Conditioning() {}

    /** Returns the ranks, where a singular value counts if it exceeds the rounding error of the largest one. */
    static NDArray rank(NDArray a) {
        if (a.ndim() < 2) {
            return rankOfVector(a);
        }
        NDArray s = SingularValues.of(a);
        if (s.shape(-1) == 0) {
            return count(s, s);
        }
        return count(s, s.max(-1, true).mul(Math.max(a.shape(-2), a.shape(-1)) * epsilon(s.dtype())));
    }

    /** Returns the ranks, where a singular value counts if it exceeds a number. */
    static NDArray rank(NDArray a, double tol) {
        return a.ndim() < 2 ? rankOfVector(a) : count(SingularValues.of(a), NDArray.scalar(tol));
    }

    private static NDArray rankOfVector(NDArray a) {
        return NDArray.scalar(a.eq(0).all().asBoolean() ? 0 : 1);
    }

    private static NDArray count(NDArray s, NDArray tol) {
        return s.gt(tol).astype(DType.INT64).sum(-1);
    }

    /** Returns the distance from 1 to the next number. */
    static double epsilon(DType dtype) {
        return dtype == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
    }

    /** Returns the condition numbers for the norm of an order. */
    static NDArray cond(NDArray a, double order) {
        int[] lengths = a.shape().toArray();
        int first = Math.max(lengths.length - 2, 0);
        int size = 1;
        for (int axis = first; axis < lengths.length; axis++) {
            size *= lengths[axis];
        }
        if (size == 0) {
            throw new IllegalArgumentException("cond is not defined on empty arrays");
        }
        if (Math.abs(order) != 2) {
            // The norm of the matrix times that of its inverse.
            throw new UnsupportedOperationException("cond has the orders 2 and -2, not " + order);
        }
        NDArray s = SingularValues.of(a);
        NDArray largest = s.get(Index.ellipsis(), Index.at(0));
        NDArray smallest = s.get(Index.ellipsis(), Index.at(-1));
        NDArray ratio = order > 0 ? largest.div(smallest) : smallest.div(largest);
        return NDArray.where(
                ratio.ne(ratio), NDArray.full(Double.POSITIVE_INFINITY).astype(ratio.dtype()), ratio);
    }
}
