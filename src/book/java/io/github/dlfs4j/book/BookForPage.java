package io.github.dlfs4j.book;

import io.github.dlfs4j.app.Main;
import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.book.LanguageModels;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Course;
import io.github.dlfs4j.app.page.training.Field;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /** All chapters as they are without an argument. */
    static final List<Chapter> CHAPTERS = List.of(
            Chapter01.CHAPTER,
            Chapter02.CHAPTER,
            Chapter03.CHAPTER,
            Chapter04.CHAPTER,
            Chapter05.CHAPTER,
            Chapter06.chapter(1),
            Chapter07.chapter(Chapter07.EPOCHS),
            Chapter08.chapter(Chapter08.TEST_IMAGES));

    @Override
    public Optional<LanguageModels> languageModels() {
        return Optional.of(new LanguageModelFiles());
    }

    @Override
    public List<ShownChapter> chapters() {
        return CHAPTERS.stream().map(BookForPage::shown).toList();
    }

    @Override
    public List<Field> fields(List<Field> others) {
        return LanguageFields.with(others);
    }

    @Override
    public Optional<Course> course(Map<String, String> options, Optional<Path> file) throws IOException, Refused {
        return LanguageLearner.course(options, file);
    }

    /** What was measured, read when it is first needed. */
    private static final Once<PartSeconds> SECONDS = Once.of(PartSeconds::read);

    private static Source<Map<String, Double>> work(String part) {
        return () -> SECONDS.get().work(part);
    }

    private static ShownChapter shown(Chapter chapter) {
        String id = "Chapter0" + chapter.name();
        return new ShownChapter(
                id,
                chapter.title(),
                chapter.sections().stream()
                        .map(section -> new ShownSection(
                                section.title(),
                                work(id + " section " + (chapter.sections().indexOf(section) + 1)),
                                () -> print(section)))
                        .toList(),
                chapter.drawings().stream()
                        .map(drawing -> new ShownFigure(
                                drawing.title(), drawing.look(), work(id + " " + drawing.name()), () -> draw(drawing)))
                        .toList(),
                () -> code(id, chapter));
    }

    private static Code code(String id, Chapter chapter) throws IOException {
        SourceCode source = SourceCode.of(id);
        return new Code(
                source.files(),
                chapter.sections().stream()
                        .map(section -> source.ofSection(section.name()))
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
