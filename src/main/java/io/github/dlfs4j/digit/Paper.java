package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PadMode;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.util.Optional;

/**
 * Tells ink from paper, which may be unevenly lit, shaded with sharp edges, ruled and, in a photograph, grainy.
 *
 * @param relief how much each pixel differs from the paper around it: 0 for paper
 * @param grain the difference that paper has
 */
record Paper(Levels relief, double grain) {
    /**
     * The least that is more than rounding, if the brightest and the darkest pixel differ by 1. Less, and steps of 8
     * bits are lines; more, and pale lines stay.
     */
    private static final double FAINTEST = 0.02;
    /**
     * The radius of the neighbourhood in which the paper is bright, as a share of the longer side. Less, and bold
     * strokes are paper; more, and narrow shadows are ink.
     */
    private static final double RADIUS = 0.17;
    /**
     * The longer side of pictures that are too small for shadows and noise, and may be cut closely; in pixels. Less,
     * and images like those of MNIST lose what touches their edge; more, and small photographs keep their shadows.
     */
    static final int SMALL = 64;

    /** The radius in such pictures. Less, and MNIST's bold strokes are paper; more, and uneven light is ink. */
    private static final double RADIUS_IF_SMALL = 0.25;
    /**
     * How far the paper of an evenly lit picture is from its median, as a share of the contrast, but for few pixels.
     * Less, and most photographs take the long way; more, and soft shadows are even paper.
     */
    private static final double EVEN_PAPER = 0.12;
    /**
     * The same of ink, which may be drawn unevenly. Less, and pencil takes the long way; more, and a shadow is ink
     * together with its digit.
     */
    private static final double EVEN_INK = 0.25;
    /**
     * The share of pixels of paper that may be farther. Less, and dirty paper takes the long way; more, and the part of
     * a digit that is in a shadow may be missing.
     */
    private static final double FEW = 0.02;

    /**
     * The same of ink. Less, and blurred strokes take the long way; more, and a shadow is ink together with its digit.
     */
    private static final double FEW_OF_INK = 0.1;
    /**
     * The same where ink has more than a share of the edge: it may be a shadow, in which the digit has few pixels.
     * Less, and grain makes a picture uneven; more, and the digit is lost in the shadow.
     */
    private static final double FEW_OF_SHADOW = 0.003;

    /**
     * That share. Less, and a digit that is cut closely takes the long way; more, and shadows in a corner are even ink.
     */
    private static final double MUCH_OF_EDGE = 0.1;
    /**
     * The share of the edge that dark and light both have beside a shadow. Less takes time; more, and a band of shadow
     * is ink.
     */
    private static final double SHADED_EDGE = 0.03;
    /**
     * The least difference of ink from paper that one threshold finds, if the brightest and the darkest differ by 1.
     * Less, and clouds are ink; more, and pale ink takes the long way.
     */
    private static final double LEAST_CONTRAST = 0.1;
    /**
     * The standard deviations that normally distributed noise exceeds once in 30,000 pixels. Fewer, and grain is ink;
     * more, and pale ink is grain.
     */
    private static final double NOISE_DEVIATIONS = 4;
    /**
     * The standard deviations of noise for which a picture is smoothed once, twice and so on. Less, and thin strokes
     * blur away; more, and grain breaks strokes.
     */
    private static final double[] NOISY = {0.012, 0.03, 0.05, 0.075, 0.11};
    /**
     * The same for which a picture with a shadow is smoothed once more. Less, and thin strokes blur away; more, and
     * paper in the shadow is uneven.
     */
    private static final double NOISY_IN_SHADOW = 0.002;
    /** The ratio of the standard deviation to the median absolute deviation of normally distributed numbers. */
    private static final double DEVIATION_BY_MEDIAN = 1.4826;
    /** The ratio of the standard deviation to the lower quartile of the absolute values of such numbers. */
    private static final double DEVIATION_BY_QUARTILE = 3.1383;

    /**
     * Finds the ink in any light. What most of the edge has is paper.
     *
     * @param picture dark on light or light on dark, from 0 to 1
     */
    static Paper of(Levels picture) {
        if (picture.longerSide() < SMALL) {
            NDArray level = Shading.removed(picture, 0).orElse(picture).toArray();
            level = level.sub(median(edge(picture.with(level))));
            // Ink differs much, so its sign decides the sum of cubes.
            boolean isDark = level.square().mul(level).sum().asDouble() < 0;
            return new Paper(relief(picture.with(isDark ? level : level.neg())), 0);
        }
        // Dark ink takes a share of the light, in the shade too.
        Levels image = isLight(picture, picture.threshold()) ? picture : inverted(picture);
        NDArray relief = relief(image).toArray();
        return ofRelief(image.with(relief.div(relief.add(image.toArray()).maximum(FAINTEST))));
    }

    /** Returns whether most of the edge is light. */
    private static boolean isLight(Levels image, double threshold) {
        return edge(image).gt(threshold).mean().asDouble() >= 0.5;
    }

    /**
     * Finds the ink in a picture that one threshold divides into even paper and ink; empty if none does. What most of
     * the edge has is paper.
     *
     * @param image dark on light or light on dark, from 0 to 1
     */
    static Optional<Paper> evenlyLit(Levels image) {
        double threshold = image.threshold();
        return isLight(image, threshold) ? divided(image, threshold) : divided(inverted(image), 1 - threshold);
    }

    private static NDArray edge(Levels picture) {
        NDArray rows = picture.toArray();
        return NDArray.concatenate(0, rows.get(0), rows.get(-1), rows.get(Index.all(), 0), rows.get(Index.all(), -1));
    }

