package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/** Sums, means, and the largest and smallest elements, of the whole array or along an axis. */
final class Reductions {
    private Reductions() {}

    /** Along all axes where the axis is null. */
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

    /** Along all axes where the axis is null. */
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

    /** The largest element of all, or along an axis that is not null: the first of equals, which gets the gradient. */
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

    /** The smallest element of all, or along an axis that is not null: the first of equals, which gets the gradient. */
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

    /** Has NDArray refuse an empty array in its own words, which differ from those of argmax and argmin. */
    private static void refuseEmpty(NDArray value, Runnable reduction) {
        if (value.size() == 0) {
            reduction.run();
        }
    }

    /** The way back of a sum: every term gets the gradient by the sum. */
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
