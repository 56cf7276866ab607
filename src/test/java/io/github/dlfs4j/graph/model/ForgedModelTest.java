package io.github.dlfs4j.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamConstants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models from streams that lack a part, or have null in the place of something. */
class ForgedModelTest {
    private static final int REFERENCE_LENGTH = 5;

    /** A model and what it predicts for. */
    private record Kind(ReadyModel model, NDArray x) {
        @Override
        public String toString() {
            return model.toString();
        }
    }

    static List<Kind> kinds() {
        RandomState random = new RandomState(4);
        return List.of(
                new Kind(new Linear(2, 3, random), NDArray.ones(1, 2)),
                new Kind(new RNN(2, 2, random), NDArray.ones(1, 2)),
                new Kind(new LSTM(2, 2, random), NDArray.ones(1, 2)),
                new Kind(new Conv2d(1, 2, 3, 1, 0, random), NDArray.ones(1, 1, 4, 4)),
                new Kind(new BatchNorm(2), NDArray.ones(3, 2)),
                new Kind(new LayerNorm(2), NDArray.ones(3, 2)),
                new Kind(new Attention(4, 2, random), NDArray.ones(1, 3, 4)),
                new Kind(new Embedding(3, 2, random), NDArray.of(1, 2)),
                new Kind(new MLP(new int[] {2, 3, 2}, Variable::relu, random), NDArray.ones(1, 2)));
    }

    @Test
    void forgedModelsAreOfEveryClassOfThePackage() throws Exception {
        assertThat(kinds())
                .<Class<?>>extracting(kind -> kind.model().getClass())
                .containsAll(Journey.kinds(Model.class));
    }

    private static Map<String, Object> parts(ReadyModel model) {
        Map<String, Object> parts = new LinkedHashMap<>(model.registered());
        parts.putAll(model.options());
        return parts;
    }

    /** A Linear may have no bias, and an MLP may end a layer earlier. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aModelThatLacksAPartIsRefused(Kind kind) throws Exception {
        for (String name : parts(kind.model()).keySet()) {
            Map<String, Object> others = parts(kind.model());
            others.remove(name);
            if (kind.model() instanceof Linear ? name.equals("b") : name.equals("l1")) {
                continue;
            }
            byte[] stream = Journey.beginning(new SerializedForm(kind.model().getClass(), null).with(others));
            assertThatThrownBy(() -> Journey.end(stream))
                    .as(name)
                    .isInstanceOf(InvalidObjectException.class)
                    .hasMessageNotContaining("because");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aModelThatHasNullForAPartIsRefused(Kind kind) throws Exception {
        for (String name : parts(kind.model()).keySet()) {
            Map<String, Object> others = parts(kind.model());
            others.put(name, null);
            byte[] stream = Journey.beginning(new SerializedForm(kind.model().getClass(), null).with(others));
            assertThatThrownBy(() -> Journey.end(stream)).as(name).isInstanceOf(InvalidObjectException.class);
        }
    }

    /** The stream with null in the place of each reference, one after the other. */
    private static List<byte[]> forged(Model model) throws IOException {
        byte[] stream = Journey.beginning(model);
        List<byte[]> forged = new ArrayList<>();
        for (int at = 0; at + REFERENCE_LENGTH <= stream.length; at++) {
            if (stream[at] == ObjectStreamConstants.TC_REFERENCE
                    && stream[at + 1] == 0
                    && stream[at + 2] == ObjectStreamConstants.baseWireHandle >>> Short.SIZE) {
                byte[] shorter = new byte[stream.length - REFERENCE_LENGTH + 1];
                System.arraycopy(stream, 0, shorter, 0, at);
                shorter[at] = ObjectStreamConstants.TC_NULL;
                System.arraycopy(stream, at + REFERENCE_LENGTH, shorter, at + 1, stream.length - at - REFERENCE_LENGTH);
                forged.add(shorter);
            }
        }
        return forged;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aForgedModelIsRefusedOrWhole(Kind kind) throws Exception {
        for (byte[] stream : forged(kind.model())) {
            Model arrived;
            try {
                arrived = (Model) Journey.end(stream);
            } catch (InvalidObjectException e) {
                assertThat(e).hasMessageNotContaining("because").message().isNotBlank();
                continue;
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                // Java's own serialisation notices that the description of a class is missing.
                assertThat(e.getStackTrace()[0].getClassName()).startsWith("java.");
                continue;
            }
            assertThat(arrived).hasToString(kind.toString());
            assertThat(arrived.predict(kind.x())).isEqualTo(kind.model().predict(kind.x()));
            kind.model().resetState();
        }
    }

    @Test
    void anEpsilonThatNoConstructorTakesIsRefused() throws Exception {
        Map<String, Object> parts = parts(new BatchNorm(2, DType.FLOAT64, 1e-5));
        BatchNorm arrived = (BatchNorm) Journey.end(Journey.beginning(form(parts)));
        assertThat(arrived.epsilon()).isEqualTo(1e-5);
        for (double epsilon : new double[] {0, -1e-5, Double.NaN, Double.POSITIVE_INFINITY}) {
            parts.put("epsilon", NDArray.scalar(epsilon));
            byte[] stream = Journey.beginning(form(parts));
            assertThatThrownBy(() -> Journey.end(stream))
                    .isInstanceOf(InvalidObjectException.class)
                    .hasMessage("the epsilon of BatchNorm must be above 0 and finite, but is " + epsilon);
        }
    }

    private static SerializedForm form(Map<String, Object> parts) {
        return new SerializedForm(BatchNorm.class, null).with(parts);
    }

    @Test
    void theMessageNamesThePartThatAModelLacks() throws Exception {
        byte[] stream =
                Journey.beginning(new SerializedForm(Linear.class, null).with("b", Variable.of(NDArray.ones(3))));
        assertThatThrownBy(() -> Journey.end(stream))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("W of this Linear is missing or another one");
    }
}
