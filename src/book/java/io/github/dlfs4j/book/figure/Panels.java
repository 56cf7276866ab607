package io.github.dlfs4j.book.figure;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Figures in rows, some with captions above them. */
public final class Panels implements Figure {
    private static final int GAP = 8 * SCALE;
    private static final int CAPTION = 18 * SCALE;
    private static final int TEXT_SIZE = 11 * SCALE;

    private final int columns;
    private final List<Panel> panels = new ArrayList<>();

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

    @Override
    public BufferedImage draw() {
        int cellWidth = panels.stream().mapToInt(Panel::width).max().orElse(0) + GAP;
        int filled = Math.min(columns, panels.size());
        int height = GAP;
        for (int first = 0; first < panels.size(); first += columns) {
            height += rowHeight(first) + GAP;
        }
        BufferedImage image = new BufferedImage(filled * cellWidth + GAP, height, BufferedImage.TYPE_INT_RGB);
        try (Pen pen = new Pen(image)) {
            int top = GAP;
            for (int first = 0; first < panels.size(); first += columns) {
                for (int i = first; i < Math.min(first + columns, panels.size()); i++) {
                    draw(pen, panels.get(i), GAP + (i - first) * cellWidth, top);
                }
                top += rowHeight(first) + GAP;
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

    private static void draw(Pen pen, Panel panel, int left, int top) {
        if (!panel.caption().isEmpty()) {
            pen.text(panel.caption(), TEXT_SIZE, new Point2D.Double(left + panel.width() / 2.0, top + CAPTION / 2.0));
        }
        pen.image(panel.image(), left, top + panel.height() - panel.image().getHeight());
    }
}
