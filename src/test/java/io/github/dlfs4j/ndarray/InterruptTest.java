package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An interrupt of a thread changes no result, and the thread stays interrupted, as it does for all that never waits.
 */
class InterruptTest {
    private static final int TIMES = 20;
    private static final NDArray MATRIX = new RandomState(1).randn(150, 120);
    private static final NDArray LONG = new RandomState(2).randn(400_000);

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("qr", (Supplier<Object>) () -> LinearAlgebra.qr(MATRIX)),
                Arguments.of("svd", (Supplier<Object>) () -> LinearAlgebra.svd(MATRIX)),
                Arguments.of("dot", (Supplier<Object>) () -> MATRIX.dot(MATRIX.transpose())),
                Arguments.of("sort", (Supplier<Object>) () -> NDArray.sort(LONG)),
                Arguments.of("exp", (Supplier<Object>) LONG::exp),
                Arguments.of("sum", (Supplier<Object>) LONG::sum));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anInterruptChangesNoResult(String name, Supplier<Object> operation) throws Exception {
        Object expected = operation.get();
        List<Object> results = new ArrayList<>();
        AtomicBoolean stayed = new AtomicBoolean(true);
        Thread computing = new Thread(() -> {
            for (int i = 0; i < TIMES; i++) {
                Thread.currentThread().interrupt();
                results.add(operation.get());
                stayed.compareAndSet(true, Thread.interrupted());
            }
        });
        computing.start();
        // Interrupts come between two of its own as well, while an operation computes.
        while (computing.isAlive()) {
            computing.interrupt();
            computing.join(1);
        }
        assertThat(results).as(name).hasSize(TIMES).allMatch(expected::equals);
        assertThat(stayed).as(name).isTrue();
    }
}
