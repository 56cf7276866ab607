package io.github.dlfs4j.ndarray;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** All positions of a shape in C order: the position on the last axis changes fastest. */
final class IndexIterator implements Iterator<int[]> {
    private final Shape shape;
    private final int[] next;
    private int left;

    IndexIterator(Shape shape) {
        this.shape = shape;
        this.next = new int[shape.ndim()];
        this.left = shape.size();
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
            if (++next[axis] < shape.get(axis)) {
                break;
            }
            next[axis] = 0;
        }
        return current;
    }
}
