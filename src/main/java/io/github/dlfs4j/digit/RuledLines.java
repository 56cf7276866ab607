package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Removes the lines of ruled and squared paper: dark, thin and straight, from one edge of the picture to the other.
 * They may be a little askew.
 */
final class RuledLines {
    /**
     * Half the greatest thickness of a line, as a share of the longer side. Less, and lines stay; more, and strokes of
     * a long row are lines.
     */
    private static final double THICKNESS = 0.01;
    /**
     * How many pixels a line may rise for each pixel to the right. Less, and lines that are askew stay; more takes
     * time.
     */
    private static final double STEEPEST = 0.06;
    /**
     * The share of a line that must be seen where neither ink nor another line covers it. Less, and dashes in a row are
     * a line; more, and pale lines with gaps stay.
     */
    private static final double SEEN = 0.7;
    /**
     * The share of its whole length that must be seen. Less, and what is between large digits is a line; more, and a
     * line that digits cover stays.
     */
    private static final double SEEN_AT_LEAST = 0.3;
    /**
     * The share that must be seen of each part. Less, and one long stroke is a line; more, and a line stays of which a
     * digit covers a part.
     */
    private static final double SEEN_OF_PART = 0.35;

    /** The number of parts. Fewer, and the bars of two sevens are a line; more, and a digit covers a whole part. */
    private static final int PARTS = 6;
    /**
     * The share of the pixels of a line that may be ink on it. Less, and the ink of a row of digits is erased with the
     * line; more, and the darker parts of an uneven line stay.
     */
    private static final double USUALLY_LIGHTER = 0.35;
    /**
     * How much darker than the line ink is at least, as a share of the line's own difference from the paper. Less, and
     * parts of an uneven line stay; more, and pale ink on a line is erased.
     */
    private static final double DARKER = 0.3;

    /** The most lines. Fewer, and finely squared paper keeps some; more take time. */
    private static final int MOST_LINES = 80;

    private final Levels image;
    private final int thickness;
    private final double faintest;
    /** How much darker each pixel is than what is above and below a line through it. */
    private final double[] depth;
    /** Which pixels are neither ink nor line. */
    private final boolean[] isPaper;

    private RuledLines(Levels image, Levels paper, int thickness, double faintest) {
        this.image = image;
        this.thickness = thickness;
        this.faintest = faintest;
        depth = Morphology.closedUpright(image, thickness).minus(image).values();
        isPaper = paper.minus(image).toArray().le(faintest).toBooleanArray();
    }

    /** A line through the left end of a row of the picture, which rises or falls. */
    private record Line(double row, double slope, double seen) {
        double rowAt(int column) {
            return row + slope * column;
        }
    }

    /**
     * Removes the lines in both directions.
     *
     * @param image dark ink on light paper
     * @param paper the same without ink and lines
     * @param faintest the least difference of a line from the paper
     */
    static Levels removed(Levels image, Levels paper, double faintest) {
        // A smaller picture has no lines that could be told from strokes.
        if (Math.min(image.rows(), image.columns()) < Paper.SMALL) {
            return image;
        }
        int thickness = Math.max(1, (int) Math.round(THICKNESS * image.longerSide()));
        Levels half = new RuledLines(image, paper, thickness, faintest).removed();
        Levels bare = new RuledLines(half.transposed(), paper.transposed(), thickness, faintest)
                .removed()
                .transposed();
        return Arrays.equals(bare.values(), image.values()) ? image : bare;
    }

    private Levels removed() {
        double[] values = image.values().clone();
        lines().forEach(line -> erase(line, values));
        return image.with(values);
    }

    /** Finds the lines of which most is seen, and leaves out those beside a better one. */
    private List<Line> lines() {
        boolean[] dark = NDArray.wrap(depth, depth.length).gt(faintest).toBooleanArray();
        List<Line> candidates = new ArrayList<>();
        int steps = (int) Math.ceil(STEEPEST * image.columns());
        image.effort().walk((2L * steps + 1) * depth.length);
        for (int step = -steps; step <= steps; step++) {
            double slope = (double) step / image.columns();
            for (int row = Math.max(0, -step); row < image.rows() - Math.max(0, step); row++) {
                double seen = seen(dark, row, slope);
                if (seen > Double.NEGATIVE_INFINITY) {
                    candidates.add(new Line(row, slope, seen));
                }
            }
        }
        candidates.sort((a, b) -> Double.compare(b.seen, a.seen));
        List<Line> lines = new ArrayList<>();
        for (Line candidate : candidates) {
            if (lines.size() < MOST_LINES && isApart(candidate, lines)) {
                lines.add(candidate);
            }
        }
        return lines;
    }

    /**
     * Returns how much of a line is seen, less twice what is missing, where no ink covers it. Returns minus infinity if
     * it is no line.
     */
    private double seen(boolean[] dark, int row, double slope) {
        int columns = image.columns();
        int allSeen = 0;
        int allMissing = 0;
        int column = 0;
        for (int part = 1; part <= PARTS; part++) {
            int end = part * columns / PARTS;
            int seen = 0;
            int missing = 0;
            for (; column < end; column++) {
                int pixel = ((int) (row + 0.5 + slope * column)) * columns + column;
                if (dark[pixel]) {
                    seen++;
                } else if (isPaper[pixel]) {
                    missing++;
                }
            }
            boolean isEnd = part == 1 || part == PARTS;
            if (seen < SEEN_OF_PART * (seen + missing) || (isEnd && seen == 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            allSeen += seen;
            allMissing += missing;
        }
        boolean isSeen = allSeen >= SEEN_AT_LEAST * columns && allSeen >= SEEN * (allSeen + allMissing);
        return isSeen ? (allSeen - 2.0 * allMissing) / columns : Double.NEGATIVE_INFINITY;
    }

    private boolean isApart(Line line, List<Line> others) {
        int last = image.columns() - 1;
        return others.stream()
                .allMatch(other -> Math.abs(line.row - other.row) > thickness + 1
                        && Math.abs(line.rowAt(last) - other.rowAt(last)) > thickness + 1
                        && (line.row < other.row) == (line.rowAt(last) < other.rowAt(last)));
    }

    /** Raises a line to what is above and below it. Ink that is darker than the line stays. */
    private void erase(Line line, double[] values) {
        int columns = image.columns();
        double ink = darkest(line);
        for (int column = 0; column < columns; column++) {
            int middle = (int) (line.rowAt(column) + 0.5);
            int last = Math.min(image.rows() - 1, middle + thickness + 1);
            for (int row = Math.max(0, middle - thickness - 1); row <= last; row++) {
                int pixel = row * columns + column;
                if (depth[pixel] > faintest / 2 && values[pixel] > ink) {
                    values[pixel] = Math.max(values[pixel], image.values()[pixel] + depth[pixel]);
                }
            }
        }
    }

    /** Returns the brightness of the darkest pixels that the line has by itself. What is darker is ink. */
    private double darkest(Line line) {
        NDArray column = NDArray.arange(image.columns());
        NDArray row = column.mul(line.slope).add(line.row).add(0.5).astype(DType.INT64);
        Index pixels = Index.of(row.mul(image.columns()).add(column));
        NDArray depths = NDArray.wrap(depth, depth.length).get(pixels);
        NDArray isSeen = depths.gt(faintest);
        NDArray levels =
                NDArray.sortFlat(image.toArray().reshape(-1).get(pixels).get(isSeen));
        depths = NDArray.sortFlat(depths.get(isSeen));
        int count = depths.size();
        return levels.getDouble((int) (USUALLY_LIGHTER * count))
                - Math.max(faintest, DARKER * depths.getDouble(count / 2));
    }
}