    /** Returns whether dark and light both have a share of the edge, as where shadows go on beyond the picture. */
    static boolean hasShadedEdge(Levels image) {
        double dark = edge(image).le(image.threshold()).mean().asDouble();
        return image.longerSide() >= SMALL && Math.min(dark, 1 - dark) > SHADED_EDGE;
    }

    /**
     * Finds the ink in a picture whose paper is even but for light that changes in one direction; empty if it is not.
     *
     * @param image dark on light or light on dark, from 0 to 1
     * @param black how much lighter than black its darkest pixel is
     */
    static Optional<Paper> inOneLight(Levels image, double black) {
        if (image.longerSide() < SMALL) {
            return Optional.empty();
        }
        // In a shadow, a little noise is much.
        Levels smooth = noise(image) > NOISY_IN_SHADOW ? smoothed(image) : image;
        return Shading.removed(smooth, black)
                .flatMap(Paper::evenlyLit)
                .map(paper -> new Paper(paper.relief, Math.max(FAINTEST, paper.grain)));
    }

    private static Optional<Paper> divided(Levels image, double threshold) {
        NDArray isInk = image.toArray().le(threshold);
        NDArray paper = inner(image, Logic.logicalNot(isInk));
        NDArray ink = inner(image, isInk);
        if (paper.size() == 0 || ink.size() == 0) {
            return Optional.empty();
        }
        double level = median(paper);
        double full = median(ink);
        double contrast = level - full;
        boolean atEdge = edge(image).le(threshold).mean().asDouble() > MUCH_OF_EDGE;
        boolean isClear = contrast > LEAST_CONTRAST
                && isNear(paper, level, EVEN_PAPER * contrast, FEW)
                && isNear(ink, full, EVEN_INK * contrast, atEdge ? FEW_OF_SHADOW : FEW_OF_INK);
        return isClear ? Optional.of(ofRelief(image.with(image.toArray().rsub(level)))) : Optional.empty();
    }

    /** Returns the pixels of an area that touch no others. */
    private static NDArray inner(Levels image, NDArray area) {
        NDArray outside = Logic.logicalNot(area.pad(new int[][] {{1, 1}, {1, 1}}));
        NDArray near =
                Morphology.dilated(image.with(outside.astype(DType.FLOAT64)), 1).toArray();
        return image.toArray()
                .get(near.get(Index.range(1, -1), Index.range(1, -1)).eq(0));
    }

    private static boolean isNear(NDArray levels, double level, double most, double few) {
        return levels.sub(level).abs().gt(most).sum().asLong() <= few * levels.size();
    }

    /** Returns a picture without noise. */
    static Levels smooth(Levels picture) {
        Levels image = picture;
        double noise = picture.longerSide() < SMALL ? 0 : noise(picture);
        for (double limit : NOISY) {
            image = noise > limit ? smoothed(image) : image;
        }
        return image;
    }

    /** Returns a smooth picture without the lines of ruled paper. */
    static Levels withoutLines(Levels image) {
        double faintest = Math.max(2 * FAINTEST, NOISE_DEVIATIONS * noise(image));
        return RuledLines.removed(image, withoutStrokes(image), faintest);
    }

    /** Returns how much darker each pixel is than the paper around it. */
    private static Levels relief(Levels image) {
        return withoutStrokes(image).minus(image);
    }

    private static Levels withoutStrokes(Levels image) {
        boolean isSmall = image.longerSide() < SMALL;
        // In the wide picture of a number, the paper between two digits is no wider than its height.
        int side = isSmall
                ? image.longerSide()
                : Math.min(image.longerSide(), 2 * Math.min(image.rows(), image.columns()));
        int radius = Math.max(1, (int) Math.round((isSmall ? RADIUS_IF_SMALL : RADIUS) * side));
        // A shadow goes on beyond the edge; a digit that is cut closely does not.
        return Morphology.closed(image, radius, isSmall ? 0 : radius);
    }

    private static double median(NDArray numbers) {
        return Statistics.median(numbers).asDouble();
    }

    private static Paper ofRelief(Levels relief) {
        double usual = relief.quantile(0.5);
        Levels deviations = relief.with(relief.toArray().sub(usual).abs());
        double deviation = DEVIATION_BY_MEDIAN * deviations.quantile(0.5);
        return new Paper(relief, deviation == 0 ? 0 : usual + NOISE_DEVIATIONS * deviation);
    }

    /**
     * Estimates the standard deviation of the noise, by a mask that neither slopes nor edges disturb: J. Immerkær,
     * <i>Fast noise variance estimation</i>, 1996. The lower quartile, instead of the mean, is not disturbed by strokes
     * and lines either.
     */
    private static double noise(Levels image) {
        if (Math.min(image.rows(), image.columns()) < 3) {
            return 0;
        }
        double[] answers =
                Calculus.diff(Calculus.diff(image.toArray(), 2, 0), 2, 1).abs().toDoubleArray();
        return DEVIATION_BY_QUARTILE * Levels.smallest(answers, answers.length / 4) / 6;
    }

    /** Smooths by the binomial mask 1 2 1 in both directions. */
    private static Levels smoothed(Levels image) {
        return image.with(
                smoothedColumns(smoothedColumns(image.toArray()).transpose()).transpose());
    }

    private static NDArray smoothedColumns(NDArray image) {
        NDArray padded = image.pad(new int[][] {{1, 1}, {0, 0}}, PadMode.EDGE);
        return padded.get(Index.to(-2))
                .add(image.mul(2))
                .add(padded.get(Index.from(2)))
                .div(4);
    }

    private static Levels inverted(Levels image) {
        return image.with(image.toArray().rsub(1));
    }
}
