package io.github.dlfs4j.app.console;

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
    private int width = 80;

    private Progress progress(boolean terminal) {
        return new Progress(out, () -> terminal, () -> width, () -> now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void progressIsSilentForASecond() {
        Progress progress = progress(true);
        pass(Duration.ofMillis(999));
        progress.update("classifying", 1, 10);
        progress.end();
        assertThat(printed()).isEmpty();
    }

    @Test
    void progressPrintsNothingToAFile() {
        Progress progress = progress(false);
        pass(Duration.ofSeconds(1));
        progress.update("classifying", 2000, 10000);
        progress.say("evaluating…");
        progress.end();
        assertThat(printed()).isEmpty();
    }

    @Test
    void progressOverwritesItsLineOnATerminalAndWipesItAtTheEnd() {
        Progress progress = progress(true);
        pass(Duration.ofSeconds(1));
        progress.update("classifying", 5, 10);
        progress.end();
        assertThat(printed()).isEqualTo("\r\u001b[Kclassifying 50 %\r\u001b[K");
    }

    @Test
    void progressShowsShareTimeLeftSpeedAndRunningLoss() {
        Progress progress = progress(true);
        progress.update("training", 100, 1000, () -> 2);
        pass(Duration.ofSeconds(2));
        progress.update("training", 200, 1000, () -> 2);
        pass(Duration.ofSeconds(2));
        progress.update("training", 300, 1000, () -> 1);
        progress.say("evaluating…");
        assertThat(printed())
                .isEqualTo("\r\u001b[Ktraining 20 %, 0:16 left, 50 steps/s, loss 2.0000"
                        + "\r\u001b[Ktraining 30 %, 0:14 left, 50 steps/s, loss 1.7000"
                        + "\r\u001b[Kevaluating…");
    }

    @Test
    void progressFitsOnTheLineOfTheTerminal() {
        width = 30;
        Progress progress = progress(true);
        progress.update("training", 0, 10, () -> 2);
        pass(Duration.ofSeconds(1));
        progress.update("training", 1, 10, () -> 2);
        assertThat(printed()).isEqualTo("\r\u001b[Ktraining 10 %, 0:09 left");
        width = 8;
        pass(Duration.ofSeconds(1));
        progress.update("training", 2, 10, () -> 2);
        assertThat(printed()).endsWith("\r\u001b[Ktrainin");
    }

    @Test
    void progressIsSilentForASecondAgainInTheNextTask() {
        Progress progress = progress(true);
        pass(Duration.ofSeconds(1));
        progress.end();
        pass(Duration.ofMillis(500));
        progress.update("classifying", 5, 10);
        assertThat(printed()).isEmpty();
    }
}
