package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.graph.model.MLP;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.SimpleNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads serialised objects through the filter that the page about files recommends. */
class StreamsOfStrangersTest {
    private static final String FILTER = "maxdepth=10;maxarray=0;io.github.dlfs4j.**;!*";
    private static final String FOR_FUNCTIONS =
            FILTER.replace("!*", "java.lang.invoke.SerializedLambda;java.lang.Object;!*");

    private static Object read(byte... serialised) throws IOException, ClassNotFoundException {
        return Journey.filtered(FILTER, serialised);
    }

    static List<Object> kinds() {
        RandomState random = new RandomState(27);
        Map<String, NDArray> weights = new LinkedHashMap<>();
        for (int i = 1; i <= 3; i++) {
            weights.put("W" + i, random.randn(2, 2));
            weights.put("b" + i, random.randn(2));
        }
        Network network =
                MultiLayerNet.ofSizes(3, 4, 2).batchNormalization().dropout(0.3).build(random);
        Adam adam = new Adam(0.1);
        adam.update(network.parameters(), network.parameters());
        return List.of(
                random.randn(2, 3),
                NDArray.arange(100).astype(DType.UINT8),
                random,
                Variable.of("x", random.randn(2)),
                new Relu(),
                new Dropout(0.5, random),
                new Affine(random.randn(2, 3), NDArray.zeros(3)),
                new BatchNormalization(NDArray.ones(2), NDArray.zeros(2)),
                new SoftmaxWithLoss(),
                new IdentityWithLoss(),
                network,
                new TwoLayerNet(3, 4, 2, random),
                new SimpleNet(random.randn(2, 3)),
                SimpleConvNet.ofImages(1, 4, 4)
                        .filters(1, 3)
                        .hidden(2)
                        .classes(2)
                        .build(random),
                new ThreeLayerNet(weights),
                new Linear(2, 3, random),
                new BatchNorm(3),
                new Conv2d(1, 2, 3, 1, 0, random),
                new Embedding(3, 2, random),
                new RNN(2, 2, random),
                new LSTM(2, 2, random),
                new VariableNetwork(new Nested(new Nested(new Linear(2, 3, random))), Loss.softmaxWithLoss()),
                new VariableNetwork(new Linear(2, 1, random), Loss.meanSquaredError()),
                adam,
                new SGD(0.1),
                new Momentum(0.1),
                new Nesterov(0.1),
                new AdaGrad(0.1),
                new RMSProp(0.1),
                Dataset.of(random.randn(4, 2), NDArray.arange(4)),
                new Checkpoint(3, "a test", network.state(), "Adam", adam.state(), Map.of()));
    }

    /** A model of a user, with a part. */
    private static final class Nested extends Model {
        private static final long serialVersionUID = 1;
        private final Model inner;

        Nested(Model inner) {
            this.inner = part("inner", inner);
        }

        @Override
        public Variable forward(Variable x) {
            return inner.forward(x);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void allKindsOfObjectsPassTheFilterOfThePage(Object object) throws Exception {
        assertThat(Files.readString(Path.of("src", "docs", "files.md"))).contains("\n" + FILTER + "\n");
        byte[] serialised = Journey.beginning(object);
        assertThat(read(serialised)).hasSameClassAs(object);
    }

    @Test
    void modelsWithFunctionsNeedAWiderFilter() throws Exception {
        byte[] serialised = Journey.beginning(new MLP(new int[] {2, 3, 2}, Variable::relu, new RandomState(0)));
        assertThatThrownBy(() -> read(serialised)).isInstanceOf(InvalidClassException.class);
        MLP arrived = (MLP) Journey.filtered(FOR_FUNCTIONS, serialised);
        assertThat(arrived.predict(NDArray.ones(1, 2)).shape()).hasToString("(1, 2)");
    }

    private static void assertRejected(byte... serialised) {
        assertThatThrownBy(() -> read(serialised))
                .isInstanceOf(InvalidClassException.class)
                .hasMessage("filter status: REJECTED");
    }

    /** Each level doubles the time that the hash code of the whole takes. */
    @Test
    void theFilterRejectsNestedSets() throws Exception {
        Set<Object> outer = new HashSet<>();
        Set<Object> left = outer;
        Set<Object> right = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            Set<Object> first = new HashSet<>(Set.of("first"));
            Set<Object> second = new HashSet<>();
            left.add(first);
            left.add(second);
            right.add(first);
            right.add(second);
            left = first;
            right = second;
        }
        assertRejected(Journey.beginning(outer));
    }

