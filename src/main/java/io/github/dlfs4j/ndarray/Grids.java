package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lengths;

/** Coordinates of the points of grids. */
final class Grids {
    /** Returns the coordinates of a grid, broadcast to its shape or, if it is sparse, as lines. */
    static NDArray[] meshgrid(Indexing indexing, boolean sparse, NDArray... arrays) {
        int[] lengths = new int[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            lengths[axisOf(i, arrays.length, indexing)] = arrays[i].size();
        }
        NDArray[] grids = new NDArray[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            NDArray line = arrays[i].reshape(Lengths.along(axisOf(i, arrays.length, indexing), arrays.length));
            grids[i] = (sparse ? line : line.stretchedTo(Shape.of(lengths))).copy();
        }
        return grids;
    }

    private static int axisOf(int position, int count, Indexing indexing) {
        boolean isExchanged = indexing == Indexing.XY && count > 1 && position < 2;
        return isExchanged ? 1 - position : position;
    }
}
