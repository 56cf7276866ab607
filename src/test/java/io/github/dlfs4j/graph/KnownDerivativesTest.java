package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Known derivatives of high order, and mixed ones. */
class KnownDerivativesTest {
    private static double number(Variable variable) {
        return variable.value().asDouble();
    }

    /** Returns a value and its first, second, … derivative. */
    private static List<Double> derivatives(UnaryOperator<Variable> function, double at, int order) {
        Variable x = Variable.of("x", at);
        Variable y = function.apply(x);
        List<Double> values = new ArrayList<>(List.of(number(y)));
        for (int i = 0; i < order; i++) {
            y.backward();
            y = x.gradient();
            values.add(number(y) + 0.0); // the sign of a zero does not matter
        }
        return values;
    }

    private static Variable quartic(Variable x) {
        return x.pow(4).sub(x.pow(2).mul(2));
    }

    @Test
    void aQuarticHasItsDerivativesOfAllOrders() {
        assertThat(derivatives(KnownDerivativesTest::quartic, 2, 6))
                .containsExactly(8.0, 24.0, 44.0, 48.0, 24.0, 0.0, 0.0);
        assertThat(derivatives(x -> x.mul(x).mul(x).mul(x).sub(x.mul(x).mul(2)), 2, 6))
                .containsExactly(8.0, 24.0, 44.0, 48.0, 24.0, 0.0, 0.0);
    }

    @Test
    void functionsHaveTheirDerivativesOfAllOrders() {
        double sine = Math.sin(1);
        double cosine = Math.cos(1);
        List<Double> sines = derivatives(Variable::sin, 1, 8);
        for (int order = 0; order <= 8; order++) {
            double expected = (order % 2 == 0 ? sine : cosine) * (order % 4 < 2 ? 1 : -1);
            assertThat(sines.get(order)).isCloseTo(expected, within(1e-15));
        }
        assertThat(derivatives(Variable::exp, 0, 8)).containsOnly(1.0);
        assertThat(derivatives(Variable::log, 1, 6)).containsExactly(0.0, 1.0, -1.0, 2.0, -6.0, 24.0, -120.0);
        assertThat(derivatives(x -> x.rdiv(1), 1, 5)).containsExactly(1.0, -1.0, 2.0, -6.0, 24.0, -120.0);
        assertThat(derivatives(x -> x.mul(3), 5, 3)).containsExactly(15.0, 3.0, 0.0, 0.0);
        // tanh of 0: 0, 1, 0, -2, 0, 16, 0, -272
        assertThat(derivatives(Variable::tanh, 0, 7)).containsExactly(0.0, 1.0, 0.0, -2.0, 0.0, 16.0, 0.0, -272.0);
    }

    /** All derivatives of <i>x²y³</i> at (2, 3). */
    @Test
    void mixedDerivativesHaveTheirValues() {
        Variable x = Variable.of("x", 2);
        Variable y = Variable.of("y", 3);
        x.pow(2).mul(y.pow(3)).backward();
        Variable byX = x.gradient();
        Variable byY = y.gradient();
        byX.backward();
        assertThat(List.of(number(byX), number(x.gradient()), number(y.gradient())))
                .containsExactly(108.0, 54.0, 108.0);
        byY.backward();
        assertThat(List.of(number(byY), number(x.gradient()), number(y.gradient())))
                .containsExactly(108.0, 108.0, 72.0);
    }

    /** A gradient penalty, <i>x³ + (3x²)²</i>, and a gradient that begins with a variable. */
    @Test
    void gradientsCanBeUsedInComputations() {
        Variable x = Variable.of("x", 2);
        Variable y = x.pow(3);
        y.backward();
        y.add(x.gradient().pow(2)).backward();
        assertThat(number(x.gradient())).isEqualTo(12 + 36 * 8);

        Variable start = Variable.of("start", 5);
        x.pow(3).backward(start);
        Variable gradient = x.gradient();
        assertThat(number(gradient)).isEqualTo(60);
        gradient.backward();
        assertThat(List.of(number(start.gradient()), number(x.gradient()))).containsExactly(12.0, 60.0);
    }
}
