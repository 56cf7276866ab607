package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes light from a picture that changes in one direction only, as across the edge of a shadow, or away from a lamp.
 * The margin, which is paper, tells the direction: that in which pixels at the same place are alike.
 */
final class Shading {
    /**
     * The width of the margin, as a share of the shorter side. Less, and grain decides; more, and ink is taken for
     * paper.
     */
    private static final double MARGIN = 0.1;
    /** The pixels that are compared for each direction. Fewer, and the direction is inexact; more take time. */
    private static final int SAMPLES = 4000;
    /** The directions to each side of the best one, each time closer. Fewer miss it; more take time. */
    private static final int TURNS = 15;
    /** The step below which they are close enough. Less takes time; more, and the edge of a shadow is a line. */
    private static final double EXACT = 0.0003;
    /**
     * The share of the margin's variance that pixels at the same place have at most. Less, and grain hides a shadow;
     * more, and a digit that touches the edge is one.
     */
    private static final double ALIKE = 0.05;
    /**
     * The least light by which is divided. Less, and grain in the dark is ink; more, and light ink in a dark shadow is
     * none.
     */
    private static final double DARKEST = 0.01;

    /**
     * Returns a picture as a share of its light, from 0 to 1: less where ink is lighter than the paper. Empty if the
     * light does not change in one direction.
     *
     * @param black how much lighter than black the darkest pixel is
     */
    static Optional<Levels> removed(Levels image, double black) {
        int[] margin = margin(image);
        int[] samples = IntStream.range(0, Math.min(SAMPLES, margin.length))
                .map(i -> margin[(int) ((long) i * margin.length / Math.min(SAMPLES, margin.length))])
                .toArray();
        double angle = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double step = Math.PI / 2 / TURNS; step > EXACT; step /= TURNS) {
            double middle = angle;
            for (int turn = -TURNS; turn <= TURNS; turn++) {
                double squares = squares(image, samples, places(image, samples, middle + turn * step));
                if (squares < least) {
                    least = squares;
                    angle = middle + turn * step;
                }
            }
        }
        if (least > ALIKE * squares(image, samples, new double[samples.length])) {
            return Optional.empty();
        }
        double[] light = light(image, margin, places(image, margin, angle));
        double[] places =
                places(image, IntStream.range(0, image.values().length).toArray(), angle);
        double[] shares = new double[places.length];
        for (int i = 0; i < shares.length; i++) {
            double place = Math.max(0, places[i] - 0.5);
            int before = (int) place;
            double paper = light[before] + (place - before) * (light[before + 1] - light[before]);
            shares[i] = (image.values()[i] + black) / Math.max(DARKEST, paper + black);
        }
        NDArray share = image.with(shares).toArray();
        return Optional.of(image.with(share.div(share.maximum(1.0).max())));
    }

    /** Returns the numbers of the pixels of the margin. */
    private static int[] margin(Levels image) {
        int rows = image.rows();
        int columns = image.columns();
        double wide = MARGIN * Math.min(rows, columns);
        return IntStream.range(0, rows * columns)
                .filter(i -> Math.min(i / columns, rows - 1 - i / columns) < wide
                        || Math.min(i % columns, columns - 1 - i % columns) < wide)
                .toArray();
    }

    /** Returns how far pixels are from the first one in a direction. */
    private static double[] places(Levels image, int[] pixels, double angle) {
        image.effort().walk(3L * pixels.length); // They are found, sorted and used.
        double across = StrictMath.cos(angle);
        double down = StrictMath.sin(angle);
        double start = Math.min(0, across * image.columns()) + Math.min(0, down * image.rows());
        int columns = image.columns();
        return Arrays.stream(pixels)
                .mapToDouble(i -> Math.max(0, across * (i % columns) + down * Math.floorDiv(i, columns) - start))
                .toArray();
    }

    /** Returns the medians of pixels at each place. */
    private static double[] light(Levels image, int[] pixels, double[] places) {
        double[] light = new double[image.rows() + image.columns() + 2];
        // By place, and by brightness at the same place, which is from 0 to 1.
        double[] sorted = IntStream.range(0, pixels.length)
                .mapToDouble(i -> 2 * Math.floor(places[i]) + image.values()[pixels[i]])
                .sorted()
                .toArray();
        int end = 0;
        for (int start = 0; start < sorted.length; start = end) {
            int place = (int) (sorted[start] / 2);
            while (end < sorted.length && sorted[end] < 2 * place + 2) {
                end++;
            }
            Arrays.fill(light, start == 0 ? 0 : place, light.length, sorted[(start + end) / 2] - 2 * place);
        }
        return light;
    }

    /** Returns the sum of squares by which pixels differ from the median of those at the same place. */
    private static double squares(Levels image, int[] pixels, double[] places) {
        double[] light = light(image, pixels, places);
        return IntStream.range(0, pixels.length)
                .mapToDouble(i -> image.values()[pixels[i]] - light[(int) places[i]])
                .map(difference -> difference * difference)
                .sum();
    }
}
