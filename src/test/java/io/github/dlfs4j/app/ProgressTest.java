package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private Instant now = Instant.EPOCH;

    private Progress progress(boolean terminal) {
        return new Progress(out, () -> terminal, () -> now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void isSilentForASecond() {
        Progress progress = progress(true);
        pass(Duration.ofMillis(999));
        progress.update("classifying", 1, 10);
        progress.end();
        assertThat(printed()).isEmpty();
    }

    @Test
    void printsALineASecondInAFile() {
        Progress progress = progress(false);
        pass(Duration.ofSeconds(1));
        progress.update("classifying", 2000, 10000);
        progress.update("classifying", 2001, 10000);
        pass(Duration.ofSeconds(1));
        progress.update("classifying", 4000, 10000);
        progress.end();
        assertThat(printed()).isEqualTo("classifying: 2,000 of 10,000\nclassifying: 4,000 of 10,000\n");
    }

    @Test
    void writesOverItsLineOnATerminalAndWipesIt() {
        Progress progress = progress(true);
        pass(Duration.ofSeconds(1));
        progress.update("classifying", 5, 10);
        progress.end();
        assertThat(printed()).isEqualTo("\r\u001b[Kclassifying: 5 of 10\r\u001b[K");
    }

    @Test
    void countsTheNextWorkFromItsOwnStart() {
        Progress progress = progress(false);
        pass(Duration.ofSeconds(1));
        progress.end();
        pass(Duration.ofMillis(500));
        progress.update("classifying", 5, 10);
        assertThat(printed()).isEmpty();
    }
}
