package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/** The sums and means of all elements, or along an axis. */
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
