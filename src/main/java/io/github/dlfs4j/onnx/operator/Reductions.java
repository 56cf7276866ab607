package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Operators that compute something of all elements along some axes. */
final class Reductions {
    private Reductions() {}

    /** Reduces along the axes that a node names, or all. */
    static NDArray of(Call n, BiFunction<NDArray, ReductionOptions, NDArray> fold) {
        NDArray x = n.x();
        int[] given = n.optional("axes", 1);
        boolean isOfAll = given == null || given.length == 0;
        if (isOfAll && n.flag("noop_with_empty_axes")) {
            return x;
        }
        int[] axes = isOfAll ? IntStream.range(0, x.ndim()).toArray() : given;
        ReductionOptions options = ReductionOptions.axes(axes);
        return fold.apply(x, n.flag("keepdims") ? options.keepDims() : options).astype(x.dtype());
    }

    /** Returns the length of vectors, the root of the sum of squares. */
    static NDArray norm(NDArray x, ReductionOptions axes) {
        return x.square().sum(axes).sqrt();
    }

    /** The position of an extreme. */
    interface Position {
        NDArray along(NDArray x, int axis, boolean keepDims);
    }

    static NDArray position(Call n, Position position) {
        int axis = n.number("axis");
        boolean keepDims = n.flag("keepdims");
        if (!n.flag("select_last_index")) {
            return position.along(n.x(), axis, keepDims);
        }
        NDArray fromEnd = position.along(Manipulation.flip(n.x(), axis), axis, keepDims);
        return fromEnd.rsub(n.x().shape(axis) - 1L);
    }

    static NDArray cumSum(Call n) {
        int axis = (int) n.in(1).item();
        NDArray x = n.flag("reverse") ? Manipulation.flip(n.x(), axis) : n.x();
        NDArray sums = x.cumsum(axis).astype(x.dtype());
        if (n.flag("exclusive")) {
            NDArray zeros = NDArray.zerosLike(Shapes.part(x, axis, Index.to(1)));
            sums = NDArray.concatenate(axis, zeros, Shapes.part(sums, axis, Index.to(-1)));
        }
        return n.flag("reverse") ? Manipulation.flip(sums, axis) : sums;
    }

    /** Returns the largest elements along an axis and their positions; of equal ones, the first come first. */
    static NDArray[] topK(Call n) {
        NDArray x = n.x();
        int axis = n.number("axis");
        int k = n.has("k") ? n.number("k") : n.numbers("k", 1)[0];
        if (k < 0 || k > x.shape(axis)) {
            throw new IllegalArgumentException("k must be 0 to %s, not %s".formatted(x.shape(axis), k));
        }
        NDArray order = (n.flag("largest") ? reversed(x) : x).argsort(axis);
        NDArray positions = Shapes.part(order, axis, Index.to(k));
        return new NDArray[] {IndexRoutines.takeAlongAxis(x, positions, axis), positions};
    }

    /** Returns numbers whose order is the other way round. No integer overflows. */
    private static NDArray reversed(NDArray x) {
        return x.dtype().isFloating() ? x.neg() : x.astype(DType.INT64).not();
    }
}
