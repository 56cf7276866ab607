package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * The connected pieces of a black and white image. Pixels are connected if they touch at a side or a corner.
 *
 * @param labels shape (height, width) of int64: 0 outside of the pieces, and 1, 2, … for the pixels of each piece
 */
record ConnectedComponents(NDArray labels) {
    /** Finds the pieces in a mask of shape (height, width). */
    static ConnectedComponents of(NDArray mask, Effort effort) {
        // Each pixel of a piece looks at its neighbours.
        effort.walk(mask.size() + 9L * mask.sum().asLong());
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
}
