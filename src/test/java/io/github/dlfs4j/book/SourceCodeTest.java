package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.book.Book.Place;
import io.github.dlfs4j.app.page.book.Book.ShownChapter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of each section and figure is found in the source files. */
class SourceCodeTest {
    static List<ShownChapter> chapters() {
        return new BookForPage().chapters();
    }

    private static List<String> lines(Map<String, String> files, Place place) {
        return files.get(place.file())
                .lines()
                .skip(place.from() - 1)
                .limit(place.to() - place.from() + 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void everySectionAndFigureHasItsMethod(ShownChapter chapter) throws IOException {
        Book.Code code = chapter.code().get();
        assertThat(code.sections()).hasSameSizeAs(chapter.sections()).allMatch(Optional::isPresent);
        assertThat(code.figures()).hasSameSizeAs(chapter.figures()).allMatch(Optional::isPresent);
        for (Optional<Place> place : code.sections()) {
            List<String> lines = lines(code.files(), place.orElseThrow());
            assertThat(lines).last().isEqualTo("    }");
            assertThat(lines.subList(0, lines.size() - 1)).doesNotContain("    }");
            assertThat(lines).anyMatch(line -> line.matches("    ((private )?static )?void \\w+\\(.*"));
        }
    }

    @Test
    void theMethodOfAFigureIsThatWhichItsChapterNames() throws IOException {
        SourceCode code = SourceCode.of("Chapter01");
        assertThat(lines(code.files(), code.ofFigure("1.6.1-sin").orElseThrow()))
                .first()
                .isEqualTo("    static Plot sin() {");
    }

    @Test
    void theMethodOfAFigureMayBelongToAnotherClass() throws IOException {
        SourceCode code = SourceCode.of("Chapter06");
        Place place = code.ofFigure("6.1.8-losses-of-optimizers").orElseThrow();
        assertThat(place.file()).isEqualTo("LossComparison.java");
        assertThat(lines(code.files(), place)).anyMatch(line -> line.contains(" plot("));
        assertThat(code.files()).containsKeys("Chapter06.java", "ActivationHistograms.java");
        assertThat(code.files()).doesNotContainKeys("Chapter.java", "Chapter05.java");
    }

    @Test
    void anUnknownFigureHasNoMethod() throws IOException {
        assertThat(SourceCode.of("Chapter01").ofFigure("1.6.9-cos")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void titlesOfFiguresAreWords(ShownChapter chapter) {
        assertThat(chapter.figures()).allMatch(figure -> figure.title().matches("\\d\\.[\\d.]* [A-Z][A-Za-z0-9 ]+"));
    }
}
