package io.github.dlfs4j.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamConstants;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models from streams whose fields are null. A field refers to what the model has registered before. */
class ForgedModelTest {
    private static final int REFERENCE_LENGTH = 5;

    /** A model, what it predicts for, and how many of its fields refer to what it has registered. */
    private record Kind(Model model, NDArray x, int fields) {
        @Override
        public String toString() {
            return model.toString();
        }
    }

    static List<Kind> kinds() {
        RandomState random = new RandomState(4);
        return List.of(
                new Kind(new Linear(2, 3, random), NDArray.ones(1, 2), 2),
                new Kind(new RNN(2, 2, random), NDArray.ones(1, 2), 2),
                new Kind(new LSTM(2, 2, random), NDArray.ones(1, 2), 0),
                new Kind(new Conv2d(1, 2, 3, 1, 0, random), NDArray.ones(1, 1, 4, 4), 2),
                new Kind(new BatchNorm(2), NDArray.ones(3, 2), 4),
                new Kind(new Embedding(3, 2, random), NDArray.of(1, 2), 1),
                new Kind(new MLP(new int[] {2, 3, 2}, Variable::relu, random), NDArray.ones(1, 2), 0));
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
    void aModelIsRefusedOrWhole(Kind kind) throws Exception {
        int named = 0;
        for (byte[] stream : forged(kind.model())) {
            Model arrived;
            try {
                arrived = (Model) Journey.end(stream);
            } catch (InvalidObjectException e) {
                assertThat(e).hasMessageNotContaining("because").message().isNotBlank();
                named += e.getMessage().endsWith("is missing or another one") ? 1 : 0;
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
        assertThat(named).isGreaterThanOrEqualTo(kind.fields());
    }

    @Test
    void theMessageNamesWhatIsMissing() throws Exception {
        List<byte[]> forged = forged(new Linear(2, 3, new RandomState(4)));
        assertThatThrownBy(() -> Journey.end(forged.get(forged.size() - 1)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("W of this Linear is missing or another one");
        assertThatThrownBy(() -> Journey.end(forged.get(forged.size() - 2)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("b of this Linear is missing or another one");
    }
}
