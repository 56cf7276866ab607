package io.github.dlfs4j.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.SGD;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {
    /** Multiplies by a factor, and counts the batches that it has seen in training. */
    private static final class Scale extends Model {
        private static final long serialVersionUID = 1;

        private final Variable factor = parameter("factor", NDArray.of(2.0));
        private final NDArray batches = statistic("batches", NDArray.zeros(1));

        @Override
        public Variable forward(Variable x) {
            if (Mode.isTraining()) {
                batches.addi(1);
            }
            return x.mul(factor);
        }
    }

    private static final class Net extends Model {
        private static final long serialVersionUID = 1;

        private final Variable shift = parameter("shift", NDArray.of(1.0));
        private final Linear linear;
        private final Scale scale;

        Net(Linear linear, Scale scale) {
            this.linear = part("linear", linear);
            this.scale = part("scale", scale);
        }

        @Override
        public Variable forward(Variable x) {
            return scale.forward(linear.forward(x)).add(shift);
        }
    }

    private static Net net() {
        return new Net(new Linear(NDArray.of(new double[][] {{1}, {10}}), NDArray.of(100.0)), new Scale());
    }

    private static final NDArray X = NDArray.of(new double[][] {{1, 2}, {3, 4}});

    @Test
    void aModelHasItsOwnParametersAndThoseOfItsParts() {
        Net net = net();
        assertThat(net.parameters().keySet()).containsExactly("shift", "linear/W", "linear/b", "scale/factor");
        assertThat(net.parameters().get("scale/factor")).isSameAs(net.scale.factor);
        assertThat(net.values().get("scale/factor")).isSameAs(net.scale.factor.value());
        assertThat(net.statistics()).containsOnlyKeys("scale/batches");
        assertThatThrownBy(() -> net.parameters().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(net).hasToString("Net");
    }

    @Test
    void aModelSaysThatItHasComputedNothing() {
        Model nothing = new Model() {
            private static final long serialVersionUID = 1;

            @Override
            public Variable forward(Variable x) {
                return null;
            }

            @Override
            public String toString() {
                return "Nothing";
            }
        };
        VariableNetwork network = new VariableNetwork(nothing, Loss.meanSquaredError());
        VariableNetwork lossless = new VariableNetwork(net(), (outputs, targets) -> null);
        assertThatThrownBy(() -> nothing.predict(X))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nothing has computed no variable");
        assertThatThrownBy(() -> network.gradient(X, X))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nothing has computed no variable");
        assertThatThrownBy(() -> lossless.loss(X, X))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a loss of its own has computed no variable");
    }

    @Test
    void aModelNamesTheGeneratorThatIsMissing() {
        assertThatThrownBy(() -> new Linear(3, 2, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("random");
    }

    @Test
    void aModelNamesItsParametersAsThePathToThem() {
        Net net = net();
        Model whole = new Model() {
            private static final long serialVersionUID = 1;

            private final Net inner = part("inner", net);

            @Override
            public Variable forward(Variable x) {
                return inner.forward(x);
            }
        };
        assertThat(net.linear.parameters().get("W").name()).isEqualTo("inner/linear/W");
        assertThat(Graph.of(whole.forward(Variable.constant(X))).toString()).contains("inner/scale/factor");
        assertThatThrownBy(whole::gradients)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("inner/shift has no gradient: no backward of a result that depends on it came before");
    }

    @Test
    void aModelLearnsByItsGradients() {
        Net net = net();
        Variable first = net.forward(Variable.constant(X)).sum();
        first.backward();
        assertThat(net.gradients().get("scale/factor")).hasToString("[264.]");
        assertThat(net.gradients().get("linear/W")).hasToString("[[ 8.]\n [12.]]");
        new SGD(0.5).update(net.values(), net.gradients());
        assertThat(net.scale.factor).hasToString("[-130.]");
        assertThat(net.predict(X)).isNotEqualTo(net().predict(X));
        net.forward(Variable.constant(X)).mean().backward();
        assertThat(net.gradients().get("shift")).hasToString("[1.]");
        net.clearGradients();
        assertThatThrownBy(net::gradients).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aModelPredictsAsInATestAndWithoutAGraph() {
        Net net = net();
        assertThat(net.predict(X)).hasToString("[[243.]\n [287.]]");
        assertThat(net.statistics().get("scale/batches")).hasToString("[0.]");
        assertThat(Graph.of(net.forward(Variable.constant(X))).toString()).contains("scale/factor");
        assertThat(net.statistics().get("scale/batches")).hasToString("[1.]");
    }

    @Test
    void aModelHasTheParametersOfAPartInTwoPlacesOnce() {
        Linear shared = new Linear(2, 2, new RandomState(0));
        Model twice = new Model() {
            private static final long serialVersionUID = 1;

            private final Linear first = part("first", shared);
            private final Linear second = part("second", shared);

            @Override
            public Variable forward(Variable x) {
                return second.forward(first.forward(x));
            }
        };
        assertThat(twice.parameters().keySet()).containsExactly("first/W", "first/b");
        assertThat(shared.parameters().get("W").name()).isEqualTo("first/W");
        assertThat(twice.predict(X)).isEqualTo(shared.predict(shared.predict(X)));
    }

    @Test
    void aModelRefusesANameTwice() {
        assertThatThrownBy(() -> new Scale().parameter("factor", NDArray.ones(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has a factor already");
        assertThatThrownBy(() -> net().part("linear", new Scale()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has a linear already");
        assertThatThrownBy(() -> net().statistic("linear/W", NDArray.ones(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has a linear/W already");
        assertThatThrownBy(() -> {
                    Scale scale = new Scale();
                    scale.parameter("part/W", NDArray.ones(1));
                    scale.part("part", new Linear(1, 1, new RandomState(0)));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has a part/W already");
        assertThatThrownBy(() -> new Scale().part(" ", new Scale()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a name in a model must not be empty");
    }

    @Test
    void aModelRefusesParametersThatCannotLearn() {
        assertThatThrownBy(() -> new Scale().parameter("count", NDArray.of(1)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "a variable needs an array of float64 or float32, not int64; use astype first, or constant");
        assertThatThrownBy(() -> new Linear(2, 3, new RandomState(0), DType.INT64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a model computes in float32 or float64, not int64");
    }

    @Test
    void aModelArrivesWithItsParametersAndStatistics() throws Exception {
        Net net = net();
        net.forward(Variable.constant(X)).sum().backward();
        Net arrived = Journey.of(net);
        assertThat(arrived.values()).isEqualTo(net.values());
        assertThat(arrived.statistics()).isEqualTo(net.statistics());
        assertThat(arrived.parameters().get("scale/factor")).isSameAs(arrived.scale.factor);
        assertThat(arrived.scale.factor.name()).isEqualTo("scale/factor");
        arrived.forward(Variable.constant(X)).sum().backward();
        assertThat(arrived.gradients()).isEqualTo(net.gradients());
    }

    @Test
    void aModelOfFloat32ComputesInFloat32() {
        for (Model model : new Model[] {
            new MLP(new int[] {2, 3, 2}, Variable::tanh, new RandomState(0), DType.FLOAT32),
            new RNN(2, 2, new RandomState(0), DType.FLOAT32),
            new LSTM(2, 2, new RandomState(0), DType.FLOAT32)
        }) {
            NDArray x = X.astype(DType.FLOAT32);
            model.forward(Variable.constant(x));
            Variable y = model.forward(Variable.constant(x));
            y.sum().backward();
            assertThat(y.value().dtype()).isEqualTo(DType.FLOAT32);
            Map<String, NDArray> gradients = model.gradients();
            assertThat(gradients)
                    .isNotEmpty()
                    .allSatisfy((name, gradient) -> assertThat(gradient.dtype()).isEqualTo(DType.FLOAT32));
        }
    }

    @Test
    void aModelDrawsTheSameWeightsInBothDtypes() {
        NDArray wide = new Linear(5, 4, new RandomState(3)).values().get("W");
        NDArray narrow =
                new Linear(5, 4, new RandomState(3), DType.FLOAT32).values().get("W");
        assertThat(narrow).isEqualTo(wide.astype(DType.FLOAT32));
        assertThat(wide).isEqualTo(new RandomState(3).randn(5, 4).mul(Math.sqrt(1.0 / 5)));
    }
}
