package io.github.dlfs4j.book.figure;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Figures side by side in rows, each with a caption above it if it has one. */
public final class Panels implements Figure {
    private static final int GAP = 8;
    private static final int CAPTION = 18;
    private static final int TEXT_SIZE = 11;

    private final int columns;
    private final List<Panel> panels = new ArrayList<>();

    private record Panel(BufferedImage image, String caption) {
        int height() {
            return image.getHeight() + (caption.isEmpty() ? 0 : CAPTION);
        }
    }

    /**
     * No figures yet.
     *
     * @param columns how many stand in a row
     * @throws IllegalArgumentException if that is less than one
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

    /** Adds a figure as it is now with a caption, which should not be wider than it. */
    public Panels add(Figure figure, String caption) {
        panels.add(new Panel(figure.draw(), caption));
        return this;
    }

    @Override
    public BufferedImage draw() {
        int cellWidth = panels.stream()
                        .mapToInt(panel -> panel.image().getWidth())
                        .max()
                        .orElse(0)
                + GAP;
        int cellHeight = panels.stream().mapToInt(Panel::height).max().orElse(0) + GAP;
        int rows = (panels.size() + columns - 1) / columns;
        int filled = Math.min(columns, panels.size());
        BufferedImage image =
                new BufferedImage(filled * cellWidth + GAP, rows * cellHeight + GAP, BufferedImage.TYPE_INT_RGB);
        try (Pen pen = new Pen(image)) {
            for (int i = 0; i < panels.size(); i++) {
                Panel panel = panels.get(i);
                int left = GAP + i % columns * cellWidth;
                int top = GAP + i / columns * cellHeight;
                if (!panel.caption().isEmpty()) {
                    pen.text(
                            panel.caption(),
                            TEXT_SIZE,
                            new Point2D.Double(left + panel.image().getWidth() / 2.0, top + CAPTION / 2.0));
                }
                pen.image(
                        panel.image(),
                        left,
                        top + panel.height() - panel.image().getHeight());
            }
        }
        return image;
    }
}
