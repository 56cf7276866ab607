package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import java.util.stream.Stream;

/**
 * Parts digits that touch. If ink is turned upright, two digits have a waist between them, a column with little ink,
 * and both sides are as high as the whole. No digit has one by itself: in a wide zero, the middle columns reach from
 * top to bottom, and the left arm of an open four is not high.
 */
final class Touching {
    /** The share of full ink that counts; between digits that nearly touch, pixels are paler. */
    private static final double DARK = 0.35;
    /** The least height of what is beside a waist, as a share of the whole height. */
    private static final double HIGH = 0.85;
    /** The greatest height of a waist. */
    private static final double WAIST = 0.6;
    /** The share of the width that is on either side of a waist at least: a one is narrow. */
    private static final double SIDE = 0.2;
    /** The width from which a piece with a waist is parted, as a share of its height; others may be an open four. */
    private static final double PARTED = 1.15;
    /** The width from which a piece whose halves are high may be two digits, as a share of its height. */
    private static final double WIDE = 1.05;
    /** How many columns a stroke goes to the right for each row upwards. */
    private static final double[] SLANTS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};

    private Touching() {}

    /** Returns the digits that a piece of ink is, from left to right. */
    static Stream<Ink.Digit> parted(Ink.Digit digit) {
        NDArray dark = digit.ink().gt(DARK);
        double slant = 0;
        double most = 0;
        for (double each : SLANTS) {
            NDArray counts = upright(dark, each).sum(0);
            double fit = counts.mul(counts).sum().asDouble(); // Strokes fall together.
            slant = fit > most ? each : slant;
            most = Math.max(fit, most);
        }
        NDArray upright = upright(dark, slant);
        int from = upright.any(0).argmax().asInt();
        int width = upright.shape(1)
                - from
                - Manipulation.flip(upright.any(0)).argmax().asInt();
        upright = upright.get(Index.all(), Index.range(from, from + width));
        NDArray left = heights(upright.cumsum(1).gt(0));
        NDArray right = Manipulation.flip(
                heights(Manipulation.flip(upright, 1).cumsum(1).gt(0)));
        double height = right.getDouble(0);
        NDArray isBetween = left.get(Index.to(-1))
                .ge(HIGH * height)
                .and(right.get(Index.from(1)).ge(HIGH * height));
        NDArray own = NDArray.where(isBetween, heights(upright).get(Index.from(1)), height);
        int side = (int) Math.ceil(SIDE * width);
        if (width < 2 * side + 2 || height == 0) {
            return Stream.of(digit);
        }
        int waist = own.get(Index.range(side, width - side - 1)).argmin().asInt() + side + 1;
        double least = own.getDouble(waist - 1);
        boolean isTwo = least < WAIST * height;
        if (!isTwo || width < PARTED * height) {
            boolean maybe = isTwo || (width > WIDE * height && isBetween.getBoolean(width / 2));
            return Stream.of(maybe ? digit.doubtful() : digit);
        }
        NDArray isLeft = columns(digit.ink(), slant).lt(from + waist);
        Ink.Digit whole = least > 0 ? digit.doubtful() : digit;
        return Stream.of(isLeft, Logic.logicalNot(isLeft)).map(whole::within).flatMap(Touching::parted);
    }

    /** Returns the column in which each pixel is if ink is turned upright. */
    private static NDArray columns(NDArray ink, double slant) {
        NDArray shifts = NDArray.arange(ink.shape(0)).mul(slant).astype(DType.INT64);
        return NDArray.arange(ink.shape(1)).add(shifts.reshape(-1, 1));
    }

    private static NDArray upright(NDArray mask, double slant) {
        int shift = (int) ((mask.shape(0) - 1) * slant);
        NDArray upright = NDArray.zeros(DType.BOOL, mask.shape(0), mask.shape(1) + shift);
        for (int row = 0; row < mask.shape(0); row++) {
            int start = (int) (row * slant);
            upright.at(Index.at(row), Index.range(start, start + mask.shape(1))).set(mask.get(Index.at(row)));
        }
        return upright;
    }

    /** Returns how high the ink of each column is, with its gaps. */
    private static NDArray heights(NDArray mask) {
        NDArray margins = mask.argmax(0).add(Manipulation.flip(mask, 0).argmax(0));
        return margins.rsub(mask.shape(0)).mul(mask.any(0)).astype(DType.FLOAT64);
    }
}
