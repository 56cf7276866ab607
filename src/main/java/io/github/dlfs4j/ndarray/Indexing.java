package io.github.dlfs4j.ndarray;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds what an index selects. Positions and slices give a view, arithmetic on the {@link Layout}. As soon as an array
 * of positions or a mask is among them, the selected elements are listed one by one in {@link SelectedElements}.
 */
final class Indexing {
    private Indexing() {}

    /** What {@code x.get(index)} returns. */
    static NDArray get(NDArray a, Index... index) {
        Index[] parts = expand(a, index);
        if (hasElements(parts)) {
            return select(a, index, parts).read();
        }
        NDArray view = a.withLayout(basic(a.layout(), parts));
        return isScalar(a, index) ? view.copy() : view;
    }

    static Selection at(NDArray a, Index... index) {
        if (a.layout().repeatsElements()) {
            throw Errors.readOnlyTarget();
        }
        Index[] parts = expand(a, index);
        return hasElements(parts)
                ? new Selection(select(a, index, parts))
                : new Selection(a.withLayout(basic(a.layout(), parts)));
    }

    static Index[] positions(int... indices) {
        Index[] parts = new Index[indices.length];
        for (int i = 0; i < indices.length; i++) {
            parts[i] = Index.at(indices[i]);
        }
        return parts;
    }

    static Index[] elements(NDArray... arrays) {
        Index[] parts = new Index[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            parts[i] = Index.of(arrays[i]);
        }
        return parts;
    }

    /** NumPy hands out an element, not a view, where every axis has a position. */
    private static boolean isScalar(NDArray a, Index... index) {
        for (Index part : index) {
            if (!(part instanceof Index.At)) {
                return false;
            }
        }
        return index.length == a.ndim();
    }

    private static boolean hasElements(Index... parts) {
        for (Index part : parts) {
            if (part instanceof Index.Elements) {
                return true;
            }
        }
        return false;
    }

    /** The index with a part for every axis: the ellipsis, there or left out at the end, becomes whole slices. */
    private static Index[] expand(NDArray a, Index... index) {
        int named = 0;
        boolean ellipsis = false;
        for (Index part : index) {
            named += axesOf(part);
            if (part == Index.Marker.ELLIPSIS) {
                if (ellipsis) {
                    throw Errors.severalEllipses();
                }
                ellipsis = true;
            }
        }
        if (named > a.ndim()) {
            throw Errors.tooManyIndices(a.ndim(), named);
        }
        List<Index> parts = new ArrayList<>();
        for (Index part : index) {
            if (part == Index.Marker.ELLIPSIS) {
                addWholeAxes(parts, a.ndim() - named);
            } else {
                parts.add(part);
            }
        }
        if (!ellipsis) {
            addWholeAxes(parts, a.ndim() - named);
        }
        return parts.toArray(new Index[0]);
    }

    private static int axesOf(Index part) {
        if (part instanceof Index.Elements elements) {
            return elements.values().dtype() == DType.BOOL ? elements.values().ndim() : 1;
        }
        return part instanceof Index.Marker ? 0 : 1;
    }

    private static void addWholeAxes(List<Index> parts, int count) {
        for (int i = 0; i < count; i++) {
            parts.add(Index.all());
        }
    }

    private static Layout basic(Layout layout, Index... parts) {
        Layout view = layout;
        int axis = 0;
        int originalAxis = 0;
        for (Index part : parts) {
            if (part instanceof Index.At at) {
                view = at(view, axis, layout.checkIndex(at.position(), originalAxis));
                originalAxis++;
            } else if (part instanceof Index.Range range) {
                view = slice(view, axis, range);
                axis++;
                originalAxis++;
            } else {
                view = view.insertAxis(axis);
                axis++;
            }
        }
        return view;
    }

    private static Layout at(Layout layout, int axis, int position) {
        Layout rest = layout.removeAxis(axis);
        return new Layout(rest.shape(), rest.strides(), layout.offset() + position * layout.strides()[axis]);
    }

    private static Layout slice(Layout layout, int axis, Index.Range range) {
        int length = layout.shape().get(axis);
        int step = range.step();
        int lowest = step > 0 ? 0 : -1;
        int highest = step > 0 ? length : length - 1;
        int first =
                range.start() == null ? (step > 0 ? lowest : highest) : bound(range.start(), length, lowest, highest);
        int last = range.stop() == null ? (step > 0 ? highest : lowest) : bound(range.stop(), length, lowest, highest);
        long distance = step > 0 ? (long) last - first : (long) first - last;
        long stepSize = Math.abs((long) step);
        int count = distance <= 0 ? 0 : (int) ((distance + stepSize - 1) / stepSize);
        int[] lengths = layout.shape().toArray();
        int[] strides = layout.strides().clone();
        lengths[axis] = count;
        strides[axis] = count <= 1 ? strides[axis] : strides[axis] * step;
        int offset = count == 0 ? layout.offset() : layout.offset() + first * layout.strides()[axis];
        return new Layout(Shape.of(lengths), strides, offset);
    }

    private static int bound(int position, int length, int lowest, int highest) {
        int counted = position < 0 ? position + length : position;
        return Math.max(lowest, Math.min(highest, counted));
    }

    /**
     * The elements that an index with arrays selects. The arrays, and the positions among the parts, are broadcast
     * against each other; their axes stand where the first of them stands, or in front if other parts lie between them.
     */
    private static SelectedElements select(NDArray a, Index[] index, Index... parts) {
        List<Index> basicParts = new ArrayList<>();
        List<NDArray> offsets = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        Layout layout = a.layout();
        int axis = 0;
        int place = 0;
        for (Index part : parts) {
            if (!isArray(part)) {
                basicParts.add(part);
                axis += axesOf(part);
                continue;
            }
            if (offsets.isEmpty()) {
                place = basicParts.size();
            }
            NDArray partOffsets = offsets(layout, axis, part);
            offsets.add(partOffsets);
            shapes.addAll(Collections.nCopies(Math.max(axesOf(part), 1), partOffsets.shape()));
            for (int k = axesOf(part); k > 0; k--) {
                basicParts.add(Index.at(0));
                axis++;
            }
        }
        int slicesBefore = 0;
        for (Index part : basicParts.subList(0, place)) {
            slicesBefore += part instanceof Index.At ? 0 : 1;
        }
        checkBroadcastable(shapes);
        NDArray sum = offsets.stream().reduce(NDArray::add).orElseThrow();
        return new SelectedElements(
                a, restOf(layout, basicParts), areAdjacent(index) ? slicesBefore : 0, sum, isWholeMask(a, index));
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

    /** The layout of the axes without arrays; where an array's axis is empty, position 0 does not exist. */
    private static Layout restOf(Layout layout, List<Index> basicParts) {
        Layout rest = layout;
        int axis = 0;
        for (Index part : basicParts) {
            if (part instanceof Index.At) {
                rest = rest.removeAxis(axis);
            } else if (part instanceof Index.Range range) {
                rest = slice(rest, axis++, range);
            } else {
                rest = rest.insertAxis(axis++);
            }
        }
        return rest;
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
