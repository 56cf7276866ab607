package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.NDArray;
import java.lang.ref.WeakReference;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final int PAIRS = 50_000;

    private final Variable x = Variable.of("x", 2);
    private final Variable y = Variable.of("y", 3);

    @Test
    void aGraphHasEachOperationAfterItsInputs() {
        Variable sum = x.add(y);
        Variable square = sum.pow(2);
        Variable result = square.mul(sum.exp()).rdiv(1);
        Graph graph = Graph.of(result);
        assertThat(graph.nodes()).extracting(Graph.Node::symbol).containsExactly("+", "^2", "exp", "×", "1/x");
        assertThat(graph.nodes().get(0).inputs()).containsExactly(x, y);
        assertThat(graph.nodes().get(1).output()).isSameAs(square);
        assertThat(graph.nodes().get(3).inputs()).element(0).isSameAs(square);
        assertThat(graph.variables()).startsWith(x, y, sum).endsWith(result);
    }

    @Test
    void anInputAloneIsAGraph() {
        assertThat(Graph.of(x).nodes()).isEmpty();
        assertThat(Graph.of(x)).hasToString("   operation  inputs  value  derivative\nx                     2.0");
    }

    @Test
    void aGraphPrintsATable() {
        Variable bias = Variable.of("b", NDArray.of(0.5, -0.5));
        Variable large = Variable.of("W", NDArray.ones(3, 2));
        Variable result = Variable.constant(NDArray.ones(4, 3))
                .dot(large)
                .add(bias)
                .mul(2)
                .sum();
        result.named("L").backward();
        assertThat(Graph.of(result).toString().lines().toList())
                .containsExactly(
                        "    operation  inputs     value        derivative",
                        "W                         (3, 2)       (3, 2)",
                        "#1  dot        (4, 3), W  (4, 2)       (4, 2)",
                        "b                         [ 0.5 -0.5]  [8. 8.]",
                        "#2  +          #1, b      (4, 2)       (4, 2)",
                        "#3  ×          #2, 2.0    (4, 2)       (4, 2)",
                        "L   sum        #3         48.0         1.0");
    }

    @Test
    void theGraphOfAGradientShowsItsComputation() {
        x.pow(3).backward();
        assertThat(Graph.of(x.gradient()).nodes())
                .extracting(Graph.Node::symbol)
                .containsExactly("^2", "×");
    }

    @Test
    void aGraphShowsTheDerivativesOfItsOwnResultOnly() {
        Variable square = x.pow(2);
        square.backward();
        assertThat(Graph.of(x.mul(3)).toString()).doesNotContain("4.0");
        Variable other = square.mul(y);
        other.backward();
        assertThat(Graph.of(other).derivatives())
                .containsEntry(x, NDArray.scalar(12.0))
                .hasSize(4);
        assertThat(Graph.of(square).derivatives()).isEmpty();
    }

    @Test
    void theGraphOfASecondDerivativeShowsNothingOfTheFirst() {
        Variable tanh = x.tanh();
        tanh.backward();
        Variable first = x.gradient();
        assertThat(Graph.of(first).derivatives()).isEmpty();
        first.backward();
        double y = Math.tanh(2);
        NDArray second = Graph.of(first).derivatives().get(x);
        assertThat(second.asDouble()).isCloseTo(-2 * y * (1 - y * y), within(1e-15));
        assertThat(Graph.of(tanh).derivatives()).isEmpty();
    }

    /** The derivative of each arrow is one term of the derivative of the variable. */
    @Test
    void aGraphKnowsWhatComesBackAlongEachArrow() {
        Variable at3 = Variable.of("x", 3);
        Variable square = at3.mul(at3);
        Variable sum = square.add(at3);
        assertThat(Graph.of(sum).derivativesOfArrows()).isEmpty();
        sum.backward();
        assertThat(Graph.of(sum).derivativesOfArrows())
                .containsOnly(
                        Map.entry(new Backpropagation.Edge(square, 0), NDArray.scalar(3.0)),
                        Map.entry(new Backpropagation.Edge(square, 1), NDArray.scalar(3.0)),
                        Map.entry(new Backpropagation.Edge(sum, 0), NDArray.scalar(1.0)),
                        Map.entry(new Backpropagation.Edge(sum, 1), NDArray.scalar(1.0)));
    }

    @Test
    void theGraphOfADerivativeHasNoPowersOrFactorsOfOne() {
        x.pow(2).backward();
        Variable first = x.gradient();
        assertThat(Graph.of(first).nodes()).extracting(Graph.Node::symbol).containsExactly("×");
        first.backward();
        assertThat(Graph.of(x.gradient()).nodes()).isEmpty();
        assertThat(x.gradient()).hasToString("2.0");
        x.tanh().backward();
        x.gradient().backward();
        assertThat(Graph.of(x.gradient()).nodes())
                .extracting(Graph.Node::symbol)
                .doesNotContain("=", "^1", "^0");
        x.mul(y).backward();
        assertThat(Graph.of(x.gradient()).nodes())
                .extracting(Graph.Node::symbol)
                .containsExactly("=");
    }

    @Test
    void aGraphMayBeDeep() {
        Variable result = x;
        for (int i = 0; i < PAIRS; i++) {
            result = result.add(1e-5).mul(0.99999);
        }
        Graph graph = Graph.of(result);
        assertThat(graph.nodes()).hasSize(2 * PAIRS);
        assertThat(graph.toString().lines()).hasSize(2 * PAIRS + 2);
        result.mul(result).backward();
        double slope = Math.pow(0.99999, PAIRS);
        assertThat(x.gradient().value().asDouble()).isCloseTo(2 * result.value().asDouble() * slope, within(1e-9));
        x.gradient().backward();
        assertThat(x.gradient().value().asDouble()).isCloseTo(2 * slope * slope, within(1e-9));
    }

    /** Visiting this graph once for each path would take 2<sup>60</sup> steps. */
    @Test
    void aGraphMayHaveManyPaths() {
        Variable result = x;
        for (int i = 0; i < 60; i++) {
            result = result.add(result).mul(0.5);
        }
        result.backward();
        assertThat(x.gradient()).hasToString("1.0");
    }

    private static void collect(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
    }

    @Test
    void aGraphIsGarbageWhenItsResultIs() throws InterruptedException {
        WeakReference<Variable> result = new WeakReference<>(x.mul(y).exp());
        collect(result);
        assertThat(result.get()).isNull();
        assertThat(x).hasToString("2.0");
    }

    @Test
    void aGraphIsGarbageWhenItsResultAndItsGradientsAre() throws InterruptedException {
        WeakReference<Variable> result = differentiated();
        y.mul(x).backward();
        collect(result);
        assertThat(result.get()).isNull();
        WeakReference<Variable> other = differentiated();
        x.clearGradient();
        y.clearGradient();
        collect(other);
        assertThat(other.get()).isNull();
    }

    private WeakReference<Variable> differentiated() {
        Variable result = x.mul(y).exp();
        result.backward();
        return new WeakReference<>(result);
    }
}
