package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the sentences alone one can say where each number comes from. */
class NarrationTest {
    private static List<String> sentences(Variable result) {
        return Graph.of(result).steps().sentences();
    }

    private static Variable matrix(String name, double[]... rows) {
        return Variable.of(name, NDArray.of(rows));
    }

    @Test
    void smallArraysAreSaidByTheirNumbers() {
        Variable y = matrix("X", new double[] {1, 2})
                .dot(matrix("W", new double[] {1, 3, 5}, new double[] {2, 4, 6}))
                .add(Variable.of("B", NDArray.of(1.0, 2.0, 3.0)))
                .named("Y");
        y.backward(NDArray.of(new double[][] {{1, 0, -1}}));
        assertThat(sentences(y))
                .contains(
                        "Given: X = [[1 2]], W = [[1 3 5] [2 4 6]], B = [1 2 3].",
                        "dot([[1 2]], [[1 3 5] [2 4 6]]) = [[5 11 17]].",
                        "Y = [[5 11 17]] + [1 2 3] = [[6 13 20]].",
                        "The way back begins at Y with [[1 0 -1]].")
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Back through dot: [[1 0 -1]] comes back, and [[1 0 -1] [2 0 -2]] goes to W."))
                .last()
                .isEqualTo("Derivatives of Y with respect to X: [[-4 -4]], W: [[1 0 -1] [2 0 -2]], B: [1 0 -1].");
    }

    @Test
    void theShapesOfLargeArraysAreSentences() {
        Variable x = Variable.of("X", NDArray.ones(10, 4));
        Variable h = x.dot(Variable.of("W", NDArray.ones(4, 5))).relu();
        Variable y = h.mul(h).sub(x.sum()).div(h).sum().named("y");
        y.backward();
        assertThat(sentences(y))
                .contains(
                        "(10, 4) times (4, 5) gives (10, 5).",
                        "relu of (10, 5) gives (10, 5).",
                        "(10, 5) times (10, 5), element by element, gives (10, 5).",
                        "(10, 5) minus 40 gives (10, 5).",
                        "(10, 5) divided by (10, 5), element by element, gives (10, 5).",
                        "sum of (10, 5) gives y = -300.",
                        "Derivatives of y with respect to X: of shape (10, 4), W: of shape (4, 5).")
                .noneMatch(sentence -> sentence.contains("= ("));
    }

    @Test
    void softmaxWithLossShowsProbabilitiesLabelsAndTheirDifference() {
        Variable loss = Variable.of("a", NDArray.of(0.3, 0.2, 0.5).log())
                .softmaxWithLoss(NDArray.of(0, 1, 0))
                .named("L");
        loss.backward();
        assertThat(sentences(loss))
                .contains(
                        "The softmax of a is y = [0.3 0.2 0.5], the labels are t = [0 1 0], and their cross entropy is"
                                + " L = 1.6094.",
                        "Back through softmax with loss: 1 × (y − t) = 1 × ([0.3 0.2 0.5] − [0 1 0]) = [0.3 -0.8 0.5] goes"
                                + " to a. Softmax with loss passes back y − t, the probabilities minus the labels.");
    }

    @Test
    void whatComesBackToABatchIsDividedByItsRows() {
        Variable two = Variable.of("a", NDArray.zeros(2, 2)).softmaxWithLoss(NDArray.of(1, 0));
        two.backward();
        assertThat(sentences(two))
                .anySatisfy(
                        sentence -> assertThat(sentence)
                                .contains(
                                        "1 × (y − t) / 2 = 1 × ([[0.5 0.5] [0.5 0.5]] − [[0 1] [1 0]]) / 2 = [[0.25 -0.25] [-0.25 0.25]]"));

        Variable hundred =
                Variable.of("a", NDArray.zeros(100, 10)).softmaxWithLoss(NDArray.zerosLike(NDArray.arange(100)));
        hundred.backward();
        assertThat(sentences(hundred))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("1 × (y − t) / 100, an array of shape (100, 10), goes to a."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2; A square t² passes on what comes back, times 2t.",
                "3; A power t^3 passes on what comes back, times 3·t^(3 − 1).",
                "1; A power t^1 passes on what comes back, times 1·t^(1 − 1).",
                "0.5; A power t^0.5 passes on what comes back, times 0.5·t^(0.5 − 1).",
                "-2; A power t^(-2) passes on what comes back, times -2·t^(-2 − 1).",
            })
    void aPowerOfANumberHasTheRuleOfItsExponent(double exponent, String rule) {
        Variable y = Variable.of("x", 5).pow(exponent);
        y.backward();
        assertThat(sentences(y)).anySatisfy(sentence -> assertThat(sentence).endsWith(rule));
    }

    @Test
    void aPowerOfAVariableHasTheGeneralRule() {
        Variable y = Variable.of("x", 5).pow(Variable.of("n", 2));
        y.backward();
        assertThat(sentences(y)).anySatisfy(sentence -> assertThat(sentence).contains("b·a^(b − 1) to a"));
    }

    @Test
    void aNegativeExponentIsInBrackets() {
        Variable y = Variable.of("x", 2).pow(-1);
        assertThat(sentences(y)).contains("2^(-1) = 0.5.");
        assertThat(Graph.of(y).toSvg()).contains(">^(-1)<");
    }

    /** Nothing is said to be equal to itself. */
    @Test
    void aNegativeIsNamedAsOne() {
        assertThat(sentences(Variable.of("x", 0.5).neg().named("y")))
                .containsExactly("Given: x = 0.5.", "The negative of 0.5 is y = -0.5.");
    }
}
