package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
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

    /** The positions of what a window sees, a row for each of its places in images of shape (n, channels, H, W). */
    static NDArray columns(Shape images, int height, int width, int stride) {
        Index step = Index.range(null, null, stride);
        NDArray windows = positions(images)
                .slidingWindowView(new int[] {height, width}, -2, -1)
                .get(Index.ellipsis(), step, step, Index.all(), Index.all());
        int rows = windows.shape(0) * windows.shape(2) * windows.shape(3);
        return windows.transpose(0, 2, 3, 1, 4, 5).reshape(rows, windows.shape(1) * height * width);
    }

    /** The positions of the largest pixel of each window in images of shape (n, channels, H, W). */
    static NDArray largest(NDArray images, int height, int width, int stride) {
        int[] shape = images.shape().toArray();
        shape[2] = (shape[2] - height) / stride + 1;
        shape[3] = (shape[3] - width) / stride + 1;
        NDArray found = NDArray.zeros(DType.INT64, shape);
        WindowMaximum.find(images, height, width, stride, NDArray.zeros(images.dtype(), shape), found);
        int pixels = images.shape(2) * images.shape(3);
        NDArray first = NDArray.arange(shape[0] * shape[1]).mul(pixels).reshape(shape[0], shape[1], 1, 1);
        return found.add(first);
    }

    /** Refuses what is no batch of images, or no window. */
    static void checkWindow(String name, Shape images, int height, int width, int stride, int padding) {
        if (height < 1 || width < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException(
                    "a window needs a positive size and stride and no negative padding, not %dx%d, stride %d, padding %d"
                            .formatted(height, width, stride, padding));
        }
        if (images.ndim() != 4) {
            throw new IllegalArgumentException(
                    name + " needs images of shape (n, channels, height, width), not " + images);
        }
        if (images.get(2) + 2 * padding < height || images.get(3) + 2 * padding < width) {
            throw new IllegalArgumentException("a window of %dx%d does not fit into images of %dx%d with padding %d"
                    .formatted(height, width, images.get(2), images.get(3), padding));
        }
    }
}
