package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChapterTest {
    @Test
    void printsTitleHeadingsAndSections() {
        Chapter chapter = Chapter.of(
                "9 Tests",
                section("9.1 First", out -> out.println("one\ntwo")),
                section("9.2 Second", out -> out.println(3)));
        assertThat(Printed.by(chapter::print)).isEqualTo("""
                9 Tests

                === 9.1 First
                one
                two

                === 9.2 Second
                3
                """);
    }

    static Stream<Arguments> chapters() {
        return Stream.of(
                main(Chapter01.CHAPTER, Chapter01::main),
                main(Chapter02.CHAPTER, Chapter02::main),
                main(Chapter03.CHAPTER, Chapter03::main),
                main(Chapter04.CHAPTER, Chapter04::main),
                main(Chapter05.CHAPTER, Chapter05::main));
    }

    private static Arguments main(Chapter chapter, Main main) {
        return Arguments.of(chapter, main);
    }

    /** The method that Java starts. */
    interface Main {
        void run(String... args);
    }

    /** Few enough steps for a test: the network learns for two epochs. */
    private static final String STEPS = "1201";

    @ParameterizedTest
    @MethodSource("chapters")
    void programsPrintTheirChapterToTheConsoleAndDrawItsFigures(Chapter chapter, Main main) throws IOException {
        PrintStream console = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
            String printed = Printed.by(out -> {
                System.setOut(out);
                main.run(STEPS);
            });
            assertThat(printed).isEqualTo(Printed.by(chapter::print)).startsWith(chapter.title() + "\n\n=== ");
        } finally {
            System.setOut(console);
            System.setErr(errors);
        }
        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> !line.startsWith("train acc, test acc | "))
                .containsExactlyElementsOf(
                        chapter.drawings().isEmpty() || Fonts.installed()
                                ? files(chapter, Chapter.FIGURES)
                                : List.of("no figures: Java finds no font"));
    }

    private static List<String> files(Chapter chapter, Path folder) {
        return chapter.drawings().stream()
                .map(drawing -> drawing.file(folder).toString())
                .toList();
    }

    @Nested
    class Figures {
        @TempDir
        private Path folder;

        @BeforeEach
        void needsAFont() {
            assumeTrue(Fonts.installed(), "Java finds no font");
        }

        @Test
        void areWrittenToFilesOfTheirNames() throws IOException {
            Chapter chapter = Chapter.of("9 Tests")
                    .with(
                            figure("9.1-one", () -> new Picture(NDArray.zeros(DType.UINT8, 2, 3))),
                            figure("9.2-two", () -> new Picture(NDArray.zeros(DType.UINT8, 4, 5))));
            String printed = Printed.by(out -> chapter.draw(folder.resolve("new"), out));
            assertThat(printed.lines()).containsExactlyElementsOf(files(chapter, folder.resolve("new")));
            assertThat(Picture.read(folder.resolve("new").resolve("9.2-two.png"))
                            .shape())
                    .isEqualTo(Shape.of(4, 5, 3));
        }

        @Test
        void areLeftOutWhereAFileIsMissing() {
            Chapter chapter = Chapter.of("9 Tests").with(figure("9.1-one", () -> {
                throw new NoSuchFileException("data/it");
            }));
            assertThat(Printed.by(out -> chapter.draw(folder, out)))
                    .isEqualTo("no " + folder.resolve("9.1-one.png") + ": data/it\n");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
