package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ConvNets of chapters 7 and 8; {@link ConvNetAccuracyTest} has their accuracies. */
@BothKernels
class ConvNetTest {
    @Test
    void parametersOfConvNetsAreSavedAndLoadedAsNpz(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("parameters.npz");
        NDArray x = new RandomState(1).rand(2, 1, 28, 28);
        Sequential simple = SimpleConvNet.initial(new RandomState(0));
        Npz.write(file, simple.parameters());
        assertThat(SimpleConvNet.load(file).predict(x)).isEqualTo(simple.predict(x));
        Sequential deep = DeepConvNet.initial(new RandomState(0));
        Npz.write(file, deep.parameters());
        assertThat(DeepConvNet.load(file).predict(x)).isEqualTo(deep.predict(x));
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> SimpleConvNet.load(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("the parameters of this network");
    }

    @Test
    void aMissingParameterOfAConvNetIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleConvNet.of(Map.of("b1", NDArray.zeros(3))))
                .withMessage("parameter W1 is missing");
    }

    /** The shapes in the book's table of chapter 8: filters of 3x3, then 64 images of 4x4 for 50 neurons. */
    @Test
    void theDeepConvNetHasTheBooksShapes() {
        Map<String, NDArray> parameters =
                DeepConvNet.initial(new RandomState(0)).parameters();

        assertThat(parameters.keySet())
                .containsExactly(
                        "W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4", "W5", "b5", "W6", "b6", "W7", "b7", "W8", "b8");
        assertThat(parameters.values().stream().map(array -> array.shape().toString()))
                .containsExactly(
                        "(16, 1, 3, 3)",
                        "(16,)",
                        "(16, 16, 3, 3)",
                        "(16,)",
                        "(32, 16, 3, 3)",
                        "(32,)",
                        "(32, 32, 3, 3)",
                        "(32,)",
                        "(64, 32, 3, 3)",
                        "(64,)",
                        "(64, 64, 3, 3)",
                        "(64,)",
                        "(1024, 50)",
                        "(50,)",
                        "(50, 10)",
                        "(10,)");
    }

    /** With He's initialisation the scores of a random image neither vanish nor explode. */
    @Test
    void theDeepConvNetKeepsTheSizeOfItsInput() {
        NDArray scores = DeepConvNet.initial(new RandomState(0)).predict(new RandomState(1).randn(20, 1, 28, 28));

        assertThat(scores.std().asDouble()).isBetween(0.1, 10.0);
    }

    @Test
    void weightsOfConvNetsHaveTheirDeviation() {
        Map<String, NDArray> simple = SimpleConvNet.initial(new RandomState(0)).parameters();

        assertThat(simple.get("W1").std().asDouble()).isBetween(0.009, 0.011);
        assertThat(simple.get("W2").std().asDouble()).isBetween(0.0099, 0.0101);
        assertThat(simple.get("W3").std().asDouble()).isBetween(0.009, 0.011);
        assertThat(simple.get("b1")).isEqualTo(NDArray.zeros(30));
        assertThat(Initialization.he().deviation(50)).isEqualTo(0.2);
        assertThat(Initialization.xavier().deviation(25)).isEqualTo(0.2);
    }
}
