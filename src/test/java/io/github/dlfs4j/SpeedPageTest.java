package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of times on the pages are made of src/docs/speed.tsv, which has what people ask for. */
class SpeedPageTest {
    static List<Path> pages() {
        return SpeedTables.PAGES;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theTablesOfTimesOnAPageAreMadeOfTheirFile(Path page) throws IOException {
        String text = Pages.text(page);
        assertThat(text).contains("| work on ");
        assertThat(text)
                .as("made anew by: java -cp target/classes:target/test-classes " + SpeedTables.class.getName())
                .isEqualTo(SpeedTables.read().made(text));
    }

    @Test
    void theSpeedPageComparesNetworksWithPyTorchInBothDtypes() throws IOException {
        Map<String, Map<String, Double>> rows = SpeedTables.read().rows("JDK 25");
        rows.values().removeIf(times -> !times.containsKey("PyTorch"));
        assertThat(rows).containsKeys("10,000 images one by one f32", "10,000 images in batches of 2,000 f32");
        assertThat(rows.keySet()).filteredOn(work -> work.contains("ConvNet")).hasSize(8);
        assertThat(rows.keySet().stream().filter(work -> work.contains("Net")).map(work -> work.replace("f32", "f64")))
                .isSubsetOf(rows.keySet());
    }

    @Test
    void linearAlgebraIsComparedWithNumPyAndNeverSlowerThanEjml() throws IOException {
        Map<String, Map<String, Double>> rows = SpeedTables.read().rows("JDK 25 with peers");
        assertThat(Stream.of("solve", "inv", "cholesky", "qr", "eigh", "svd", "svdvals")
                        .flatMap(name ->
                                IntStream.of(100, 500, 1000).mapToObj(n -> "%s, (%sx%s) f64".formatted(name, n, n))))
                .allSatisfy(work -> assertThat(rows.get(work))
                        .containsKeys("NumPy", "plain")
                        .satisfies(times -> assertThat(times.get("EJML")).isGreaterThan(times.get("vector"))));
    }
}
