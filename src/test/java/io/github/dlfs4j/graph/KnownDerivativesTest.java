package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Known derivatives: those of the book, and those of test functions for optimisers. */
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

    /** Returns the value and both derivatives. */
    private static double[] gradient(BinaryOperator<Variable> function, double x, double y) {
        Variable ofX = Variable.of("x", x);
        Variable ofY = Variable.of("y", y);
        Variable z = function.apply(ofX, ofY);
        z.backward();
        return new double[] {number(z), number(ofX.gradient()), number(ofY.gradient())};
    }

    private static Variable quartic(Variable x) {
        return x.pow(4).sub(x.pow(2).mul(2));
    }

    @Test
    void derivativesOfApplesAndOrangesAreThoseOfTheBook() {
        Variable apple = Variable.of("apple", 100);
        Variable apples = Variable.of("number of apples", 2);
        Variable orange = Variable.of("orange", 150);
        Variable oranges = Variable.of("number of oranges", 3);
        Variable tax = Variable.of("tax", 1.1);
        Variable sum = apple.mul(apples).add(orange.mul(oranges));
        Variable price = sum.mul(tax);
        price.backward();
        assertThat(price).hasToString("715.0000000000001");
        assertThat(List.of(apple, apples, orange, oranges, tax, sum))
                .extracting(variable -> variable.gradient().toString())
                .containsExactly("2.2", "110.00000000000001", "3.3000000000000003", "165.0", "650.0", "1.1");
    }

    @Test
    void theSquareOfASumHasItsDerivatives() {
        assertThat(gradient((x, y) -> x.add(y).pow(2), 2, 3)).containsExactly(25, 10, 10);
    }

    @Test
    void aQuarticHasItsDerivativesOfAllOrders() {
        assertThat(derivatives(KnownDerivativesTest::quartic, 2, 6))
                .containsExactly(8.0, 24.0, 44.0, 48.0, 24.0, 0.0, 0.0);
        assertThat(derivatives(x -> x.mul(x).mul(x).mul(x).sub(x.mul(x).mul(2)), 2, 6))
                .containsExactly(8.0, 24.0, 44.0, 48.0, 24.0, 0.0, 0.0);
    }

    @Test
    void newtonsMethodFindsTheMinimumBySecondDerivatives() {
        double at = 2;
        List<Double> steps = new ArrayList<>(List.of(at));
        for (int i = 0; i < 7; i++) {
            Variable x = Variable.of("x", at);
            quartic(x).backward();
            Variable first = x.gradient();
            first.backward();
            at -= number(first) / number(x.gradient());
            steps.add(at);
        }
        assertThat(steps)
                .containsExactly(
                        2.0,
                        1.4545454545454546,
                        1.1510467893775467,
                        1.0253259289766978,
                        1.0009084519430513,
                        1.0000012353089454,
                        1.000000000002289,
                        1.0);
    }

    @Test
    void theRosenbrockFunctionHasItsGradient() {
        assertThat(gradient(
                        (x, y) -> y.sub(x.pow(2)).pow(2).mul(100).add(x.sub(1).pow(2)), 0, 2))
                .containsExactly(401, -2, 400);
    }

    @Test
    void theMatyasFunctionHasItsGradient() {
        BinaryOperator<Variable> matyas =
                (x, y) -> x.pow(2).add(y.pow(2)).mul(0.26).sub(x.mul(0.48).mul(y));
        assertThat(gradient(matyas, 1, 1))
                .containsExactly(0.040000000000000036, 0.040000000000000036, 0.040000000000000036);
    }

    @Test
    void theGoldsteinPriceFunctionHasItsGradient() {
        BinaryOperator<Variable> goldsteinPrice = (x, y) -> {
            Variable first = x.mul(-14)
                    .add(19)
                    .add(x.pow(2).mul(3))
                    .sub(y.mul(14))
                    .add(x.mul(y).mul(6))
                    .add(y.pow(2).mul(3))
                    .mul(x.add(y).add(1).pow(2))
                    .add(1);
            Variable second = x.mul(-32)
                    .add(18)
                    .add(x.pow(2).mul(12))
                    .add(y.mul(48))
                    .sub(x.mul(y).mul(36))
                    .add(y.pow(2).mul(27))
                    .mul(x.mul(2).sub(y.mul(3)).pow(2))
                    .add(30);
            return first.mul(second);
        };
        assertThat(gradient(goldsteinPrice, 1, 1)).containsExactly(1876, -5376, 8064);
    }

    @Test
    void sigmoidHasTheSameDerivativesFromPartsAndInOneNode() {
        List<Double> parts = derivatives(x -> x.neg().exp().add(1).rdiv(1), 0.5, 2);
        List<Double> node = derivatives(Variable::sigmoid, 0.5, 2);
        assertThat(parts.subList(0, 2)).containsExactly(0.6224593312018546, 0.2350037122015945);
        assertThat(parts.get(2)).isCloseTo(-0.05755679485232, within(1e-14));
        for (int order = 0; order <= 2; order++) {
            assertThat(node.get(order)).isCloseTo(parts.get(order), within(1e-15));
        }
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
