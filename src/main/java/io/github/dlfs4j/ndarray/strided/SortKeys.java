package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys;
import java.util.BitSet;

/**
 * The elements of an array, line by line along an axis, as integers that sort in the same order: the keys of
 * {@link FloatingKeys}, in which NaN is the largest, or the integers themselves.
 */
public final class SortKeys {
    private final Cursor<double[]> numbers;
    private final Cursor<long[]> integers;
    private final int length;
    /** The signs of a line's zeros in order, since both zeros have the same key; null if no zero is negative. */
    private BitSet negativeZeros;

    /** Reads the lines along an axis. */
    public SortKeys(Strided a, int axis) {
        length = a.layout().length(axis);
        boolean floating = a.primitive().isFloating();
        numbers = floating ? Cursor.along(Carrier.DOUBLES, a, axis) : null;
        integers = floating ? null : Cursor.along(Carrier.LONGS, a, axis);
    }

    /** Reads all elements in C order as one line, as numbers or as integers. */
    private SortKeys(Strided a, boolean floating) {
        length = a.size();
        StridedLoop loop = StridedLoop.inOrder(a.layout());
        numbers = floating ? new Cursor<>(Carrier.DOUBLES, a, loop, 0) : null;
        integers = floating ? null : new Cursor<>(Carrier.LONGS, a, loop, 0);
    }

    /** Returns the keys of all elements in C order, read as numbers or as integers. */
    public static long[] of(Strided a, boolean floating) {
        long[] keys = Allocation.longs(a.size());
        if (keys.length > 0) {
            new SortKeys(a, floating).next(keys);
        }
        return keys;
    }

    /** Reads the keys of the next line. */
    public void next(long[] keys) {
        negativeZeros = null;
        if (integers != null) {
            integers.load(keys, length);
            return;
        }
        double[] block = Carrier.DOUBLES.block(0);
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
    public void write(long[] sorted, int n, Output out) {
        if (integers != null) {
            out.integers.store(sorted, n);
            return;
        }
        double[] block = Carrier.DOUBLES.block(0);
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
    public static final class Output {
        private final Cursor<double[]> numbers;
        private final Cursor<long[]> integers;

        /** Writes along an axis. */
        public Output(Strided a, int axis) {
            boolean floating = a.primitive().isFloating();
            numbers = floating ? Cursor.along(Carrier.DOUBLES, a, axis) : null;
            integers = floating ? null : Cursor.along(Carrier.LONGS, a, axis);
        }
    }
}
