package io.github.dlfs4j.thirdbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.gradient.NumericalDerivative;
import io.github.dlfs4j.graph.Operation;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

/** The third book's first stage: automatic differentiation. */
class Stage1Test {
    /** Steps 2 and 6: a function with its forward and its backward pass. */
    private static final Operation SQUARE =
            Operation.unary("square", x -> x.pow(2), (dout, x, y) -> x.mul(2).mul(dout));

    private static final Operation EXP =
            Operation.unary("exp", NDArray::exp, (dout, x, y) -> x.exp().mul(dout));

    private static Variable composed(Variable x) {
        return x.apply(SQUARE).apply(EXP).apply(SQUARE);
    }

    @Test
    void step1PrintsVariablesAsBoxes() {
        Step step = Step.of(1);
        step.print(Variable.of(1.0).value());
        step.print(Variable.of(2.0).value());
        step.isRecorded();
    }

    @Test
    void step2MakesVariablesByFunctions() {
        Step step = Step.of(2);
        step.print(Variable.of(10).apply(SQUARE).value());
        step.isRecorded();
    }

    @Test
    void step3ComposesFunctions() {
        Step step = Step.of(3);
        step.print(composed(Variable.of(0.5)));
        step.isRecorded();
    }

    @Test
    void step4DifferentiatesNumerically() {
        Step step = Step.of(4);
        step.print(NumericalDerivative.centralDifference(x -> x * x, 2.0));
        step.print(NumericalDerivative.centralDifference(
                x -> composed(Variable.of(x)).value().asDouble(), 0.5));
        step.isRecorded();
    }

    /** Steps 6 to 8 differ in how DeZero's code goes back: by hand, by recursion, and in a loop. */
    @Test
    void steps6To8Backpropagate() {
        for (int number = 6; number <= 8; number++) {
            Step step = Step.of(number);
            Variable x = Variable.of(0.5);
            composed(x).backward();
            step.print(x.gradient());
            step.isRecorded();
        }
    }

    @Test
    void step9UsesFunctionsMoreEasily() {
        Step step = Step.of(9);
        Variable x = Variable.of(0.5);
        x.pow(2).exp().pow(2).backward();
        step.print(x.gradient());
        step.isRecorded();
        assertThatThrownBy(() -> Variable.of(NDArray.zeros(DType.INT64, 2)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** Step 10 tests the square: forward, backward, and against numerical differentiation. */
    @Test
    void step10TestsTheSquare() {
        assertThat(Variable.of(2).apply(SQUARE)).hasToString("4.0");
        Variable x = Variable.of(3);
        x.apply(SQUARE).backward();
        assertThat(x.gradient()).hasToString("6.0");
        assertThat(x.gradient().value().asDouble())
                .isCloseTo(NumericalDerivative.centralDifference(v -> v * v, 3), within(1e-8));
    }
}
