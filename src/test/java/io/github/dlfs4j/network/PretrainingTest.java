package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network that comes with the library, and the training that made it. */
class PretrainingTest {
    private static final Path RESOURCE = Path.of("src/main/resources/io/github/dlfs4j/network/three-layer-net.npz");

    @Test
    void thePretrainedNetworkRecognisesTheTestImages() throws IOException {
        Samples test = Mnist.options().loadTest();
        NDArray y = ThreeLayerNet.pretrained().predict(test.images());
        assertThat(y.dtype()).isEqualTo(DType.FLOAT32);
        // The accuracy in its Javadoc and in the README.
        assertThat(y.argmax(1).eq(test.labels()).mean().asDouble()).isEqualTo(0.974);
    }

    @Test
    void theFileOfThePretrainedNetworkIsSmall() throws IOException {
        assertThat(Files.size(RESOURCE)).isLessThan(250_000);
        Map<String, NDArray> weights = Npz.read(RESOURCE);
        assertThat(weights.keySet()).containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
        assertThat(weights.values()).allMatch(weight -> weight.dtype() == DType.FLOAT32);
        assertThat(weights.get("W1").shape()).hasToString("(784, 50)");
        assertThat(weights.get("W3").shape()).hasToString("(100, 10)");
    }

    @Test
    void thePageNamesTheDigestOfThePretrainedNetwork() throws Exception {
        byte[] digest = Digests.sha256().digest(Files.readAllBytes(RESOURCE));
        assertThat(Files.readString(Path.of("src", "docs", "training.md")))
                .contains(HexFormat.of().formatHex(digest), Pretraining.class.getName());
    }

    /** If this fails because you changed the arithmetic on purpose, make the file again, see {@link Pretraining}. */
    @Test
    @Tag("trainings")
    void pretrainingAgainMakesTheSameFile(@TempDir Path folder) throws IOException {
        Path again = folder.resolve("again.npz");

        Pretraining.main(new String[] {again.toString()});

        assertThat(again).hasSameBinaryContentAs(RESOURCE);
    }
}
