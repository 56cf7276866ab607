package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/** Arrays of two or more axes that follow a simple rule. */
final class Grids {
    private Grids() {}

    static NDArray eye(int n) {
        NDArray eye = NDArray.zeros(n, n);
        eye.reshape(n * n).at(Index.range(null, null, n + 1)).set(1);
        return eye;
    }

    /** The coordinates of every point of a grid; the first array runs along axis 1, the second along axis 0. */
    static NDArray[] meshgrid(NDArray... arrays) {
        int[] lengths = new int[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            lengths[axisOf(i, arrays.length)] = arrays[i].size();
        }
        NDArray[] grids = new NDArray[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            int[] along = new int[arrays.length];
            Arrays.fill(along, 1);
            along[axisOf(i, arrays.length)] = arrays[i].size();
            grids[i] = arrays[i].reshape(along).stretchedTo(Shape.of(lengths)).copy();
        }
        return grids;
    }

    private static int axisOf(int position, int count) {
        return count > 1 && position < 2 ? 1 - position : position;
    }
}
