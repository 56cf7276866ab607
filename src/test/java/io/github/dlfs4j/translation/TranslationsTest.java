package io.github.dlfs4j.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.Anchors;
import io.github.dlfs4j.Pages;
import io.github.dlfs4j.translation.Translation.Pair;
import java.io.IOException;
import java.nio.file.Files;
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
    void hasTheSameHeadingsParagraphsRowsAndCode(Translation page) throws IOException {
        List<Block> english = page.englishBlocks();
        List<Block> translated = page.blocks();
        for (int i = 0; i < Math.min(english.size(), translated.size()); i++) {
            assertThat(translated.get(i).form())
                    .as(place(page, english.get(i), translated.get(i)))
                    .isEqualTo(english.get(i).form());
        }
        assertThat(translated).hasSameSizeAs(english);
    }

    /** The programs of the English page run in {@code DocumentedExamplesTest}, and its rows in {@code GuideTest}. */
    @ParameterizedTest
    @MethodSource("translations")
    void whatHasNoWordsIsTheSame(Translation page) throws IOException {
        assertThat(withoutWords(page.blocks())).isEqualTo(withoutWords(page.englishBlocks()));
    }

    private static List<String> withoutWords(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> !block.hasWords())
                .map(Block::text)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void wordsHaveTheSameCodeNumbersAndLinks(Translation page) throws IOException {
        for (Pair pair : page.pairs()) {
            Block english = pair.english();
            Block translated = pair.translated();
            String place = place(page, english, translated);
            assertThat(translated.code()).as(place).isEqualTo(english.code());
            assertThat(translated.numbers()).as(place).isEqualTo(english.numbers());
            assertThat(destinations(page.path(), translated))
                    .as(place)
                    .containsExactlyInAnyOrderElementsOf(destinations(page.english(), english));
        }
    }

    /** Returns where links lead, for a page in another language to the one that it follows. */
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
        Path english = file;
        for (Translation translation : translations()) {
            english = translation.path().equals(file) ? translation.english() : english;
        }
        return english + "#"
                + (parts.length == 1 ? "" : Anchors.of(Pages.prose(file)).indexOf(parts[1]));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void followsTheEnglishPageAsItIsNow(Translation page) throws IOException {
        List<String> known = Files.readAllLines(Digests.file(page.language()));
        List<String> changed = new ArrayList<>();
        for (Pair pair : page.pairs()) {
            if (!known.contains(Digests.line(page, pair))) {
                changed.add(place(page, pair.english(), pair.translated()));
            }
        }
        assertThat(changed)
                .as("look at these, then write the digests anew: java -cp target/classes:target/test-classes "
                        + Digests.class.getName())
                .isEmpty();
    }

    @Test
    void theFilesOfDigestsHaveNothingElse() throws IOException {
        for (String language : Pages.LANGUAGES) {
            assertThat(Digests.file(language)).hasSameTextualContentAs(written(language));
        }
    }

    private static Path written(String language) throws IOException {
        return Files.write(Files.createTempFile("digests", ".tsv"), Digests.lines(language));
    }

    /** So the terms are those of the book in each language, of which the glossary has a list. */
    @ParameterizedTest
    @MethodSource("translations")
    void usesTheTermsOfTheGlossary(Translation page) throws IOException {
        for (Term term : Term.all()) {
            for (Pair pair : page.pairs()) {
                if (term.isIn(pair.english().prose())) {
                    String words =
                            MARKS_AND_SPACES.matcher(pair.translated().prose()).replaceAll("");
                    assertThat(term.in(page.language()))
                            .as("%s: %s", place(page, pair.english(), pair.translated()), term.english())
                            .anyMatch(words::contains);
                }
            }
        }
    }

    private static String place(Translation page, Block english, Block translated) {
        return "%s:%d follows %s:%d, “%s”"
                .formatted(page.path(), translated.line(), page.english(), english.line(), english.beginning());
    }
}
