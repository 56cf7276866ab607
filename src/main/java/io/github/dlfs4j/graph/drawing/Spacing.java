package io.github.dlfs4j.graph.drawing;

/**
 * Chooses places in a row, each as near to its wish as the least distances between neighbours allow. It minimises the
 * sum of squares, by isotonic regression with the pool-adjacent-violators algorithm (Ayer and others, 1955).
 */
final class Spacing {
    /** Chooses places without limits. */
    static double[] places(double[] wishes, double[] weights, double[] distances) {
        return places(wishes, weights, distances, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Chooses the places.
     *
     * @param wishes the places that they would have without the others, in order
     * @param weights the weights of the wishes
     * @param distances the least distance of each from the one before it; the first number is ignored
     * @param lowest the least place of the first
     * @param highest the greatest place of the last; all must have room between the two
     */
    static double[] places(double[] wishes, double[] weights, double[] distances, double lowest, double highest) {
        int n = wishes.length;
        // A block is a run of neighbours at their least distances. Its mean is the place that the first of the row
        // would have if the block had its wishes on average.
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
