package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter02Test {
    /** Returns what the book's program prints of a gate. */
    private static String gate(int of00, int of10, int of01, int of11) {
        return """
                (0, 0) -> %s
                (1, 0) -> %s
                (0, 1) -> %s
                (1, 1) -> %s
                """.formatted(of00, of10, of01, of11);
    }

    @Test
    void chapter2PrintsTheAndGate() {
        assertThat(Printed.by(Chapter02::simpleAnd)).isEqualTo(gate(0, 0, 0, 1));
        assertThat(Printed.by(Chapter02::andWithWeightsAndBias)).isEqualTo(gate(0, 0, 0, 1));
    }

    @Test
    void chapter2PrintsWeightsAndBias() {
        assertThat(Printed.by(Chapter02::weightsAndBias)).isEqualTo("""
                [0.  0.5]
                0.5
                -0.19999999999999996
                """);
    }

    @Test
    void chapter2PrintsTheNandGate() {
        assertThat(Printed.by(Chapter02::nand)).isEqualTo(gate(1, 1, 1, 0));
    }

    @Test
    void chapter2PrintsTheOrGate() {
        assertThat(Printed.by(Chapter02::or)).isEqualTo(gate(0, 1, 1, 1));
    }

    @Test
    void chapter2PrintsTheXorGate() {
        assertThat(Printed.by(Chapter02::xor)).isEqualTo(gate(0, 1, 1, 0));
    }
}
