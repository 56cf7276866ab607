package io.github.dlfs4j.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumericalDerivativeTest {
    @Test
    void forwardDifferenceIsTheSlopeToTheNextPoint() {
        assertThat(NumericalDerivative.forwardDifference(x -> x * x, 3, 0.5)).isEqualTo(6.5);
        assertThat(NumericalDerivative.forwardDifference(x -> x * x, 3, -0.5)).isEqualTo(5.5);
    }

    @Test
    void forwardDifferenceOfATinyStepIsZero() {
        assertThat(NumericalDerivative.forwardDifference(x -> x * x, 2, 10e-50)).isZero();
    }

    @Test
    void centralDifferenceIsMuchCloserThanForwardDifference() {
        double right = Math.exp(1);
        assertThat(NumericalDerivative.forwardDifference(Math::exp, 1, 1e-4)).isCloseTo(right, within(2e-4));
        assertThat(NumericalDerivative.centralDifference(Math::exp, 1)).isCloseTo(right, within(1e-8));
    }

    @Test
    void centralDifferenceOfALineIsItsSlope() {
        assertThat(NumericalDerivative.centralDifference(x -> 3 * x - 7, 0)).isCloseTo(3, within(1e-10));
    }
}