    /** The map asks the URL for its hash code, which looks up the address of the host. */
    @Test
    void theFilterRejectsAMapWithAUrl() throws Exception {
        Map<Object, Object> map = new HashMap<>();
        byte[] serialised = Journey.beginning(new Serializable[] {new URL("http://localhost"), (Serializable) map});
        assertRejected(serialised);
        map.put(1L, "one");
        assertRejected(Journey.beginning(map));
    }

    @Test
    void theFilterRejectsAnArrayOfAClaimedLength() throws Exception {
        byte[] serialised = Journey.beginning(new long[] {1});
        int length = serialised.length - Long.BYTES - Integer.BYTES;
        ByteBuffer.wrap(serialised).putInt(length, 250_000_000);
        assertRejected(serialised);
    }

    /** A form has many small arrays, none of which takes more memory than its bytes. */
    @Test
    void aClaimedNumberOfPartsTakesNoMemory() throws Exception {
        byte[] serialised = Journey.beginning(new SimpleNet(NDArray.ones(2, 3)));
        byte[] one = ByteBuffer.allocate(Integer.BYTES).putInt(1).array();
        int count = 0;
        while (!Arrays.equals(one, Arrays.copyOfRange(serialised, count, count + one.length))
                || serialised[count + one.length + 2] != 'W') {
            count++;
        }
        ByteBuffer.wrap(serialised).putInt(count, Integer.MAX_VALUE);
        assertThatThrownBy(() -> read(serialised)).isInstanceOf(IOException.class);
        assertThat(Usage.of(() -> read(serialised)).bytes()).isLessThan(1 << 18);
    }

    /** A stranger may name any class that the filter lets through. */
    @ParameterizedTest
    @ValueSource(classes = {Journey.class, Network.class, Enum.class, Object.class, SerializedForm.class})
    void aSerialisedFormOfAClassThatHasNoneIsRefused(Class<?> type) throws Exception {
        byte[] serialised = Journey.beginning(new SerializedForm(type, null));
        assertThatThrownBy(() -> Journey.end(serialised))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(type.getSimpleName() + " has no serialised form");
    }

    @Test
    void aSerialisedFormOfAnotherClassThanItNamesIsRefused() throws Exception {
        byte[] serialised = Journey.beginning(new SerializedForm(Dropout.class, "Relu"));
        assertThatThrownBy(() -> read(serialised))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("a part of the serialised form is missing or of another kind");
    }

    @Test
    void aSerialisedFormWithoutAPartIsRefused() throws Exception {
        byte[] serialised = Journey.beginning(new SerializedForm(SimpleNet.class, null).with("W", null));
        assertThatThrownBy(() -> read(serialised))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("W of this SimpleNet is missing or another one");
        byte[] empty = Journey.beginning(new SerializedForm(null, null));
        assertThatThrownBy(() -> read(empty))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("a part of the serialised form is missing or of another kind");
    }

    @Test
    void aLongNameOfAPartIsCutInTheMessage() throws Exception {
        SerializedForm form = new SerializedForm(Linear.class, null).with("W", NDArray.ones(2, 3));
        byte[] serialised = Journey.beginning(form.with("\u202e" + "n".repeat(60_000), NDArray.ones(2, 3)));
        byte[] line = Journey.beginning(new SerializedForm(Relu.class, "l".repeat(100_000)));
        for (byte[] each : List.of(serialised, line)) {
            assertThatThrownBy(() -> read(each))
                    .isInstanceOf(InvalidObjectException.class)
                    .satisfies(e -> assertThat(e.getMessage())
                            .hasSizeLessThanOrEqualTo(300)
                            .matches("\\P{Cf}+"));
        }
    }

    /** A damaged stream could name one that is not there, and Java quotes all of its name. */
    @ParameterizedTest
    @MethodSource("kinds")
    void noObjectOfOursTravelsWithAConstantOfAnEnum(Object object) throws Exception {
        assertThat(new String(Journey.beginning(object), StandardCharsets.ISO_8859_1))
                .doesNotContain("java.lang.Enum");
    }

    @Test
    void aSerialisedFormWithMorePartsThanItsObjectIsRefused() throws Exception {
        SerializedForm form = new SerializedForm(SimpleNet.class, null).with("W", NDArray.ones(2, 3));
        byte[] serialised = Journey.beginning(form.with("W2", NDArray.ones(2, 3)));
        assertThatThrownBy(() -> read(serialised))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("W2 of this SimpleNet is missing or another one");
    }
}
