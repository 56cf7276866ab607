package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A function of two variables as a surface in space, coloured by its height, with a bar that explains the colours.
 * XChart has no chart of this kind, so this is plain Java2D.
 *
 * <p>The surface is made of flat facets. They are painted from the farthest to the nearest, so that near facets hide
 * far ones: the painter's algorithm (M. E. Newell, R. G. Newell and T. L. Sancha, 1972) in its simplest form.
 */
public final class Surface implements Figure {
    /** The largest number of facets along an axis, as in Matplotlib; points of a finer grid are left out. */
    private static final int FACETS = 50;

    /** The share of the two horizontal axes that stays free on both sides. */
    private static final double MARGIN = 0.02;

    private static final Projection PROJECTION = new Projection(190, 190, 222);
    private static final Rectangle2D BAR = new Rectangle2D.Double(415, 100, 14, 180);

    private final NDArray x;
    private final NDArray y;
    private final NDArray z;
    private final Box box;
    private String title = "";
    private String xLabel = "";
    private String yLabel = "";
    private String zLabel = "";

    /**
     * Creates a surface through the points (x, y, z).
     *
     * @param x the first coordinates, of shape (m, n), as {@link NDArray#meshgrid} gives them
     * @param y the second coordinates, of shape (m, n)
     * @param z the heights, of shape (m, n)
     * @throws IllegalArgumentException if the shapes differ, if there are fewer than two rows or columns, or if an
     *     element is not finite
     */
    public Surface(NDArray x, NDArray y, NDArray z) {
        if (x.ndim() != 2
                || x.shape(0) < 2
                || x.shape(1) < 2
                || !x.shape().equals(y.shape())
                || !x.shape().equals(z.shape())) {
            throw new IllegalArgumentException("a surface has x, y and z of one shape (m, n), not %s, %s and %s"
                    .formatted(x.shape(), y.shape(), z.shape()));
        }
        this.x = x;
        this.y = y;
        this.z = z;
        this.box = new Box(PROJECTION, Range.of(x).widened(MARGIN), Range.of(y).widened(MARGIN), Range.of(z));
    }

    /** Returns the heights, of shape (m, n). */
    public NDArray heights() {
        return z;
    }

    /** Writes a title above the surface. */
    public Surface title(String title) {
        this.title = title;
        return this;
    }

    /** Writes labels next to the three axes. */
    public Surface labels(String xLabel, String yLabel, String zLabel) {
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.zLabel = zLabel;
        return this;
    }

    @Override
    public BufferedImage draw() {
        BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        try (Pen pen = Pen.ofPoints(image)) {
            box.draw(pen);
            box.label(pen, xLabel, yLabel, zLabel);
            facets().forEach(facet -> facet.draw(pen));
            drawBar(pen);
            pen.text(title, 14, new Point2D.Double(WIDTH / 2.0, 18));
        }
        return image;
    }

    /** A flat piece of the surface. */
    private record Facet(Path2D outline, double nearness, Color color) {
        void draw(Pen pen) {
            pen.fill(color, outline);
        }
    }

    /** Returns the facets from the farthest to the nearest. */
    private List<Facet> facets() {
        int[] rows = bounds(x.shape(0));
        int[] columns = bounds(x.shape(1));
        List<Facet> facets = new ArrayList<>();
        for (int i = 1; i < rows.length; i++) {
            for (int j = 1; j < columns.length; j++) {
                facets.add(facet(
                        place(rows[i - 1], columns[j - 1]),
                        place(rows[i - 1], columns[j]),
                        place(rows[i], columns[j]),
                        place(rows[i], columns[j - 1])));
            }
        }
        facets.sort(Comparator.comparingDouble(Facet::nearness));
        return facets;
    }

    private Facet facet(Place... corners) {
        double nearness =
                Stream.of(corners).mapToDouble(PROJECTION::nearness).average().orElseThrow();
        double height = Stream.of(corners).mapToDouble(Place::z).average().orElseThrow();
        return new Facet(PROJECTION.polygon(corners), nearness, Viridis.at(height));
    }

    private Place place(int i, int j) {
        return new Place(
                box.x().position(x.getDouble(i, j)),
                box.y().position(y.getDouble(i, j)),
                box.z().position(z.getDouble(i, j)));
    }

    /** Returns the rows or columns of the grid that bound facets: the first, the last, and some between. */
    private static int[] bounds(int count) {
        int facets = Math.min(count - 1, FACETS);
        return IntStream.rangeClosed(0, facets)
                .map(k -> k * (count - 1) / facets)
                .toArray();
    }

    private void drawBar(Pen pen) {
        for (double y = BAR.getMinY(); y < BAR.getMaxY(); y++) {
            double position = (BAR.getMaxY() - y) / BAR.getHeight();
            pen.fill(Viridis.at(position), new Rectangle2D.Double(BAR.getX(), y, BAR.getWidth(), 1));
        }
        pen.draw(Color.BLACK, BAR);
        box.z().eachTick(6, (number, text) -> {
            double y = BAR.getMaxY() - box.z().position(number) * BAR.getHeight();
            pen.line(Color.BLACK, new Point2D.Double(BAR.getMaxX(), y), new Point2D.Double(BAR.getMaxX() + 3, y));
            pen.text(text, 11, new Point2D.Double(BAR.getMaxX() + 14, y));
        });
    }
}
