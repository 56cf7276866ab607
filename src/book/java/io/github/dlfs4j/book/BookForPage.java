package io.github.dlfs4j.book;

import io.github.dlfs4j.app.Main;
import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.serving.Serving;
import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.GraphFigure;
import io.github.dlfs4j.graph.Diagrams;
import io.github.dlfs4j.graph.GraphSteps;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The chapters for the page of the main job, and the main job with them. */
public final class BookForPage implements Book {
    /** Creates the book with all chapters. */
    public BookForPage() {
        // Nothing opens a window, so Java need not look for a display.
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * Runs the main job, whose page shows the book.
     *
     * @param args the options of the main job
     */
    public static void main(String[] args) {
        Serving.show(new BookForPage());
        Main.main(args);
    }

    @Override
    public List<ShownChapter> chapters() {
        return CHAPTERS;
    }

    private static final List<ShownChapter> CHAPTERS = List.of(
            shown("Chapter01", Chapter01.CHAPTER),
            shown("Chapter02", Chapter02.CHAPTER),
            shown("Chapter03", Chapter03.CHAPTER),
            shown("Chapter04", Chapter04.CHAPTER),
            shown("Chapter05", Chapter05.CHAPTER),
            shown("Chapter06", Chapter06.chapter(1)),
            shown("Chapter07", Chapter07.chapter(Chapter07.EPOCHS)),
            shown("Chapter08", Chapter08.chapter(Chapter08.TEST_IMAGES)));

    private static ShownChapter shown(String id, Chapter chapter) {
        return new ShownChapter(
                id,
                chapter.title(),
                chapter.sections().stream()
                        .map(section -> new ShownSection(section.heading(), () -> print(section)))
                        .toList(),
                chapter.drawings().stream()
                        .map(drawing ->
                                new ShownFigure(FigureTitles.of(drawing.name()), drawing.look(), () -> draw(drawing)))
                        .toList(),
                () -> code(id, chapter));
    }

    private static Code code(String id, Chapter chapter) throws IOException {
        SourceCode source = SourceCode.of(id);
        return new Code(
                source.files(),
                chapter.sections().stream()
                        .map(section -> source.ofSection(section.heading()))
                        .toList(),
                chapter.drawings().stream()
                        .map(drawing -> source.ofFigure(drawing.name()))
                        .toList());
    }

    private static String print(Chapter.Section section) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output.to(new PrintStream(bytes, true, StandardCharsets.UTF_8), section.code());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Image draw(Chapter.Drawing drawing) throws IOException {
        if (!Fonts.installed()) {
            throw new IOException("Java finds no font");
        }
        Figure figure = drawing.code().draw();
        if (figure instanceof GraphFigure graph) {
            String svg = SvgWriter.write(graph.diagram());
            boolean hasSteps = !graph.diagram().sentences().isEmpty();
            return new Image(
                    "image/svg+xml",
                    svg.getBytes(StandardCharsets.UTF_8),
                    hasSteps ? Optional.of(() -> steps(drawing)) : Optional.empty());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(figure.draw(), "png", png);
        return new Image("image/png", png.toByteArray(), Optional.empty());
    }

    /** Draws a graph again, whose sentences are in the language of this thread. */
    private static GraphSteps steps(Chapter.Drawing drawing) throws IOException {
        return Diagrams.steps(((GraphFigure) drawing.code().draw()).diagram());
    }
}
