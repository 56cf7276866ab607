package io.github.dlfs4j.digit;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Sequential;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parts digits that touch. Two digits have a waist between them, a column with little ink, and both sides are as high
 * as the whole. No digit has one by itself: in a wide zero, the middle columns reach from top to bottom, and the left
 * arm of an open four is not high. The lowest waist counts where the network is sure of both sides.
 */
final class Touching {
    /** The share of full ink that counts; between digits that nearly touch, pixels are paler. */
    private static final double DARK = 0.35;
    /** The least height of what is beside a waist, as a share of the whole height. */
    private static final double HIGH = 0.85;
    /** The greatest height of a waist. */
    private static final double WAIST = 0.8;
    /** The share of the width that is on either side of a waist at least: a one is narrow. */
    private static final double SIDE = 0.2;
    /** The waists that are tried along each slant. */
    private static final int WAISTS = 2;
    /** The share of the width between two of them. */
    private static final double APART = 0.1;
    /** How many columns a waist goes to the right for each row upwards. */
    private static final double[] SLANTS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    /** The least probability of both sides of a waist. */
    private static final double PARTED = 0.9;
    /** The probability below which a piece that can be parted is no digit, be it narrow or wide. */
    private static final double WHOLE = 0.998;
    /** The least width of two digits, as a share of their height. */
    private static final double NARROW = 0.7;
    /** The width from which a piece is parted even if it looks like a digit, as a share of its height. */
    private static final double WIDE = 1.15;
    /** The width from which a digit is unsure if there is a sign that it may be two, as a share of its height. */
    private static final double BROAD = 1.05;
    /** The same of a part of a piece: three digits touch as two do. */
    private static final double PART = 0.9;
    /** The same of a piece that looks little like a digit. */
    private static final double UNLIKE = 0.85;

    private static final Sequential NETWORK = LeNet.pretrained();

    private Touching() {}

    /** A line between two digits: the height of the waist, and which pixels are to the left of it. */
    private record Cut(double height, NDArray isLeft) {
        List<Ink.Digit> halves(Ink.Digit whole) {
            return List.of(whole.within(isLeft), whole.within(Logic.logicalNot(isLeft)));
        }
    }

    /** Returns the digits that a piece of ink is, from left to right. */
    static Stream<Ink.Digit> parted(Ink.Digit digit) {
        return parted(digit, BROAD);
    }

    /** @param broad the width from which it is unsure whether the piece is one digit */
    private static Stream<Ink.Digit> parted(Ink.Digit digit, double broad) {
        NDArray dark = digit.ink().gt(DARK);
        List<Cut> cuts = new ArrayList<>();
        double width = Math.min(cut(dark, 0, cuts), cut(dark, slant(dark), cuts)) / dark.shape(0);
        if (width < NARROW) {
            return Stream.of(digit);
        }
        Optional<List<Ink.Digit>> halves = cuts.stream()
                .sorted(Comparator.comparingDouble(Cut::height))
                .map(cut -> cut.halves(digit))
                .filter(both -> both.stream().allMatch(half -> probability(half) >= PARTED))
                .findFirst();
        boolean isWhole = probability(digit) >= WHOLE;
        if (halves.isEmpty() || (isWhole && width < WIDE)) {
            boolean isOne = isWhole && halves.isEmpty() && broad == BROAD || width < (isWhole ? broad : UNLIKE);
            return Stream.of(isOne ? digit : digit.doubtful());
        }
        return halves.orElseThrow().stream()
                .flatMap(half -> parted(half, PART))
                .map(half -> width < WIDE ? half.doubtful() : half);
    }

    /** Adds the waists along a slant, and returns the width of the ink if it is turned upright. */
    private static double cut(NDArray dark, double slant, List<Cut> cuts) {
        NDArray upright = upright(dark, slant);
        NDArray isInk = upright.any(0);
        int from = isInk.argmax().asInt();
        int width = upright.shape(1) - from - Manipulation.flip(isInk).argmax().asInt();
        int side = (int) Math.ceil(SIDE * width);
        if (width < 2 * side + 2) {
            return width;
        }
        upright = upright.get(Index.all(), Index.range(from, from + width));
        NDArray left = heights(upright.cumsum(1).gt(0));
        NDArray right = Manipulation.flip(
                heights(Manipulation.flip(upright, 1).cumsum(1).gt(0)));
        double height = right.getDouble(0);
        NDArray isBetween = left.get(Index.to(-1))
                .ge(HIGH * height)
                .and(right.get(Index.from(1)).ge(HIGH * height));
        NDArray own = NDArray.where(isBetween, heights(upright).get(Index.from(1)), height)
                .get(Index.range(side, width - side - 1));
        for (int i = 0; i < WAISTS && own.min().asDouble() < WAIST * height; i++) {
            int waist = own.argmin().asInt();
            cuts.add(new Cut(own.getDouble(waist), columns(dark, slant).lt(from + side + waist + 1)));
            int apart = (int) (APART * width);
            own.at(Index.range(Math.max(0, waist - apart), Math.min(own.size(), waist + apart + 1)))
                    .set(height);
        }
        return width;
    }

    /** Returns the slant of strokes: upright, they fall together. */
    private static double slant(NDArray dark) {
        double slant = 0;
        double most = 0;
        for (double each : SLANTS) {
            NDArray counts = upright(dark, each).sum(0);
            double fit = counts.mul(counts).sum().asDouble();
            slant = fit > most ? each : slant;
            most = Math.max(fit, most);
        }
        return slant;
    }

    private static double probability(Ink.Digit digit) {
        NDArray x = new DigitImage(digit).normalized().reshape(1, 1, 28, 28);
        return Activations.softmax(NETWORK.predict(x)).max().asDouble();
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
