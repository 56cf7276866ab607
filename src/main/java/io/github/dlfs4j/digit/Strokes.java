package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Calculus;

/** The width of the strokes of a digit. */
final class Strokes {
    /**
     * The width below which a stroke is thin, as a share of the longer side. MNIST has hardly any thinner strokes.
     * Less, and hairlines vanish in 20 pixels; more, and the loops of fine digits close.
     */
    private static final double THIN = 1.25 / 20;

    /** The width that thin strokes get. Less, and they stay pale; more, and loops close. */
    private static final double USUAL = 2.0 / 20;

    /**
     * Half the width that the broadest stroke has at most, as a share of the longer side. Less, and digits of a brush
     * are refused; more, and pieces of shadows are digits.
     */
    private static final double BROAD = 0.2;

    /** Returns whether ink is nowhere as broad as a shadow, or as what photographs have instead of strokes. */
    static boolean areIn(Levels ink) {
        // A square that has no room in it is large enough.
        double most = Math.min(ink.rows(), ink.columns()) / 2 + 1;
        int radius = (int) Math.ceil(Math.min(most, BROAD * ink.longerSide()));
        NDArray area = ink.toArray().gt(0.5).pad(new int[][] {{radius, radius}, {radius, radius}});
        Levels outside = ink.with(Logic.logicalNot(area).astype(DType.FLOAT64));
        return Morphology.dilated(outside, radius).least() > 0;
    }

    /** Widens thin strokes to a usual width of MNIST. Scaled to 20x20 pixels, a thin stroke would almost vanish. */
    static Levels widened(Levels ink) {
        int side = ink.longerSide();
        double width = strokeWidth(ink.toArray());
        if (width >= THIN * side) {
            return ink;
        }
        int radius = (int) Math.round((USUAL * side - width) / 2);
        NDArray padded = ink.toArray().pad(new int[][] {{radius, radius}, {radius, radius}});
        return Morphology.dilated(ink.with(padded), radius);
    }

    /**
     * Estimates the width of the strokes. The outline of a stroke is twice its length, and its area is its length times
     * its width. On a grid, an outline is on average 4/pi times as long as the true one.
     */
    private static double strokeWidth(NDArray ink) {
        NDArray area = ink.gt(0.5).pad(new int[][] {{1, 1}, {1, 1}}).astype(DType.INT64);
        NDArray steps = Calculus.diff(area, 1, 0)
                .abs()
                .sum()
                .add(Calculus.diff(area, 1, 1).abs().sum());
        double outline = steps.asDouble() * Math.PI / 4;
        return 2 * area.sum().asDouble() / Math.max(1, outline);
    }
}
