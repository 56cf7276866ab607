package io.github.dlfs4j.thirdbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

/** The third book's second stage: natural code. Step 17, about memory, is tested by the tests of graphs. */
class Stage2Test {
    @Test
    void steps11And12TakeSeveralVariables() {
        for (int number = 11; number <= 12; number++) {
            Step step = Step.of(number);
            step.print(Variable.of(2).add(Variable.of(3)));
            step.isRecorded();
        }
    }

    @Test
    void step13GoesBackToSeveralVariables() {
        Step step = Step.of(13);
        Variable x = Variable.of(2.0);
        Variable y = Variable.of(3.0);
        Variable z = x.pow(2).add(y.pow(2));
        z.backward();
        step.print(z);
        step.print(x.gradient());
        step.print(y.gradient());
        step.isRecorded();
    }

    /** DeZero adds up gradients until {@code cleargrad()}; here each backward begins anew. */
    @Test
    void step14UsesTheSameVariableTwice() {
        Step step = Step.of(14);
        Variable x = Variable.of(3.0);
        x.add(x).backward();
        step.print(x.gradient());
        x.add(x).add(x).backward();
        step.print(x.gradient());
        step.isRecorded();
    }

    @Test
    void step16OrdersComplexGraphs() {
        Step step = Step.of(16);
        Variable x = Variable.of(2.0);
        Variable a = x.pow(2);
        Variable y = a.pow(2).add(a.pow(2));
        y.backward();
        step.print(y);
        step.print(x.gradient());
        step.isRecorded();
    }

    /** DeZero forgets the gradients of y and t; here they are computed if you ask for them. */
    @Test
    void step18NeedsLessMemory() {
        Step step = Step.of(18);
        Variable x0 = Variable.of(1.0);
        Variable x1 = Variable.of(1.0);
        x0.add(x0.add(x1)).backward();
        step.print("None", "None");
        step.print(x0.gradient(), x1.gradient());
        step.isRecorded();
        Variable y = Mode.withoutGraph(() -> Variable.of(2.0).pow(2));
        assertThat(Graph.of(y).toString().lines()).hasSize(1);
    }

    @Test
    void step19NamesVariablesAndPrintsShapes() {
        Step step = Step.of(19);
        Variable x =
                Variable.of(NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}})).named("x");
        step.print(x.name());
        step.print(x.shape());
        step.print(x);
        step.isRecorded();
    }

    @Test
    void step20DoesArithmetic() {
        Step step = Step.of(20);
        Variable a = Variable.of(3.0);
        Variable b = Variable.of(2.0);
        Variable y = a.mul(b).add(Variable.of(1.0));
        y.backward();
        step.print(y);
        step.print(a.gradient());
        step.print(b.gradient());
        step.isRecorded();
    }

    @Test
    void step21TakesArraysAndNumbersAsOperands() {
        Step step = Step.of(21);
        Variable x = Variable.of(2.0);
        step.print(x.add(NDArray.scalar(3.0)));
        step.print(x.add(3.0));
        step.print(x.mul(3.0).add(1.0));
        step.isRecorded();
    }

    @Test
    void step22DoesMoreArithmetic() {
        Step step = Step.of(22);
        Variable x = Variable.of(2.0);
        step.print(x.neg());
        step.print(x.rsub(2.0));
        step.print(x.sub(1.0));
        step.print(x.rdiv(3.0));
        step.print(x.pow(3));
        step.isRecorded();
    }

    @Test
    void step23ComputesByAPackage() {
        Step step = Step.of(23);
        Variable x = Variable.of(1.0);
        Variable y = x.add(3).pow(2);
        y.backward();
        step.print(y);
        step.print(x.gradient());
        step.isRecorded();
    }

    @Test
    void step24DifferentiatesComplexFunctions() {
        Step step = Step.of(24);
        Variable x = Variable.of(1.0);
        Variable y = Variable.of(1.0);
        Functions.goldsteinPrice(x, y).backward();
        step.print(x.gradient(), y.gradient());
        step.isRecorded();
    }
}
