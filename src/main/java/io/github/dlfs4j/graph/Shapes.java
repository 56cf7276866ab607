package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The operations that change the shape or the dtype, but no element. */
final class Shapes {
    private Shapes() {}

    record Reshape(Shape shape) implements Operation.Unary {
        @Override
        public String symbol() {
            return "reshape";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.reshape(shape.toArray());
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.inShape(x.shape());
        }
    }

    /** Puts the axes in another order; they are counted from 0. */
    record Transpose(List<Integer> axes) implements Operation.Unary {
        static Transpose reversed(int ndim) {
            return new Transpose(
                    IntStream.range(0, ndim).map(i -> ndim - 1 - i).boxed().toList());
        }

        /** Takes axes as NDArray does, which refuses wrong ones. */
        static Transpose of(NDArray x, int... axes) {
            x.transpose(axes);
            return new Transpose(Arrays.stream(axes)
                    .map(axis -> axis < 0 ? axis + x.ndim() : axis)
                    .boxed()
                    .toList());
        }

        @Override
        public String symbol() {
            return "transpose";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.transpose(toArray(axes));
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.transpose(inverse(toArray(axes)));
        }

        private static int[] toArray(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Returns the order of axes that undoes another. */
    static int[] inverse(int... order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /** Repeats to a larger shape. This and {@link SumTo} are each the backward pass of the other. */
    record BroadcastTo(Shape shape) implements Operation.Unary {
        @Override
        public String symbol() {
            return "broadcast";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.broadcastTo(shape);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.sumTo(x.shape());
        }
    }

    /** Adds up all copies that broadcasting would make of a shape. */
    record SumTo(Shape shape) implements Operation.Unary {
        @Override
        public String symbol() {
            return "sum";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.sumTo(shape);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.broadcastTo(x.shape());
        }
    }

    record AsType(DType dtype) implements Operation.Unary {
        @Override
        public String symbol() {
            return dtype.toString();
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.astype(dtype);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.inDType(x.value().dtype());
        }
    }
}
