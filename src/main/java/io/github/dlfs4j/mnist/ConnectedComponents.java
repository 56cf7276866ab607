package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Statistics;

/**
 * The pieces of a black and white image: pixels that touch each other, also at a corner.
 *
 * @param labels shape (height, width) of int64: 0 where nothing is, and 1, 2, … for the pieces
 */
record ConnectedComponents(NDArray labels) {
    /** The pieces of what a mask of shape (height, width) marks. */
    static ConnectedComponents of(NDArray mask) {
        int columns = mask.shape(1);
        boolean[] unseen = mask.toBooleanArray();
        long[] labels = new long[unseen.length];
        int[] waiting = new int[unseen.length];
        long label = 0;
        for (int start = 0; start < unseen.length; start++) {
            if (!unseen[start]) {
                continue;
            }
            label++;
            unseen[start] = false;
            waiting[0] = start;
            int count = 1;
            while (count > 0) {
                int pixel = waiting[--count];
                labels[pixel] = label;
                int row = pixel / columns;
                int column = pixel % columns;
                for (int i = Math.max(0, row - 1); i <= Math.min(mask.shape(0) - 1, row + 1); i++) {
                    for (int j = Math.max(0, column - 1); j <= Math.min(columns - 1, column + 1); j++) {
                        int neighbour = i * columns + j;
                        if (unseen[neighbour]) {
                            unseen[neighbour] = false;
                            waiting[count++] = neighbour;
                        }
                    }
                }
            }
        }
        return new ConnectedComponents(NDArray.wrap(labels, mask.shape(0), columns));
    }

    /** The ink without that of pieces which have less than a share of the largest one's. */
    NDArray withoutSpecks(NDArray ink, double share) {
        NDArray mass = Statistics.bincount(labels.ravel(), ink.ravel());
        mass.at(0).set(0);
        NDArray isSpeck = mass.lt(mass.max().mul(share));
        isSpeck.at(0).set(false);
        return NDArray.where(isSpeck.get(labels), 0.0, ink);
    }
}
