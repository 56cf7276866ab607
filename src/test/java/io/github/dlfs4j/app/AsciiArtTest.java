package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.console.AsciiArt;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsciiArtTest {
    @Test
    void asciiArtShowsTheFirstTestImageAsOnThePage() throws IOException {
        NDArray image = Mnist.options().normalize(false).loadTest().images().get(0);
        NDArray prediction = ThreeLayerNet.pretrained()
                .predict(image.astype(DType.FLOAT32).divi(255))
                .argmax();
        String drawn = AsciiArt.of(image, "label 7, prediction " + prediction);
        assertThat(Files.readString(Path.of("src", "docs", "training.md")))
                .contains("```text\n"
                        + drawn.replace(System.lineSeparator(), "\n").stripTrailing() + "\n```");
    }

    @Test
    void asciiArtDrawsTwoPixelsAsOneCharacterFromBlackToWhite() {
        NDArray image = NDArray.zeros(DType.UINT8, 28, 28);
        image.at(0, 0).set(255);
        image.at(1, 0).set(255);
        image.at(0, 1).set(255);
        String[] lines = AsciiArt.of(image.reshape(784), "caption").split(System.lineSeparator(), -1);
        assertThat(lines).hasSize(15);
        assertThat(lines[0]).isEqualTo("@=");
        assertThat(lines[7]).isEqualTo(" ".repeat(28) + "  caption");
        assertThat(lines[13]).isEmpty();
    }

    @Test
    void asciiArtDrawsThreeImagesSideBySideIn80Characters() {
        NDArray image = NDArray.zeros(DType.UINT8, 28, 28);
        image.at(2, 1).set(255);
        image.at(3, 1).set(255);
        image.at(10, 26).set(255);
        image.at(11, 26).set(255);
        NDArray flat = image.reshape(784);
        List<String> caption = List.of("one", "two", "three");
        String[] lines =
                AsciiArt.sideBySide(List.of(flat, flat, flat), List.of(caption)).split(System.lineSeparator(), -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo("@" + " ".repeat(26) + "@" + " ".repeat(26) + "@");
        assertThat(lines[1]).hasSize(80).startsWith(" ".repeat(25) + "@ ").endsWith(" @");
        assertThat(lines[2]).isEqualTo("one" + " ".repeat(24) + "two" + " ".repeat(24) + "three");
    }

    @Test
    void asciiArtDrawsLinesBesideAnImage() {
        String[] lines = AsciiArt.of(NDArray.zeros(DType.UINT8, 784), List.of("0 0.5000", "1 0.5000"))
                .split(System.lineSeparator(), -1);
        assertThat(lines[6]).isEqualTo(" ".repeat(30) + "0 0.5000");
        assertThat(lines[7]).isEqualTo(" ".repeat(30) + "1 0.5000");
    }

    @Test
    void theMainJobDrawsAsManyImagesAsTheOptionAsksFor(@TempDir Path folder) throws IOException {
        Samples few = Mnist.options().normalize(false).loadTest();
        for (String name : new String[] {"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
            Files.copy(Path.of("data").resolve(name), folder.resolve(name));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Main.run(console, console, () -> false, "--data", folder.toString(), "--show", "3", "--steps", "0"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("label")))
                .hasSize(4)
                .last()
                .asString()
                .endsWith("label " + few.labels().get(2) + ", prediction 1");
    }
}
