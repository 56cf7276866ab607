package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * The ink of the digits of a picture. The constants here and in the classes that this one uses were found by trial:
 * {@code MadePictureTest} and {@code NumbersOnPaperTest} count what is read with them. The comment of each says what
 * goes wrong where it is less, and where it is more.
 *
 * @param pieces the pieces of ink, which is from 0 to 1
 * @param digits those that are digits, from left to right
 */
record Ink(Pieces pieces, List<Digit> digits) {
    /** The longest side that is kept. With fewer pixels, thin strokes of long numbers vanish; more take time. */
    static final int LONGEST_SIDE = 480;
    /**
     * The least by which ink differs from the paper, if the brightest and the darkest pixel differ by 1. Less, and the
     * noise of JPEG is ink; more, and pale pencil beside something dark is none.
     */
    private static final double FAINTEST = 0.05;
    /**
     * The share of the ink that is paler than full ink. Less, and strokes get thick, as their pale outline counts;
     * more, and a few darker pixels make the rest pale.
     */
    private static final double FULL = 0.9;
    /**
     * Paler pixels do not count when the outline of a digit is determined. Less, and pixels that JPEG leaves around
     * digits join them; more, and thin ends of strokes are cut off.
     */
    private static final double PALE = 0.06;
    /** The same on grainy paper. Less, and grain sticks to digits; more, and thin strokes break. */
    private static final double PALE_ON_GRAIN = 0.25;
    /**
     * The least share of all ink that digits have. Less, and grass and bricks are numbers; more, and a digit beside
     * something else is refused.
     */
    private static final double MOST_OF_INK = 0.5;
    /**
     * How many times the grain of the paper full ink differs from it. Less, and the darkest grains of a blank sheet are
     * ink; more, and pale ink on grainy paper is none.
     */
    private static final double CLEAR_OF_GRAIN = 1.8;
    /** The most digits. More, and grass or bricks are numbers; fewer, and the number of a card is refused. */
    private static final int MOST_DIGITS = 16;
    /**
     * How often boxes of digits, which overlap if they slant, may cover the picture. Less, and a slanted row is
     * refused; more takes time for what is no row.
     */
    private static final int MOST_OVER = 2;
    /**
     * The greatest width of a digit, as a share of its height. Less, and wide hands are refused; more, and dashes are
     * digits.
     */
    private static final double BROADEST = 2;

    /**
     * A digit.
     *
     * @param ink from 0 to 1, without margins
     * @param top the first row of the picture in which it is
     * @param left the first column
     * @param picture the ink of the picture
     * @param isDoubtful whether it may be several digits, a part of one, or a shadow
     */
    record Digit(Levels ink, int top, int left, Levels picture, boolean isDoubtful) {
        Digit doubtful() {
            return new Digit(ink, top, left, picture, true);
        }

        /** Returns what is in an area, which has a pixel of it. */
        Digit within(NDArray area) {
            NDArray own = ink.toArray().mul(area);
            NDArray[] is = own.gt(PALE_ON_GRAIN).nonzero();
            int row = is[0].min().asInt();
            int column = is[1].min().asInt();
            Index rows = Index.range(row, is[0].max().asInt() + 1);
            Index columns = Index.range(column, is[1].max().asInt() + 1);
            return new Digit(ink.with(own.get(rows, columns)), top + row, left + column, picture, isDoubtful);
        }

        DigitImage.Place place() {
            double rows = picture.rows();
            double columns = picture.columns();
            return new DigitImage.Place(left / columns, top / rows, ink.columns() / columns, ink.rows() / rows);
        }
    }

    /** In a shadow whose light is not known, any part of it may look like a digit. */
    private Ink doubtful() {
        return new Ink(pieces, digits.stream().map(Digit::doubtful).toList());
    }

