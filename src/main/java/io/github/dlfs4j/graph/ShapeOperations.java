package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The operations that change the shape, but no element, and the sums and means that reduce it. */
final class ShapeOperations {
    /** A gradient that is another variable as it is, such as that of x in <i>x · w</i>. */
    static final Operation IDENTITY = unary("=", x -> x, (dout, x, y) -> dout);

    static Operation reshape(Shape shape) {
        return unary("reshape", x -> x.reshape(shape.toArray()), (dout, x, y) -> dout.inShape(x.shape()))
                .inOnnx(inputs -> new OnnxOperator(
                        "Reshape", Map.of(), ofBatch(inputs.get(0).shape(), shape)));
    }

    /** Returns a shape for batches of every length: in ONNX, 0 stands for the length that is there. */
    private static NDArray ofBatch(Shape before, Shape after) {
        int[] lengths = after.toArray();
        if (before.ndim() > 0 && lengths.length > 0 && lengths[0] == before.get(0)) {
            lengths[0] = 0;
        }
        return NDArray.of(lengths);
    }

    /** Puts the axes in another order. */
    static Operation transpose(int... axes) {
        int[] order = axes.clone();
        return unary("transpose", x -> x.transpose(order), (dout, x, y) -> dout.transpose(inverse(order)));
    }

    /** Exchanges two axes, and is its own backward pass. */
    static Operation swapaxes(int axis1, int axis2) {
        return unary("swapaxes", x -> x.swapaxes(axis1, axis2), (dout, x, y) -> dout.swapaxes(axis1, axis2));
    }

    /** Returns the order of axes that undoes another, whose axes may be counted from the end. */
    static int[] inverse(int... order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[fromStart(order[i], order.length)] = i;
        }
        return inverse;
    }

    static int fromStart(int axis, int ndim) {
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

    /** Sums along some axes, as the function does. */
    static Operation sum(UnaryOperator<NDArray> forward, int... axes) {
        return unary("sum", forward, (dout, x, y) -> repeated(dout, x.shape(), axes));
    }

    /** Averages along some axes, as the function does. */
    static Operation mean(UnaryOperator<NDArray> forward, int... axes) {
        return unary("mean", forward, (dout, x, y) -> {
            int n = Arrays.stream(axes).map(x.shape()::get).reduce(1, Math::multiplyExact);
            return repeated(dout.div(n), x.shape(), axes);
        });
    }

    /** Returns the axes of options that hold nothing else but whether they stay; none for a number. */
    static int[] axes(String function, Shape shape, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken(function);
        return arguments.axesOf(shape.ndim()).numbers();
    }

    static int[] allAxes(Shape shape) {
        return IntStream.range(0, shape.ndim()).toArray();
    }

    /** The backward pass of a sum: every term gets the gradient of the sum. */
    private static Variable repeated(Variable dout, Shape terms, int... axes) {
        int[] kept = terms.toArray();
        if (terms.ndim() > 0) {
            for (int axis : axes) {
                kept[fromStart(axis, kept.length)] = 1;
            }
        }
        return dout.inShape(Shape.of(kept)).broadcastTo(terms);
    }
}
