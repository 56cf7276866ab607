package io.github.dlfs4j.graph.drawing;

/**
 * Places in a row, each as near to where it would like to be as the distances between neighbours allow: the least sum
 * of squares, by isotonic regression with the pool-adjacent-violators algorithm (Ayer and others, 1955).
 */
final class Spacing {
    private Spacing() {}

    /** Finds places anywhere, see {@link #places(double[], double[], double[], double, double)}. */
    static double[] places(double[] wishes, double[] weights, double[] distances) {
        return places(wishes, weights, distances, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Finds the places.
     *
     * @param wishes where each would like to be, in their order
     * @param weights how much each counts against the others
     * @param distances the least distance of each from the one before it; the first is not looked at
     * @param lowest the least place of the first
     * @param highest the greatest place of the last, from where all have room to the lowest
     */
    static double[] places(double[] wishes, double[] weights, double[] distances, double lowest, double highest) {
        int n = wishes.length;
        // Blocks of neighbours that touch: how many they are, their weight, and where the very first in the row would
        // be if each of them had its wish, on average.
        int[] size = new int[n];
        double[] weight = new double[n];
        double[] mean = new double[n];
        double[] offset = new double[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            offset[i] = i == 0 ? 0 : offset[i - 1] + distances[i];
            size[blocks] = 1;
            weight[blocks] = weights[i];
            mean[blocks] = wishes[i] - offset[i];
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                blocks--;
                double both = weight[blocks - 1] + weight[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * weight[blocks - 1] + mean[blocks] * weight[blocks]) / both;
                weight[blocks - 1] = both;
                size[blocks - 1] += size[blocks];
            }
        }
        double[] places = new double[n];
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            double first = Math.max(lowest, Math.min(highest - offset[n - 1], mean[block]));
            for (int end = i + size[block]; i < end; i++) {
                places[i] = first + offset[i];
            }
        }
        return places;
    }
}