    /** Finds the digit in the middle, or the largest one. */
    Digit main() {
        Pieces.Piece main = pieces.main();
        int middle = (main.left() + main.right()) / 2;
        return digits.stream()
                .filter(digit -> digit.left + digit.ink.columns() > middle)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Finds the digits, from left to right.
     *
     * @param grey finite
     * @throws IllegalArgumentException if there is none
     */
    static Ink of(Levels grey) {
        Levels small = smaller(grey);
        NDArray image = small.toArray().sub(small.least());
        double range = image.max().asDouble();
        if (range == 0) {
            throw new IllegalArgumentException("no digit: all pixels are alike");
        }
        Levels ruled = Paper.smooth(small.with(image.divi(range)));
        Optional<Ink> even = Paper.evenlyLit(ruled).flatMap(paper -> on(paper, 1));
        // A shadow may be as dark as ink; a line of ruled paper goes through the picture, and is no frame.
        boolean isShaded = Paper.hasShadedEdge(ruled);
        boolean isClear = even.isPresent()
                && even.get().pieces.all().stream().noneMatch(piece -> piece.width() == ruled.columns());
        if (isClear && !isShaded) {
            return even.get();
        }
        Levels picture = isClear ? ruled : Paper.withoutLines(ruled);
        boolean isRuled = picture.values() != ruled.values();
        Optional<Ink> bare = isRuled ? Paper.evenlyLit(picture).flatMap(paper -> on(paper, 1)) : even;
        return bare.filter(ink -> !isShaded)
                .or(() -> Paper.inOneLight(picture, Math.max(0, small.least()) / range)
                        .flatMap(paper -> on(paper, 1)))
                .or(() -> bare)
                .or(() -> on(Paper.of(picture), picture.longerSide() < Paper.SMALL ? 1 : Pieces.AT_EDGE)
                        .map(ink -> isShaded ? ink.doubtful() : ink))
                .orElseThrow(() -> new IllegalArgumentException("no digit: no ink on paper looks like one"));
    }

    /**
     * Finds the digits on a paper; empty if there are none.
     *
     * @param atEdge what a piece counts that touches an edge, from 0 to 1
     */
    private static Optional<Ink> on(Paper paper, double atEdge) {
        double most = paper.relief().most();
        double full = paper.grain() == 0 || most < FAINTEST ? most : fullOnGrain(paper, most);
        if (most < FAINTEST || full < CLEAR_OF_GRAIN * paper.grain()) {
            return Optional.empty();
        }
        double none = paper.grain() == 0 ? 0 : Math.min(Math.max(paper.grain(), 0.25 * full), 0.5 * full);
        Levels ink = paper.relief()
                .with(paper.relief().toArray().sub(none).div(full - none).clip(0, 1));
        Pieces pieces = Pieces.ofDigits(ink.toArray().gt(paper.grain() == 0 ? PALE : PALE_ON_GRAIN), ink, atEdge)
                .joined();
        List<Pieces.Piece> digits = pieces.all().isEmpty() ? List.of() : pieces.digits();
        boolean areDigits = !digits.isEmpty()
                && digits.size() <= MOST_DIGITS
                && digits.stream().mapToInt(Pieces.Piece::area).sum() <= MOST_OVER * ink.values().length
                && mass(digits) >= MOST_OF_INK * mass(pieces.all())
                && digits.stream().map(pieces::ink).allMatch(Strokes::areIn);
        if (!areDigits) {
            return Optional.empty();
        }
        List<Digit> parted = digits.stream()
                .map(digit -> new Digit(pieces.ink(digit), digit.top(), digit.left(), ink, false))
                .flatMap(digit -> Touching.parted(digit, false))
                .limit(MOST_DIGITS + 1L) // A text is not parted to its end.
                .toList();
        boolean areNarrow = parted.size() <= MOST_DIGITS
                && parted.stream().allMatch(digit -> digit.ink.columns() <= BROADEST * digit.ink.rows());
        return areNarrow ? Optional.of(new Ink(pieces, parted)) : Optional.empty();
    }

    private static double mass(List<Pieces.Piece> pieces) {
        return pieces.stream().mapToDouble(Pieces.Piece::mass).sum();
    }

    /** Returns how much full ink differs from grainy paper: what most of the ink in the middle does. */
    private static double fullOnGrain(Paper paper, double most) {
        Levels relief = paper.relief();
        double threshold = Math.max(paper.grain(), 0.35 * relief.quantile(0.999));
        NDArray mask = relief.toArray().gt(Math.min(threshold, 0.9 * most));
        Pieces pieces = Pieces.of(ConnectedComponents.of(mask, relief.effort()), relief, Pieces.AT_EDGE);
        NDArray own = pieces.ink(pieces.main()).toArray();
        return relief.with(own.get(own.gt(0)).reshape(1, -1)).quantile(FULL);
    }

    /** Shrinks a large image to the means of square blocks. */
    private static Levels smaller(Levels levels) {
        if (levels.longerSide() <= LONGEST_SIDE) {
            return levels;
        }
        BlockMeans means = new BlockMeans(levels.columns(), levels.rows(), 1);
        for (int i = 0; i < levels.values().length; i++) {
            means.add(i / levels.columns(), i % levels.columns(), new double[] {levels.values()[i]}, 1);
        }
        return levels.with(means.grey());
    }
}
