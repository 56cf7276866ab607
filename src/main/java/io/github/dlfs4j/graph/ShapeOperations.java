package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/** The operations that change the shape, but no element, and the sums and means that reduce it. */
final class ShapeOperations {
    /** A gradient that is another variable as it is, such as that of x in <i>x · w</i>. */
    static final Operation IDENTITY = unary("=", x -> x, (dout, x, y) -> dout);

    private ShapeOperations() {}

    static Operation reshape(Shape shape) {
        return unary("reshape", x -> x.reshape(shape.toArray()), (dout, x, y) -> dout.inShape(x.shape()));
    }

    /** Puts the axes in another order. */
    static Operation transpose(int... axes) {
        int[] order = axes.clone();
        return unary("transpose", x -> x.transpose(order), (dout, x, y) -> dout.transpose(inverse(order)));
    }

    /** Returns the order of axes that undoes another, whose axes may be counted from the end. */
    static int[] inverse(int... order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[fromStart(order[i], order.length)] = i;
        }
        return inverse;
    }

    private static int fromStart(int axis, int ndim) {
        return axis < 0 ? axis + ndim : axis;
    }

    /** Repeats to a larger shape. This and {@link #sumTo} are each the backward pass of the other. */
    static Operation broadcastTo(Shape shape) {
        return unary("broadcast", x -> x.broadcastTo(shape), (dout, x, y) -> dout.sumTo(x.shape()));
    }

    /** Adds up all copies that broadcasting would make of a shape. */
    static Operation sumTo(Shape shape) {
        return unary("sum", x -> x.sumTo(shape), (dout, x, y) -> dout.broadcastTo(x.shape()));
    }

    /** Sums along an axis, or over all elements if the axis is null. */
    static Operation sum(Integer axis, boolean keepDims) {
        return unary(
                "sum",
                x -> axis == null ? x.sum() : x.sum(axis, keepDims),
                (dout, x, y) -> repeated(dout, x.shape(), axis));
    }

    /** Averages along an axis, or over all elements if the axis is null. */
    static Operation mean(Integer axis, boolean keepDims) {
        return unary("mean", x -> axis == null ? x.mean() : x.mean(axis, keepDims), (dout, x, y) -> {
            int n = axis == null ? x.shape().size() : x.shape().get(axis);
            return repeated(dout.div(n), x.shape(), axis);
        });
    }

    /** The backward pass of a sum: every term gets the gradient of the sum. */
    private static Variable repeated(Variable dout, Shape terms, Integer axis) {
        int[] kept = terms.toArray();
        if (axis == null) {
            Arrays.fill(kept, 1);
        } else {
            kept[fromStart(axis, kept.length)] = 1;
        }
        return dout.inShape(Shape.of(kept)).broadcastTo(terms);
    }
}
