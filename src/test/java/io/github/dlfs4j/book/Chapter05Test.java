package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter05Test {
    @Test
    void apples() {
        assertThat(Printed.by(Chapter05::apples)).isEqualTo("""
                220.00000000000003
                2.2 110.00000000000001 200
                """);
    }

    @Test
    void applesAndOranges() {
        assertThat(Printed.by(Chapter05::applesAndOranges)).isEqualTo("""
                1.1 650
                1.1 1.1
                2.2 110.00000000000001
                3.3000000000000003 165.0
                """);
    }

    @Test
    void reluMask() {
        assertThat(Printed.by(Chapter05::reluMask)).isEqualTo("""
                [[ 1.  -0.5]
                 [-2.   3. ]]
                [[False  True]
                 [ True False]]
                """);
    }
}
