package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenChapterTest {
    private static Process started(String chapter) throws Exception {
        return JavaProcess.builder(List.of("-Dchapter=" + chapter), ChosenChapter.class)
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "10", "four", "true"})
    void aWrongChapterIsAnsweredWithThoseThatThereAre(String wrong) throws Exception {
        Process process = started(wrong);

        assertThat(JavaProcess.lines(process))
                .containsExactly(
                        "there is no chapter %s here: the chapters are 1 to 8 and language-model".formatted(wrong));
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void theChosenChapterRuns() throws Exception {
        Process process = started("2");

        assertThat(JavaProcess.lines(process)).contains("=== 2.3.1 A simple AND gate");
        assertThat(process.waitFor()).isZero();
    }
}
