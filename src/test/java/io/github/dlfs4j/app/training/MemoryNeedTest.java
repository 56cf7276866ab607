package io.github.dlfs4j.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryNeedTest {
    private static final long MEBI = 1 << 20;

    private static MemoryNeed need(String options, long available) throws Exception {
        Options training = Options.parse(options.split(" ", -1));
        return new MemoryNeed(
                training.plan(),
                training.saving().isPresent(),
                training.resumption().isEmpty(),
                available * MEBI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--network two-layer --hidden 30",
                "--network multi-layer --hidden 30,20,10",
                "--network simple-conv",
                "--network deep-conv"
            })
    void theMemoryNeedCountsTheParameters(String options) throws Exception {
        MemoryNeed need = need(options, 256);
        long count = need.plan().network().create(new RandomState(0)).parameters().values().stream()
                .mapToLong(NDArray::size)
                .sum();
        assertThat(need.parameterCount()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network deep-conv | 100 | some 264 MB | lower --batch",
                "--network deep-conv --dtype float32 | 100 | some 185 MB | lower --batch",
                "--batch 60000 --optimizer adam | 300 | some | lower --batch",
                "--hidden 10000 --save s.npz | 200 | some | lower --hidden",
                "--network multi-layer --hidden 10000,10000,10000 | 200 | some | lower --hidden",
                "--hidden 10000 --batch 60000 | 9000 | some | lower --batch",
                "--hidden 50 | 50 | some 97 MB | start java",
                "--network deep-conv | 300 | more than 300 MB | lower --batch"
            })
    void theMemoryNeedNamesTheOptionToLower(String options, int available, String need, String remedy)
            throws Exception {
        assertThat(need(options, available).refusal())
                .hasMessageContaining(" needs " + need)
                .hasMessageContaining("Java has %d MB: %s", available, remedy)
                .hasMessageEndingWith("start java with a larger -Xmx");
    }

    @Test
    void theMemoryNeedRefusesOnlyWhatCertainlyDoesNotFit() throws Exception {
        assertThatCode(() -> need("--network deep-conv", 200).check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> need("--network deep-conv", 150).check()).isInstanceOf(Refusal.class);
    }
}
