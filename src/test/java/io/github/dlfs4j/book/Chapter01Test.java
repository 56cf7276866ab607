package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter01Test {
    @Test
    void chapter1PrintsItsArrays() {
        assertThat(Printed.by(Chapter01::makingArrays)).isEqualTo("[1 2 3]\n");
    }

    @Test
    void chapter1PrintsArithmetic() {
        assertThat(Printed.by(Chapter01::arithmetic)).isEqualTo("""
                [5 7 9]
                [-3 -3 -3]
                [ 4 10 18]
                [0.25 0.4  0.5 ]
                """);
    }

    @Test
    void chapter1PrintsDimensions() {
        assertThat(Printed.by(Chapter01::dimensions)).isEqualTo("""
                [[1 2]
                 [3 4]]
                (2, 2)
                int64
                [[ 4  2]
                 [ 3 10]]
                [[ 3  0]
                 [ 0 24]]
                [[10 20]
                 [30 40]]
                """);
    }

    @Test
    void chapter1PrintsBroadcasting() {
        assertThat(Printed.by(Chapter01::broadcasting)).isEqualTo("""
                [[10 40]
                 [30 80]]
                """);
    }

    @Test
    void chapter1PrintsElements() {
        assertThat(Printed.by(Chapter01::elements)).isEqualTo("""
                [[51 55]
                 [14 19]
                 [ 0  4]]
                [51 55]
                55
                """);
    }

    @Test
    void chapter1PrintsElementsAtPositions() {
        assertThat(Printed.by(Chapter01::positions)).isEqualTo("""
                [51 55 14 19  0  4]
                [51 14  0]
                """);
    }

    @Test
    void chapter1PrintsElementsThatMeetACondition() {
        assertThat(Printed.by(Chapter01::condition)).isEqualTo("""
                [ True  True False  True False False]
                [51 55 19]
                """);
    }
}
