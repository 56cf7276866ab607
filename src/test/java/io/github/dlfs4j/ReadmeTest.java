package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows pictures and the commands early, and says which benchmarks are lost. */
class ReadmeTest {
    private static final int TWO_SCREENS = 80;
    private static final String FIRST_COMMAND = "mvn -q compile exec:java";

    private static List<String> lines() throws IOException {
        return Pages.text(Pages.README).lines().toList();
    }

    @Test
    void needsTwoScreensForTwoPicturesAndTheFirstCommand() throws IOException {
        List<String> start = lines().subList(0, TWO_SCREENS);
        assertThat(start).contains(FIRST_COMMAND);
        assertThat(start.subList(0, start.indexOf(FIRST_COMMAND)))
                .filteredOn(line -> line.matches("!\\[.*|\\[<img .*"))
                .hasSize(2);
    }

    @Test
    void hasAPictureOfThePageThatLoadsQuickly() throws IOException {
        assertThat(Files.size(Pages.of("figures/page.png"))).isBetween(10_000L, 100_000L);
    }

    /** The last column names the kernels that are slower than NumPy. */
    @Test
    void saysWhichBenchmarksAreLost() throws IOException {
        List<String[]> rows = lines().stream()
                .dropWhile(line -> !line.equals("## Speed"))
                .takeWhile(line -> !line.equals("## Read on"))
                .filter(line -> line.matches("\\|.*\\w.*"))
                .skip(1)
                .map(line -> line.split(" *\\| *", -1))
                .toList();
        assertThat(rows).hasSizeBetween(1, 8);
        assertThat(rows).allSatisfy(row -> assertThat(row[7]).isEqualTo(slower(row[4], row[6])));
        assertThat(rows).extracting(row -> row[7]).anyMatch(slower -> !slower.isEmpty());
    }

    private static String slower(String vectorRatio, String plainRatio) {
        List<String> kernels = new ArrayList<>();
        if (Double.parseDouble(vectorRatio) < 1) {
            kernels.add("vector");
        }
        if (Double.parseDouble(plainRatio) < 1) {
            kernels.add("plain");
        }
        return String.join(" and ", kernels);
    }
}
