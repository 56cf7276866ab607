package io.github.dlfs4j.pretraining;

import io.github.dlfs4j.ndarray.random.RandomState;

/**
 * Distorts an image of 28x28 pixels at random: shifts, turns, shears, scales and bends it, and makes its strokes
 * bolder, finer, softer or paler, or crosses them with the trace of a line. P. Simard, D. Steinkraus and J. Platt,
 * <i>Best practices for convolutional neural networks applied to visual document analysis</i>, 2003, bend images of
 * MNIST in this way.
 */
final class Distortion {
    private static final int SIZE = 28;
    /** The bending is given at the corners of a grid of this many squares in each direction. */
    private static final int GRID = 4;

    private Distortion() {}

    /**
     * Distorts an image.
     *
     * @param image 784 pixels from 0 to 1
     * @param random says how
     * @return a new image
     */
    static float[] apply(float[] image, RandomState random) {
        double[] u = random.rand(16 + 2 * (GRID + 1) * (GRID + 1)).toDoubleArray();
        double turn = 0.36 * (u[0] - 0.5);
        double sheared = 0.36 * (u[1] - 0.5);
        double scaleX = 1 + 0.32 * (u[2] - 0.45);
        double scaleY = 1 + 0.26 * (u[3] - 0.4);
        double shiftX = 4 * (u[4] - 0.5);
        double shiftY = 4 * (u[5] - 0.5);
        double bend = 2.6 * u[6];
        float[] result = new float[SIZE * SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double x = column - 13.5 - shiftX;
                double y = row - 13.5 - shiftY;
                double fromX = scaleX * (x + (sheared - turn) * y) + 13.5 + bend * bent(u, 16, row, column);
                double fromY = scaleY * (y + turn * x) + 13.5 + bend * bent(u, 41, row, column);
                result[row * SIZE + column] = at(image, fromX, fromY);
            }
        }
        if (u[7] < 0.3) {
            result = blended(result, u[8], true);
        } else if (u[7] < 0.5) {
            result = blended(result, 0.8 * u[8], false);
        }
        int soft = u[9] < 0.3 ? 1 + (int) (9 * u[9]) : 0;
        for (int i = 0; i < soft; i++) {
            result = softened(result, u[10]);
        }
        if (u[13] < 0.12) {
            cross(result, (int) (u[14] * 2 * SIZE), u[13] < 0.06 ? 0 : (float) u[15], u[15]);
        }
        double gain = u[11] < 0.3 ? 1 + u[12] : 1;
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) Math.min(1, gain * result[i]);
        }
        return result;
    }

    private static double bent(double[] u, int first, int row, int column) {
        double y = row * GRID / (double) SIZE;
        double x = column * GRID / (double) SIZE;
        int i = (int) y;
        int j = (int) x;
        double down = y - i;
        double right = x - j;
        int corner = first + i * (GRID + 1) + j;
        double above = u[corner] * (1 - right) + u[corner + 1] * right;
        double below = u[corner + GRID + 1] * (1 - right) + u[corner + GRID + 2] * right;
        return above * (1 - down) + below * down - 0.5;
    }

    /** Interpolates between pixels; outside is 0. */
    private static float at(float[] image, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double down = y - row;
        double above = pixel(image, row, column) * (1 - right) + pixel(image, row, column + 1) * right;
        double below = pixel(image, row + 1, column) * (1 - right) + pixel(image, row + 1, column + 1) * right;
        return (float) (above * (1 - down) + below * down);
    }

    private static float pixel(float[] image, int row, int column) {
        boolean inside = row >= 0 && row < SIZE && column >= 0 && column < SIZE;
        return inside ? image[row * SIZE + column] : 0;
    }

    /** Mixes an image with the maxima, or the minima, of each pixel and its four neighbours. */
    private static float[] blended(float[] image, double share, boolean bolder) {
        float[] result = new float[image.length];
        for (int i = 0; i < result.length; i++) {
            float extreme = image[i];
            for (int side = 0; side < 4; side++) {
                float neighbour = pixel(image, i / SIZE + (side - 1) % 2, i % SIZE + (side - 2) % 2);
                extreme = bolder ? Math.max(extreme, neighbour) : Math.min(extreme, neighbour);
            }
            result[i] = (float) (image[i] + share * (extreme - image[i]));
        }
        return result;
    }

    /**
     * Leaves a trace of a ruled line that was removed: mixes a row or a column with a level.
     *
     * @param line the number of a row, or 28 and the number of a column
     */
    private static void cross(float[] image, int line, float level, double share) {
        for (int i = 0; i < SIZE; i++) {
            int pixel = line < SIZE ? line * SIZE + i : i * SIZE + line - SIZE;
            image[pixel] += (float) (share * 0.6 * (level - image[pixel]));
        }
    }

    /** Mixes an image with the means of each pixel and its four neighbours. */
    private static float[] softened(float[] image, double share) {
        float[] result = new float[image.length];
        for (int i = 0; i < result.length; i++) {
            float sum = image[i];
            for (int side = 0; side < 4; side++) {
                sum += pixel(image, i / SIZE + (side - 1) % 2, i % SIZE + (side - 2) % 2);
            }
            result[i] = (float) (image[i] + share * (sum / 5 - image[i]));
        }
        return result;
    }
}
