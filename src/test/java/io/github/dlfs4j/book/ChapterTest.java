package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @MethodSource("chapters")
    void programsPrintTheirChapterToTheConsole(Chapter chapter, Main main) {
        PrintStream console = System.out;
        try {
            String printed = Printed.by(out -> {
                System.setOut(out);
                main.run();
            });
            assertThat(printed).isEqualTo(Printed.by(chapter::print)).startsWith(chapter.title() + "\n\n=== ");
        } finally {
            System.setOut(console);
        }
    }
}
