package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.sorting.Sets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The connected pieces of ink, and the digits that they make up. Pieces that cross the picture or touch its edge are
 * seldom a digit; the digit is large and near the middle. Other digits stand beside it, in a row. The constants were
 * found by trial: {@code MadePictureTest} counts what is read with them.
 *
 * @param components tells which pixel belongs to which piece
 * @param ink how much ink each pixel has
 * @param atEdge what a piece counts that touches an edge
 * @param all the pieces, the first of which has the label 1
 */
record Pieces(ConnectedComponents components, Levels ink, double atEdge, List<Piece> all) {
    /**
     * A piece is a speck if its ink is less than this share of the digit's. Less, and dust belongs to digits; more, and
     * small parts of broken digits are lost.
     */
    private static final double SPECK = 0.02;
    /**
     * The least height of what a frame goes around, as a share of its own. Less, and a zero is a frame around its dot;
     * more, and a frame around small digits is read as a zero.
     */
    private static final double FRAMED = 0.33;
    /**
     * The least share of its width that the upper line of a frame with corners has. Less, and a bold zero with a slash
     * is a frame; more, and a frame that is askew is a zero.
     */
    private static final double FLAT = 0.5;
    /**
     * The greatest width of a zero, as a share of its height. Less, and a wide zero is a circle around its slash; more,
     * and a circle around a digit is a zero.
     */
    static final double ROUND = 0.84;

    /**
     * The greatest height of the slash in a zero, as a share of its height. Less, and the slash is a one in a circle;
     * more, and a narrow circle around a digit is a zero.
     */
    private static final double SLASH = 0.6;
    /**
     * The least share of its bounds that a box fills, with all that is in it. Less, and bold zeros are boxes; more, and
     * boxes that are round or askew at their corners are none.
     */
    private static final double BOX = 0.9;
    /**
     * The least share of its bounds that the ink of a box takes. Less, and frames of bold lines are boxes; more, and a
     * box with large digits is none.
     */
    private static final double MOSTLY_INK = 0.5;
    /**
     * The least area of a box, as a share of the largest piece's. Less takes time, since more pieces are looked at;
     * more, and a box beside something larger is a digit.
     */
    private static final double LARGE = 0.5;

    private static final Index INNER = Index.range(1, -1);
    /**
     * The most frames around digits that are looked through. Fewer, and a digit in a target is lost; more take time.
     */
    private static final int MOST_FRAMES = 8;
    /**
     * The most pieces that are no specks. More take minutes, since all are compared with each other; fewer, and a digit
     * on dirty paper is refused.
     */
    private static final int MOST_PIECES = 300;
    /**
     * The least height of a digit beside another, as a share of the other's height. Less, and commas are digits; more,
     * and the small digits of an uneven hand are lost.
     */
    private static final double AS_HIGH = 0.5;
    /**
     * The least ink of a digit beside another, as a share. Less, and scratches are digits; more, and a one beside a
     * bold eight is lost.
     */
    private static final double AS_MUCH = 0.15;
    /**
     * The share of its width by which a piece may stand over or under another one beside it. Less, and slanted
     * neighbours are joined; more, and the halves of a broken digit are two.
     */
    private static final double BESIDE = 0.35;
    /**
     * The gap between two halves of one digit, as a share of its height. Less, and a cracked zero is two digits; more,
     * and two ones are one.
     */
    private static final double CRACK = 0.06;
    /**
     * How far a small piece may be from the digit to which it belongs, as a share of the digit's longer side. Less, and
     * a five loses its bar; more, and digits collect what lies around.
     */
    private static final double NEAR = 0.25;
    /**
     * The least weight of a digit by its ink, which is less at an edge and far from the middle. Less, and shadows at
     * the edge are digits; more, and the ends of a wide number are lost.
     */
    private static final double LIKELY = 0.1;
    /**
     * The same of the main one. Less, and a corner of the table is a digit; more, and a digit that touches an edge of
     * an unevenly lit picture is refused.
     */
    private static final double UNLIKELY = 0.05;
    /**
     * The least ink of a dot or a segment, as a share of the largest one's. Less, and dust is one; more, and dots are
     * lost beside some that touch each other.
     */
    private static final double PART = 0.1;
    /** The most dots of all digits. More take time; fewer, and digits of many dots are read dot by dot. */
    private static final int MOST_PARTS = 60;
    /**
     * The greatest height of a dot or a segment, as a share of its digit's. Less, and the halves of a one are two
     * digits; more, and digits beside each other are joined.
     */
    private static final double PART_HIGH = 0.5;
    /**
     * Half the widest gap between dots or segments, as a share of their width. Less, and a seven of segments falls
     * apart; more, and small loops are filled.
     */
    private static final double GAP = 0.8;
    /**
     * What a piece counts for each edge that it touches, where shadows and corners of the table are. Less, and a digit
     * that is cut by the edge is lost; more, and they are digits.
     */
    static final double AT_EDGE = 0.2;

