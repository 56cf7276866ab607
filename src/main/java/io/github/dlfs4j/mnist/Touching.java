package io.github.dlfs4j.mnist;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts digits that touch. Between two digits is a waist: a column whose ink is not high, with high ink on both sides.
 * No digit has one by itself; in a wide zero, the middle columns reach from top to bottom.
 */
final class Touching {
    /** The share of the darkest ink that counts; between digits that nearly touch, pixels are paler. */
    private static final double DARK = 0.5;
    /** The least height of what is beside a waist, as a share of the whole height. */
    private static final double HIGH = 0.85;
    /** The greatest height of a waist. */
    private static final double WAIST = 0.6;
    /** The share of the width that is on either side of a waist at least. */
    private static final double SIDE = 0.25;

    /** The width from which a digit without a waist is doubtful, as a share of its height. Few written ones have it. */
    private static final double WIDE = 1.3;
    /** The same of the only one in a picture. */
    private static final double WIDE_ALONE = 1.1;

    /** The width up to which a piece with a waist may be an open four, as a share of its height. */
    private static final double NARROW = 1.2;

    private final Pieces pieces;
    private final List<Pieces.Piece> parts = new ArrayList<>();

    private Touching(Pieces pieces) {
        this.pieces = pieces;
    }

    /** Parts those of some pieces that are several digits. */
    static List<Pieces.Piece> parted(Pieces pieces, List<Pieces.Piece> digits) {
        Touching touching = new Touching(pieces);
        for (Pieces.Piece digit : digits) {
            boolean isWide = digit.width() > (digits.size() == 1 ? WIDE_ALONE : WIDE) * digit.height();
            touching.part(isWide ? pieces.within(digit, digit.left(), digit.right(), true) : digit);
        }
        return touching.parts;
    }

    private void part(Pieces.Piece piece) {
        Levels ink = Levels.of(pieces.ink(piece));
        int[][] rows = rows(ink);
        int waist = waist(rows);
        boolean isGap = waist >= 0 && rows[waist][1] <= rows[waist][0];
        if (waist < 0 || (!isGap && piece.width() < NARROW * piece.height())) {
            parts.add(waist < 0 ? piece : pieces.within(piece, piece.left(), piece.right(), true));
            return;
        }
        part(pieces.within(piece, piece.left(), piece.left() + waist, piece.isDoubtful() || !isGap));
        part(pieces.within(piece, piece.left() + waist, piece.right(), piece.isDoubtful() || !isGap));
    }

    /** Returns the first row of dark ink in each column, and that after the last. */
    private static int[][] rows(Levels ink) {
        double dark = DARK * ink.most();
        int[][] rows = new int[ink.columns()][];
        for (int column = 0; column < rows.length; column++) {
            rows[column] = new int[] {ink.rows(), 0};
            for (int row = 0; row < ink.rows(); row++) {
                if (ink.values()[row * ink.columns() + column] > dark) {
                    rows[column][0] = Math.min(rows[column][0], row);
                    rows[column][1] = row + 1;
                }
            }
        }
        return rows;
    }

    /** Returns the column where two digits touch, or -1 if the ink may be one digit. */
    private static int waist(int[][] rows) {
        int[] left = heights(rows, 0, 1);
        int[] right = heights(rows, rows.length - 1, -1);
        int height = right[0];
        int side = (int) Math.ceil(SIDE * rows.length);
        int waist = -1;
        double least = WAIST * height;
        for (int column = Math.max(1, side); column < rows.length - side; column++) {
            int own = Math.max(0, rows[column][1] - rows[column][0]);
            if (own <= least && left[column - 1] >= HIGH * height && right[column] >= HIGH * height) {
                waist = own < least || waist < 0 ? column : waist;
                least = own;
            }
        }
        return waist;
    }

    /** Returns the heights of all that is between one side and each column. */
    private static int[] heights(int[][] rows, int start, int step) {
        int[] heights = new int[rows.length];
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int column = start; column >= 0 && column < rows.length; column += step) {
            top = Math.min(top, rows[column][0]);
            bottom = Math.max(bottom, rows[column][1]);
            heights[column] = Math.max(0, bottom - top);
        }
        return heights;
    }
}
