package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

/** Operations of one's own. */
class OperationTest {
    private final Variable a = Variable.of("a", NDArray.of(1.0, 2.0, 3.0));
    private final Variable b = Variable.of("b", 2);

    @Test
    void anOwnOperationHasDerivativesOfAnyOrder() {
        Operation cube = Operation.unary(
                "cube", x -> x.pow(3), (dout, x, y) -> dout.mul(x).mul(x).mul(3));
        Variable y = a.apply(cube);
        assertThat(Graph.of(y).nodes()).extracting(Graph.Node::symbol).containsExactly("cube");
        y.sum().backward();
        Variable first = a.gradient();
        assertThat(first).hasToString("[ 3. 12. 27.]");
        first.sum().backward();
        assertThat(a.gradient()).hasToString("[ 6. 12. 18.]");
    }

    @Test
    void anOwnOperationAddsUpWhatWasBroadcast() {
        Operation product = Operation.binary(
                "product", NDArray::mul, (dout, x, y, out) -> dout.mul(y), (dout, x, y, out) -> dout.mul(x));
        product.apply(a, b).sum().backward();
        assertThat(a.gradient()).hasToString("[2. 2. 2.]");
        assertThat(b.gradient()).hasToString("6.0");
    }

    @Test
    void anOwnOperationMayHaveAnyNumberOfInputs() {
        Operation sum = new Operation(
                "sum of three",
                inputs -> inputs[0].add(inputs[1]).add(inputs[2]),
                (input, dout, inputs, y) -> dout.mul(input + 1));
        sum.apply(a, a, Variable.constant(NDArray.ones(3))).sum().backward();
        assertThat(a.gradient()).hasToString("[3. 3. 3.]");
    }

    @Test
    void anOwnOperationRefusesAnotherNumberOfInputs() {
        Operation same = Operation.unary("same", x -> x, (dout, x, y) -> dout);
        assertThatThrownBy(() -> same.apply(a, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("same takes 1 variable, not 2");
        Operation sum = Operation.binary("sum", NDArray::add, (dout, x, y, out) -> dout, (dout, x, y, out) -> dout);
        assertThatThrownBy(() -> sum.apply(a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sum takes 2 variables, not 1");
    }

    @Test
    void anOwnOperationMayPassOnTheGradientItself() {
        Operation same = Operation.unary("same", x -> x, (dout, x, y) -> dout);
        Variable y = a.apply(same);
        Variable z = y.apply(same);
        z.backward(NDArray.ones(3));
        a.gradient().value().muli(5);
        y.gradient().value().muli(7);
        assertThat(a.gradient()).hasToString("[5. 5. 5.]");
        assertThat(y.gradient()).hasToString("[7. 7. 7.]");
        assertThat(z.gradient()).hasToString("[1. 1. 1.]");
    }

    @Test
    void anOwnOperationMustHaveAnOutput() {
        assertThatThrownBy(() -> a.apply(Operation.unary("none", x -> null, (dout, x, y) -> dout)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("none has computed no array");
        Operation whole = Operation.unary("whole", x -> x.astype(DType.INT64), (dout, x, y) -> dout);
        assertThatThrownBy(() -> a.apply(whole))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("whole must compute an array of float64 or float32, not int64");
        assertThat(Variable.constant(a.value()).apply(whole)).hasToString("[1 2 3]");
    }

    @Test
    void anOwnOperationRefusesAGradientOfAnotherShape() {
        Variable y = a.apply(Operation.unary("total", NDArray::sum, (dout, x, out) -> dout));
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the gradient of total with respect to input 0 must have its shape (3,), not ()");
        assertThatThrownBy(a::gradient).isInstanceOf(IllegalStateException.class);
        Variable none = a.sum().apply(Operation.unary("none", x -> x, (dout, x, out) -> null));
        assertThatThrownBy(none::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the gradient of none with respect to input 0 must have its shape (), not null");
    }

    @Test
    void anOwnOperationRefusesNull() {
        assertThatThrownBy(() -> Operation.unary("f", null, (dout, x, y) -> dout))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("forward");
        assertThatThrownBy(() -> Operation.binary("f", NDArray::add, null, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("backwardToA");
        assertThatThrownBy(() -> new Operation(null, null, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("symbol");
    }
}