    /** A piece, or some that belong together; the last row and column are not in it. */
    record Piece(List<Integer> labels, double mass, int top, int left, int bottom, int right) {
        int height() {
            return bottom - top;
        }

        int width() {
            return right - left;
        }

        int area() {
            return height() * width();
        }

        int longerSide() {
            return Math.max(height(), width());
        }

        Index rows() {
            return Index.range(top, bottom);
        }

        Index columns() {
            return Index.range(left, right);
        }

        Piece with(Piece other) {
            return new Piece(
                    Stream.concat(labels.stream(), other.labels.stream()).toList(),
                    mass + other.mass,
                    Math.min(top, other.top),
                    Math.min(left, other.left),
                    Math.max(bottom, other.bottom),
                    Math.max(right, other.right));
        }

        /** Returns the columns that both have, or minus the gap between them. */
        int commonColumns(Piece other) {
            return Math.min(right, other.right) - Math.max(left, other.left);
        }

        int commonRows(Piece other) {
            return Math.min(bottom, other.bottom) - Math.max(top, other.top);
        }

        int gap(Piece other) {
            return Math.max(-commonColumns(other), -commonRows(other));
        }
    }

    /** Finds the pieces of digits. On a dark box with light digits, they are its gaps. */
    static Pieces ofDigits(NDArray mask, Levels ink, double atEdge) {
        Pieces pieces = of(ConnectedComponents.of(mask, ink.effort()), ink, atEdge);
        Optional<NDArray> gaps = pieces.gapsOfBox();
        return gaps.isEmpty()
                ? pieces
                : ofDigits(gaps.get(), ink.with(ink.toArray().rsub(1)), atEdge);
    }

