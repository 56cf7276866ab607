package io.github.dlfs4j.ndarray;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the elements that an index with arrays of positions or masks selects, what NumPy calls advanced indexing. */
final class AdvancedIndexing {
    private AdvancedIndexing() {}

    /**
     * The elements that an index with arrays selects. The arrays, and the positions among the parts, are broadcast
     * against each other; their axes stand where the first of them stands, or in front if other parts lie between them.
     */
    static SelectedElements select(NDArray a, Index[] index, Index... parts) {
        Layout layout = a.layout();
        Layout rest = layout;
        List<NDArray> offsets = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        int axis = 0;
        int restAxis = 0;
        int place = 0;
        for (Index part : parts) {
            int axes = Indexing.axesOf(part);
            if (isArray(part)) {
                place = offsets.isEmpty() ? restAxis : place;
                NDArray partOffsets = offsets(layout, axis, part);
                offsets.add(partOffsets);
                shapes.addAll(Collections.nCopies(Math.max(axes, 1), partOffsets.shape()));
                for (int k = 0; k < axes; k++) {
                    rest = rest.removeAxis(restAxis);
                }
            } else {
                rest = Indexing.sliceOrNewAxis(rest, restAxis, part);
                restAxis++;
            }
            axis += axes;
        }
        checkBroadcastable(shapes);
        NDArray sum = offsets.stream().reduce(NDArray::add).orElseThrow();
        return new SelectedElements(a, rest, areAdjacent(index) ? place : 0, sum, isWholeMask(a, index));
    }

    private static boolean isArray(Index part) {
        return part instanceof Index.Elements || part instanceof Index.At;
    }

    /** Whether no other part lies between the arrays and positions: not even an ellipsis that stands for no axis. */
    private static boolean areAdjacent(Index... index) {
        int first = -1;
        int last = -1;
        int count = 0;
        for (int i = 0; i < index.length; i++) {
            if (isArray(index[i])) {
                first = first < 0 ? i : first;
                last = i;
                count++;
            }
        }
        return last - first + 1 == count;
    }

    /** Whether the index is one mask of the array's shape. */
    private static boolean isWholeMask(NDArray a, Index... index) {
        return index.length == 1
                && index[0] instanceof Index.Elements elements
                && elements.values().dtype() == DType.BOOL
                && elements.values().ndim() == a.ndim();
    }

    /** NumPy lists a mask once for each of its axes, and no positions. */
    private static void checkBroadcastable(List<Shape> shapes) {
        if (!Broadcast.isPossible(shapes.toArray(new Shape[0]))) {
            throw Errors.indicesNotBroadcastable(
                    shapes.stream().filter(shape -> shape.ndim() > 0).toArray(Shape[]::new));
        }
    }

    /** What the positions of an array, a mask or a single position add to the layout's offset. */
    private static NDArray offsets(Layout layout, int axis, Index part) {
        NDArray values = part instanceof Index.Elements elements
                ? elements.values()
                : NDArray.scalar(((Index.At) part).position());
        return values.dtype() == DType.BOOL ? maskOffsets(layout, axis, values) : arrayOffsets(layout, axis, values);
    }

    private static NDArray arrayOffsets(Layout layout, int axis, NDArray positions) {
        if (positions.dtype().isFloating()) {
            throw Errors.notAnIndex();
        }
        long[] values = positions.astype(DType.INT64).toLongArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) layout.checkIndex(values[i], axis) * layout.strides()[axis];
        }
        return NDArray.of(values, positions.shape().toArray());
    }

    /** The offsets of the mask's true elements, in C order. */
    private static NDArray maskOffsets(Layout layout, int axis, NDArray mask) {
        for (int k = 0; k < mask.ndim(); k++) {
            if (mask.shape(k) != layout.shape().get(axis + k)) {
                throw Errors.maskMismatch(axis + k, layout.shape().get(axis + k), mask.shape(k));
            }
        }
        boolean[] chosen = mask.toBooleanArray();
        int count = 0;
        for (boolean c : chosen) {
            count += c ? 1 : 0;
        }
        long[] offsets = new long[count];
        int[] index = new int[mask.ndim()];
        int next = 0;
        long offset = 0;
        for (boolean c : chosen) {
            if (c) {
                offsets[next++] = offset;
            }
            for (int k = index.length - 1; k >= 0; k--) {
                int stride = layout.strides()[axis + k];
                offset += stride;
                if (++index[k] < mask.shape(k)) {
                    break;
                }
                offset -= (long) stride * index[k];
                index[k] = 0;
            }
        }
        return NDArray.of(offsets);
    }
}
