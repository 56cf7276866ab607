package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.page.book.Book.ShownChapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measured seconds of the chapters' sections and figures. */
class PartSecondsTest {
    @Test
    void everySectionAndFigureHasItsSecondsAndNothingElseHas() throws IOException {
        List<String> parts = new ArrayList<>();
        for (ShownChapter chapter : new BookForPage().chapters()) {
            parts.addAll(MeasuredSeconds.sources(chapter).keySet());
        }
        PartSeconds seconds = PartSeconds.read();
        assertThat(seconds.lines().keySet())
                .as("the command in MeasuredSeconds measures a chapter")
                .containsExactlyInAnyOrderElementsOf(parts);
        assertThat(parts).allMatch(part -> parts.containsAll(seconds.work(part).keySet()));
    }

    @Test
    void aFigureOfWhatASectionHasLearnedTakesItsTimeAsWell() throws IOException {
        PartSeconds seconds = PartSeconds.read();
        assertThat(seconds.work("Chapter04 4.5.3-accuracy"))
                .containsOnlyKeys("Chapter04 4.5.3-accuracy", "Chapter04 section 15");
        assertThat(seconds.work("Chapter08 8.1.1-misclassified"))
                .containsOnlyKeys("Chapter08 8.1.1-misclassified", "Chapter08 section 3", "Chapter08 section 2");
    }
}
