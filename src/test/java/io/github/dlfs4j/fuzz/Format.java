package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.IdxFile;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.training.Checkpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;

/** A format of files: its reader, and what it may have read. */
enum Format {
    /** Plain IDX. */
    IDX {
        @Override
        Map<String, NDArray> read(Path file) throws IOException {
            return Map.of("", IdxFile.read(file));
        }

        @Override
        void check(Path file, Map<String, NDArray> arrays) throws IOException {
            assertThat(arrays.get("")).isEqualTo(Described.idx(Files.readAllBytes(file)));
        }
    },
    /** IDX compressed with gzip, which the JDK reads too. */
    GZIP {
        @Override
        Map<String, NDArray> read(Path file) throws IOException {
            return IDX.read(file);
        }

        @Override
        void check(Path file, Map<String, NDArray> arrays) throws IOException {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                assertThat(arrays.get("")).isEqualTo(Described.idx(in.readAllBytes()));
            }
        }
    },
    /** One array of NumPy. */
    NPY {
        @Override
        Map<String, NDArray> read(Path file) throws IOException {
            return Map.of("", Npy.read(file));
        }

        @Override
        void check(Path file, Map<String, NDArray> arrays) throws IOException {
            assertThat(arrays.get("")).isEqualTo(Described.npy(Files.readAllBytes(file)));
        }
    },
    /** An archive. */
    NPZ {
        @Override
        Map<String, NDArray> read(Path file) throws IOException {
            return Npz.read(file);
        }

        @Override
        void check(Path file, Map<String, NDArray> arrays) throws IOException {
            assertThat(arrays).isEqualTo(described(file));
        }
    },
    /** A dictionary of arrays, which only Python reads too. */
    PICKLE {
        @Override
        Map<String, NDArray> read(Path file) throws IOException {
            return PickledArrays.read(file);
        }

        @Override
        void check(Path file, Map<String, NDArray> arrays) throws IOException {
            new PickledBytes(Files.readAllBytes(file)).checkHold(arrays);
        }
    },
    /** An archive that a training is resumed from. */
    CHECKPOINT {
        @Override
        Map<String, NDArray> read(Path file) throws IOException {
            Checkpoint checkpoint = Checkpoint.read(file);
            Map<String, NDArray> arrays = new HashMap<>();
            arrays.put("steps", NDArray.scalar(checkpoint.steps()));
            checkpoint.network().forEach((name, array) -> arrays.put("network/" + name, array));
            checkpoint.optimizerState().forEach((name, array) -> arrays.put("optimizer/" + name, array));
            checkpoint.batches().forEach((name, array) -> arrays.put("batches/" + name, array));
            return arrays;
        }

        @Override
        void check(Path file, Map<String, NDArray> arrays) throws IOException {
            Map<String, NDArray> described = described(file);
            // Those that are texts.
            described.keySet().removeAll(List.of("architecture", "format", "optimizer"));
            assertThat(arrays).isEqualTo(described);
        }
    },
    /** An archive of the parameters of a convolutional network. */
    NETWORK {
        @Override
        Map<String, NDArray> read(Path file) throws IOException {
            return SimpleConvNet.load(file).parameters();
        }

        @Override
        void check(Path file, Map<String, NDArray> arrays) throws IOException {
            NPZ.check(file, arrays);
        }
    };

    /** What the names of such files end with; a network is read from an archive or a pickle, as the name says. */
    String suffix() {
        return this == NETWORK ? ".npz" : "";
    }

    /** The arrays by name. */
    abstract Map<String, NDArray> read(Path file) throws IOException;

    private static Map<String, NDArray> described(Path archive) throws IOException {
        try {
            return Described.npz(Files.readAllBytes(archive));
        } catch (DataFormatException e) {
            throw new AssertionError("no deflated data", e);
        }
    }

    /** Compares what was read with what the bytes of the file describe. */
    abstract void check(Path file, Map<String, NDArray> arrays) throws IOException;
}
