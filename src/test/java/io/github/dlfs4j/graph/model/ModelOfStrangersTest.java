package io.github.dlfs4j.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import java.io.InvalidObjectException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that no constructor makes are forged here from the inside, and refused where they arrive. */
class ModelOfStrangersTest {
    private static final RandomState RANDOM = new RandomState(5);

    /** Puts an array in the place of another, in the field and under the name. */
    private static <M extends Model> M with(M model, String name, String field, Object forged) throws Exception {
        map(model, forged instanceof NDArray ? "ownStatistics" : forged instanceof Variable ? "ownParameters" : "parts")
                .put(name, forged);
        return field.isEmpty() ? model : set(model, field, forged);
    }

    private static <M extends Model> M with(M model, String name, String field, NDArray array, boolean isStatistic)
            throws Exception {
        return with(model, name, field, isStatistic ? array : Variable.of(array));
    }

    private static <M extends Model> M set(M model, String field, Object value) throws Exception {
        Field found = model.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(model, value);
        return model;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Model model, String field) throws Exception {
        Field found = Model.class.getDeclaredField(field);
        found.setAccessible(true);
        return (Map<String, Object>) found.get(model);
    }

    static Stream<Arguments> forgeries() throws Exception {
        return Stream.of(
                Arguments.of(
                        with(new BatchNorm(2), "gamma", "gamma", NDArray.ones(2, 3), false),
                        "gamma must be float64 of shape (2,), not float64 of shape (2, 3)"),
                Arguments.of(
                        with(new BatchNorm(2), "beta", "beta", NDArray.ones(DType.FLOAT32, 2), false),
                        "beta must be float64 of shape (2,), not float32 of shape (2,)"),
                Arguments.of(
                        with(new BatchNorm(2), "runningMean", "runningMean", NDArray.of(1, 2), true),
                        "runningMean must be float64 of shape (2,), not int64 of shape (2,)"),
                Arguments.of(
                        with(new BatchNorm(2), "runningVariance", "runningVariance", NDArray.of(1.0, -1.0), true),
                        "runningVariance must not be negative"),
                Arguments.of(
                        with(new BatchNorm(2), "beta", "beta", Variable.constant(NDArray.of(1.0, 2.0))),
                        "beta is a constant, which cannot learn"),
                Arguments.of(
                        with(new BatchNorm(2), "delta", "", NDArray.ones(2), false),
                        "delta of this BatchNorm is missing or another one"),
                Arguments.of(
                        with(conv(), "b", "bias", NDArray.ones(3), false),
                        "b must be float64 of shape (2,), not float64 of shape (3,)"),
                Arguments.of(
                        with(conv(), "W", "filters", NDArray.ones(2, 1, 0, 0), false),
                        "a window needs a positive size and stride and no negative padding, not 0x0, stride 1, padding"
                                + " 0"),
                Arguments.of(
                        with(conv(), "W", "filters", NDArray.ones(2, 1, 3, 2), false),
                        "W must be float64 of shape (2, 1, 3, 3), not float64 of shape (2, 1, 3, 2)"),
                Arguments.of(
                        with(conv(), "W", "filters", NDArray.ones(2, 9), false),
                        "W must be filters, not of shape (2, 9)"),
                Arguments.of(
                        set(conv(), "stride", 0),
                        "a window needs a positive size and stride and no negative padding, not 3x3, stride 0, padding"
                                + " 0"),
                Arguments.of(
                        set(conv(), "padding", -5),
                        "a window needs a positive size and stride and no negative padding, not 3x3, stride 1, padding"
                                + " -5"),
                Arguments.of(
                        with(new Linear(2, 3, RANDOM), "b", "bias", NDArray.ones(2), false),
                        "b must have the shape (3,), not (2,)"),
                Arguments.of(
                        with(new Linear(2, 3, RANDOM), "c", "", new BatchNorm(2)),
                        "c of this Linear is missing or another one"),
                Arguments.of(
                        with(new Embedding(2, 3, RANDOM), "W", "rows", NDArray.ones(2), false),
                        "W must be a matrix, not of shape (2,)"),
                Arguments.of(
                        with(
                                new Embedding(2, 3, RANDOM),
                                "W",
                                "rows",
                                Variable.constant(NDArray.ones(DType.INT64, 2, 3))),
                        "W is a constant, which cannot learn"),
                Arguments.of(
                        with(
                                new RNN(2, 3, RANDOM),
                                "h2h",
                                "fromState",
                                Linear.withoutBias(4, 3, RANDOM, DType.FLOAT64)),
                        "h2h/W must be float64 of shape (3, 3), not float64 of shape (4, 3)"),
                Arguments.of(
                        with(new RNN(2, 3, RANDOM), "h2h", "fromState", new Linear(3, 3, RANDOM)),
                        "h2h/b is no part of this RNN"),
                Arguments.of(
                        with(new RNN(2, 3, RANDOM), "x2h", "fromInput", new Linear(2, 3, RANDOM, DType.FLOAT32)),
                        "h2h/W must be float32 of shape (3, 3), not float64 of shape (3, 3)"),
                Arguments.of(
                        with(new LSTM(2, 3, RANDOM), "x2o", "", new Linear(2, 2, RANDOM)),
                        "x2o/W must be float64 of shape (2, 3), not float64 of shape (2, 2)"),
                Arguments.of(
                        with(new LSTM(2, 3, RANDOM), "x2o", "", Linear.withoutBias(2, 3, RANDOM, DType.FLOAT64)),
                        "x2o/b is missing from this LSTM"),
                Arguments.of(
                        with(new LSTM(2, 3, RANDOM), "x2o", "", new Embedding(2, 3, RANDOM)),
                        "x2o/W is missing from this LSTM"),
                Arguments.of(
                        with(new LSTM(2, 3, RANDOM), "x2z", "", new Linear(2, 3, RANDOM)),
                        "x2z/W is no part of this LSTM"),
                Arguments.of(
                        with(mlp(), "l1", "", new Linear(4, 2, RANDOM)),
                        "l1/W must be float64 of shape (3, 2), not float64 of shape (4, 2)"),
                Arguments.of(with(mlp(), "l1", "", new BatchNorm(2)), "l1 of this MLP is missing or another one"),
                Arguments.of(
                        with(mlp(), "l3", "", new Linear(2, 2, RANDOM)),
                        "a part of the serialised form is missing or of another kind"),
                Arguments.of(
                        with(new Own(), "runningVarianceOfMine", "", NDArray.of(-1.0)),
                        "runningVarianceOfMine must not be negative"),
                Arguments.of(with(new Own(), "p/W", "", NDArray.ones(2), false), "this model has a p/W already"),
                Arguments.of(with(new Own(), " ", "", NDArray.ones(2)), "a name in a model must not be empty"));
    }

