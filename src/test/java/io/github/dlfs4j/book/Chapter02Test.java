package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter02Test {
    @Test
    void and() {
        assertThat(Printed.by(Chapter02::simpleAnd)).isEqualTo("0\n0\n0\n1\n");
        assertThat(Printed.by(Chapter02::andWithWeightsAndBias)).isEqualTo("0\n0\n0\n1\n");
    }

    @Test
    void weightsAndBias() {
        assertThat(Printed.by(Chapter02::weightsAndBias)).isEqualTo("""
                [0.  0.5]
                0.5
                -0.19999999999999996
                """);
    }

    @Test
    void nand() {
        assertThat(Printed.by(Chapter02::nand)).isEqualTo("1\n1\n1\n0\n");
    }

    @Test
    void or() {
        assertThat(Printed.by(Chapter02::or)).isEqualTo("0\n1\n1\n1\n");
    }

    @Test
    void xor() {
        assertThat(Printed.by(Chapter02::xor)).isEqualTo("0\n1\n1\n0\n");
    }
}
