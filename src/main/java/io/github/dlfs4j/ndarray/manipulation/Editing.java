package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/** NumPy's {@code insert}, {@code delete} and {@code trim_zeros}. */
final class Editing {
    static NDArray insert(NDArray a, Index index, NDArray values, int axis) {
        int checked = Axes.check(axis, a.ndim());
        int length = a.shape(checked);
        long[] positions = positions(index, length);
        NDArray own = Inside.converted(Objects.requireNonNull(values, "values"), a.dtype());
        if (positions.length == 1) {
            return insertBlock(a, index, positions[0], own, checked);
        }
        for (int i = 0; i < positions.length; i++) {
            positions[i] += positions[i] < 0 ? length : 0;
            if (positions[i] != (int) positions[i]) {
                throw Errors.indexOutOfBounds(positions[i], 0, length + positions.length);
            }
        }
        // Parts inserted before the same element keep their order.
        int[] order = stableOrder(positions);
        for (int i = 0; i < order.length; i++) {
            positions[order[i]] += i;
        }
        int[] lengths = a.shape().toArray();
        lengths[checked] = Lengths.checkLength((long) length + positions.length);
        boolean[] old = Allocation.booleans(lengths[checked]);
        Arrays.fill(old, true);
        int[] places = Allocation.positions(positions.length);
        for (int i = 0; i < places.length; i++) {
            if (positions[i] < -old.length || positions[i] >= old.length) {
                throw Errors.indexOutOfBounds(positions[i], 0, old.length);
            }
            places[i] = (int) (positions[i] < 0 ? positions[i] + old.length : positions[i]);
            old[places[i]] = false;
        }
        NDArray result = NDArray.empty(a.dtype(), lengths);
        int[] inserted = lengths.clone();
        inserted[checked] = positions.length;
        if (fits(own, inserted)) {
            NDArray parts = NDArray.empty(a.dtype(), inserted);
            Inside.assign(parts, own);
            copyTo(places, parts, result, checked);
        } else {
            result.at(along(checked, Index.of(NDArray.of(positions)))).set(own);
        }
        int[] rest = IntStream.range(0, old.length).filter(i -> old[i]).toArray();
        if (rest.length == length) {
            copyTo(rest, a, result, checked);
        } else {
            // Positions before the start met others when they were counted from the end, so there is more room than
            // elements: NumPy repeats a single one, and refuses several.
            result.at(along(checked, Index.of(NDArray.of(old)))).set(a);
        }
        return result;
    }

    /** Returns whether values, without leading axes of length 1 that are too many, can be broadcast. */
    private static boolean fits(NDArray values, int... lengths) {
        int[] own = values.shape().toArray();
        while (own.length > lengths.length && own[0] == 1) {
            own = Lengths.without(own, 0);
        }
        return Arrays.equals(Broadcasting.lengths(own, lengths), lengths);
    }

    /** Copies the parts of an array to positions on an axis of another, which is in C order: run by run. */
    private static void copyTo(int[] positions, NDArray parts, NDArray result, int axis) {
        if (parts.size() == 0) {
            return;
        }
        NDArray line = parts.ravel();
        Object from = Inside.storage(line).values();
        Object to = Inside.storage(result).values();
        int[] lengths = result.shape().toArray();
        // the elements of a part of the axis
        int after = (int) Lengths.product(Arrays.copyOfRange(lengths, axis + 1, lengths.length));
        int next = Inside.layout(line).offset();
        for (int start = 0; start < result.size(); start += result.shape(axis) * after) {
            for (int i = 0, end; i < positions.length; i = end) {
                end = i + 1;
                while (end < positions.length && positions[end] == positions[end - 1] + 1) {
                    end++;
                }
                int n = (end - i) * after;
                System.arraycopy(from, next, to, start + positions[i] * after, n);
                next += n;
            }
        }
    }

    /** Inserts any number of parts at a single position. */
    private static NDArray insertBlock(NDArray a, Index index, long position, NDArray values, int axis) {
        int length = a.shape(axis);
        if (position < -length || position > length) {
            throw new IndexOutOfBoundsException("index %s is out of bounds for axis %s with size %s"
                    .formatted(text(index, position), axis, length));
        }
        int at = (int) (position < 0 ? position + length : position);
        NDArray block = values.reshape(Lengths.withAxes(a.ndim(), values.shape().toArray()));
        if (isScalar(index)) {
            block = Rearranging.moveAxis(block, new int[] {0}, new int[] {axis});
        }
        int count = block.shape(axis);
        int[] lengths = a.shape().toArray();
        lengths[axis] = Lengths.checkLength((long) length + count);
        NDArray result = NDArray.empty(a.dtype(), lengths);
        Layout to = Inside.layout(result);
        Inside.assign(
                Inside.view(result, to.along(axis, 0, at, 1)),
                Inside.view(a, Inside.layout(a).along(axis, 0, at, 1)));
        Inside.assign(Inside.view(result, to.along(axis, at, count, 1)), block);
        Inside.assign(
                Inside.view(result, to.along(axis, at + count, length - at, 1)),
                Inside.view(a, Inside.layout(a).along(axis, at, length - at, 1)));
        return result;
    }

