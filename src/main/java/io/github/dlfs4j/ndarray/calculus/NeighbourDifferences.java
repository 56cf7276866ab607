package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** Differences of neighbours along an axis. */
final class NeighbourDifferences {
    private NeighbourDifferences() {}

    static NDArray diff(NDArray a, int n, int axis) {
        if (n == 0) {
            return a.copy();
        }
        check(a, n);
        int checked = Lengths.checkAxis(axis, a.ndim());
        NDArray differences = a;
        for (int i = 0; i < n; i++) {
            NDArray behind = part(differences, checked, Index.range(1, null));
            NDArray before = part(differences, checked, Index.range(null, -1));
            differences = a.dtype() == DType.BOOL ? behind.ne(before) : behind.sub(before);
        }
        return differences;
    }

    private static void check(NDArray a, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("order must be non-negative but got " + n);
        }
        if (a.ndim() == 0) {
            throw new IllegalArgumentException("diff requires input that is at least one dimensional");
        }
    }

    static NDArray diff(NDArray a, int n, int axis, NDArray prepend, NDArray append) {
        if (n == 0) {
            return a.copy();
        }
        check(a, n);
        int checked = Lengths.checkAxis(axis, a.ndim());
        int[] lengths = a.shape().toArray();
        lengths[checked] = 1;
        Shape one = Shape.of(lengths);
        NDArray joined = NDArray.concatenate(
                checked,
                prepend.ndim() == 0 ? prepend.broadcastTo(one) : prepend,
                a,
                append.ndim() == 0 ? append.broadcastTo(one) : append);
        return diff(joined, n, checked);
    }

    static NDArray ofLine(NDArray a) {
        NDArray line = a.ravel();
        return line.get(Index.range(1, null)).sub(line.get(Index.range(null, -1)));
    }

    static NDArray ofLine(NDArray a, NDArray toEnd, NDArray toBegin) {
        if (!Inside.isSameKind(toBegin, a)) {
            throw incompatibleEnd("to_begin");
        }
        if (!Inside.isSameKind(toEnd, a)) {
            throw incompatibleEnd("to_end");
        }
        return NDArray.concatenate(
                0, toBegin.ravel().astype(a.dtype()), ofLine(a), toEnd.ravel().astype(a.dtype()));
    }

    /** Selects a part of one axis and all of the others. */
    static NDArray part(NDArray a, int axis, Index part) {
        Index[] index = new Index[axis + 1];
        Arrays.fill(index, Index.all());
        index[axis] = part;
        return a.get(index);
    }

    private static UnsupportedOperationException incompatibleEnd(String name) {
        return new UnsupportedOperationException(
                "dtype of `%s` must be compatible with input `ary` under the `same_kind` rule.".formatted(name));
    }
}
