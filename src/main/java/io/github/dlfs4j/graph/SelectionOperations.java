package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.image.WindowMaximum;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The operations that select elements or join arrays. To select and to put back are each the backward pass of the
 * other; an element that was selected twice gets the sum of both gradients.
 */
final class SelectionOperations {
    static Operation get(Index... index) {
        boolean isView = Arrays.stream(Errors.nonNull("index", index)).noneMatch(Index.Array.class::isInstance);
        return slice(isView, index.clone());
    }

    /** Selects elements by their positions in C order: those of a mask, the largest, or those in a window. */
    static Operation pick(String symbol, NDArray positions) {
        return unary(
                symbol,
                x -> x.reshape(x.size()).take(positions, 0),
                (dout, x, y) -> dout.apply(putBack(symbol, positions, x.shape())));
    }

    /** Puts elements back to their positions in an array of zeros; elements of the same position are added up. */
    private static Operation putBack(String of, NDArray positions, Shape shape) {
        return unary(
                "put back",
                x -> WindowMaximum.sums(1, shape.size(), positions.reshape(1, x.size()), x.reshape(1, x.size()))
                        .reshape(shape.toArray()),
                (dout, x, y) -> dout.apply(pick(of, positions)));
    }

    /** Selects by an index: a view unless it has arrays, which may select an element more than once. */
    private static Operation slice(boolean isView, Index... index) {
        return unary("get", x -> x.get(index), (dout, x, y) -> dout.apply(putSlice(x.shape(), isView, index)));
    }

    /** Puts an array back to where it was selected in an array of zeros. */
    private static Operation putSlice(Shape shape, boolean isView, Index... index) {
        return unary(
                "put back",
                x -> {
                    NDArray whole = NDArray.zeros(x.dtype(), shape.toArray());
                    if (isView) {
                        whole.at(index).set(x);
                    } else {
                        whole.at(index).addAt(x);
                    }
                    return whole;
                },
                (dout, x, y) -> dout.apply(slice(isView, index)));
    }

    /** Adds a margin of zeros. */
    static Operation pad(int[][] widths) {
        Errors.nonNull("widths", widths);
        int[][] margins = Arrays.stream(widths).map(int[]::clone).toArray(int[][]::new);
        return unary("pad", x -> x.pad(margins), (dout, x, y) -> {
                    Index[] inside = new Index[margins.length];
                    Arrays.setAll(inside, axis -> range(margins[axis][0], x, axis));
                    return dout.apply(slice(true, inside));
                })
                .inOnnx(inputs -> new OnnxOperator(
                        "Pad", Map.of(), NDArray.of(margins).transpose().ravel()));
    }

    private static Index range(int first, Variable x, int axis) {
        return Index.range(first, first + x.shape().get(axis));
    }

    /** Joins arrays along an axis. */
    static Operation concatenate(int axis) {
        return new Operation("concatenate", inputs -> NDArray.concatenate(axis, inputs), (input, dout, inputs, y) -> {
            int first = 0;
            for (int i = 0; i < input; i++) {
                first += inputs[i].shape().get(axis);
            }
            int axesBefore = axis < 0 ? axis + y.shape().ndim() : axis;
            List<Index> index = new ArrayList<>(Collections.nCopies(axesBefore, Index.all()));
            index.add(range(first, inputs[input], axis));
            return dout.apply(slice(true, index.toArray(Index[]::new)));
        });
    }

    /** Selects the largest or the smallest elements along some axes; of equals, the first. */
    static Operation extreme(
            String symbol,
            NDArray x,
            ReductionOptions options,
            BiFunction<NDArray, ReductionOptions, NDArray> values,
            BiFunction<NDArray, Integer, NDArray> places) {
        int[] axes = ShapeOperations.axes(symbol, x.shape(), options);
        Shape shape = values.apply(x, options).shape(); // refuses wrong axes and empty arrays
        return pick(symbol, positions(x, axes, places).reshape(shape.toArray()));
    }

    /** Returns the position of each element. */
    static NDArray positions(Shape shape) {
        return NDArray.arange(shape.size()).reshape(shape.toArray());
    }

    /** Returns the positions of elements that are found in each group of elements along some axes. */
    private static NDArray positions(NDArray x, int[] axes, BiFunction<NDArray, Integer, NDArray> find) {
        int ndim = x.ndim();
        int[] along = Arrays.stream(axes)
                .map(axis -> ShapeOperations.fromStart(axis, ndim))
                .sorted()
                .toArray();
        IntStream others = IntStream.range(0, ndim).filter(axis -> Arrays.binarySearch(along, axis) < 0);
        int[] order = IntStream.concat(others, IntStream.of(along)).toArray();
        int length = Arrays.stream(along).map(x::shape).reduce(1, Math::multiplyExact);
        int groups = length == 0 ? 0 : x.size() / length;
        NDArray found = find.apply(x.transpose(order).reshape(groups, length), 1);
        NDArray places = NDArray.arange(groups).mul(length).add(found);
        boolean isInOrder = Arrays.equals(order, ShapeOperations.allAxes(x.shape()));
        return isInOrder
                ? places
                : positions(x.shape()).transpose(order).reshape(x.size()).take(places, 0);
    }
}
