package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OnceTest {
    private int computed;

    @Test
    void isComputedWhenItIsFirstNeededAndNotAgain() throws IOException {
        Once<String> once = Once.of(() -> "number " + ++computed);
        assertThat(computed).isZero();
        assertThat(once.get()).isEqualTo("number 1").isSameAs(once.get());
        assertThat(computed).isEqualTo(1);
    }

    @Test
    void isTriedAgainIfItFails() throws IOException {
        Once<Integer> once = Once.of(() -> {
            if (++computed == 1) {
                throw new IOException("a file is missing");
            }
            return computed;
        });
        assertThatThrownBy(once::get).hasMessage("a file is missing");
        assertThat(once.get()).isEqualTo(2);
    }
}
