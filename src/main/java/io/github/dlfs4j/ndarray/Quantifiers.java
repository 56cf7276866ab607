package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Lane;
import java.util.Arrays;

/** Whether any or all elements are true. Every number except 0 is true, even NaN. */
final class Quantifiers {
    /** The elements that are looked at together; their truth stays in the L1 cache. */
    private static final int BLOCK = 8192;

    private static final boolean[] FALSE = new boolean[BLOCK];
    private static final boolean[] TRUE = new boolean[BLOCK];

    static {
        Arrays.fill(TRUE, true);
    }

    private Quantifiers() {}

    /** Returns the elements as bool. */
    static NDArray truth(NDArray a) {
        return a.dtype() == DType.BOOL ? a : a.ne(0);
    }

    static NDArray any(NDArray a) {
        return a.layout().isContiguous()
                ? NDArray.scalar(contains(a, FALSE))
                : Reduction.reduce(Fold.ANY.to(DType.BOOL), truth(a));
    }

    static NDArray any(NDArray a, int axis, boolean keepDims) {
        return Reduction.reduce(Fold.ANY.to(DType.BOOL), truth(a), axis, keepDims);
    }

    static NDArray all(NDArray a) {
        return a.layout().isContiguous()
                ? NDArray.scalar(!contains(a, TRUE))
                : Reduction.reduce(Fold.ALL.to(DType.BOOL), truth(a));
    }

    /** Returns whether the truth of any element differs from that of the others; looks no further than the first. */
    private static boolean contains(NDArray a, boolean[] others) {
        NDArray line = a.ravel();
        for (int from = 0; from < line.size(); from += BLOCK) {
            int n = Math.min(BLOCK, line.size() - from);
            NDArray block = truth(line.get(Index.range(from, from + n)));
            int first = block.layout().offset();
            boolean[] values = Lane.BOOLEANS.arrayOf(block.storage());
            if (Arrays.mismatch(values, first, first + n, others, 0, n) >= 0) {
                return true;
            }
        }
        return false;
    }

    static NDArray all(NDArray a, int axis, boolean keepDims) {
        return Reduction.reduce(Fold.ALL.to(DType.BOOL), truth(a), axis, keepDims);
    }

    static NDArray any(NDArray a, Axes axes, boolean keepDims) {
        return Reduction.reduce(Fold.ANY.to(DType.BOOL), truth(a), axes, keepDims);
    }

    static NDArray all(NDArray a, Axes axes, boolean keepDims) {
        return Reduction.reduce(Fold.ALL.to(DType.BOOL), truth(a), axes, keepDims);
    }

    static NDArray any(NDArray a, ReductionOptions options) {
        return MaskedReduction.reduce(Fold.ANY.to(DType.BOOL), truth(a), options);
    }

    static NDArray all(NDArray a, ReductionOptions options) {
        return MaskedReduction.reduce(Fold.ALL.to(DType.BOOL), truth(a), options);
    }
}
