package io.github.dlfs4j.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The parts of a language model compute what PyTorch computes, and so do their first and second derivatives. */
class TransformerLayersTest {
    private static final double TOLERANCE = 1e-12;

    private static Map<String, NDArray> torch;

    @BeforeAll
    static void read() throws IOException {
        torch = Npz.read(Path.of("src", "test", "resources", "torch", "transformer.npz"));
    }

    /** PyTorch's weights of a linear layer have an axis for the outputs first. */
    private static NDArray record(String layer, String name) {
        NDArray array = torch.get(layer + "/" + name);
        return name.endsWith("/W") ? array.transpose() : array;
    }

    private static void assertClose(String what, NDArray actual, NDArray expected) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).abs().max().asDouble()).as(what).isLessThan(TOLERANCE);
    }

    /** Compares the output, and the gradients with respect to x and to the parameters. */
    private static void assertAsPyTorch(
            String layer, Map<String, Variable> parameters, UnaryOperator<Variable> forward) {
        parameters.forEach(
                (name, parameter) -> parameter.value().at(Index.ellipsis()).set(record(layer, name)));
        Variable x = Variable.of(record(layer, "x"));
        Map<String, Variable> inputs = new TreeMap<>(parameters);
        inputs.put("x", x);
        Variable y = forward.apply(x);
        assertClose(layer, y.value(), record(layer, "y"));
        y.mul(record(layer, "w")).sum().backward();
        inputs.forEach((name, input) ->
                assertClose(layer + " " + name, input.gradient().value(), record(layer, "first/" + name)));
        x.gradient().mul(record(layer, "v")).sum().backward();
        inputs.forEach((name, input) -> assertClose(
                layer + " " + name + ", second", input.gradient().value(), record(layer, "second/" + name)));
    }

    @Test
    void activationFunctionsComputeAsPyTorch() {
        assertAsPyTorch("gelu", Map.of(), Variable::gelu);
        assertAsPyTorch("erf", Map.of(), Variable::erf);
    }

    @Test
    void layerNormComputesAsPyTorch() {
        LayerNorm norm = new LayerNorm(6);
        assertAsPyTorch("norm", norm.parameters(), norm::forward);
    }

    @Test
    void attentionComputesAsPyTorch() {
        Attention attention = new Attention(6, 2, new RandomState(0));
        assertAsPyTorch("attention", attention.parameters(), attention::forward);
        Variable x = Variable.constant(record("attention", "x"));
        assertClose("weights", attention.weights(x).value(), record("attention", "weights"));
    }

    /** What comes later may be NaN, and changes no bit of what comes before. */
    @Test
    void aPositionOfAttentionTakesNothingFromLaterOnes() {
        Attention attention = new Attention(4, 2, new RandomState(0), DType.FLOAT32);
        NDArray x = new RandomState(1).randn(2, 5, 4).astype(DType.FLOAT32);
        NDArray changed = x.copy();
        changed.at(Index.all(), Index.from(3)).set(1000);
        Index[] before = {Index.all(), Index.to(3)};
        assertThat(attention.predict(changed).get(before))
                .isEqualTo(attention.predict(x).get(before));
        assertThat(attention.predict(changed)).isNotEqualTo(attention.predict(x));
    }

    @Test
    void aFullCacheOfAttentionTakesNoMore() {
        Attention attention = new Attention(4, 2, new RandomState(0));
        Attention.Cache cache = attention.cache(1, 1);
        Variable x = Variable.constant(NDArray.ones(1, 1, 4));
        attention.next(x, cache);
        assertThatThrownBy(() -> attention.next(x, cache))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 1 is out of bounds for axis 2 with size 1");
    }

    @Test
    void attentionAndLayerNormArriveAsTheyWere() throws Exception {
        NDArray x = new RandomState(1).randn(2, 3, 4);
        Attention attention = new Attention(4, 4, new RandomState(0));
        assertThat(Journey.of(attention).predict(x)).isEqualTo(attention.predict(x));
        LayerNorm norm = new LayerNorm(4);
        assertThat(Journey.of(norm).predict(x)).isEqualTo(norm.predict(x));
    }

    @Test
    void attentionAndLayerNormHaveTextsAndRefuse() {
        RandomState random = new RandomState(0);
        assertThat(new LayerNorm(3, DType.FLOAT32)).hasToString("LayerNorm(3)");
        assertThat(new Attention(4, 2, random)).hasToString("Attention(4, 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attention(4, 3, random))
                .withMessage("3 heads cannot share 4 elements evenly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attention(4, 0, random))
                .withMessage("0 heads cannot share 4 elements evenly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerNorm(3, DType.INT64))
                .withMessage("a model computes in float32 or float64, not int64");
    }
}
