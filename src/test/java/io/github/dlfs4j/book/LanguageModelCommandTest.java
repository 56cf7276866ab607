package io.github.dlfs4j.book;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.console.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageModelCommandTest {
    private static final String TEXT = "It is a truth 😀é ".repeat(50);

    @TempDir
    private Path folder;

    /** Runs the command with a clock by which everything takes a second, and returns its exit code and its lines. */
    private String run(boolean terminal, byte[] text, String options) throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(lines, true, UTF_8);
        AtomicLong seconds = new AtomicLong();
        Progress progress = new Progress(out, () -> terminal, () -> Instant.ofEpochSecond(seconds.incrementAndGet()));
        Path file = Files.write(folder.resolve("text"), text);
        String typed = "--text=%s --file=%s %s".formatted(file, folder.resolve("new/npz"), options);
        int code = LanguageModelCommand.run(progress, out, out, typed.strip().split(" "));
        return code + " " + lines.toString(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --stepz 4       | 2 unknown argument: --stepz (did you mean --steps?); --help lists the options
            --top-k 0       | 2 --top-k needs an integer from 1 to 1000000, not 0; --help lists the options
            --temperature x | 2 --temperature needs a number from 0 on, not x; --help lists the options
            --width 60      | 2 --width needs one of 32, 48, 64, 96, 128, not 60; --help lists the options
            --blocks 0      | 2 --blocks needs one of 1, 2, 3, 4, 5, 6, 7, 8, not 0; --help lists the options
            --lr 0          | 2 --lr needs a number above 0, not 0; --help lists the options
            --prompt=       | 2 --prompt needs at least one character
            --prompt ß      | 2 --prompt: the text to learn has no character 'ß'
            """)
    void aWrongOptionIsRefusedBeforeTheTraining(String option, String line) throws Exception {
        assertThat(run(true, TEXT.getBytes(UTF_8), option)).isEqualToIgnoringNewLines(line);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aWrongTextIsRefusedBeforeTheTraining() throws Exception {
        String many = new String(IntStream.range(0x4e00, 0x4e00 + 10_001).toArray(), 0, 10_001);
        assertThat(run(true, "ab".repeat(320).getBytes(UTF_8), ""))
                .contains("characters must be at least 641, but is 640");
        assertThat(run(true, "a".repeat(641).getBytes(UTF_8), ""))
                .contains("different characters must be from 2 to 10000, but is 1");
        assertThat(run(true, many.getBytes(UTF_8), "")).contains("must be from 2 to 10000, but is 10001");
        assertThat(run(true, TEXT.replace("😀", "").getBytes(ISO_8859_1), ""))
                .startsWith("2 ")
                .endsWith("text, byte 14: expected a character in UTF-8, found the byte 0xe9" + System.lineSeparator());
    }

    @Test
    void aCheckpointOfALanguageModelIsOfOneText() throws Exception {
        String options = "--prompt 😀 --length 3 --temperature 0 --steps ";
        assertThat(run(false, TEXT.getBytes(UTF_8), options + 1))
                .startsWith("0 A lang")
                .doesNotContain("training ");
        assertThat(run(true, TEXT.getBytes(UTF_8), options + 2)).contains("training 100 %, loss 2.", "\n😀");
        assertThat(run(true, TEXT.replace("truth", "hurtt").getBytes(UTF_8), options + 3))
                .startsWith("2 ")
                .contains("npz: expected a checkpoint of ", ", found one of another text; name another file by --file");
    }

    @Test
    void aCheckpointOfALanguageModelDecidesItsSize() throws Exception {
        byte[] text = TEXT.getBytes(UTF_8);
        assertThat(run(false, text, "--width 32 --blocks 1 --steps 1")).startsWith("0 ");
        assertThat(run(false, text, "--steps 2 --lr 0.01")).startsWith("0 ");
        assertThat(run(false, text, "--steps 3 --width 48"))
                .startsWith("2 ")
                .contains("is float32 of shape (", "; name another file by --file");
        assertThat(run(false, text, "--steps 3 --blocks 2")).startsWith("2 ").contains("is missing");
    }
}
