package io.github.dlfs4j.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The glossary has each term once, in three languages, in the order of the book. */
class GlossaryTest {
    @Test
    void hasSomeSixtyTermsInThreeLanguages() throws IOException {
        assertThat(Term.all()).hasSizeBetween(60, 70).allSatisfy(term -> {
            assertThat(term.english()).isNotBlank();
            assertThat(term.others().values())
                    .allSatisfy(terms -> assertThat(terms).doesNotContain(""));
            assertThat(term.section()).matches("[1-8](\\.\\d){0,2}");
        });
    }

    @Test
    void hasEachTermOnce() throws IOException {
        assertThat(Term.all()).extracting(Term::english).doesNotHaveDuplicates();
        assertThat(Term.all()).extracting(term -> term.in("zh")).doesNotHaveDuplicates();
        assertThat(Term.all()).extracting(term -> term.in("ja")).doesNotHaveDuplicates();
    }

    @Test
    void isInTheOrderOfTheBook() throws IOException {
        assertThat(Term.all()).extracting(GlossaryTest::numbers).isSortedAccordingTo(Arrays::compare);
    }

    private static int[] numbers(Term term) {
        return Arrays.stream(term.section().split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
