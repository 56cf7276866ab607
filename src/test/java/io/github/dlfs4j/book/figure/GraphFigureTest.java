package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.book.NeedsFont;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.Drawing;
import io.github.dlfs4j.graph.drawing.Point;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsFont
class GraphFigureTest {
    private static final Color INK = new Color(0x1f2328);

    private final Diagram diagram = exp("y = exp(x)");
    private final GraphFigure figure = new GraphFigure(diagram);

    private static Diagram exp(String title) {
        Diagram diagram = new Diagram(title);
        diagram.operation("exp", diagram.input("x").value("2").derivative("7.3891"))
                .named("y")
                .value("7.3891")
                .derivative("1");
        return diagram;
    }

    @Test
    void aGraphIsDrawnTwiceAsLargeAsItsSvg() {
        Drawing drawing = Drawing.of(diagram);
        BufferedImage image = figure.draw();
        assertThat(image.getWidth()).isEqualTo(2 * (int) Math.ceil(drawing.width()));
        assertThat(image.getHeight()).isEqualTo(2 * ((int) Math.ceil(drawing.height()) + GraphFigure.TITLE_HEIGHT));
        Rectangle top = new Rectangle(image.getWidth(), 2 * GraphFigure.TITLE_HEIGHT);
        assertThat(Pixels.count(image, top, INK)).isGreaterThan(100);
        BufferedImage untitled = new GraphFigure(exp("")).draw();
        assertThat(Pixels.count(untitled, top, INK)).isZero();
    }

    @Test
    void aGraphIsAsWideAsItsTitle() {
        Diagram wide = exp("a title that is much wider than the picture of one operation and its only input");
        BufferedImage image = new GraphFigure(wide).draw();
        assertThat(image.getWidth())
                .isGreaterThan(2 * (int) Math.ceil(Drawing.of(wide).width()));
        int top = 2 * GraphFigure.TITLE_HEIGHT;
        for (int left : new int[] {0, image.getWidth() - 20}) {
            assertThat(Pixels.count(image, new Rectangle(left, 0, 20, top), Color.WHITE))
                    .isEqualTo(20L * top);
        }
        assertEverythingIsAtItsPlace(wide);
    }

    @Test
    void aGraphHasEverythingAtItsPlaceInTheDrawing() {
        assertEverythingIsAtItsPlace(diagram);
    }

    private static void assertEverythingIsAtItsPlace(Diagram diagram) {
        Drawing drawing = Drawing.of(diagram);
        BufferedImage whole = new GraphFigure(diagram).draw();
        int upper = 2 * GraphFigure.TITLE_HEIGHT;
        int beside = (int) (2 * GraphFigure.left(whole.getWidth() / 2.0, drawing));
        BufferedImage image = whole.getSubimage(beside, upper, whole.getWidth() - beside, whole.getHeight() - upper);
        Drawing.Circle circle = drawing.circles().get(0);
        Point left =
                new Point(circle.center().x() - circle.radius(), circle.center().y());
        Rectangle leftOfText = new Rectangle((int) (2 * left.x()) + 4, (int) (2 * left.y()), 3, 3);
        assertThat(Pixels.count(image, leftOfText, new Color(0xeef3fa))).isEqualTo(9);
        Drawing.Head back = drawing.heads().stream()
                .filter(head -> head.direction() == Drawing.Direction.BACKWARD)
                .findFirst()
                .orElseThrow();
        Rectangle inHead = new Rectangle(
                (int) (back.left().x() + back.right().x()) - 2,
                (int) (back.left().y() + back.right().y()) - 1,
                2,
                2);
        assertThat(Pixels.count(image, inHead, new Color(0xd9622b))).isEqualTo(4);
        for (Drawing.Label label : drawing.labels()) {
            int x = (int) (2 * label.point().x()) - 20;
            int y = (int) (2 * (label.point().y() - label.size()));
            Rectangle around = new Rectangle(x, y, 40, (int) (2 * label.size())).intersection(whole(image));
            Color ink = label.role() == Drawing.Role.DERIVATIVE ? new Color(0xb23c0a) : INK;
            assertThat(Pixels.count(image, around, ink)).as("%s", label).isGreaterThan(10);
        }
    }

    private static Rectangle whole(BufferedImage image) {
        return new Rectangle(image.getWidth(), image.getHeight());
    }

    @Test
    void aGraphIsWrittenAsPngAndAsSvg(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("new").resolve("5.1-exp.png");
        figure.write(png);
        assertThat(ImageIO.read(png.toFile()).getWidth())
                .isEqualTo(figure.draw().getWidth());
        assertThat(GraphFigure.svg(png))
                .hasFileName("5.1-exp.svg")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(SvgWriter.write(diagram));
        assertThat(png.getParent().toFile().list()).hasSize(2);
    }
}
