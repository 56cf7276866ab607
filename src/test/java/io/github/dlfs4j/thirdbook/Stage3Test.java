package io.github.dlfs4j.thirdbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Operation;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The third book's third stage: derivatives of higher order. */
class Stage3Test {
    @Test
    void step26DrawsPicturesByGraphviz() {
        Variable x = Variable.of("x", 1);
        Variable y = Variable.of("y", 1);
        Variable z = Functions.goldsteinPrice(x, y).named("z");
        z.backward();
        String dot = Graph.of(z).toDot();
        assertThat(dot).startsWith("digraph").contains("\"x\"", "\"y\"", "\"z\"");
        // What comes back along the arrows from x adds up to the derivative.
        double sum = dot.lines()
                .filter(line -> line.matches(" *n0 .*dir=back.*"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*label=\"(.*?)\".*", "$1")))
                .sum();
        assertThat(sum).isEqualTo(x.gradient().value().asDouble());
    }

    @Test
    void step27ComputesTheTaylorSeriesOfTheSine() {
        Step step = Step.of(27);
        Variable x = Variable.of("x", Math.PI / 4);
        Variable sine = x.apply(Operation.unary("sin", NDArray::sin, (dout, v, y) -> dout.mul(v.cos())));
        sine.backward();
        step.print("original sin");
        step.print(sine);
        step.print(x.gradient());
        Variable series = sineBySeries(x, 0.0001);
        series.backward();
        step.print("approximate sin");
        step.print(series);
        step.print(x.gradient());
        step.isRecorded();
    }

    private static Variable sineBySeries(Variable x, double threshold) {
        Variable y = Variable.constant(NDArray.scalar(0));
        double factorial = 1;
        for (int i = 0; ; i++) {
            Variable term = x.pow(2 * i + 1).mul((i % 2 == 0 ? 1 : -1) / factorial);
            y = y.add(term);
            if (Math.abs(term.value().asDouble()) < threshold) {
                return y;
            }
            factorial *= (2 * i + 2) * (2 * i + 3);
        }
    }

    @Test
    void step28DescendsRosenbrocksFunction() {
        Step step = Step.of(28);
        Variable x0 = Variable.of(0.0);
        Variable x1 = Variable.of(2.0);
        for (int i = 0; i < 20; i++) {
            step.print(x0, x1);
            Functions.rosenbrock(x0, x1).backward();
            x0.value().subi(x0.gradient().value().mul(0.001));
            x1.value().subi(x1.gradient().value().mul(0.001));
        }
        step.isRecorded();
    }

    @Test
    void step29DoesNewtonsMethodByHand() {
        Step step = Step.of(29);
        Variable x = Variable.of(2.0);
        for (int i = 0; i < 10; i++) {
            step.print(i, x);
            Functions.quartic(x).backward();
            NDArray second = x.value().square().mul(12).sub(4);
            x.value().subi(x.gradient().value().div(second));
        }
        step.isRecorded();
    }

    @Test
    void step33DoesNewtonsMethod() {
        Step step = Step.of(33);
        Variable x = Variable.of(2.0);
        for (int i = 0; i < 10; i++) {
            step.print(i, x);
            Functions.quartic(x).backward();
            Variable first = x.gradient();
            first.backward();
            Variable second = x.gradient();
            x.value().subi(first.value().div(second.value()));
        }
        step.isRecorded();
    }

    @Test
    void step34ComputesHigherDerivativesOfTheSine() {
        Step step = Step.of(34);
        Variable x = Variable.of(NDArray.linspace(-7, 7, 200));
        List<Double> values = new ArrayList<>();
        Variable derivative = x.sin();
        for (int order = 0; order < 4; order++) {
            values.add(derivative.value().getDouble(33));
            derivative.sum().backward();
            derivative = x.gradient();
        }
        step.print(values);
        step.isRecorded();
    }

    @Test
    void step35ComputesHigherDerivativesOfTanh() {
        Step step = Step.of(35);
        Variable x = Variable.of("x", 1);
        Variable derivative = x.tanh().named("y");
        for (int order = 1; order <= 4; order++) {
            derivative.backward();
            derivative = x.gradient().named("gx" + order);
        }
        step.print(derivative);
        step.isRecorded();
        assertThat(Graph.of(derivative).toSvg()).contains("gx4");
    }

    @Test
    void step36UsesDerivativesInAComputation() {
        Step step = Step.of(36);
        Variable x = Variable.of(2.0);
        Variable y = x.pow(2);
        y.backward();
        x.gradient().pow(3).add(y).backward();
        step.print(x.gradient());
        step.isRecorded();
    }
}
