package io.github.dlfs4j.book.figure;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures in rows, some with captions above them, titles beside the rows, frames or a legend for all of them. */
public final class Panels implements Figure {
    private static final int GAP = 8 * SCALE;
    private static final int CAPTION = 18 * SCALE;
    private static final int TEXT_SIZE = 11 * SCALE;

    private static final Color FRAME = new Color(0x999999);

    private final int columns;
    private final List<Panel> panels = new ArrayList<>();
    private final Map<Integer, String> rowTitles = new HashMap<>();
    private boolean framed;
    private LineNames legend;

    private record Panel(BufferedImage image, String caption) {
        /** Returns the width of the image, or that of the caption if it is longer. */
        int width() {
            if (caption.isEmpty()) {
                return image.getWidth();
            }
            try (Pen pen = new Pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))) {
                return Math.max(image.getWidth(), pen.length(caption, TEXT_SIZE));
            }
        }

        int height() {
            return image.getHeight() + (caption.isEmpty() ? 0 : CAPTION);
        }
    }

    /**
     * Creates panels without figures.
     *
     * @param columns the number of figures in a row
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Panels(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("panels need a column, not " + columns);
        }
        this.columns = columns;
    }

    /** Adds a figure as it is now. */
    public Panels add(Figure figure) {
        return add(figure, "");
    }

    /** Adds a figure as it is now with a caption above it. */
    public Panels add(Figure figure, String caption) {
        panels.add(new Panel(figure.draw(), caption));
        return this;
    }

    /** Begins a row, and writes a title beside it, from bottom to top. */
    public Panels row(String title) {
        if (panels.size() % columns != 0) {
            throw new IllegalStateException("a row begins after %s panels, not after %s"
                    .formatted(panels.size() / columns * columns + columns, panels.size()));
        }
        rowTitles.put(panels.size(), title);
        return this;
    }

    /** Draws a thin frame around each figure, for pictures that are white at their ends. */
    public Panels framed() {
        framed = true;
        return this;
    }

    /** Writes a legend above the figures, which are plots with the same lines as the given one. */
    public Panels legend(Plot plot) {
        legend = LineNames.of(plot);
        return this;
    }

    @Override
    public BufferedImage draw() {
        BufferedImage names = legend == null ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB) : legend.draw();
        int cellWidth = panels.stream().mapToInt(Panel::width).max().orElse(0) + GAP;
        int filled = Math.min(columns, panels.size());
        int left = GAP + (rowTitles.isEmpty() ? 0 : CAPTION);
        int width = Math.max(left + filled * cellWidth, legend == null ? 0 : names.getWidth() + 2 * GAP);
        int first = GAP + (legend == null ? 0 : names.getHeight());
        int height = first;
        for (int row = 0; row < panels.size(); row += columns) {
            height += rowHeight(row) + GAP;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        try (Pen pen = new Pen(image)) {
            if (legend != null) {
                pen.image(names, (width - names.getWidth()) / 2, GAP);
            }
            int top = first;
            for (int row = 0; row < panels.size(); row += columns) {
                if (rowTitles.containsKey(row)) {
                    Point2D beside = new Point2D.Double(GAP + CAPTION / 2.0, top + rowHeight(row) / 2.0);
                    pen.upwards(rowTitles.get(row), TEXT_SIZE, beside);
                }
                for (int i = row; i < Math.min(row + columns, panels.size()); i++) {
                    draw(pen, panels.get(i), left + (i - row) * cellWidth, top);
                }
                top += rowHeight(row) + GAP;
            }
        }
        return image;
    }

    private int rowHeight(int first) {
        return panels.subList(first, Math.min(first + columns, panels.size())).stream()
                .mapToInt(Panel::height)
                .max()
                .orElse(0);
    }

    private void draw(Pen pen, Panel panel, int left, int top) {
        BufferedImage image = panel.image();
        if (!panel.caption().isEmpty()) {
            pen.text(panel.caption(), TEXT_SIZE, new Point2D.Double(left + panel.width() / 2.0, top + CAPTION / 2.0));
        }
        int below = top + panel.height() - image.getHeight();
        if (framed) {
            int thick = SCALE / 2;
            pen.fill(
                    FRAME,
                    new Rectangle(
                            left - thick, below - thick, image.getWidth() + 2 * thick, image.getHeight() + 2 * thick));
        }
        pen.image(image, left, below);
    }
}
