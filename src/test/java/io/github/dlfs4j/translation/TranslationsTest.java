package io.github.dlfs4j.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.Anchors;
import io.github.dlfs4j.Pages;
import io.github.dlfs4j.translation.Translation.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in other languages follow those in English, and say which of their blocks to look at after a change. */
class TranslationsTest {
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");
    private static final Pattern MARKS_AND_SPACES = Pattern.compile("[\\s*]");

    static List<Translation> translations() {
        return Translation.all();
    }

    @Test
    void everyPageInAnotherLanguageIsCompared() {
        List<Path> others = new ArrayList<>(Pages.inEveryLanguage());
        others.removeAll(Pages.all());
        assertThat(translations()).extracting(Translation::path).containsExactlyInAnyOrderElementsOf(others);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aTranslationHasTheSameHeadingsParagraphsAndRows(Translation page) throws IOException {
        for (Pair pair : page.pairs()) {
            assertThat(pair.translated().form())
                    .as(place(page, pair))
                    .isEqualTo(pair.english().form());
        }
        assertThat(page.blocks()).hasSameSizeAs(page.englishBlocks());
    }

    /** The programs of the English page run in {@code DocumentedExamplesTest}, and its rows in {@code GuideTest}. */
    @ParameterizedTest
    @MethodSource("translations")
    void programsOutputsAndRowsWithoutWordsAreTheSame(Translation page) throws IOException {
        for (Pair pair : page.pairs()) {
            if (!pair.hasWords()) {
                assertThat(pair.translated().text())
                        .as(place(page, pair))
                        .isEqualTo(pair.english().text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void wordsOfATranslationHaveTheSameCodeNumbersAndLinks(Translation page) throws IOException {
        for (Pair pair : page.words()) {
            Block english = pair.english();
            Block translated = pair.translated();
            assertThat(translated.code()).as(place(page, pair)).isEqualTo(english.code());
            assertThat(translated.numbers()).as(place(page, pair)).isEqualTo(english.numbers());
            assertThat(destinations(page.path(), translated))
                    .as(place(page, pair))
                    .containsExactlyInAnyOrderElementsOf(destinations(page.english(), english));
        }
    }

    /** Returns the headings where links lead, for a page in another language those that it follows. */
    private static List<String> destinations(Path page, Block block) throws IOException {
        List<String> destinations = new ArrayList<>();
        for (String link : block.links()) {
            destinations.add(OUTSIDE.matcher(link).matches() ? link : destination(page, link));
        }
        return destinations;
    }

    private static String destination(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        int heading = parts.length == 1 ? 0 : Anchors.of(Pages.prose(file)).indexOf(parts[1]);
        for (Translation translation : translations()) {
            if (translation.path().equals(file)) {
                return translation.english() + "#" + (translation.heading() + heading);
            }
        }
        return file + "#" + heading;
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aTranslationFollowsTheEnglishPageAsItIsNow(Translation page) throws IOException {
        List<String> known = Digests.known(page);
        List<String> changed = new ArrayList<>();
        for (Pair pair : page.words()) {
            if (!known.contains(Digests.line(page, pair))) {
                changed.add(place(page, pair));
            }
        }
        String advice = "look at these, then write the digests anew: java -cp target/classes:target/test-classes "
                + Digests.class.getName();
        assertThat(changed).as(advice).isEmpty();
        assertThat(known).as(advice).isEqualTo(Digests.lines(page));
    }

    /** So the terms are those of the book in each language, of which the glossary has a list. */
    @ParameterizedTest
    @MethodSource("translations")
    void aTranslationUsesTheTermsOfTheGlossary(Translation page) throws IOException {
        List<Term> terms = Term.longestFirst();
        for (Pair pair : page.words()) {
            String english = pair.english().prose();
            String words = withoutMarks(pair.translated().prose());
            for (Term term : terms) {
                String rest = term.removedFrom(english);
                if (!rest.equals(english)) {
                    assertThat(term.in(page.language()))
                            .as("%s: %s", place(page, pair), term.english())
                            .anyMatch(other -> words.contains(withoutMarks(other)));
                    english = rest;
                }
            }
        }
    }

    private static String withoutMarks(String text) {
        return MARKS_AND_SPACES.matcher(text).replaceAll("");
    }

    private static String place(Translation page, Pair pair) {
        Block english = pair.english();
        return "%s:%d follows %s:%d, “%s”"
                .formatted(page, pair.translated().line(), page.english(), english.line(), english.beginning());
    }
}
