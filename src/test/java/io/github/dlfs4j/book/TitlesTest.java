package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.page.book.Book.ShownChapter;
import io.github.dlfs4j.app.page.book.Book.ShownFigure;
import io.github.dlfs4j.app.page.book.Book.ShownSection;
import io.github.dlfs4j.book.figure.GraphFigure;
import io.github.dlfs4j.language.Language;
import io.github.dlfs4j.language.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The titles of chapters, sections and figures, and what to look at in figures, in the languages of the page. */
class TitlesTest {
    private static final Words TITLES = new Words("io.github.dlfs4j.book.titles");
    private static final Pattern TRANSLATED = Pattern.compile("\\p{IsHan}|\\p{IsHiragana}|\\p{IsKatakana}");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d|\\d");

    private static Stream<Chapter.Drawing> drawings() {
        return BookForPage.CHAPTERS.stream().flatMap(chapter -> chapter.drawings().stream());
    }

    /** Runs that do something else than usual have other sentences. */
    private static Stream<Chapter.Drawing> drawingsOfOtherRuns() {
        return Stream.of(Chapter04.chapter(1), Chapter06.chapter(10), Chapter07.chapter(1), Chapter08.chapter(1))
                .flatMap(chapter -> chapter.drawings().stream());
    }

    @Test
    void theTitlesAreThoseThatChaptersAskFor() {
        List<String> asked = Stream.of(
                        BookForPage.CHAPTERS.stream().map(Chapter::name),
                        BookForPage.CHAPTERS.stream()
                                .flatMap(chapter -> chapter.sections().stream())
                                .map(Chapter.Section::name),
                        drawings().map(Chapter.Drawing::name).filter(TITLES::has),
                        drawings().map(Chapter.Drawing::sentence),
                        Chapter05.CHAPTER.drawings().stream().map(graph -> graph.name() + ".graph"),
                        Stream.of(PageFigures.COMPONENTS.sentence()))
                .flatMap(keys -> keys)
                .toList();
        Stream<String> ofOtherRuns = drawingsOfOtherRuns()
                .map(Chapter.Drawing::sentence)
                .filter(sentence -> !asked.contains(sentence))
                .distinct();
        // Tests of their own run the program after the chapters, and draw the graphs.
        assertThat(TITLES.all().keySet())
                .filteredOn(key -> !key.matches("language-model.*|name\\..*"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(asked.stream(), ofOtherRuns).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyTitleFollowsItsNumberInEachLanguage(Language language) {
        List<ShownChapter> chapters = language.speak(() -> new BookForPage().chapters());
        for (ShownChapter chapter : chapters) {
            String number = chapter.id().replace("Chapter0", "");
            assertThat(chapter.title()).matches(number + " \\S.+");
            assertThat(Stream.concat(
                            chapter.sections().stream().map(ShownSection::title),
                            chapter.figures().stream().map(ShownFigure::title)))
                    .allMatch(title -> title.matches(number + "\\.\\d(\\.\\d)? \\S.+"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void allButNamesIsTranslated(Language language) {
        assertThat(TITLES.all().keySet())
                .filteredOn(key -> !TRANSLATED
                        .matcher(language.speak(() -> TITLES.of(key)))
                        .find())
                .extracting(key -> TITLES.of(key))
                .isSubsetOf("MNIST", "Mini-batches", "Dropout");
    }

    @ParameterizedTest
    @EnumSource
    void whatToLookAtIsASentenceWithoutItsFullStop(Language language) {
        language.speak(() -> assertThat(
                        Stream.concat(drawings(), drawingsOfOtherRuns()).map(Chapter.Drawing::look))
                .noneMatch(sentence -> sentence.matches(".*[.。]|.*\\{\\d.*")));
    }

    private static List<String> numbers(String sentence) {
        return NUMBER.matcher(sentence).results().map(MatchResult::group).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theNumbersOfASentenceAreInEachLanguage(Language language) {
        for (String key : TITLES.all().keySet()) {
            String sentence = language.speak(() -> TITLES.of(key, "9", "99"));
            assertThat(numbers(sentence)).as(sentence).containsAll(numbers(TITLES.of(key, "9", "99")));
        }
    }

    @Test
    void theTitleOfAGraphIsInTheLanguageOfTheThread() throws IOException {
        Chapter.Drawing relu = Chapter05.CHAPTER.drawings().stream()
                .filter(drawing -> drawing.name().equals("5.5.1-relu"))
                .findFirst()
                .orElseThrow();
        assertThat(Language.JAPANESE.speak(
                        () -> ((GraphFigure) relu.code().draw()).diagram().title()))
                .isEqualTo("ReLU：x > 0 のときと x ≤ 0 のとき");
    }

    @Test
    void noTitleIsInTheCode() throws IOException {
        List<String> code = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/book/java/io/github/dlfs4j/book"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.add(Files.readString(file));
            }
        }
        // A single word may also be the name of a line, such as ReLU.
        assertThat(TITLES.all().keySet().stream().map(key -> TITLES.of(key)).filter(title -> title.contains(" ")))
                .allSatisfy(title -> assertThat(code).noneMatch(text -> text.contains('"' + title + '"')));
    }

    @Test
    void programsSpeakEnglishWhateverTheLocale() {
        Locale own = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPANESE);
            assertThat(Printed.by(Chapter02.CHAPTER::printSections))
                    .startsWith("2 Perceptrons\n\n=== 2.3.1 A simple AND gate\n");
        } finally {
            Locale.setDefault(own);
        }
    }
}
