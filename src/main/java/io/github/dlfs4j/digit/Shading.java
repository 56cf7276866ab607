package io.github.dlfs4j.digit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Light that changes in one direction only, as across the edge of a shadow, or away from a lamp. The margin of a
 * picture, which is paper, tells the direction: that in which pixels at the same place are alike.
 */
final class Shading {
    /**
     * The width of the margin, as a share of the shorter side. Less, and grain decides; more, and ink is taken for
     * paper.
     */
    private static final double MARGIN = 0.1;
    /** The pixels that are compared for each direction. Fewer, and the direction is inexact; more take time. */
    private static final int SAMPLES = 4000;
    /** The directions to each side of the best one, three times, each time closer. Fewer miss it; more take time. */
    private static final int TURNS = 15;

    private static final int ROUNDS = 3;
    /**
     * The least light by which is divided. Less, and grain in the dark is ink; more, and light ink in a dark shadow is
     * none.
     */
    private static final double DARKEST = 0.01;

    private static final double UNEXPLAINED = Double.parseDouble(System.getProperty("unex", "0.05"));
    private final Levels image;
    private final int[] margin;

    private Shading(Levels image) {
        this.image = image;
        int rows = image.rows();
        int columns = image.columns();
        double wide = MARGIN * Math.min(rows, columns);
        image.effort().walk(2L * rows * columns);
        margin = IntStream.range(0, rows * columns)
                .filter(i -> {
                    int down = Math.min(i / columns, rows - 1 - i / columns);
                    return Math.min(down, Math.min(i % columns, columns - 1 - i % columns)) < wide;
                })
                .toArray();
    }

    /**
     * Returns a picture as a share of its light, or less if ink is lighter than the paper: from 0 to 1.
     *
     * @param black how much lighter than black its darkest pixel is
     */
    static Levels removed(Levels image, double black) {
        Shading shading = new Shading(image);
        double angle = 0;
        double step = Math.PI / 2;
        for (int round = 0; round < ROUNDS; round++) {
            step /= TURNS;
            double middle = angle;
            double least = Double.POSITIVE_INFINITY;
            for (int turn = -TURNS; turn <= TURNS; turn++) {
                double variance = shading.variance(middle + turn * step);
                if (variance < least) {
                    least = variance;
                    angle = middle + turn * step;
                }
            }
        }
        double mean = Arrays.stream(shading.margin).mapToDouble(i -> image.values()[i]).average().orElseThrow();
        double all = Arrays.stream(shading.margin).mapToDouble(i -> Math.pow(image.values()[i] - mean, 2)).average().orElseThrow();
        double own = shading.variance(angle) / Math.min(SAMPLES, shading.margin.length);
        if (System.getProperty("dbg") != null) System.out.println("unexplained " + own / all + " of " + all);
        if (own > UNEXPLAINED * all) return image;
        Levels share = image.with(shading.shares(angle, black));
        return share.with(share.toArray().div(Math.max(1, share.most())));
    }

    /** Returns how far pixels go in a direction, from 0. */
    private double[] places(int[] pixels, double angle) {
        image.effort().walk(pixels.length);
        int columns = image.columns();
        double across = Math.cos(angle);
        double down = Math.sin(angle);
        double start = Math.min(0, across * columns) + Math.min(0, down * image.rows());
        return Arrays.stream(pixels)
                .mapToDouble(i -> Math.max(0, across * (i % columns) + down * (i / columns) - start))
                .toArray();
    }

    private int length() {
        return image.rows() + image.columns() + 2;
    }

    /** Returns how much pixels of the margin differ that are at the same place in a direction. */
    private double variance(double angle) {
        int[] some = IntStream.range(0, Math.min(SAMPLES, margin.length))
                .map(i -> margin[(int) ((long) i * margin.length / Math.min(SAMPLES, margin.length))])
                .toArray();
        double[] places = places(some, angle);
        double[] sums = new double[length()];
        int[] counts = new int[sums.length];
        double variance = 0;
        for (int i = 0; i < some.length; i++) {
            double value = image.values()[some[i]];
            int place = (int) places[i] / 2;
            sums[place] += value;
            counts[place]++;
            variance += value * value;
        }
        for (int place = 0; place < sums.length; place++) {
            variance -= counts[place] == 0 ? 0 : sums[place] * sums[place] / counts[place];
        }
        return variance;
    }

    /** Returns what share of the light at its place in a direction each pixel has. */
    private double[] shares(double angle, double black) {
        double[] light = light(angle);
        double[] places = places(IntStream.range(0, image.values().length).toArray(), angle);
        double[] shares = new double[places.length];
        for (int i = 0; i < shares.length; i++) {
            double place = Math.max(0, places[i] - 0.5);
            int before = (int) place;
            double paper = light[before] + (place - before) * (light[before + 1] - light[before]);
            shares[i] = (image.values()[i] + black) / Math.max(DARKEST, paper + black);
        }
        return shares;
    }

    /** Returns the median of the margin at each place in a direction. */
    private double[] light(double angle) {
        double[] light = new double[length()];
        double[] places = places(margin, angle);
        // Sorted by place, and by brightness at the same place, which is from 0 to 1.
        double[] sorted = IntStream.range(0, margin.length)
                .mapToDouble(i -> 2 * Math.floor(places[i]) + image.values()[margin[i]])
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
}
