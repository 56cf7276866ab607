package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.graph.drawing.Curve;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.Drawing;
import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Direction;
import io.github.dlfs4j.graph.drawing.Drawing.Head;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Role;
import io.github.dlfs4j.graph.drawing.Drawing.Stroke;
import io.github.dlfs4j.graph.drawing.Point;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A computational graph that is written as PNG and as SVG. Browsers show the title of an SVG; in the PNG it is above
 * the picture, which is the same as the SVG otherwise.
 */
public final class GraphFigure implements Figure {
    private static final Color INK = new Color(0x1f2328);
    private static final Color LINE = new Color(0x57606a);
    private static final Color DISC = new Color(0xeef3fa);
    private static final Color BACK = new Color(0xd9622b);
    private static final Color DERIVATIVE = new Color(0xb23c0a);

    private static final int TITLE_SIZE = 14;
    private static final int TITLE_BASELINE = 20;

    /** The height by which the picture is below the upper end of the PNG. */
    static final int TITLE_HEIGHT = 26;

    /** The least space beside the title. */
    private static final int TITLE_MARGIN = 12;

    private final Diagram diagram;

    /** Creates a figure of a diagram. */
    public GraphFigure(Diagram diagram) {
        this.diagram = diagram;
    }

    /** Returns the diagram. */
    public Diagram diagram() {
        return diagram;
    }

    @Override
    public void write(Path png) throws IOException {
        Figure.super.write(png);
        Files.writeString(svg(png), SvgWriter.write(diagram));
    }

    /** Returns the SVG file next to a PNG file. */
    public static Path svg(Path png) {
        return png.resolveSibling(png.getFileName().toString().replaceFirst("\\.png$", ".svg"));
    }

    @Override
    public BufferedImage draw() {
        Drawing drawing = Drawing.of(diagram);
        Font font = Fonts.ofSize(TITLE_SIZE);
        FontRenderContext context = new FontRenderContext(null, true, true);
        double titleWidth = font.getStringBounds(diagram.title(), context).getWidth();
        int width = (int) Math.ceil(Math.max(drawing.width(), titleWidth + 2 * TITLE_MARGIN));
        int height = (int) Math.ceil(drawing.height()) + TITLE_HEIGHT;
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(INK);
        graphics.setFont(font);
        graphics.drawString(diagram.title(), (float) ((width - titleWidth) / 2), TITLE_BASELINE);
        graphics.translate(left(width, drawing), TITLE_HEIGHT);
        drawing.strokes().forEach(stroke -> draw(graphics, stroke));
        drawing.heads().forEach(head -> draw(graphics, head));
        drawing.circles().forEach(circle -> draw(graphics, circle));
        drawing.labels().stream().filter(label -> label.span().stays()).forEach(label -> draw(graphics, label));
        graphics.dispose();
        return image;
    }

    /** Returns where the picture begins in a PNG of some width, in which it is in the middle. */
    static double left(double width, Drawing drawing) {
        return (width - drawing.width()) / 2;
    }

    private static void draw(Graphics2D graphics, Stroke stroke) {
        Path2D path = new Path2D.Double();
        move(path, stroke.curves().get(0).start());
        for (Curve curve : stroke.curves()) {
            path.curveTo(
                    curve.control1().x(), curve.control1().y(),
                    curve.control2().x(), curve.control2().y(),
                    curve.end().x(), curve.end().y());
        }
        graphics.setColor(color(stroke.direction()));
        graphics.setStroke(
                new BasicStroke((float) stroke.direction().thickness(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    private static void draw(Graphics2D graphics, Head head) {
        Path2D triangle = new Path2D.Double();
        move(triangle, head.tip());
        triangle.lineTo(head.left().x(), head.left().y());
        triangle.lineTo(head.right().x(), head.right().y());
        graphics.setColor(color(head.direction()));
        graphics.fill(triangle);
    }

    private static void draw(Graphics2D graphics, Circle circle) {
        double radius = circle.radius();
        Ellipse2D disc = new Ellipse2D.Double(
                circle.center().x() - radius, circle.center().y() - radius, 2 * radius, 2 * radius);
        graphics.setColor(DISC);
        graphics.fill(disc);
        graphics.setColor(LINE);
        graphics.setStroke(new BasicStroke((float) Direction.FORWARD.thickness()));
        graphics.draw(disc);
    }

    private static void draw(Graphics2D graphics, Label label) {
        Font font = Fonts.ofSize(1).deriveFont((float) label.size());
        double width = font.getStringBounds(label.text(), graphics.getFontRenderContext())
                .getWidth();
        double x = switch (label.anchor()) {
            case START -> label.point().x();
            case MIDDLE -> label.point().x() - width / 2;
            case END -> label.point().x() - width;
        };
        graphics.setFont(font);
        graphics.setColor(label.role() == Role.DERIVATIVE ? DERIVATIVE : INK);
        graphics.drawString(label.text(), (float) x, (float) label.point().y());
    }

    private static Color color(Direction direction) {
        return direction == Direction.FORWARD ? LINE : BACK;
    }

    private static void move(Path2D path, Point point) {
        path.moveTo(point.x(), point.y());
    }
}
