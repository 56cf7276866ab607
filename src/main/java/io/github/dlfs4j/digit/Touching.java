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
 * as the whole. Few digits have one by themselves: in a wide zero, the middle columns reach from top to bottom, and the
 * left arm of an open four is not high. The lowest waist counts where the network is sure of both sides, if the piece
 * is wide or the network is less sure of it. {@code NumbersOnPaperTest} counts what is read with these constants. The
 * network gives at most 26 answers for each piece, and who takes few of the digits has few pieces parted.
 */
final class Touching {
    /**
     * The share of full ink that counts. Less, and digits that nearly touch have no waist; more, and thin strokes have
     * holes.
     */
    private static final double DARK = 0.35;
    /**
     * The least height of what is beside a waist, as a share of the whole height. Less, and the arm of a four is a
     * digit; more, and digits of an uneven hand stay together.
     */
    private static final double HIGH = 0.85;
    /**
     * The greatest height of a waist, as a share. Less, and digits that touch at head and foot stay together; more, and
     * any column of a zero is one.
     */
    private static final double WAIST = 0.9;
    /**
     * How far from the middle a waist may be, as a share of the width. Less, and a one stays with its neighbour; more,
     * and ends of strokes are ones.
     */
    private static final double MIDDLE = 0.3;
    /** The waists that are tried along each slant. Fewer, and the right one is missed; more take time. */
    private static final int WAISTS = 3;
    /**
     * The share of the width between two of them. Less, and all are in one gap; more, and the right one is passed over.
     */
    private static final double APART = 0.1;
    /**
     * How many columns a waist goes to the right for each row upwards. Coarser steps cut through slanted digits; finer
     * ones take time.
     */
    private static final Double[] SLANTS = {0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    /**
     * The least probability of both sides of a waist, and of what is a digit in another way. Less, and wide digits are
     * parted; more, and digits that touch stay together.
     */
    private static final double PARTED = 0.9;
    /**
     * The height from which that probability is greater, as a share of the whole height; it is also greater if a piece
     * is narrow. Less, and digits that touch along a line stay together; more, and zeros are parted.
     */
    private static final double LOW = 0.8;

    /**
     * That greater probability. Less, and halves of a four or a zero are digits; more, and narrow digits that touch
     * stay together.
     */
    private static final double SURELY_PARTED = 0.995;
    /**
     * The probability below which a piece that can be parted is no digit, be it narrow or wide. Less, and two digits
     * that look like one are read as one; more, and wide digits are parted.
     */
    private static final double WHOLE = 0.998;
    /**
     * The least width of two digits, as a share of their height. Less takes time and parts fours; more, and condensed
     * digits that touch are one.
     */
    private static final double NARROW = 0.7;
    /**
     * The width from which a piece is parted even if it looks like a digit, as a share of its height. Less, and wide
     * digits are parted; more, and two that look like one are one.
     */
    private static final double WIDE = 1.18;
    /**
     * The width from which a digit is unsure if there is a sign that it may be two, as a share of its height. Less, and
     * too many are unsure; more, and a lost digit goes unnoticed.
     */
    private static final double BROAD = 0.9;
    /**
     * The width from which no piece is surely one digit, as a share of its height. Less, and wide hands are unsure;
     * more, and a lost digit goes unnoticed.
     */
    private static final double TOO_BROAD = 1.3;
    /**
     * The least share of its bounds that a circle fills, with all that is in it. Less, and wide digits with loops are
     * unsure; more, and a circle that is not quite round is a sure zero.
     */
    private static final double CIRCLE = 0.72;
    /**
     * The greatest share of that which is ink. Less, and a circle of a bold pen is a sure zero; more, and bold eights
     * are unsure.
     */
    private static final double THIN = 0.5;

    /**
     * The least slant with which a piece that was parted is looked at upright. Less, and touching digits are unsure;
     * more, and parts of a turned digit are sure.
     */
    private static final double TURNED = 0.3;

    private static final Sequential NETWORK = LeNet.pretrained();

    /** A line between two digits: the height of the waist, as a share, and which pixels are to the left of it. */
    private record Cut(double height, NDArray isLeft) {
        Stream<Ink.Digit> halves(Ink.Digit whole) {
            return Stream.of(isLeft, Logic.logicalNot(isLeft)).map(whole::within);
        }

        boolean divides(Ink.Digit whole, double least) {
            return halves(whole).allMatch(half -> probability(half) >= least);
        }
    }

    /**
     * Returns the digits that a piece of ink is, from left to right.
     *
     * @param isPart whether it is a part of a larger piece
     */
    static Stream<Ink.Digit> parted(Ink.Digit digit, boolean isPart) {
        NDArray dark = digit.ink().toArray().gt(DARK);
        double slant = width(dark) < NARROW * dark.shape(0) ? 0 : slant(dark);
        double width = Math.min(width(dark), width(upright(dark, slant))) / dark.shape(0);
        if (width < NARROW) {
            return Stream.of(digit);
        }
        Optional<Cut> cut = Stream.of(0.0, slant)
                .flatMap(each -> cuts(dark, each).stream())
                .sorted(Comparator.comparingDouble(Cut::height))
                .filter(each -> each.divides(digit, each.height < LOW ? PARTED : SURELY_PARTED))
                .findFirst();
        boolean looksWhole = probability(digit) >= WHOLE;
        boolean isLow = cut.isPresent() && cut.get().height < LOW;
        boolean isSure = isPart
                || ((isLow || width >= BROAD) && cut.isPresent() && cut.get().divides(digit, SURELY_PARTED));
        // What is wide is parted although it looks whole, where its waist is low; the rest only if it does not.
        if (cut.isPresent() && (width >= WIDE ? isLow || !looksWhole : isSure && !looksWhole)) {
            // Upright, a turned digit looks like one.
            boolean isTurned = !isPart && slant >= TURNED && probability(upright(digit, slant)) >= PARTED;
            return cut.get()
                    .halves(digit)
                    .flatMap(half -> parted(half, true))
                    .map(half -> width < BROAD || isTurned ? half.doubtful() : half);
        }
        // Beside a digit that was parted from it, a piece may well be two more.
        boolean isLikeOne = looksWhole && !isPart;
        boolean isOne = cut.isEmpty() ? width < BROAD || (isLikeOne && width < TOO_BROAD) : width < BROAD && isLikeOne;
        return Stream.of(isOne && !isCircled(dark, digit.ink().effort()) ? digit : digit.doubtful());
    }

    /**
     * Returns how much the strokes of a piece slant that is not narrow; turned upright, it has not many more pixels.
     */
    private static double slant(NDArray dark) {
        // If strokes are upright, they fall together.
        return Stream.of(SLANTS)
                .max(Comparator.comparingDouble(
                        each -> upright(dark, each).sum(0).square().sum().asDouble()))
                .orElseThrow();
    }

    /** Returns whether ink is a thin circle with something in it that touches it, which looks like a zero. */
    private static boolean isCircled(NDArray dark, Effort effort) {
        int rows = dark.shape(0);
        int columns = dark.shape(1);
        NDArray middle = dark.get(Index.range(rows / 3, 2 * rows / 3), Index.range(columns / 3, 2 * columns / 3));
        double filled = Pieces.filled(dark, effort).mean().asDouble();
        return columns > Pieces.ROUND * rows
                && filled > CIRCLE
                && dark.mean().asDouble() < THIN * filled
                && middle.any().asBoolean();
    }

    /** Finds the waists along a slant. */
    private static List<Cut> cuts(NDArray dark, double slant) {
        NDArray upright = upright(dark, slant);
        NDArray column = upright.any(0).cumsum();
        double width = width(upright);
        NDArray left = heights(upright.cumsum(1).gt(0));
        NDArray right = Manipulation.flip(
                heights(Manipulation.flip(upright, 1).cumsum(1).gt(0)));
        double height = right.getDouble(0);
        NDArray isBetween = left.ge(HIGH * height)
                .and(right.ge(HIGH * height))
                .and(column.sub(width / 2).abs().le(MIDDLE * width));
        NDArray own = NDArray.where(isBetween, heights(upright), height);
        List<Cut> cuts = new ArrayList<>();
        while (cuts.size() < WAISTS && own.min().asDouble() < WAIST * height) {
            int waist = own.argmin().asInt();
            cuts.add(new Cut(own.getDouble(waist) / height, columns(dark, slant).lt(waist)));
            int apart = (int) (APART * width);
            own.at(Index.range(Math.max(0, waist - apart), waist + apart + 1)).set(height);
        }
        return cuts;
    }

    private static double width(NDArray upright) {
        return upright.any(0).sum().asDouble();
    }

    /** Returns the greatest probability that the network in the jar gives a digit. */
    private static double probability(Ink.Digit digit) {
        NDArray x = new DigitImage(digit).normalized().reshape(1, 1, 28, 28);
        return Activations.softmax(NETWORK.predict(x)).max().asDouble();
    }

    private static Ink.Digit upright(Ink.Digit digit, double slant) {
        Levels ink = digit.ink().with(upright(digit.ink().toArray(), slant));
        return new Ink.Digit(ink, 0, 0, digit.picture(), false).within(NDArray.ones(1, 1));
    }

    /** Returns the column in which each pixel is if ink is turned upright. */
    private static NDArray columns(NDArray ink, double slant) {
        NDArray shifts = NDArray.arange(ink.shape(0)).mul(slant).astype(DType.INT64);
        return NDArray.arange(ink.shape(1)).add(shifts.reshape(-1, 1));
    }

    private static NDArray upright(NDArray mask, double slant) {
        int shift = (int) ((mask.shape(0) - 1) * slant);
        NDArray upright = NDArray.zeros(mask.dtype(), mask.shape(0), mask.shape(1) + shift);
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
