package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.GraphFigure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a chapter says is what its run shows. Every line about a figure, every title of a graph, and every heading that
 * names a number or compares has a claim, which is checked; so has each new one, or this test fails.
 */
class ClaimsTest {
    private static final Pattern NUMBER_OR_COMPARISON =
            Pattern.compile("\\b(\\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|deeper|slower|faster|larger"
                    + "|smaller|higher|lower|better|best|more|most|less|than|as|too|with and without)\\b");

    /** Sentences that no run can show. */
    private static final Map<String, String> OF_NO_RUN = Map.of(
            "Images one by one", "how the code goes",
            "many of these digits are hard to read for us as well", "for the reader to judge");

    private static Stream<Claim> claims() {
        return Stream.of(
                        ClaimsOfFunctions.claims(),
                        ClaimsOfGraphs.claims(),
                        ClaimsOfTechniques.claims(),
                        ClaimsOfConvNets.claims())
                .flatMap(List::stream);
    }

    static Stream<Claim> claimsOfShortRuns() {
        return claims().filter(claim -> !claim.trains());
    }

    static Stream<Claim> claimsOfTrainings() {
        return claims().filter(Claim::trains);
    }

    private static Stream<String> claimed() {
        return Stream.concat(claims().flatMap(claim -> claim.sentences().stream()), OF_NO_RUN.keySet().stream());
    }

    private static Stream<Chapter.Drawing> drawings() {
        return TheBookTest.chapters().stream().flatMap(chapter -> chapter.drawings().stream());
    }

    /** Returns the headings without their numbers. */
    private static Stream<String> headings() {
        return TheBookTest.chapters().stream()
                .flatMap(chapter -> chapter.sections().stream())
                .map(section -> section.heading().substring(section.heading().indexOf(' ') + 1));
    }

    private static Stream<String> titlesOfGraphs() throws IOException {
        List<String> titles = new ArrayList<>();
        for (Chapter.Drawing drawing : Chapter05.CHAPTER.drawings()) {
            titles.add(((GraphFigure) drawing.code().draw()).diagram().title());
        }
        return titles.stream();
    }

    @ParameterizedTest
    @MethodSource("claimsOfShortRuns")
    void isWhatTheRunShows(Claim claim) throws IOException {
        assumeTrue(Fonts.installed(), "Java finds no font");
        claim.check().run();
    }

    /** Trains for minutes. */
    @Tag("trainings")
    @ParameterizedTest
    @MethodSource("claimsOfTrainings")
    void isWhatTheTrainingShows(Claim claim) throws IOException {
        isWhatTheRunShows(claim);
    }

    @Test
    void everySentenceAboutAFigureIsClaimed() throws IOException {
        assertThat(drawings().map(Chapter.Drawing::look)).isSubsetOf(claimed().toList());
        assertThat(titlesOfGraphs()).isSubsetOf(claimed().toList());
    }

    @Test
    void everyHeadingThatCountsOrComparesIsClaimed() {
        assertThat(headings()
                        .filter(heading -> NUMBER_OR_COMPARISON.matcher(heading).find()))
                .isSubsetOf(claimed().toList());
    }

    @Test
    void everyClaimIsOfAChapter() throws IOException {
        List<String> said = Stream.of(drawings().map(Chapter.Drawing::look), titlesOfGraphs(), headings())
                .flatMap(sentences -> sentences)
                .toList();
        assertThat(claimed()).isSubsetOf(said);
    }
}
