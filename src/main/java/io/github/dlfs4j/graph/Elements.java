package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.WindowMaximum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The operations that select elements or join arrays. To select and to put back are each the backward pass of the
 * other; an element that was selected twice gets the sum of both gradients.
 */
final class Elements {
    private Elements() {}

    /** Selects elements by their positions in C order: those of a mask, the largest, or those in a window. */
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

    /** Puts elements back to their positions in an array of zeros; elements of the same position are added up. */
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

    /** Selects a view by positions, slices and new axes. */
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

    /** Puts an array back to a slice of an array of zeros. */
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

    /** Adds a margin of zeros. */
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

    /** Joins arrays along an axis, which is kept as given, and counted from 0. */
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

    /** Returns whether an index selects a view, in which no element occurs twice. */
    static boolean isSlice(Index... index) {
        for (Index part : index) {
            if (part instanceof Index.Elements) {
                return false;
            }
        }
        return true;
    }

    /** Returns the position of each element. */
    static NDArray positions(Shape shape) {
        return NDArray.arange(shape.size()).reshape(shape.toArray());
    }

    /** Returns the positions of elements, from their places along one axis. */
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