    private static Conv2d conv() {
        return new Conv2d(1, 2, 3, 1, 0, RANDOM);
    }

    private static MLP mlp() {
        return new MLP(new int[] {2, 3, 2}, Variable::relu, RANDOM);
    }

    /** A model of a user. */
    private static final class Own extends Model {
        private static final long serialVersionUID = 1;

        Own() {
            part("p", new Linear(2, 2, RANDOM));
        }

        @Override
        public Variable forward(Variable x) {
            return x;
        }
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aModelThatNoConstructorMakesIsRefused(Model forged, String message) throws Exception {
        byte[] stream = Journey.beginning(forged);
        assertThatThrownBy(() -> Journey.end(stream))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Linear.class, Conv2d.class, BatchNorm.class, Embedding.class, RNN.class, LSTM.class, Own.class})
    void aModelWithoutItsSerialisedFormIsRefused(Class<? extends Model> type) {
        assertThatThrownBy(() -> Journey.end(Journey.crafted(type)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(type.getSimpleName() + " can be read only from its serialised form");
    }

    /** Training that has diverged leaves NaN, and constructors take parameters of two dtypes. */
    @Test
    void aModelThatAConstructorMakesArrives() throws Exception {
        Linear mixed = new Linear(NDArray.of(new double[][] {{1, 2}}), NDArray.ones(DType.FLOAT32, 2));
        BatchNorm diverged = with(new BatchNorm(1), "runningVariance", "runningVariance", NDArray.of(Double.NaN), true);
        List<Model> models = List.of(
                mixed,
                diverged,
                new Linear(0, 2, RANDOM),
                new Conv2d(3, 2, 5, 2, 1, RANDOM, DType.FLOAT32),
                new BatchNorm(3, DType.FLOAT32),
                new BatchNorm(3, DType.FLOAT64, 1e-5),
                new Embedding(2, 3, RANDOM),
                new RNN(3, 2, RANDOM, DType.FLOAT32),
                new LSTM(3, 2, RANDOM, DType.FLOAT32),
                new MLP(new int[] {4, 3, 3, 2}, Variable::relu, RANDOM),
                new Own());
        for (Model model : models) {
            Model arrived = Journey.of(model);
            assertThat(arrived).hasToString(model.toString());
            assertThat(List.copyOf(arrived.values().keySet()))
                    .isEqualTo(List.copyOf(model.values().keySet()));
            assertThat(arrived.values().toString()).isEqualTo(model.values().toString());
            assertThat(arrived.statistics().toString())
                    .isEqualTo(model.statistics().toString());
        }
    }

    /** A model of a user that uses one array twice. */
    private static final class Tied extends Model {
        private static final long serialVersionUID = 1;

        private final Variable a;
        private final Variable b;

        Tied(NDArray array) {
            a = parameter("a", array);
            b = parameter("b", array);
        }

        @Override
        public Variable forward(Variable x) {
            return x.dot(a).dot(b);
        }
    }

    /** Training changes the array by both gradients, whose sum is that of its elements. */
    @Test
    void anArrayUnderTwoNamesArrivesAsOne() throws Exception {
        Tied arrived = Journey.of(new Tied(NDArray.of(new double[][] {{1, 2}, {3, 4}})));
        NDArray array = arrived.values().get("a");
        assertThat(arrived.values().get("b")).isSameAs(array);

        arrived.forward(Variable.constant(NDArray.ones(1, 2))).sum().backward();
        new SGD(0.5).update(arrived.values(), arrived.gradients());

        // The gradients are [[3 7] [3 7]] and [[4 4] [6 6]].
        assertThat(array).isEqualTo(NDArray.of(new double[][] {{-2.5, -3.5}, {-1.5, -2.5}}));
    }
}
