package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ModeTest {
    private final Variable x = Variable.of("x", 3);

    @Test
    void withoutAGraphEveryResultIsAConstant() {
        Variable y = Mode.withoutGraph(() -> x.mul(x).add(1));
        assertThat(y).hasToString("10.0");
        assertThat(Graph.of(y).nodes()).isEmpty();
        assertThatThrownBy(y::backward).isInstanceOf(IllegalStateException.class);
        assertThat(Graph.of(x.mul(x)).nodes()).hasSize(1);
    }

    /** The graph of a gradient is recorded when it is needed, whatever the mode is then. */
    @Test
    void gradientsHaveTheirGraphEvenWithoutAGraph() {
        x.pow(3).backward();
        Variable first = x.gradient();
        Mode.withoutGraph(() -> first.mul(1));
        first.backward();
        assertThat(x.gradient()).hasToString("18.0");
    }

    @Test
    void aModeEndsWithItsWorkEvenIfItFails() {
        assertThatThrownBy(() -> Mode.testing(() -> Mode.withoutGraph(() -> {
                    assertThat(Mode.isTraining()).isFalse();
                    throw new IllegalArgumentException("no");
                })))
                .hasMessage("no");
        assertThat(Mode.isTraining()).isTrue();
        assertThat(Graph.of(x.mul(x)).nodes()).hasSize(1);
    }

    @Test
    void aModeHoldsInOneThread() throws InterruptedException {
        AtomicBoolean training = new AtomicBoolean();
        Thread other = new Thread(() -> training.set(Mode.isTraining()));
        Mode.testing(() -> {
            other.start();
            return null;
        });
        other.join();
        assertThat(training).isTrue();
    }
}