    /**
     * Returns the mask of the gaps of a box. Each piece that may be one is looked at within its bounds. They are at
     * most twice as large as its ink, so all of them together have at most two pixels for each of the picture; and what
     * fills most of a gap of a box is not much more than half as large, so few boxes are in each other.
     */
    private Optional<NDArray> gapsOfBox() {
        int most = all.stream().mapToInt(Piece::area).max().orElse(0);
        for (Piece piece : all) {
            if (piece.area() >= LARGE * most && piece.mass >= MOSTLY_INK * piece.area()) {
                NDArray own =
                        components.labels().get(piece.rows(), piece.columns()).eq(piece.labels.get(0));
                NDArray filled = filled(own, ink.effort());
                NDArray gaps = filled.xor(own);
                Levels part = ink.part(piece.rows(), piece.columns());
                if (filled.sum().asDouble() >= BOX * piece.area()
                        && of(ConnectedComponents.of(gaps, ink.effort()), part, 1).all.stream()
                                .anyMatch(gap -> gap.height() >= FRAMED * piece.height())) {
                    int[][] around = {{piece.top, ink.rows() - piece.bottom}, {piece.left, ink.columns() - piece.right}
                    };
                    return Optional.of(gaps.pad(around));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the strokes that dots or segments make up, with their gaps filled; or these pieces, if one has most of
     * the height of its digit.
     */
    Pieces joined() {
        List<Piece> parts = withoutSpecks();
        int high = parts.stream().reduce(Piece::with).map(Piece::height).orElse(0);
        if (parts.isEmpty()
                || parts.size() > MOST_PARTS
                || parts.stream().anyMatch(part -> part.height() > PART_HIGH * high)) {
            return this;
        }
        double[] pens = parts.stream()
                .mapToDouble(part -> Math.min(part.height(), part.width()))
                .toArray();
        int pen = (int) Levels.smallest(pens, pens.length / 2);
        int gap = (int) (GAP * pen) + 1;
        Levels strokes = Morphology.dilated(Morphology.closed(ink, gap, gap), pen / 4);
        NDArray near = Morphology.dilated(ink, gap).toArray().gt(0.5);
        NDArray labels = ConnectedComponents.of(near, ink.effort()).labels();
        Pieces joined = of(new ConnectedComponents(labels.mul(strokes.toArray().gt(0.5))), strokes, atEdge);
        boolean areJoined = parts.stream()
                .allMatch(part -> joined.withoutSpecks().stream()
                        .anyMatch(digit -> digit.gap(part) < 0 && part.height() <= PART_HIGH * digit.height()));
        return areJoined ? joined : this;
    }

    private List<Piece> withoutSpecks() {
        double most = all.stream().mapToDouble(Piece::mass).max().orElse(0);
        return all.stream().filter(piece -> piece.mass >= PART * most).toList();
    }

    /** Returns a mask with what it surrounds. */
    static NDArray filled(NDArray mask, Effort effort) {
        NDArray outside = Logic.logicalNot(mask.pad(new int[][] {{1, 1}, {1, 1}}));
        return ConnectedComponents.of(outside, effort).labels().ne(1).get(INNER, INNER);
    }

    /**
     * Finds the pieces.
     *
     * @param components which of them each pixel belongs to
     * @param ink how much ink each pixel has
     * @param atEdge what a piece counts that touches an edge
     */
    static Pieces of(ConnectedComponents components, Levels ink, double atEdge) {
        ink.effort().walk(ink.values().length);
        long[] labels = components.labels().toLongArray();
        int count = (int) components.labels().max().asLong();
        double[] mass = new double[count + 1];
        int[][] bounds = new int[count + 1][]; // top, left, bottom, right
        for (int i = 0; i < labels.length; i++) {
            int label = (int) labels[i];
            int row = i / ink.columns();
            int column = i % ink.columns();
            bounds[label] = bounds[label] == null ? new int[] {row, column, 0, 0} : bounds[label];
            int[] box = bounds[label];
            mass[label] += ink.values()[i];
            box[1] = Math.min(box[1], column);
            box[2] = row + 1;
            box[3] = Math.max(box[3], column + 1);
        }
        List<Piece> all = new ArrayList<>();
        for (int label = 1; label <= count; label++) {
            int[] box = bounds[label];
            all.add(new Piece(List.of(label), mass[label], box[0], box[1], box[2], box[3]));
        }
        return new Pieces(components, ink, atEdge, all);
    }

    /** Returns the piece that is large and near the middle. */
    Piece main() {
        return Collections.max(all, Comparator.comparingDouble(this::weight));
    }

    private double weight(Piece piece) {
        int rows = components.labels().shape(0);
        int columns = components.labels().shape(1);
        double down = (piece.top + piece.bottom) / (double) rows - 1;
        double right = (piece.left + piece.right) / (double) columns - 1;
        double share = (piece.top == 0 ? atEdge : 1)
                * (piece.left == 0 ? atEdge : 1)
                * (piece.bottom == rows ? atEdge : 1)
                * (piece.right == columns ? atEdge : 1);
        return piece.mass * (1 - 0.7 * Math.max(Math.abs(down), Math.abs(right))) * share;
    }

    /** Returns the digits from left to right. */
    List<Piece> digits() {
        Piece main = main();
        for (int frames = 0; frames < MOST_FRAMES && isFrame(main); frames++) {
            all.remove(main);
            main = main();
        }
        Piece digit = main;
        all.removeIf(piece -> goesAround(piece, digit));
        List<Piece> large =
                all.stream().filter(piece -> piece.mass >= SPECK * digit.mass).toList();
        if (weight(digit) < UNLIKELY * digit.mass || large.size() > MOST_PIECES) {
            return List.of();
        }
        List<Piece> digits = new ArrayList<>();
        List<Piece> small = new ArrayList<>();
        for (Piece piece : large) {
            (piece.labels.equals(digit.labels) || isBeside(piece, digit) ? digits : small).add(piece);
        }
        digits.sort(Comparator.comparingInt(Piece::left));
        join(digits);
        List<Piece> broken = new ArrayList<>();
        for (Piece piece : small) {
            if (!attach(piece, digits, digit.longerSide()) && !attach(piece, broken, digit.longerSide())) {
                broken.add(piece);
            }
        }
        broken.stream().filter(piece -> isBeside(piece, digit)).forEach(digits::add);
        digits.sort(Comparator.comparingInt(Piece::left));
        return digits;
    }

    private boolean isBeside(Piece piece, Piece main) {
        return piece.commonRows(main) > 0.5 * Math.min(piece.height(), main.height())
                && piece.height() >= AS_HIGH * main.height()
                && main.height() >= AS_HIGH * piece.height()
                && piece.mass >= AS_MUCH * main.mass
                && weight(piece) / piece.mass > LIKELY;
    }

    private boolean isFrame(Piece piece) {
        return all.stream().anyMatch(other -> goesAround(piece, other));
    }

    /** Returns whether a piece is a frame around another, perhaps one with a gap, and not a zero around its slash. */
    private boolean goesAround(Piece piece, Piece other) {
        boolean isWithin = other.top > piece.top
                && other.bottom < piece.bottom
                && other.left > piece.left
                && other.right < piece.right;
        if (!isWithin || other.height() < FRAMED * piece.height()) {
            return false;
        }
        ink.effort().walk(piece.width());
        NDArray top = components.labels().get(Index.at(piece.top), piece.columns());
        boolean isRound = top.eq(piece.labels.get(0)).sum().asDouble() < FLAT * piece.width();
        return !isRound || piece.width() > ROUND * piece.height() || other.height() > SLASH * piece.height();
    }

    /** Joins neighbours that are one digit: one stands over the other, or a crack divides it. */
    private static void join(List<Piece> digits) {
        for (int i = 1; i < digits.size(); i++) {
            Piece left = digits.get(i - 1);
            Piece right = digits.get(i);
            Piece both = left.with(right);
            int common = left.commonColumns(right);
            boolean over = common > BESIDE * Math.min(left.width(), right.width());
            boolean cracked = -common < CRACK * both.height() && both.width() < 0.8 * both.height();
            if (over || cracked) {
                digits.set(i - 1, both);
                digits.remove(i);
                i--;
            }
        }
    }

    /** Gives a small piece to the nearest one, if there is one that is near for digits of that size. */
    private static boolean attach(Piece piece, List<Piece> pieces, int longerSide) {
        Optional<Piece> nearest = pieces.stream()
                .filter(each -> piece.longerSide() <= longerSide && piece.gap(each) <= NEAR * longerSide)
                .min(Comparator.comparingInt(piece::gap));
        nearest.ifPresent(each -> pieces.set(pieces.indexOf(each), each.with(piece)));
        return nearest.isPresent();
    }

    /** Returns the ink of some pieces, and what is too pale to belong to any piece, without margins. */
    Levels ink(Piece digit) {
        NDArray labels = components.labels().get(digit.rows(), digit.columns());
        NDArray own = NDArray.of(digit.labels.stream().mapToLong(i -> i).toArray());
        Levels box = ink.part(digit.rows(), digit.columns());
        return box.with(box.toArray().mul(Sets.isin(labels, own).or(labels.eq(0))));
    }
}
