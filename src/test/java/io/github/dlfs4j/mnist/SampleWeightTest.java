package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWeightTest {
    private static final Content CONTENT = BookFile.SAMPLE_WEIGHT.isHere() ? Content.KNOWN : Content.ANY;

    @TempDir
    private Path folder;

    private Path pickle;
    private Path npz;

    @BeforeEach
    void nameFiles() {
        pickle = folder.resolve("sample_weight.pkl");
        npz = folder.resolve("sample_weight.npz");
    }

    @Nested
    class ThePickle {
        @BeforeEach
        void copy() throws IOException {
            BookFile.SAMPLE_WEIGHT.orSimilar(folder);
        }

        @Test
        void thePickleOfWeightsHasTheSixArraysOfTheBook() throws IOException {
            Map<String, NDArray> network = SampleWeight.load(folder, CONTENT);
            assertThat(network.keySet()).containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
            assertThat(network.values())
                    .extracting(array -> array.shape().toString())
                    .containsExactly("(784, 50)", "(50,)", "(50, 100)", "(100,)", "(100, 10)", "(10,)");
            assertThat(network.values()).extracting(NDArray::dtype).containsOnly(DType.FLOAT32);
            assertThat(network).isEqualTo(PickledArrays.read(pickle)).isUnmodifiable();
        }

        @Test
        void thePickleOfWeightsIsConvertedOnce() throws IOException {
            Map<String, NDArray> first = SampleWeight.load(folder, CONTENT);
            assertThat(folder).isDirectoryContaining(file -> file.equals(npz));
            Files.delete(pickle);
            Map<String, NDArray> second = SampleWeight.load(folder, CONTENT);
            assertThat(second).isEqualTo(first).isUnmodifiable();
            assertThat(second.keySet()).containsExactlyElementsOf(first.keySet());
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(npz);
            }
        }

        @Test
        void thePickleOfWeightsIsRefusedWithOtherContent() throws IOException {
            byte[] content = Files.readAllBytes(pickle);
            content[1000] ^= 1;
            Files.write(pickle, content);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> SampleWeight.load(folder))
                    .withMessageStartingWith(pickle + ", byte 0: expected content with SHA-256 "
                            + "b7f55a27988ba34c3777b0f1bbd464817c8a4db855723e6ff26f703501917a13, found ");
            assertThat(npz).doesNotExist();
            assertThat(SampleWeight.load(folder, Content.ANY)).hasSize(6);
            // After the conversion, it is still not the known content.
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> SampleWeight.load(folder))
                    .withMessageStartingWith(npz + ", byte 0: expected content with SHA-256 ");
        }
    }

    @Nested
    class TheNpz {
        private final Map<String, NDArray> arrays = new LinkedHashMap<>();

        @BeforeEach
        void chooseArrays() {
            for (String name : new String[] {"b3", "W3", "b2", "W2", "b1", "W1"}) {
                arrays.put(name, NDArray.arange(6).reshape(2, 3).transpose());
            }
        }

        @Test
        void theNpzOfWeightsIsReadInsteadOfThePickle() throws IOException {
            Npz.write(npz, arrays);
            Files.writeString(pickle, "no pickle");
            Map<String, NDArray> network = SampleWeight.load(folder, Content.ANY);
            assertThat(network).isEqualTo(arrays);
            assertThat(network.keySet()).containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
        }

        @Test
        void theNpzOfWeightsIsRefusedWithOtherContent() throws IOException {
            Npz.write(npz, arrays);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> SampleWeight.load(folder))
                    .withMessageStartingWith(npz + ", byte 0: expected content with SHA-256 ");
        }

        @Test
        void theNpzOfWeightsIsRefusedWithOtherNames() throws IOException {
            arrays.remove("b1");
            Npz.write(npz, arrays);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> SampleWeight.load(folder, Content.ANY))
                    .withMessage(npz + ", byte 0: expected arrays named [W1, b1, W2, b2, W3, b3], "
                            + "found [b3, W3, b2, W2, W1]");
        }

        @Test
        void theNpzOfWeightsIsAcceptedFromAnotherProgram() throws IOException {
            Map<String, NDArray> original =
                    PickledArrays.read(BookFile.SAMPLE_WEIGHT.showing("the digest that its arrays are known by"));
            Map<String, NDArray> reversed = new LinkedHashMap<>();
            arrays.keySet().forEach(name -> reversed.put(name, original.get(name)));
            Npz.write(npz, reversed);
            assertThat(SampleWeight.load(folder)).isEqualTo(original);
        }
    }

    @Test
    void missingWeightsAreNamedWithTheirSource() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> SampleWeight.load(folder))
                .withMessage(pickle
                        + ": no such file, nor sample_weight.npz; SampleWeight.download(Path) fetches it; it is ch03/sample_weight.pkl of the "
                        + "book's repository, github.com/oreilly-japan/deep-learning-from-scratch");
    }
}
