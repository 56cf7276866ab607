package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows pictures and the commands early. */
class ReadmeTest {
    private static final int TWO_SCREENS = 80;
    private static final String FIRST_COMMAND = "mvn -q compile exec:java";

    private static List<String> lines() throws IOException {
        return Pages.text(Pages.README).lines().toList();
    }

    @Test
    void theReadmeNeedsTwoScreensForPicturesAndTheFirstCommand() throws IOException {
        List<String> start = lines().subList(0, TWO_SCREENS);
        assertThat(start).contains(FIRST_COMMAND);
        assertThat(start.subList(0, start.indexOf(FIRST_COMMAND)))
                .filteredOn(line -> line.matches("!\\[.*|\\[<img .*"))
                .hasSize(2);
    }

    @Test
    void theReadmeHasAPictureOfThePageThatLoadsQuickly() throws IOException {
        assertThat(Files.size(Pages.of("figures/page.png"))).isBetween(10_000L, 100_000L);
    }
}
