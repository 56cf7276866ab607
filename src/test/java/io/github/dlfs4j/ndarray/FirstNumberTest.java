package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loading {@code BigDecimal} takes some 15 ms, and a program that prints an accuracy does not need it. */
class FirstNumberTest {
    @Test
    void aFirstNumberIsPrintedWithoutLoadingBigDecimal() throws Exception {
        List<String> lines = JavaProcess.run(List.of("-Xlog:class+load"), Program.class);

        assertThat(lines).contains("0.9207 97.4");
        assertThat(lines).anyMatch(line -> line.contains("ShortestDecimal"));
        assertThat(lines).noneMatch(line -> line.contains("java.math.BigDecimal"));
    }

    /** Prints two accuracies. */
    static final class Program {
        private Program() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            System.out.println(NDArray.scalar(0.9207) + " " + NDArray.scalar(97.4));
        }
    }
}
