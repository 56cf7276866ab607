package io.github.dlfs4j.digit;

import java.util.Arrays;

/**
 * Fills the basins of a picture, the dark areas that no dark way connects with the edge: R. Barnes, C. Lehman and D.
 * Mulla, <i>Priority-flood: An optimal depression-filling and watershed-labeling algorithm for digital elevation
 * models</i>, 2014.
 */
final class Basins {
    /** The number of levels that are told apart. */
    private static final int STEPS = 1024;

    /** Returns each brightness, in a basin raised to that of the darkest pixel through which the basin overflows. */
    static Levels filled(Levels image) {
        double least = image.least();
        double most = image.most();
        double unit = most > least ? (most - least) / (STEPS - 1) : 1;
        int rows = image.rows();
        int columns = image.columns();
        // Each pixel is reached once and looks at its neighbours.
        image.effort().walk(9L * rows * columns);
        int[] level = new int[rows * columns];
        // A bucket for each level holds the pixels that the flood has reached, linked by their numbers.
        int[] first = new int[STEPS];
        Arrays.fill(first, -1);
        int[] next = new int[level.length];
        boolean[] reached = new boolean[level.length];
        for (int i = 0; i < level.length; i++) {
            level[i] = (int) ((image.values()[i] - least) / unit);
            int row = i / columns;
            int column = i % columns;
            if (row == 0 || column == 0 || row == rows - 1 || column == columns - 1) {
                reached[i] = true;
                next[i] = first[level[i]];
                first[level[i]] = i;
            }
        }
        double[] filled = image.values().clone();
        for (int water = 0; water < STEPS; water++) {
            while (first[water] >= 0) {
                int pixel = first[water];
                first[water] = next[pixel];
                int row = pixel / columns;
                int column = pixel % columns;
                for (int i = Math.max(0, row - 1); i <= Math.min(rows - 1, row + 1); i++) {
                    for (int j = Math.max(0, column - 1); j <= Math.min(columns - 1, column + 1); j++) {
                        int neighbour = i * columns + j;
                        if (!reached[neighbour]) {
                            reached[neighbour] = true;
                            if (level[neighbour] < water) {
                                level[neighbour] = water;
                                filled[neighbour] = Math.max(filled[neighbour], filled[pixel]);
                            }
                            next[neighbour] = first[level[neighbour]];
                            first[level[neighbour]] = neighbour;
                        }
                    }
                }
            }
        }
        return image.with(filled);
    }
}