    private static boolean isScalar(Index index) {
        return index instanceof Index.At
                || (index instanceof Index.Array array && array.values().ndim() == 0);
    }

    private static String text(Index index, long position) {
        return isScalar(index) ? Long.toString(position) : "[" + position + "]";
    }

    private static long[] positions(Index index, int length) {
        if (index instanceof Index.At at) {
            return new long[] {at.position()};
        }
        if (index instanceof Index.Range) {
            return NDArray.arange(length).get(index).toLongArray();
        }
        if (!(Objects.requireNonNull(index, "index") instanceof Index.Array array)) {
            throw Errors.notAnIndex();
        }
        NDArray values = array.values();
        if (values.dtype() == DType.BOOL) {
            if (values.ndim() != 1) {
                throw new IllegalArgumentException("boolean array argument obj to insert must be one dimensional");
            }
            return NDArray.arange(values.size()).get(values).toLongArray();
        }
        if (values.ndim() > 1) {
            throw new IllegalArgumentException("index array argument obj to insert must be one dimensional or scalar");
        }
        if (values.dtype().isFloating() && values.size() > 0) {
            throw Errors.notAnIndex();
        }
        return values.astype(DType.INT64).toLongArray();
    }

    private static int[] stableOrder(long... positions) {
        // Each position is packed with its place, so that equal positions stay in order.
        long[] packed = Allocation.longs(positions.length);
        Arrays.setAll(packed, i -> (positions[i] << Integer.SIZE) | i);
        Arrays.sort(packed);
        return Arrays.stream(packed).mapToInt(pair -> (int) pair).toArray();
    }

    private static Index[] along(int axis, Index part) {
        Index[] index = new Index[axis + 1];
        Arrays.fill(index, Index.all());
        index[axis] = part;
        return index;
    }

    static NDArray delete(NDArray a, Index index, int axis) {
        int checked = Axes.check(axis, a.ndim());
        int length = a.shape(checked);
        long[] kept = Allocation.longs(length);
        boolean[] deleted = Allocation.booleans(length);
        if (index instanceof Index.Array array && array.values().dtype() == DType.BOOL) {
            NDArray mask = array.values();
            if (mask.ndim() != 1 || mask.size() != length) {
                throw new IllegalArgumentException(
                        "boolean array argument obj to delete must be one dimensional and match the axis length of "
                                + length);
            }
            deleted = mask.toBooleanArray();
        } else {
            long[] positions = positionsToDelete(index, length);
            for (long position : positions) {
                if (position < -length || position >= length) {
                    // NumPy looks several positions up in a mask of the axis alone, whose own axis is 0.
                    throw Errors.indexOutOfBounds(position, positions.length == 1 ? checked : 0, length);
                }
                deleted[(int) (position < 0 ? position + length : position)] = true;
            }
        }
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (!deleted[i]) {
                kept[count++] = i;
            }
        }
        return a.take(NDArray.of(Arrays.copyOf(kept, count)), checked);
    }

    private static long[] positionsToDelete(Index index, int length) {
        if (index instanceof Index.Array array && array.values().ndim() != 1) {
            return positions(Index.of(array.values().ravel()), length);
        }
        return positions(index, length);
    }

    /** Finds, for each axis, the first position of an element that is not zero, and the end of their positions. */
    static void findElements(NDArray a, int[] first, int[] end) {
        Arrays.fill(first, Integer.MAX_VALUE);
        boolean[] isSet = a.ne(0).toBooleanArray();
        int last = a.ndim() - 1;
        int n = a.shape(last);
        for (int row = 0; row < isSet.length; row += n) {
            int from = row;
            while (from < row + n && !isSet[from]) {
                from++;
            }
            if (from == row + n) {
                continue;
            }
            int to = row + n;
            while (!isSet[to - 1]) {
                to--;
            }
            first[last] = Math.min(first[last], from - row);
            end[last] = Math.max(end[last], to - row);
            int rest = row / n;
            for (int axis = last - 1; axis >= 0; axis--) {
                int position = rest % a.shape(axis);
                first[axis] = Math.min(first[axis], position);
                end[axis] = Math.max(end[axis], position + 1);
                rest /= a.shape(axis);
            }
        }
    }
}
