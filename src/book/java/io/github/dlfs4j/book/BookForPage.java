package io.github.dlfs4j.book;

import io.github.dlfs4j.app.Main;
import io.github.dlfs4j.app.Serving;
import io.github.dlfs4j.app.page.Book;
import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.GraphFigure;
import io.github.dlfs4j.graph.Diagrams;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            new ChapterOnPage("Chapter01", Chapter01.CHAPTER),
            new ChapterOnPage("Chapter02", Chapter02.CHAPTER),
            new ChapterOnPage("Chapter03", Chapter03.CHAPTER),
            new ChapterOnPage("Chapter04", Chapter04.CHAPTER),
            new ChapterOnPage("Chapter05", Chapter05.CHAPTER),
            new ChapterOnPage("Chapter06", Chapter06.chapter(1)),
            new ChapterOnPage("Chapter07", Chapter07.chapter(Chapter07.EPOCHS)),
            new ChapterOnPage("Chapter08", Chapter08.chapter(Chapter08.TEST_IMAGES)));

    private record ChapterOnPage(String id, Chapter chapter) implements ShownChapter {
        @Override
        public String title() {
            return chapter.title();
        }

        @Override
        public List<ShownSection> sections() {
            return chapter.sections().stream()
                    .map(section -> (ShownSection) new SectionOnPage(section))
                    .toList();
        }

        @Override
        public List<ShownFigure> figures() {
            return chapter.drawings().stream()
                    .map(drawing -> (ShownFigure) new FigureOnPage(drawing))
                    .toList();
        }

        @Override
        public Code code() throws IOException {
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
    }

    private record SectionOnPage(Chapter.Section section) implements ShownSection {
        @Override
        public String title() {
            return section.heading();
        }

        @Override
        public String print() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Output.to(new PrintStream(bytes, true, StandardCharsets.UTF_8), section.code());
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private record FigureOnPage(Chapter.Drawing drawing) implements ShownFigure {
        @Override
        public String title() {
            return FigureTitles.of(drawing.name());
        }

        @Override
        public String look() {
            return drawing.look();
        }

        @Override
        public Image draw() throws IOException {
            if (!Fonts.installed()) {
                throw new IOException("Java finds no font");
            }
            Figure figure = drawing.code().draw();
            if (figure instanceof GraphFigure graph) {
                String svg = SvgWriter.write(graph.diagram());
                Image image = new Image("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
                boolean hasSteps = !graph.diagram().sentences().isEmpty();
                return hasSteps ? image.with(Diagrams.steps(graph.diagram())) : image;
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(figure.draw(), "png", png);
            return new Image("image/png", png.toByteArray());
        }
    }
}
