package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.pretraining.LeNetTraining;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small ConvNet, and the file of its weights that comes with the library. */
class LeNetTest {
    private static final Path RESOURCE = Path.of("src/main/resources/io/github/dlfs4j/network/le-net.npz");

    @Test
    void thePretrainedLeNetRecognisesTheFirstTestImages() throws IOException {
        Samples test = Mnist.options().flatten(false).loadTest();
        Index first = Index.to(1000);
        assertThat(LeNet.pretrained()
                        .accuracy(test.images().get(first), test.labels().get(first)))
                .isGreaterThan(0.99);
    }

    @Test
    @Tag("long")
    void thePretrainedLeNetRecognisesTheTestImages() throws IOException {
        Samples test = Mnist.options().flatten(false).loadTest();
        Dataset images = Dataset.of(test.images(), test.labels());
        // The accuracy in its Javadoc and on the page of training.
        assertThat(images.accuracy(LeNet.pretrained())).isEqualTo(0.9943);
    }

    @Test
    void theFileOfLeNetIsSmallAndHoldsBytes() throws IOException {
        assertThat(Files.size(RESOURCE)).isLessThan(60_000);
        Map<String, NDArray> packed = Npz.read(RESOURCE);
        assertThat(packed.get("W1").dtype()).isEqualTo(DType.UINT8);
        assertThat(packed.get("W3").shape()).hasToString("(512, 72)");
        assertThat(packed.get("unit3").shape()).hasToString("(1, 72)");
    }

    @Test
    void thePageNamesTheDigestOfLeNet() throws Exception {
        byte[] digest = Digests.sha256().digest(Files.readAllBytes(RESOURCE));
        assertThat(Files.readString(Path.of("src", "docs", "training.md")))
                .contains(HexFormat.of().formatHex(digest), LeNetTraining.class.getName());
    }

    @Test
    void aNewLeNetHasTheParametersThatItsPageCounts() {
        Sequential network = LeNet.initial(new RandomState(0), DType.FLOAT32);
        assertThat(network.parameters().values().stream()
                        .mapToInt(NDArray::size)
                        .sum())
                .isEqualTo(50_914);
        NDArray y = network.predict(NDArray.zeros(DType.FLOAT32, 2, 1, 28, 28));
        assertThat(y.shape()).hasToString("(2, 10)");
        assertThat(y.dtype()).isEqualTo(DType.FLOAT32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeNet.initial(new RandomState(0), DType.INT64))
                .withMessage("a network computes in float32 or float64, not int64");
    }

    /**
     * It takes as long as the training. If it fails because you changed the arithmetic on purpose, make the file again.
     */
    @Test
    @Tag("pretraining")
    void trainingLeNetAgainMakesTheSameFile(@TempDir Path folder) throws IOException {
        Path again = folder.resolve("again.npz");

        LeNetTraining.main(new String[] {again.toString()});

        assertThat(again).hasSameBinaryContentAs(RESOURCE);
    }
}
