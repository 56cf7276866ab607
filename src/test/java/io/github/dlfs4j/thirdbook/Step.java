package io.github.dlfs4j.thirdbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/** What the script of a step of the third book prints, as {@code record_steps.py} has recorded it. */
final class Step {
    private static final Path RECORDS = Path.of("src", "test", "resources", "dezero", "steps.txt");
    private static final Pattern HEADING = Pattern.compile("# step (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]+|-?\\d[\\d.]*(e-?\\d+)?");

    private final int number;
    private final double tolerance;
    private final StringBuilder printed = new StringBuilder();

    private Step(int number, double tolerance) {
        this.number = number;
        this.tolerance = tolerance;
    }

    /** Begins a step whose numbers must be equal in all digits but the last two. */
    static Step of(int number) {
        return new Step(number, 1e-14);
    }

    /** Begins a step whose numbers are rounded when they are printed, or computed with float32. */
    static Step within(double tolerance, int number) {
        return new Step(number, tolerance);
    }

    /** Prints as Python's {@code print} does. */
    void print(Object... values) {
        printed.append(Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(" ", "", "\n")));
    }

    /** Compares what was printed. Words and the order of numbers must be equal; brackets and line breaks need not. */
    void isRecorded() {
        List<String> expected = tokens(String.join("\n", recorded()));
        List<String> actual = tokens(printed.toString());
        assertThat(actual).as(printed.toString()).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < expected.size(); i++) {
            String token = expected.get(i);
            if (Character.isLetter(token.charAt(0))) {
                assertThat(actual.get(i)).isEqualTo(token);
            } else {
                double value = Double.parseDouble(token);
                assertThat(Double.parseDouble(actual.get(i)))
                        .as("number %d of step %d, %s", i, number, printed)
                        .isCloseTo(value, Offset.offset(tolerance * Math.max(1, Math.abs(value))));
            }
        }
    }

    /** Returns the recorded lines. */
    private List<String> recorded() {
        try {
            List<String> lines = Files.readAllLines(RECORDS);
            int first = lines.indexOf("# step " + number) + 1;
            assertThat(first).as("the records of step %d", number).isPositive();
            return lines.subList(first, lines.size()).stream()
                    .takeWhile(line -> !HEADING.matcher(line).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Splits a text into words and numbers, without the word in which DeZero wraps a value. */
    private static List<String> tokens(String text) {
        return TOKEN.matcher(text.replace("variable(", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
