package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** NumPy's advanced indexing: finds the elements that an index with arrays of positions or masks selects. */
final class AdvancedIndexing {
    /**
     * What one part of an index adds to the offsets of the selected elements.
     *
     * @param values offsets, or positions on the axis
     * @param isOffset whether the values are offsets already
     */
    private record Addend(NDArray values, int axis, boolean isOffset) {
        /** Adds the offsets, broadcast to the shape, to the sums. */
        void addTo(int[] sums, Shape shape, Layout layout) {
            NDArray all = values.stretchedTo(shape);
            Cursor<long[]> cursor = new Cursor<>(Carrier.LONGS, all.elements(), StridedLoop.inOrder(all.layout()), 0);
            long[] block = Carrier.LONGS.block(0);
            int stride = isOffset ? 1 : layout.strides()[axis];
            for (int from = 0; from < sums.length; from += Cursor.BLOCK) {
                int n = Math.min(sums.length - from, Cursor.BLOCK);
                cursor.load(block, n);
                for (int i = 0; i < n; i++) {
                    int value = isOffset ? (int) block[i] : layout.checkIndex(block[i], axis);
                    sums[from + i] += value * stride;
                }
            }
        }
    }

    /**
     * Finds the elements that an index with arrays selects. Arrays and single positions are broadcast against each
     * other. Their axes take the place of the first array, or come first if other parts lie between the arrays.
     */
    static IndexedElements select(NDArray a, Index[] index, Index... parts) {
        if (isWholeMask(a, index)) {
            return new ElementsOfMask(a, ((Index.Array) index[0]).values());
        }
        checkMasks(a.layout(), parts);
        return list(a, index, parts);
    }

    /** Lists the offset of each selected element. */
    private static ElementsAtPositions list(NDArray a, Index[] index, Index... parts) {
        Layout layout = a.layout();
        Layout rest = layout;
        List<Addend> addends = new ArrayList<>();
        Shape[] shapes = new Shape[layout.ndim() + parts.length];
        int count = 0;
        int axis = 0;
        int restAxis = 0;
        int place = 0;
        for (Index part : parts) {
            int axes = BasicIndexing.axesOf(part);
            if (isArray(part)) {
                place = addends.isEmpty() ? restAxis : place;
                Addend addend = addend(layout, axis, part);
                addends.add(addend);
                for (int k = 0; k < Math.max(axes, 1); k++) {
                    shapes[count++] = addend.values().shape();
                }
                for (int k = 0; k < axes; k++) {
                    rest = rest.removeAxis(restAxis);
                }
            } else {
                rest = BasicIndexing.sliceOrNewAxis(rest, restAxis, part);
                restAxis++;
            }
            axis += axes;
        }
        Shape chosen = commonShape(Arrays.copyOf(shapes, count));
        int[] offsets = sum(layout, addends, chosen);
        return new ElementsAtPositions(a, rest, areAdjacent(index) ? place : 0, chosen, offsets, false);
    }

    /** Adds up the offsets. If nothing is selected, positions go unchecked, as in NumPy. */
    private static int[] sum(Layout layout, List<Addend> addends, Shape shape) {
        int[] sums = Allocation.positions(shape.size());
        for (Addend addend : addends) {
            addend.addTo(sums, shape, layout);
        }
        return sums;
    }

    private static boolean isArray(Index part) {
        return part instanceof Index.Array || part instanceof Index.At;
    }

    /** Returns whether the arrays and positions are neighbours; even an ellipsis for no axes separates them. */
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

    /** Returns whether the index is a single mask of the array's shape. */
    private static boolean isWholeMask(NDArray a, Index... index) {
        return index.length == 1
                && index[0] instanceof Index.Array array
                && array.values().dtype() == DType.BOOL
                && array.values().shape().equals(a.shape());
    }

    /**
     * Returns the broadcast shape. Its error lists a mask once for each axis and leaves positions out, as NumPy's does.
     */
    private static Shape commonShape(Shape... shapes) {
        if (!Broadcast.isPossible(shapes)) {
            Shape[] ofArrays =
                    Stream.of(shapes).filter(shape -> shape.ndim() > 0).toArray(Shape[]::new);
            throw new IndexOutOfBoundsException(
                    "shape mismatch: indexing arrays could not be broadcast together with shapes "
                            + Shape.messages(ofArrays));
        }
        return Broadcast.shape(shapes);
    }

    /** Checks a single position at once; an array of positions is checked only after all arrays have been broadcast. */
    private static Addend addend(Layout layout, int axis, Index part) {
        if (part instanceof Index.Array array) {
            NDArray values = array.values();
            if (values.dtype() == DType.BOOL) {
                return new Addend(NDArray.of(maskOffsets(layout, axis, values)), axis, true);
            }
            return values.ndim() > 0 ? new Addend(values, axis, false) : position(layout, axis, values.asLong());
        }
        return position(layout, axis, ((Index.At) part).position());
    }

    private static Addend position(Layout layout, int axis, long position) {
        long offset = (long) layout.checkIndex(position, axis) * layout.strides()[axis];
        return new Addend(NDArray.scalar(offset), axis, true);
    }

    /** Returns what positions on an axis, of any dtype, add to the offset. */
    static int[] offsets(Layout layout, int axis, NDArray positions) {
        return sum(layout, List.of(new Addend(positions, axis, false)), positions.shape());
    }

    private static void checkMasks(Layout layout, Index... parts) {
        int axis = 0;
        for (Index part : parts) {
            if (part instanceof Index.Array array && array.values().dtype() == DType.BOOL) {
                checkMask(layout, axis, array.values());
            }
            axis += BasicIndexing.axesOf(part);
        }
    }

    /** Checks the lengths of a mask; an axis of length 0 fits any other, as in NumPy, since it selects nothing. */
    private static void checkMask(Layout layout, int axis, NDArray mask) {
        for (int k = 0; k < mask.ndim(); k++) {
            if (mask.shape(k) != 0 && mask.shape(k) != layout.length(axis + k)) {
                throw new IndexOutOfBoundsException(
                        ("boolean index did not match indexed array along axis %s; size of axis is %s but size of"
                                        + " corresponding boolean axis is %s")
                                .formatted(axis + k, layout.length(axis + k), mask.shape(k)));
            }
        }
    }

    /** Returns the offsets of the elements at which the mask is true, in C order. */
    static int[] maskOffsets(Layout layout, int axis, NDArray mask) {
        boolean[] chosen = mask.toBooleanArray();
        int count = 0;
        for (boolean c : chosen) {
            count += c ? 1 : 0;
        }
        int[] offsets = Allocation.positions(count);
        int[] index = new int[mask.ndim()];
        int next = 0;
        int offset = 0;
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
                offset -= stride * index[k];
                index[k] = 0;
            }
        }
        return offsets;
    }
}
