package io.github.dlfs4j.ndarray.strided;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The positions in an array in C order: the position on the last axis changes fastest. */
public final class IndexIterator implements Iterator<int[]> {
    private final int[] lengths;
    private final int[] next;
    private int left;

    public IndexIterator(int... lengths) {
        this.lengths = lengths;
        this.next = new int[lengths.length];
        this.left = Lengths.checkedSize(lengths);
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public int[] next() {
        if (left == 0) {
            throw new NoSuchElementException();
        }
        int[] current = next.clone();
        left--;
        for (int axis = next.length - 1; axis >= 0; axis--) {
            if (++next[axis] < lengths[axis]) {
                break;
            }
            next[axis] = 0;
        }
        return current;
    }

    /** Returns, for each axis, the positions on it of elements that are numbered in C order. */
    public static long[][] unravel(long[] numbers, int... lengths) {
        long[] left = Allocation.longs(numbers.length);
        System.arraycopy(numbers, 0, left, 0, left.length);
        long[][] byAxis = new long[lengths.length][];
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            byAxis[axis] = Allocation.longs(left.length);
            for (int i = 0; i < left.length; i++) {
                byAxis[axis][i] = left[i] % lengths[axis];
                left[i] /= lengths[axis];
            }
        }
        return byAxis;
    }
}
