package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.WindowMaximum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The operations that choose elements, or put arrays beside others. What is chosen and what is put back are each the
 * way back of the other; an element that was chosen twice gets both gradients.
 */
final class Elements {
    private Elements() {}

    /** The elements in some positions, counted in C order: those of a mask, the largest, what a window sees. */
    record Pick(String symbol, NDArray positions) implements Operation.Unary {
        @Override
        public NDArray forward(NDArray x) {
            return x.reshape(x.size()).take(positions, 0);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.apply(new PutBack(symbol, positions, x.shape()));
        }
    }

    /** Zeros, and in some positions what is given; where a position comes again, the sum. */
    record PutBack(String of, NDArray positions, Shape shape) implements Operation.Unary {
        @Override
        public String symbol() {
            return "put back";
        }

        @Override
        public NDArray forward(NDArray x) {
            NDArray sums = NDArray.zeros(x.dtype(), 1, shape.size());
            WindowMaximum.addAt(sums, positions.reshape(1, x.size()), x.reshape(1, x.size()));
            return sums.reshape(shape.toArray());
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.apply(new Pick(of, positions));
        }
    }

    /** What positions, slices and new axes select, which is a view. */
    record Slice(List<Index> index) implements Operation.Unary {
        @Override
        public String symbol() {
            return "get";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.get(index.toArray(Index[]::new));
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.apply(new PutSlice(index, x.shape()));
        }
    }

    /** Zeros, and in a slice of them what is given. */
    record PutSlice(List<Index> index, Shape shape) implements Operation.Unary {
        @Override
        public String symbol() {
            return "put back";
        }

        @Override
        public NDArray forward(NDArray x) {
            NDArray whole = NDArray.zeros(x.dtype(), shape.toArray());
            whole.at(index.toArray(Index[]::new)).set(x);
            return whole;
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.apply(new Slice(index));
        }
    }

    /** Zeros around what is given. */
    record Pad(List<int[]> widths) implements Operation.Unary {
        @Override
        public String symbol() {
            return "pad";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.pad(widths.toArray(int[][]::new));
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            List<Index> inside = new ArrayList<>();
            for (int axis = 0; axis < widths.size(); axis++) {
                int first = widths.get(axis)[0];
                inside.add(Index.range(first, first + x.shape().get(axis)));
            }
            return dout.apply(new Slice(inside));
        }
    }

    /** Arrays one after the other along an axis, as given, and as a number from 0. */
    record Concatenate(int given, int axis) implements Operation {
        @Override
        public String symbol() {
            return "concatenate";
        }

        @Override
        public NDArray forward(NDArray... inputs) {
            return NDArray.concatenate(given, inputs);
        }

        @Override
        public Variable backward(int input, Variable dout, Variable[] inputs, Variable y) {
            int first = 0;
            for (int i = 0; i < input; i++) {
                first += inputs[i].shape().get(axis);
            }
            List<Index> index = new ArrayList<>(Collections.nCopies(axis, Index.all()));
            index.add(Index.range(first, first + inputs[input].shape().get(axis)));
            return dout.apply(new Slice(index));
        }
    }

    /** Whether these parts of an index select a view, in which no element is twice. */
    static boolean isSlice(Index... index) {
        for (Index part : index) {
            if (part instanceof Index.Elements) {
                return false;
            }
        }
        return true;
    }

    /** The position of each element. */
    static NDArray positions(Shape shape) {
        return NDArray.arange(shape.size()).reshape(shape.toArray());
    }

    /** The positions of elements of which it is known where on an axis each was found. */
    static NDArray positions(Shape shape, NDArray found, int axis, boolean keepDims) {
        int fromEnd = axis < 0 ? -axis : shape.ndim() - axis;
        int step = 1;
        for (int i = 1; i < fromEnd; i++) {
            step *= shape.get(-i);
        }
        NDArray first = positions(shape).min(axis, keepDims);
        return first.add(found.mul(step));
    }
}
