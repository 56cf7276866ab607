package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts digits that touch. Along the slant of its strokes, ink has columns; two digits have a column with little ink
 * between them, and both sides are as high as the whole. No digit has one by itself: in a wide zero, the middle columns
 * reach from top to bottom, and the left arm of an open four is not high.
 */
final class Touching {
    /** The share of full ink that counts; between digits that nearly touch, pixels are paler. */
    private static final double DARK = 0.35;
    /** The width from which a piece with a waist is parted, as a share of its height; a narrow one may be an open four. */
    private static final double PARTED = 1.15;
    /** The least height of what is beside the column, as a share of the whole height. */
    private static final double HIGH = 0.85;
    /** The greatest height of the ink in the column. */
    private static final double WAIST = 0.6;
    /** The share of the width that is on either side of the column at least: a one is narrow. */
    private static final double SIDE = 0.2;
    /** The width from which a digit whose halves are high may be two, as a share of its height. */
    private static final double WIDE = 1.05;
    /** How many columns a stroke goes to the right for each row upwards. */
    private static final double[] SLANTS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};

    /** The number of each pixel's piece, which changes as pieces are parted. */
    private final long[] labels;

    private final Pieces pieces;
    private final List<Pieces.Piece> parts = new ArrayList<>();
    private final List<Pieces.Piece> doubtful = new ArrayList<>();
    private int last;

    private Touching(Pieces all) {
        labels = all.components().labels().toLongArray();
        NDArray own = NDArray.wrap(labels, all.ink().rows(), all.ink().columns());
        pieces = new Pieces(new ConnectedComponents(own), all.ink(), all.atEdge(), all.all());
        last = (int) own.max().asLong();
    }

    /** Parts those of some pieces that are several digits. */
    static Ink parted(Pieces pieces, List<Pieces.Piece> digits) {
        Touching touching = new Touching(pieces);
        digits.forEach(digit -> touching.part(digit, false));
        return new Ink(touching.pieces, touching.parts, touching.doubtful);
    }

    private void part(Pieces.Piece piece, boolean isDoubtful) {
        Columns columns = new Columns(piece);
        int waist = columns.waist();
        if (waist < 0 || columns.width() < PARTED * columns.height) {
            parts.add(piece);
            if (isDoubtful || waist >= 0 || columns.mayBeSeveral()) {
                doubtful.add(piece);
            }
            return;
        }
        int next = ++last;
        for (int row = piece.top(); row < piece.bottom(); row++) {
            for (int column = piece.left(); column < piece.right(); column++) {
                int i = row * pieces.ink().columns() + column;
                boolean isRight = columns.of(row - piece.top(), column - piece.left()) >= waist;
                labels[i] = isRight && piece.labels().contains((int) labels[i]) ? next : labels[i];
            }
        }
        List<Pieces.Piece> all = Pieces.of(pieces.components(), pieces.ink(), pieces.atEdge()).all();
        boolean touch = isDoubtful || columns.heightAt(waist) > 0;
        piece.labels().stream()
                .map(label -> all.get(label - 1))
                .filter(left -> left.mass() > 0)
                .reduce(Pieces.Piece::with)
                .ifPresent(left -> part(left, touch));
        part(all.get(next - 1), touch);
    }

    /** The columns of some ink, along the slant that makes the strokes fall together best. */
    private final class Columns {
        private double slant;
        /** The first row of dark ink in each column, and that after the last. */
        private int[][] rows;
        /** The heights of all that is to the left of each column, and from it to the right. */
        private final int[] left;

        private final int[] right;
        private final int height;

        Columns(Pieces.Piece piece) {
            double most = -1;
            for (double each : SLANTS) {
                int[][] found = new int[piece.width() + (int) (each * piece.height())][];
                double fit = 0;
                for (int x = 0; x < found.length; x++) {
                    int count = 0;
                    found[x] = new int[] {piece.height(), 0};
                    for (int row = 0; row < piece.height(); row++) {
                        int column = x - (int) (each * row);
                        if (column >= 0 && column < piece.width() && isDark(piece, row, column)) {
                            found[x][0] = Math.min(found[x][0], row);
                            found[x][1] = row + 1;
                            count++;
                        }
                    }
                    fit += (double) count * count;
                }
                if (fit > most) {
                    most = fit;
                    slant = each;
                    rows = found;
                }
            }
            int from = 0;
            int to = rows.length;
            while (from < to - 1 && rows[from][1] == 0) {
                from++;
            }
            while (to > from + 1 && rows[to - 1][1] == 0) {
                to--;
            }
            this.from = from;
            this.to = to;
            left = heights(from, 1);
            right = heights(to - 1, -1);
            height = right[from];
        }

        private final int from;
        private final int to;

        private boolean isDark(Pieces.Piece piece, int row, int column) {
            int i = (piece.top() + row) * pieces.ink().columns() + piece.left() + column;
            return pieces.ink().values()[i] > DARK && piece.labels().contains((int) labels[i]);
        }

        int of(int row, int column) {
            return column + (int) (slant * row);
        }

        private int[] heights(int start, int step) {
            int[] heights = new int[rows.length];
            int top = Integer.MAX_VALUE;
            int bottom = 0;
            for (int column = start; column >= from && column < to; column += step) {
                top = Math.min(top, rows[column][0]);
                bottom = Math.max(bottom, rows[column][1]);
                heights[column] = Math.max(0, bottom - top);
            }
            return heights;
        }

        int heightAt(int column) {
            return Math.max(0, rows[column][1] - rows[column][0]);
        }

        private boolean isBetween(int column) {
            return left[column - 1] >= HIGH * height && right[column] >= HIGH * height;
        }

        /** Returns the column where two digits touch, or -1 if the ink may be one digit. */
        int waist() {
            int side = Math.max(1, (int) Math.ceil(SIDE * (to - from)));
            int waist = -1;
            int least = (int) (WAIST * height);
            for (int column = from + side; column < to - side; column++) {
                int own = heightAt(column);
                if (own < least && isBetween(column)) {
                    waist = column;
                    least = own;
                }
            }
            return waist;
        }

        int width() {
            return to - from;
        }

        boolean mayBeSeveral() {
            return width() > WIDE * height && isBetween((from + to) / 2);
        }
    }
}
