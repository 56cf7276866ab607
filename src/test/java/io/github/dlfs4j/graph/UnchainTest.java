package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** What a graph keeps in memory, and how to cut it off. */
class UnchainTest {
    private final Variable x = Variable.of("x", 3);

    @Test
    void anUnchainedVariableIsAnInput() {
        Variable state = x.mul(2).named("state");
        state.unchain();
        Variable y = state.pow(2);
        y.backward();
        assertThat(state.gradient()).hasToString("12.0");
        assertThatThrownBy(x::gradient).isInstanceOf(IllegalStateException.class);
        assertThat(Graph.of(y).nodes()).hasSize(1);
    }

    @Test
    void backwardEndsWhereTheGraphWasCutOff() throws InterruptedException {
        Variable inner = x.mul(2).named("inner");
        Variable state = inner.exp().named("state");
        Variable loss = state.mul(x);
        loss.backward();
        assertThat(x.gradient()).hasToString(Double.toString(Math.exp(6) + 3 * Math.exp(6) * 2));
        loss.unchainBackward();
        assertThat(Graph.of(loss).nodes()).extracting(Graph.Node::symbol).containsExactly("×");
        assertThat(x.gradient().value().asDouble()).isEqualTo(Math.exp(6) + 3 * Math.exp(6) * 2);
        assertThatThrownBy(inner::gradient)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("inner has no gradient: no backward of a result that depends on it came before");
        state.mul(x).backward();
        assertThat(x.gradient().value().asDouble()).isEqualTo(Math.exp(6));
    }

    /** The gradient of an input keeps no graph that was cut off. */
    @Test
    void whatWasCutOffAGraphIsGarbage() throws InterruptedException {
        WeakReference<Variable> inner = cutOff();
        for (int i = 0; i < 50 && inner.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(inner.get()).isNull();
        assertThat(x.gradient()).hasToString("2.0");
    }

    private WeakReference<Variable> cutOff() {
        Variable inner = x.mul(2);
        Variable loss = inner.add(1);
        loss.backward();
        loss.unchainBackward();
        return new WeakReference<>(inner);
    }

    @Test
    void aGradientThatNobodyAskedForGoesWithTheGraph() {
        Variable loss = x.mul(2).exp().named("loss");
        loss.backward();
        loss.unchainBackward();
        assertThatThrownBy(loss::gradient)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("loss has no gradient any more: nobody asked for it before the graph was unchained");
    }

    @Test
    void gradientsOfInnerVariablesAreComputedWhenAskedFor() {
        Variable inner = x.mul(2);
        Variable result = inner.pow(2).mul(inner);
        result.backward();
        assertThat(inner.gradient()).hasToString("108.0");
        assertThat(result.gradient()).hasToString("1.0");
        x.gradient().backward();
        assertThat(inner.gradient()).hasToString("72.0");
    }

    /** A picture records the graphs of all gradients; one that is asked for afterwards has its graph, too. */
    @Test
    void aGradientThatIsAskedForLateCanBeDifferentiated() {
        Variable inner = x.mul(2);
        inner.pow(3).backward();
        assertThat(Graph.of(x.gradient()).nodes()).isNotEmpty();
        Variable gradient = inner.gradient();
        assertThat(gradient).hasToString("108.0");
        gradient.backward();
        assertThat(inner.gradient()).hasToString("36.0");
        assertThat(x.gradient()).hasToString("72.0");
    }
}
