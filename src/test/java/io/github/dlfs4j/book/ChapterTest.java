package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChapterTest {
    @Test
    void aChapterPrintsItsTitleHeadingsAndSections() {
        Chapter chapter = Chapter.of(
                "2", section("2.3.1", () -> print("one\ntwo")), section("2.3.3-nand", () -> print(3, "and", 4.0)));
        assertThat(Printed.by(chapter::printSections)).isEqualTo("""
                2 Perceptrons

                === 2.3.1 A simple AND gate
                one
                two

                === 2.3.3 NAND
                3 and 4.0
                """);
    }

    static Stream<Arguments> chapters() {
        return Stream.of(
                Arguments.of(Chapter01.CHAPTER, (Main) Chapter01::main, ""),
                Arguments.of(Chapter02.CHAPTER, (Main) Chapter02::main, ""),
                Arguments.of(Chapter03.CHAPTER, (Main) Chapter03::main, ""));
    }

    static Stream<Arguments> longerChapters() {
        return Stream.of(
                Arguments.of(Chapter04.chapter(1201), (Main) Chapter04::main, STEPS),
                Arguments.of(Chapter05.CHAPTER, (Main) Chapter05::main, STEPS),
                Arguments.of(Chapter06.chapter(1000), (Main) Chapter06::main, "1000"),
                Arguments.of(Chapter07.chapter(2), (Main) Chapter07::main, "2"),
                Arguments.of(Chapter08.chapter(100), (Main) Chapter08::main, "100"));
    }

    /** The main method. */
    interface Main {
        void run(String... args);
    }

    /** Few enough steps for a test: the network learns for two epochs. */
    private static final String STEPS = "1201";

    private static final String PROGRESS = "[^:]* (learn|learns|classifies) .*";

    @ParameterizedTest
    @MethodSource("chapters")
    void programsPrintTheirChapterAndDrawItsFigures(Chapter chapter, Main main, String argument) {
        assertPrintsAndDraws(chapter, main, argument);
    }

    /** Two minutes. */
    @ParameterizedTest
    @MethodSource("longerChapters")
    @Tag("trainings")
    void longerProgramsPrintTheirChapterAndDrawItsFigures(Chapter chapter, Main main, String argument) {
        assertPrintsAndDraws(chapter, main, argument);
    }

    private static void assertPrintsAndDraws(Chapter chapter, Main main, String argument) {
        PrintStream console = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
            String printed = Printed.to(out -> {
                System.setOut(out);
                main.run(argument);
            });
            assertThat(printed).startsWith(chapter.title() + "\n\n=== ");
            assertThat(printed.lines())
                    .filteredOn(line -> line.matches("=== \\d.*"))
                    .containsExactlyElementsOf(chapter.sections().stream()
                            .map(section -> "=== " + section.title())
                            .toList());
        } finally {
            System.setOut(console);
            System.setErr(errors);
        }
        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> !line.matches(PROGRESS))
                .containsExactlyElementsOf(
                        chapter.drawings().isEmpty() || Fonts.installed()
                                ? lines(chapter, Chapter.FIGURES)
                                : List.of("no figures: Java finds no font"));
    }

    private static List<String> lines(Chapter chapter, Path folder) {
        return chapter.drawings().stream()
                .map(drawing -> drawing.file(folder) + ": " + drawing.look())
                .toList();
    }

    @NeedsFont
    @Nested
    class Figures {
        @TempDir
        private Path folder;

        @Test
        void figuresAreWrittenToFilesOfTheirNames() throws IOException {
            Chapter chapter = Chapter.of("1")
                    .with(
                            figure("1.6.3-image", () -> new Picture(NDArray.zeros(DType.UINT8, 2, 3))),
                            figure("4.5.2-loss", () -> new Picture(NDArray.zeros(DType.UINT8, 4, 5)))
                                    .unless(false, "part.losses", 10));
            String printed = Printed.to(out -> chapter.draw(folder.resolve("new"), out));
            assertThat(printed.lines())
                    .containsExactly(
                            folder.resolve("new").resolve("1.6.3-image.png")
                                    + ": an array of 180 x 240 pixels is an image",
                            folder.resolve("new").resolve("4.5.2-loss.png")
                                    + ": 1/10 of the book's work: the losses by step");
            assertThat(Picture.read(folder.resolve("new").resolve("4.5.2-loss.png"))
                            .shape())
                    .isEqualTo(Shape.of(4, 5, 3));
        }

        @Test
        void figuresAreLeftOutIfAFileIsMissing() {
            Chapter chapter = Chapter.of("1").with(figure("1.6.1-sin", () -> {
                throw new NoSuchFileException("data/it");
            }));
            assertThat(Printed.to(out -> chapter.draw(folder, out)))
                    .isEqualTo("no " + folder.resolve("1.6.1-sin.png") + ": data/it\n");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
