package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Makes grey levels of colours: their luma, or, if ink and paper are of about the same luma, the first principal
 * component of the colours.
 */
final class Colours {
    /** The share of the colours' variance that the luma must have. */
    private static final double ENOUGH = 0.3;
    /** The number of steps of the power iteration, which finds the principal component. */
    private static final int STEPS = 30;

    private Colours() {}

    /**
     * Returns grey levels.
     *
     * @param channels one array of grey levels, or one for each of red, green and blue
     */
    static NDArray grey(double[][] channels, int rows, int columns) {
        if (channels.length == 1) {
            return NDArray.wrap(channels[0], rows, columns);
        }
        double[] luma = new double[rows * columns];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = BlockMeans.luma(channels, i);
        }
        double[][] covariance = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b <= a; b++) {
                covariance[a][b] = covariance(channels[a], channels[b]);
                covariance[b][a] = covariance[a][b];
            }
        }
        double[] direction = {1, 0.5, -0.25};
        double length = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[3];
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    next[a] += covariance[a][b] * direction[b];
                }
            }
            length = Math.sqrt(next[0] * next[0] + next[1] * next[1] + next[2] * next[2]);
            if (length == 0) {
                break;
            }
            for (int a = 0; a < 3; a++) {
                direction[a] = next[a] / length;
            }
        }
        // Grey levels have three times the variance of their luma, since they vary in three channels.
        if (3 * covariance(luma, luma) >= ENOUGH * length) {
            return NDArray.wrap(luma, rows, columns);
        }
        double[] component = new double[luma.length];
        for (int i = 0; i < component.length; i++) {
            for (int a = 0; a < 3; a++) {
                component[i] += direction[a] * channels[a][i];
            }
        }
        return NDArray.wrap(component, rows, columns);
    }

    private static double covariance(double[] a, double[] b) {
        double sumA = 0;
        double sumB = 0;
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
            products += a[i] * b[i];
        }
        return products / a.length - sumA / a.length * (sumB / a.length);
    }
}
