package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys;
import java.util.BitSet;

/**
 * The elements of an array, line by line along an axis, as integers that sort in the same order: the keys of
 * {@link FloatingKeys}, in which NaN is the largest, or the integers themselves.
 */
final class SortKeys {
    private final Cursor<double[]> numbers;
    private final Cursor<long[]> integers;
    private final int length;
    /** The signs of a line's zeros in order, since both zeros have the same key; null if no zero is negative. */
    private BitSet negativeZeros;

    /** Reads the elements as another dtype, which can hold them all. */
    SortKeys(NDArray a, int axis, DType dtype) {
        length = a.shape(axis);
        numbers = dtype.isFloating() ? Cursor.along(Lane.DOUBLES, a, axis) : null;
        integers = dtype.isFloating() ? null : Cursor.along(Lane.LONGS, a, axis);
    }

    SortKeys(NDArray a, int axis) {
        this(a, axis, a.dtype());
    }

    /** Returns the keys of all elements in C order, read as another dtype. */
    static long[] of(NDArray a, DType dtype) {
        NDArray line = a.reshape(-1);
        long[] keys = new long[line.size()];
        if (keys.length > 0) {
            new SortKeys(line, 0, dtype).next(keys);
        }
        return keys;
    }

    /** Reads the keys of the next line. */
    void next(long[] keys) {
        negativeZeros = null;
        if (integers != null) {
            integers.load(keys, length);
            return;
        }
        double[] block = Lane.DOUBLES.block(0);
        int zeros = 0;
        for (int from = 0; from < length; from += Cursor.BLOCK) {
            int n = Math.min(length - from, Cursor.BLOCK);
            numbers.load(block, n);
            for (int i = 0; i < n; i++) {
                keys[from + i] = FloatingKeys.key(block[i]);
            }
            int zerosOfBlock = 0;
            for (int i = 0; i < n; i++) {
                zerosOfBlock += block[i] == 0 ? 1 : 0;
            }
            if (zerosOfBlock > 0) {
                noteSigns(block, n, zeros);
                zeros += zerosOfBlock;
            }
        }
    }

    private void noteSigns(double[] block, int n, int zerosBefore) {
        int zeros = zerosBefore;
        for (int i = 0; i < n; i++) {
            if (block[i] == 0) {
                if (Double.doubleToRawLongBits(block[i]) != 0) {
                    negativeZeros = negativeZeros == null ? new BitSet() : negativeZeros;
                    negativeZeros.set(zeros);
                }
                zeros++;
            }
        }
    }

    /** Writes the elements for n sorted keys of the line that was read last. */
    void write(long[] sorted, int n, Output out) {
        if (integers != null) {
            out.integers.store(sorted, n);
            return;
        }
        double[] block = Lane.DOUBLES.block(0);
        int zeros = 0;
        for (int from = 0; from < n; from += Cursor.BLOCK) {
            int count = Math.min(n - from, Cursor.BLOCK);
            for (int i = 0; i < count; i++) {
                block[i] = FloatingKeys.value(sorted[from + i]);
            }
            for (int i = 0; negativeZeros != null && i < count; i++) {
                if (block[i] == 0 && negativeZeros.get(zeros++)) {
                    block[i] = -0.0;
                }
            }
            out.numbers.store(block, count);
        }
    }

    /** The lines to which elements are written. */
    static final class Output {
        private final Cursor<double[]> numbers;
        private final Cursor<long[]> integers;

        Output(NDArray a, int axis) {
            numbers = a.dtype().isFloating() ? Cursor.along(Lane.DOUBLES, a, axis) : null;
            integers = a.dtype().isFloating() ? null : Cursor.along(Lane.LONGS, a, axis);
        }
    }
}
