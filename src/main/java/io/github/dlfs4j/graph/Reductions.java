package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/** Sums, means, and the largest and smallest elements, of the whole array or along an axis. */
final class Reductions {
    private Reductions() {}

    /** Sums along an axis, or over all elements if the axis is null. */
    record Sum(Integer axis, boolean keepDims) implements Operation.Unary {
        @Override
        public String symbol() {
            return "sum";
        }

        @Override
        public NDArray forward(NDArray x) {
            return axis == null ? x.sum() : x.sum(axis, keepDims);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return repeated(dout, x.shape(), axis);
        }
    }

    /** Averages along an axis, or over all elements if the axis is null. */
    record Mean(Integer axis, boolean keepDims) implements Operation.Unary {
        @Override
        public String symbol() {
            return "mean";
        }

        @Override
        public NDArray forward(NDArray x) {
            return axis == null ? x.mean() : x.mean(axis, keepDims);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            int n = axis == null ? x.shape().size() : x.shape().get(axis);
            return repeated(dout.div(n), x.shape(), axis);
        }
    }

    /** Selects the largest elements along an axis, or of all elements if the axis is null; of equals, the first. */
    static Variable max(Variable x, Integer axis, boolean keepDims) {
        NDArray value = x.value();
        if (axis == null) {
            refuseEmpty(value, value::max);
            return x.apply(new Elements.Pick("max", value.argmax()));
        }
        refuseEmpty(value, () -> value.max(axis, keepDims));
        NDArray found = value.argmax(axis, keepDims);
        return x.apply(new Elements.Pick("max", Elements.positions(x.shape(), found, axis, keepDims)));
    }

    /** Selects the smallest elements along an axis, or of all elements if the axis is null; of equals, the first. */
    static Variable min(Variable x, Integer axis, boolean keepDims) {
        NDArray value = x.value();
        if (axis == null) {
            refuseEmpty(value, value::min);
            return x.apply(new Elements.Pick("min", value.argmin()));
        }
        refuseEmpty(value, () -> value.min(axis, keepDims));
        NDArray found = value.argmin(axis, keepDims);
        return x.apply(new Elements.Pick("min", Elements.positions(x.shape(), found, axis, keepDims)));
    }

    /** Calls the reduction for its error message: for an empty array, argmax and argmin have another one. */
    private static void refuseEmpty(NDArray value, Runnable reduction) {
        if (value.size() == 0) {
            reduction.run();
        }
    }

    /** The backward pass of a sum: every term gets the gradient by the sum. */
    private static Variable repeated(Variable dout, Shape terms, Integer axis) {
        int[] kept = terms.toArray();
        if (axis == null) {
            Arrays.fill(kept, 1);
        } else {
            kept[axis < 0 ? axis + kept.length : axis] = 1;
        }
        return dout.inShape(Shape.of(kept)).broadcastTo(terms);
    }
}
