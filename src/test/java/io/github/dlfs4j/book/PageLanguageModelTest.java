package io.github.dlfs4j.book;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.ServedPage;
import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.training.Checkpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainings of the language model on the page. */
@Timeout(600)
class PageLanguageModelTest {
    private static final String SMALL =
            "\"network\":\"language-model\",\"width\":\"32\",\"blocks\":\"1\",\"seed\":\"3\"";

    @TempDir
    private Path saves;

    private ServedPage page;

    @BeforeEach
    void serve() throws IOException {
        page = new ServedPage(saves);
    }

    @AfterEach
    void end() {
        page.close();
    }

    private String train(String action, int steps) throws Exception {
        return page.train("%s,\"options\":{\"steps\":\"%s\"%s}"
                        .formatted(action, steps, action.equals("\"start\"") ? "," + SMALL : ""))
                .body();
    }

    /** Waits for the end of a training, saves it, and returns its results. */
    private String end(String why, String name) throws Exception {
        page.waitFor("\"message\":\"" + why);
        page.train("\"save\",\"name\":\"" + name + "\"");
        return page.get("/api/evaluation").body();
    }

    private Checkpoint saved(String name) throws IOException {
        return Checkpoint.read(saves.resolve(name + ".npz"));
    }

    @Test
    void aLanguageModelOnThePageIsThatOfTheCommandAndGoesOnFromItsFileToTheBit() throws Exception {
        assertThat(page.get("/api/options").body())
                .contains("\"deep-conv\",\"language-model\"]", "\"needs\":{\"network\":[\"language-model\"]}");
        assertThat(train("\"start\"", 30))
                .contains(
                        "\"title\":\"a language model (blocks: 1, width: 32)\"",
                        "\"name\":\"AdamW, learning rate 0.005, batches of 16\"",
                        "\"unseen\":\"bits\",\"evaluated\":");
        String results = end("ended after step 30", "whole");
        assertThat(results)
                .containsSubsequence("{\"step\":30,\"bits\":", "\"step\":0,", "\"step\":20,", "\"step\":30,");

        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(lines, true, UTF_8);
        String options = "--width 32 --blocks 1 --steps 30 --lr 0.005 --seed 3 --file " + saves.resolve("command.npz");
        Progress progress = new Progress(out, () -> false, InstantSource.system());
        LanguageModelCommand.run(progress, out, out, options.split(" "));
        assertThat(saved("whole")).isEqualTo(saved("command"));
        String text = results.replaceAll("(?s)^.*\"text\":\"|\"}]}$", "")
                .replace("\\n", "\n")
                .replace("\\\"", "\"");
        assertThat(lines.toString(UTF_8))
                .contains("\n%.3f bits".formatted(Double.valueOf(results.replaceAll("^.*\"bits\":|,.*$", ""))))
                .contains("It is a truth " + text);

        train("\"start\"", 30);
        page.waitFor("\"evaluated\":0");
        page.train("\"pause\"");
        assertThat(page.waitFor("\"phase\":\"paused\"")).contains("\"earlier\":[1]");
        page.train("\"stop\"");
        end("stopped after step ", "half");
        train("\"resume\",\"name\":\"half\"", 30);
        end("ended after step 30", "joined");
        assertThat(saved("joined")).isEqualTo(saved("whole"));
        assertReadsNoDigitsAndIsRefusedWithAnotherText(saved("whole"));
    }

    private void assertReadsNoDigitsAndIsRefusedWithAnotherText(Checkpoint whole) throws Exception {
        assertThat(page.get("/api/weights").body()).isEqualTo("{\"error\":\"this network reads no digits\"}");
        assertThat(page.get("/api/networks").body()).doesNotContain("trained");
        new Checkpoint(1, "0".repeat(64), whole.network(), whole.optimizer(), whole.optimizerState(), whole.batches())
                .write(saves.resolve("other.npz"));
        assertThat(train("\"resume\",\"name\":\"other\"", 2)).contains("found one of another text");
        Files.write(saves.resolve("broken.npz"), new byte[] {1, 2, 3});
        assertThat(train("\"resume\",\"name\":\"broken\"", 2)).contains("cannot be resumed: ", "broken.npz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            epochs | 3        | unknown argument: --epochs
            width  | 33       | --width needs one of 32, 48, 64, 96, 128, not 33
            steps  | 0        | --steps needs an integer from 1 to 1000000, not 0
            lr     | --seed=4 | --lr needs a number above 0, not --seed=4
            """)
    void anOptionThatALanguageModelHasNotIsRefused(String name, String value, String message) throws Exception {
        String options = "\"start\",\"options\":{\"network\":\"language-model\",\"%s\":\"%s\"}";
        assertThat(page.train(options.formatted(name, value)).body()).contains(message);
    }
}
