package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of src/docs/speed.md have the form of src/test/python/compare.py, and mark each row that loses. */
class SpeedPageTest {
    private static final String HEADER = "| work | NumPy | vector | ratio | plain | ratio | slower |\n";

    /** The header of a JDK that computes with plain loops only. */
    private static final String HEADER_WITHOUT_VECTORS = "| work | NumPy | plain | ratio | slower |\n";

    /** A row of the comparison with NumPy or PyTorch; what was not measured is a dash. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<work>[^|]+) \\| (?<theirs>[\\d.]+ (?:s|ms|µs)|-)"
            + "(?: \\| (?<vector>[^|]+) \\| (?<r1>[\\d.]+|-))?"
            + " \\| (?<plain>[^|]+) \\| (?<r2>[\\d.]+|-) \\| (?<slower>[^|]*)\\|$");

    private static final String HEADER_OF_PYTORCH = "| work | PyTorch | vector | ratio | plain | ratio | slower |\n";

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("src", "docs", "speed.md"));
    }

    private static List<MatchResult> rows() {
        return ROW.matcher(page).results().toList();
    }

    @Test
    void thereIsATableOfManyRowsWithVectorsAndOneWithout() {
        assertThat(page.substring(0, page.indexOf("### Linear algebra"))).containsOnlyOnce(HEADER);
        assertThat(page).containsOnlyOnce(HEADER_WITHOUT_VECTORS);
        Map<Boolean, Long> counts =
                rows().stream().collect(Collectors.partitioningBy(row -> row.group(3) != null, Collectors.counting()));
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isGreaterThan(40));
    }

    @Test
    void theNetworksAreComparedWithPyTorchInBothDtypes() {
        String table = page.substring(page.indexOf(HEADER_OF_PYTORCH));
        List<String> rows = ROW.matcher(table.substring(0, table.indexOf("\n\n")))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(rows)
                .contains("10,000 images one by one f32", "10,000 images in batches of 2,000 f32")
                .filteredOn(row -> row.contains("ConvNet"))
                .hasSize(8);
        assertThat(rows.stream().filter(row -> row.endsWith("f32")).map(row -> row.replace("f32", "f64")))
                .filteredOn(row -> row.contains("Net"))
                .isSubsetOf(rows);
    }

    @Test
    void linearAlgebraIsComparedWithNumPyAndNeverSlowerThanEjml() {
        String section = page.substring(page.indexOf("### Linear algebra"), page.indexOf("### Other libraries"));
        List<String> works = Stream.of("solve", "inv", "cholesky", "qr", "eigh", "svd", "svdvals")
                .flatMap(name -> IntStream.of(100, 500, 1000).mapToObj(n -> "%s, (%sx%s) f64".formatted(name, n, n)))
                .toList();

        assertThat(ROW.matcher(section).results().map(row -> row.group(1))).containsExactlyElementsOf(works);
        List<String> peers = section.lines()
                .filter(line -> line.contains(" f64 | ") && line.contains(" | - | - | "))
                .toList();
        assertThat(peers).hasSameSizeAs(works);
        assertThat(peers)
                .noneMatch(line -> line.substring(line.lastIndexOf("| ", line.length() - 3))
                        .contains("EJML"));
    }

    @Test
    void ratiosAreThoseOfTheTimes() {
        assertThat(rows()).allSatisfy(row -> {
            if (row.group(3) != null) {
                assertThatRatioIs(row.group(4), row.group(2), row.group(3));
            }
            assertThatRatioIs(row.group(6), row.group(2), row.group(5));
        });
    }

    /** Times and ratios are rounded, to three digits at most. */
    private static void assertThatRatioIs(String ratio, String theirs, String ours) {
        if (!ratio.equals("-")) {
            double quotient = seconds(theirs) / seconds(ours);
            assertThat(Double.parseDouble(ratio)).isBetween(0.98 * quotient - 0.006, 1.02 * quotient + 0.006);
        }
    }

    private static double seconds(String duration) {
        String[] parts = duration.strip().split(" ", -1);
        double unit = switch (parts[1]) {
            case "s" -> 1;
            case "ms" -> 1e-3;
            case "µs" -> 1e-6;
            default -> throw new IllegalArgumentException(duration);
        };
        return Double.parseDouble(parts[0]) * unit;
    }

    /** A ratio of 1.00 may be a little less, so there either is right. */
    @Test
    void rowsThatLoseAreMarked() {
        assertThat(rows().stream().filter(row -> !"1.00".equals(row.group(4)) && !"1.00".equals(row.group(6))))
                .allSatisfy(
                        row -> assertThat(row.group(7).strip()).as(row.group(1)).isEqualTo(slower(row)));
    }

    private static String slower(MatchResult row) {
        return Stream.of(loses("vector", row.group(4)), loses("plain", row.group(6)))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String loses(String kernel, String ratio) {
        return ratio != null && !ratio.equals("-") && Double.parseDouble(ratio) < 1 ? kernel : "";
    }
}
