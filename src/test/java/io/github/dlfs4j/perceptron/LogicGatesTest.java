package io.github.dlfs4j.perceptron;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicGatesTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            x1, x2, and, nand, or, xor
             0,  0,   0,    1,  0,   0
             0,  1,   0,    1,  1,   1
             1,  0,   0,    1,  1,   1
             1,  1,   1,    0,  1,   0
            """)
    void gatesHaveTheirTruthTables(int x1, int x2, int and, int nand, int or, int xor) {
        assertThat(LogicGates.and(x1, x2)).isEqualTo(and);
        assertThat(LogicGates.nand(x1, x2)).isEqualTo(nand);
        assertThat(LogicGates.or(x1, x2)).isEqualTo(or);
        assertThat(LogicGates.xor(x1, x2)).isEqualTo(xor);
    }

    @Test
    void gatesArePerceptronsWithTheBooksWeights() {
        assertThat(LogicGates.AND).isEqualTo(new Perceptron(NDArray.of(0.5, 0.5), -0.7));
        assertThat(LogicGates.NAND).isEqualTo(new Perceptron(NDArray.of(-0.5, -0.5), 0.7));
        assertThat(LogicGates.OR).isEqualTo(new Perceptron(NDArray.of(0.5, 0.5), -0.2));
    }
}
