package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Differences of neighbours along an axis. */
final class NeighbourDifferences {
    private NeighbourDifferences() {}

    static NDArray diff(NDArray a, int n, int axis) {
        if (n == 0) {
            return a.copy();
        }
        check(a, n);
        int checked = Axes.check(axis, a.ndim());
        NDArray differences = a;
        // Without elements there are no more differences, however often they are taken.
        for (int i = 0; i < n && (i == 0 || differences.shape(checked) > 0); i++) {
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
        int checked = Axes.check(axis, a.ndim());
        int[] lengths = a.shape().toArray();
        lengths[checked] = 1;
        Shape one = Shape.of(lengths);
        List<NDArray> parts = new ArrayList<>();
        addTo(parts, prepend, one);
        parts.add(a);
        addTo(parts, append, one);
        return diff(NDArray.concatenate(checked, parts), n, checked);
    }

    /** Adds an array, a 0-d one as an array of length 1 along the axis, unless it is null. */
    private static void addTo(List<NDArray> parts, NDArray end, Shape one) {
        if (end != null) {
            parts.add(end.ndim() == 0 ? end.broadcastTo(one) : end);
        }
    }

    static NDArray ofLine(NDArray a) {
        NDArray line = a.ravel();
        return line.get(Index.range(1, null)).sub(line.get(Index.range(null, -1)));
    }

    static NDArray ofLine(NDArray a, NDArray toEnd, NDArray toBegin) {
        NDArray begin = end("to_begin", toBegin, a);
        return NDArray.concatenate(0, begin, ofLine(a), end("to_end", toEnd, a));
    }

    /** Returns what stands before or after the differences, in their dtype; nothing for null. */
    private static NDArray end(String name, NDArray end, NDArray a) {
        if (end == null) {
            return NDArray.zeros(a.dtype(), 0);
        }
        if (!Inside.isSameKind(end, a)) {
            throw incompatibleEnd(name);
        }
        return end.ravel().astype(a.dtype());
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
