package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/** A margin of zeros around an array. */
final class Padding {
    private Padding() {}

    static NDArray pad(NDArray a, int[][] widths) {
        int[][] pairs = pairs(a.ndim(), widths);
        int[] lengths = a.shape().toArray();
        Index[] inside = new Index[a.ndim()];
        for (int axis = 0; axis < a.ndim(); axis++) {
            int before = pairs[axis][0];
            inside[axis] = Index.range(before, before + lengths[axis]);
            lengths[axis] = Shape.checkLength((long) before + lengths[axis] + pairs[axis][1]);
        }
        NDArray padded = NDArray.zeros(a.dtype(), lengths);
        padded.at(inside).set(a);
        return padded;
    }

    /** A pair for every axis; one pair alone holds for all. */
    private static int[][] pairs(int ndim, int[][] widths) {
        for (int[] pair : widths) {
            if (pair.length != 2) {
                throw Errors.notAPair(pair.length);
            }
            if (pair[0] < 0 || pair[1] < 0) {
                throw Errors.negativeWidth();
            }
        }
        if (widths.length == ndim) {
            return widths;
        }
        if (widths.length != 1) {
            throw Errors.widthsNotBroadcastable(widths.length, ndim);
        }
        int[][] pairs = new int[ndim][];
        Arrays.fill(pairs, widths[0]);
        return pairs;
    }
}
