package io.github.dlfs4j.book.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** Draws lines, areas, centred text and other images on a white image. */
final class Pen implements AutoCloseable {
    private static final BasicStroke THIN = new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Graphics2D graphics;

    /** Returns a pen whose point is {@link Figure#SCALE} pixels. */
    static Pen ofPoints(BufferedImage image) {
        Pen pen = new Pen(image);
        pen.graphics.scale(Figure.SCALE, Figure.SCALE);
        return pen;
    }

    /** Creates a pen whose point is a pixel. */
    Pen(BufferedImage image) {
        graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setStroke(THIN);
    }

    void line(Color color, Point2D from, Point2D to) {
        draw(color, new Line2D.Double(from, to));
    }

    /** Draws a line that is thicker or dashed. */
    void line(Color color, BasicStroke stroke, Point2D from, Point2D to) {
        graphics.setStroke(stroke);
        line(color, from, to);
        graphics.setStroke(THIN);
    }

    void draw(Color color, Shape shape) {
        smooth(true);
        graphics.setColor(color);
        graphics.draw(shape);
    }

    /** Fills whole pixels only, so that neighbouring areas meet without a seam. */
    void fill(Color color, Shape shape) {
        smooth(false);
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /** Draws an image with its upper left corner at the point. */
    void image(BufferedImage image, int x, int y) {
        graphics.drawImage(image, x, y, null);
    }

    private void smooth(boolean on) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                on ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    /** Returns the length of a text. */
    int length(String text, int size) {
        return graphics.getFontMetrics(Fonts.ofSize(size)).stringWidth(text);
    }

    /** Writes a text with its middle at the point. */
    void text(String text, int size, Point2D center) {
        text(text, size, center, 0);
    }

    /** Writes a text from bottom to top. */
    void upwards(String text, int size, Point2D center) {
        text(text, size, center, -Math.PI / 2);
    }

    private void text(String text, int size, Point2D center, double angle) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(Fonts.ofSize(size));
        FontMetrics metrics = graphics.getFontMetrics();
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.translate(center.getX(), center.getY());
        turned.rotate(angle);
        turned.drawString(text, -metrics.stringWidth(text) / 2f, (metrics.getAscent() - metrics.getDescent()) / 2f);
        turned.dispose();
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
