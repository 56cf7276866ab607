package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reading and writing through an index. Positions and slices give a view, by arithmetic on the {@link Layout}.
 * {@link AdvancedIndexing} handles an index with an array of positions or a mask.
 */
final class BasicIndexing {
    /**
     * Computes {@code x.get(i, j)}. As in NumPy, an index with a position for every axis gives an element, not a view.
     */
    static NDArray get(NDArray a, int... indices) {
        NDArray view = a.withLayout(a.layout().at(indices));
        return indices.length == a.ndim() ? view.copy() : view;
    }

    /** Computes {@code x.get(index)}. */
    static NDArray get(NDArray a, Index... index) {
        Index[] parts = expand(a, index);
        if (hasElements(parts)) {
            return AdvancedIndexing.select(a, index, parts).read();
        }
        NDArray view = a.withLayout(basic(a.layout(), parts));
        return isScalar(a, index) ? view.copy() : view;
    }

    static Selection at(NDArray a, Index... index) {
        if (!a.isWriteable()) {
            throw Errors.readOnlyTarget();
        }
        Index[] parts = expand(a, index);
        boolean isElement = isScalar(a, index);
        return hasElements(parts)
                ? new Selection(null, AdvancedIndexing.select(a, index, parts), isElement)
                : new Selection(a.withLayout(basic(a.layout(), parts)), null, isElement);
    }

    static Index[] positions(int... indices) {
        Index[] parts = new Index[indices.length];
        for (int i = 0; i < indices.length; i++) {
            parts[i] = Index.at(indices[i]);
        }
        return parts;
    }

    static Index[] elements(NDArray... index) {
        Index[] parts = new Index[Errors.nonNull("index", index).length];
        for (int i = 0; i < index.length; i++) {
            parts[i] = Index.of(index[i]);
        }
        return parts;
    }

    /** Returns whether every axis has a position, so that the index selects an element. */
    private static boolean isScalar(NDArray a, Index... index) {
        for (Index part : index) {
            if (!isPosition(part)) {
                return false;
            }
        }
        return index.length == a.ndim();
    }

    /** Returns whether the part is a single position, maybe a 0-d array. */
    private static boolean isPosition(Index part) {
        return part instanceof Index.At
                || (part instanceof Index.Array array
                        && array.values().ndim() == 0
                        && array.values().dtype() != DType.BOOL);
    }

    private static boolean hasElements(Index... parts) {
        for (Index part : parts) {
            if (part instanceof Index.Array) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index with a part for every axis: an ellipsis, maybe omitted at the end, becomes whole slices. */
    private static Index[] expand(NDArray a, Index... index) {
        int named = 0;
        boolean ellipsis = false;
        for (Index part : Objects.requireNonNull(index, "index")) {
            named += axesOf(Objects.requireNonNull(part, "index: NumPy's None is Index.newAxis()"));
            if (part instanceof Index.Array array && array.values().dtype().isFloating()) {
                throw Errors.notAnIndex();
            }
            if (part == Index.Marker.ELLIPSIS) {
                if (ellipsis) {
                    throw new IndexOutOfBoundsException("an index can only have a single ellipsis ('...')");
                }
                ellipsis = true;
            }
        }
        if (named > a.ndim()) {
            throw Errors.tooManyIndices(a.ndim(), named);
        }
        int left = a.ndim() - named;
        checkNdim(left, index);
        if (left == 0 && !ellipsis) {
            return index;
        }
        Index[] parts = new Index[index.length - (ellipsis ? 1 : 0) + left];
        Arrays.fill(parts, Index.all());
        int next = 0;
        for (Index part : index) {
            if (part == Index.Marker.ELLIPSIS) {
                next += left;
            } else {
                parts[next++] = part;
            }
        }
        return parts;
    }

    /**
     * Checks the number of axes of the result. The arrays of an index add the most axes that any of them has; a mask
     * has one.
     */
    private static void checkNdim(int left, Index... index) {
        int ndim = left;
        int ofArrays = 0;
        for (Index part : index) {
            if (part instanceof Index.Array array) {
                NDArray values = array.values();
                ofArrays = Math.max(ofArrays, values.dtype() == DType.BOOL ? 1 : values.ndim());
            } else if (part instanceof Index.Range || part == Index.Marker.NEW_AXIS) {
                ndim++;
            }
        }
        if (ndim + ofArrays > Lengths.MAX_AXES) {
            throw Errors.tooManyIndexedAxes(ndim + ofArrays);
        }
    }

    static int axesOf(Index part) {
        if (part instanceof Index.Array array) {
            return array.values().dtype() == DType.BOOL ? array.values().ndim() : 1;
        }
        return part instanceof Index.Marker ? 0 : 1;
    }

    private static Layout basic(Layout layout, Index... parts) {
        Layout view = layout;
        int axis = 0;
        int viewAxis = 0;
        for (Index part : parts) {
            if (part instanceof Index.At at) {
                view = at(view, viewAxis, layout.checkIndex(at.position(), axis));
            } else {
                view = sliceOrNewAxis(view, viewAxis, part);
                viewAxis++;
            }
            axis += axesOf(part);
        }
        return view;
    }

    static Layout sliceOrNewAxis(Layout layout, int axis, Index part) {
        return part instanceof Index.Range range ? slice(layout, axis, range) : layout.insertAxis(axis);
    }

    private static Layout at(Layout layout, int axis, int position) {
        Layout rest = layout.removeAxis(axis);
        return new Layout(rest.lengths(), rest.strides(), layout.offset() + position * layout.strides()[axis]);
    }

    private static Layout slice(Layout layout, int axis, Index.Range range) {
        if (range.start() == null && range.stop() == null && range.step() == 1) {
            return layout;
        }
        int length = layout.length(axis);
        int step = range.step();
        int lowest = step > 0 ? 0 : -1;
        int highest = step > 0 ? length : length - 1;
        int first =
                range.start() == null ? (step > 0 ? lowest : highest) : bound(range.start(), length, lowest, highest);
        int last = range.stop() == null ? (step > 0 ? highest : lowest) : bound(range.stop(), length, lowest, highest);
        long distance = step > 0 ? (long) last - first : (long) first - last;
        long stepSize = Math.abs((long) step);
        int count = distance <= 0 ? 0 : (int) ((distance + stepSize - 1) / stepSize);
        int[] lengths = layout.lengths().clone();
        int[] strides = layout.strides().clone();
        lengths[axis] = count;
        strides[axis] = count <= 1 ? strides[axis] : strides[axis] * step;
        int offset = count == 0 ? layout.offset() : layout.offset() + first * layout.strides()[axis];
        return new Layout(lengths, strides, offset);
    }

    private static int bound(int position, int length, int lowest, int highest) {
        int counted = position < 0 ? position + length : position;
        return Math.max(lowest, Math.min(highest, counted));
    }
}
