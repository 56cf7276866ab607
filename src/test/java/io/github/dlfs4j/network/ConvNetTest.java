package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections 7.5 and 8.1: what Python makes of the same weights. */
class ConvNetTest {
    private static final Path SIMPLE = Path.of("data", "simple_convnet_params.pkl");
    private static final Path DEEP = Path.of("data", "deep_convnet_params.pkl");

    private static Dataset testImages(DType dtype) throws IOException {
        Samples test = Mnist.options().normalize(false).flatten(false).loadTest();
        return Dataset.of(test.images(), test.labels())
                .prepared(images -> images.astype(dtype).divi(255));
    }

    private static void assumeThere(Path pickle) {
        assumeTrue(Files.exists(pickle), "needs " + pickle);
    }

    @Test
    void theSimpleNetworkIsAsAccurateAsPythons() throws IOException {
        assumeThere(SIMPLE);
        assertThat(testImages(DType.FLOAT64).accuracy(SimpleConvNet.load(SIMPLE)))
                .isEqualTo(0.96);
    }

    @Test
    void theDeepNetworkIsAsAccurateAsPythons() throws IOException {
        assumeThere(DEEP);
        assertThat(testImages(DType.FLOAT64).accuracy(DeepConvNet.load(DEEP))).isEqualTo(0.9797);
    }

    /** Section 8.3.4. */
    @Test
    void halfPrecisionIsEnough() throws IOException {
        assumeThere(DEEP);
        Sequential net = DeepConvNet.load(DEEP);
        Map<String, NDArray> half = new HashMap<>();
        net.parameters()
                .forEach((name, array) ->
                        half.put(name, array.astype(DType.FLOAT32).roundToFloat16()));
        Dataset images = testImages(DType.FLOAT32);
        Dataset rounded = images.prepared(x -> images.preparation().apply(x).roundToFloat16());
        assertThat(rounded.accuracy(DeepConvNet.of(half, new RandomState(0)))).isEqualTo(0.9798);
    }

    @Test
    void theParametersGoThroughAnNpzFile(@TempDir Path folder) throws IOException {
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
    void aMissingParameterIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleConvNet.of(Map.of("b1", NDArray.zeros(3))))
                .withMessage("parameter W1 is missing");
    }
}
