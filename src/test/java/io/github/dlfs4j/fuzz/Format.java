package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.IdxFile;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.io.TextFile;
import io.github.dlfs4j.ndarray.io.TorchFile;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.onnx.OnnxModel;
import io.github.dlfs4j.training.Checkpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;

/** A file format: its reader, and a check of what was read. */
enum Format {
    /** Plain IDX. */
    IDX(
            one(IdxFile::read),
            (file, arrays) -> assertThat(arrays.get("")).isEqualTo(Described.idx(Files.readAllBytes(file)))),
    /** IDX compressed with gzip, which the JDK reads too. */
    GZIP(one(IdxFile::read), (file, arrays) -> assertThat(arrays.get("")).isEqualTo(Described.idx(unpacked(file)))),
    /** Rows of numbers as text, compressed with gzip. */
    TEXT(
            one(TextFile::loadtxt),
            (file, arrays) -> assertThat(arrays.get("")).isEqualTo(Described.text(unpacked(file)))) {
        @Override
        String suffix() {
            return ".txt.gz";
        }

        /** NumPy's words name a row and a column, not a byte. */
        @Override
        String[] wordsOfMessages() {
            return new String[] {""};
        }
    },
    /** A single NumPy array. */
    NPY(
            one(Npy::read),
            (file, arrays) -> assertThat(arrays.get("")).isEqualTo(Described.npy(Files.readAllBytes(file)))),
    /** A NumPy archive. */
    NPZ(Npz::read, (file, arrays) -> assertThat(arrays).isEqualTo(described(file))),
    /** A pickled dictionary of arrays, which apart from this library only Python can read. */
    PICKLE(PickledArrays::read, (file, arrays) -> new PickledBytes(Files.readAllBytes(file)).checkHold(arrays)),
    /** Arrays behind a header of JSON. */
    SAFETENSORS(
            Safetensors::read,
            (file, arrays) -> assertThat(arrays.values())
                    .containsExactlyElementsOf(Described.safetensors(Files.readAllBytes(file)))),
    /** Tensors of PyTorch, an archive with a pickle: which elements a tensor has, only PyTorch can say. */
    TORCH(TorchFile::read, Format::checkTensors),
    /** A model of ONNX, whose outputs are its tensors. */
    ONNX(
            file -> OnnxModel.read(file).run(Map.of()),
            (file, arrays) -> assertThat(arrays).isEqualTo(Described.onnx(Files.readAllBytes(file)))) {
        /** Of operators that are not known, no byte is named. */
        @Override
        String[] wordsOfMessages() {
            return new String[] {""};
        }
    },
    /** A checkpoint, an archive from which a training resumes. */
    CHECKPOINT(Format::readCheckpoint, Format::checkCheckpoint),
    /** An archive of the parameters of a convolutional network. */
    NETWORK(file -> SimpleConvNet.load(file).parameters(), NPZ.check);

    /** Reads a file. */
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /** Compares what was read with what the bytes of the file describe. */
    private interface Check {
        void run(Path file, Map<String, NDArray> arrays) throws IOException;
    }

    /** Tensors may repeat elements, so a small file may have a large one. */
    private static final int MANY = 100_000;

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final Reader<Map<String, NDArray>> reader;

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final Check check;

    Format(Reader<Map<String, NDArray>> reader, Check check) {
        this.reader = reader;
        this.check = check;
    }

    private static Reader<Map<String, NDArray>> one(Reader<NDArray> reader) {
        return file -> Map.of("", reader.read(file));
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readAllBytes();
        }
    }

    /** Returns the end of the names of such files. For a network, it decides between an archive and a pickle. */
    String suffix() {
        return this == NETWORK ? ".npz" : "";
    }

    /** Returns what every message has. */
    String[] wordsOfMessages() {
        return new String[] {"byte ", "expected ", ", found "};
    }

    /** Reads the arrays by name. */
    Map<String, NDArray> read(Path file) throws IOException {
        return reader.read(file);
    }

    private static void checkTensors(Path file, Map<String, NDArray> arrays) throws IOException {
        Set<Double> numbers = Described.numbers(Files.readAllBytes(file));
        arrays.forEach((name, array) -> {
            if (array.size() < MANY) {
                double[] elements = array.astype(DType.FLOAT64).reshape(-1).toDoubleArray();
                assertThat(DoubleStream.of(elements).boxed()).as(name).allMatch(numbers::contains);
            }
        });
    }

    private static Map<String, NDArray> readCheckpoint(Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        Map<String, NDArray> arrays = new HashMap<>();
        arrays.put("steps", NDArray.scalar(checkpoint.steps()));
        checkpoint.network().forEach((name, array) -> arrays.put("network/" + name, array));
        checkpoint.optimizerState().forEach((name, array) -> arrays.put("optimizer/" + name, array));
        checkpoint.batches().forEach((name, array) -> arrays.put("batches/" + name, array));
        return arrays;
    }

    private static void checkCheckpoint(Path file, Map<String, NDArray> arrays) throws IOException {
        Map<String, NDArray> described = described(file);
        // These entries are texts.
        described.keySet().removeAll(List.of("architecture", "format", "optimizer"));
        assertThat(arrays).isEqualTo(described);
    }

    private static Map<String, NDArray> described(Path archive) throws IOException {
        try {
            return Described.npz(Files.readAllBytes(archive));
        } catch (DataFormatException e) {
            throw new AssertionError("no deflated data", e);
        }
    }

    /** Compares the arrays that were read with those that the bytes of the file describe. */
    void check(Path file, Map<String, NDArray> arrays) throws IOException {
        check.run(file, arrays);
    }
}
