package io.github.dlfs4j.pretraining;

import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;

/**
 * Draws a digit with a pen of random size and form, in a random manner, as an image of MNIST: in a box of 20x20 pixels,
 * its centre of mass in the middle of 28x28.
 */
final class DrawnDigit {
    private static final int SIZE = 28;
    private static final int MIDDLE = SIZE / 2;
    private static final double BOX = 20;
    /** A pixel is the mean of so many points in each direction. */
    private static final int SAMPLES = 2;

    private DrawnDigit() {}

    /**
     * Draws a digit.
     *
     * @param digit 0 to 9
     * @param random says which shape and pen
     * @return 784 pixels from 0 to 1
     */
    static float[] draw(int digit, RandomState random) {
        double[] u = random.rand(256).toDoubleArray();
        List<double[]> strokes = DigitShapes.strokes(digit, (int) (u[0] * DigitShapes.count(digit)));
        double jitter = 0.06 * u[1] * u[1];
        double aspect = digit == 1 ? 0.22 + 0.4 * u[2] : 0.42 + 0.5 * u[2];
        double slant = u[3] < 0.4 ? 0 : 0.75 * u[4] - 0.3;
        double width = u[5] < 0.75 ? 0.06 + 0.13 * u[6] : 0.15 + 0.12 * u[6];
        // Holes stay open: a digit has room for three strokes side by side.
        width = Math.min(width, digit == 1 ? 0.27 : 0.33 * aspect);
        double flatness = u[7] < 0.55 ? 1 : 0.3 + 0.7 * u[8];
        boolean tall = u[9] < 0.85;
        // The pen is an ellipse, flat as the nib of a printed serif or, rarely, narrow.
        double penX = width / 2 * (tall ? 1 : flatness);
        double penY = width / 2 * (tall ? flatness : 1);
        shape(strokes, u, jitter, aspect, slant, penX, penY);
        return rendered(strokes, penX, penY);
    }

    /** Bends each stroke by two waves, and makes the digit narrow and slanted; the pen stays within its height of 1. */
    private static void shape(
            List<double[]> strokes, double[] u, double jitter, double aspect, double slant, double penX, double penY) {
        int next = 10;
        for (double[] stroke : strokes) {
            double shiftX = jitter * (u[next++] - 0.5);
            double shiftY = jitter * (u[next++] - 0.5);
            double[] wave = {u[next++], u[next++], u[next++], u[next++], u[next++], u[next++]};
            for (int i = 0; i < stroke.length; i += 2) {
                double x = stroke[i];
                double y = stroke[i + 1];
                double bentX = x + shiftX + jitter * (wave[0] * y + 2 * (wave[1] - 0.5) * y * y + (wave[2] - 0.5) * x);
                double bentY = y + shiftY + jitter * (wave[3] * x + 2 * (wave[4] - 0.5) * x * x + (wave[5] - 0.5) * y);
                double high = penY + bentY * (1 - 2 * penY);
                stroke[i] = penX + bentX * Math.max(0, aspect - 2 * penX) - slant * high;
                stroke[i + 1] = high;
            }
        }
    }

    private static float[] rendered(List<double[]> strokes, double penX, double penY) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (double[] stroke : strokes) {
            for (int i = 0; i < stroke.length; i += 2) {
                left = Math.min(left, stroke[i] - penX);
                right = Math.max(right, stroke[i] + penX);
                top = Math.min(top, stroke[i + 1] - penY);
                bottom = Math.max(bottom, stroke[i + 1] + penY);
            }
        }
        double scale = BOX / Math.max(right - left, bottom - top);
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        float[] image = image(strokes, penX, penY, scale, middleX, middleY);
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < image.length; i++) {
            sum += image[i];
            int row = i / SIZE;
            sumX += image[i] * (i % SIZE + 0.5 - MIDDLE);
            sumY += image[i] * (row + 0.5 - MIDDLE);
        }
        return image(strokes, penX, penY, scale, middleX + sumX / sum / scale, middleY + sumY / sum / scale);
    }

    private static float[] image(
            List<double[]> strokes, double penX, double penY, double scale, double middleX, double middleY) {
        int side = SIZE * SAMPLES;
        boolean[] ink = new boolean[side * side];
        double step = 1 / (scale * SAMPLES);
        for (double[] stroke : strokes) {
            for (int i = 0; i + 3 < stroke.length || i == 0; i += 2) {
                int j = Math.min(i + 2, stroke.length - 2);
                // In these units the pen is a circle of radius 1.
                double x = (stroke[i] - middleX) / penX;
                double y = (stroke[i + 1] - middleY) / penY;
                double dx = (stroke[j] - middleX) / penX - x;
                double dy = (stroke[j + 1] - middleY) / penY - y;
                double length = dx * dx + dy * dy;
                int firstRow = clamped((Math.min(y, y + dy) - 1) * penY / step + side / 2.0 - 1, side);
                int lastRow = clamped((Math.max(y, y + dy) + 1) * penY / step + side / 2.0 + 1, side);
                int firstColumn = clamped((Math.min(x, x + dx) - 1) * penX / step + side / 2.0 - 1, side);
                int lastColumn = clamped((Math.max(x, x + dx) + 1) * penX / step + side / 2.0 + 1, side);
                for (int row = firstRow; row < lastRow; row++) {
                    double toY = (row + 0.5 - side / 2.0) * step / penY - y;
                    for (int column = firstColumn; column < lastColumn; column++) {
                        double toX = (column + 0.5 - side / 2.0) * step / penX - x;
                        double along = length == 0 ? 0 : Math.max(0, Math.min(1, (toX * dx + toY * dy) / length));
                        double offX = toX - along * dx;
                        double offY = toY - along * dy;
                        if (offX * offX + offY * offY <= 1) {
                            ink[row * side + column] = true;
                        }
                    }
                }
            }
        }
        float[] image = new float[SIZE * SIZE];
        for (int i = 0; i < ink.length; i++) {
            if (ink[i]) {
                image[i / side / SAMPLES * SIZE + i % side / SAMPLES] += 1f / (SAMPLES * SAMPLES);
            }
        }
        return image;
    }

    private static int clamped(double position, int side) {
        return (int) Math.max(0, Math.min(side, position));
    }
}
