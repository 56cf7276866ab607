package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.IdxFile;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            try {
                assertThat(arrays).isEqualTo(Described.npz(Files.readAllBytes(file)));
            } catch (DataFormatException e) {
                throw new AssertionError("no deflated data", e);
            }
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
    };

    /** The arrays by name. */
    abstract Map<String, NDArray> read(Path file) throws IOException;

    /** Compares what was read with what the bytes of the file describe. */
    abstract void check(Path file, Map<String, NDArray> arrays) throws IOException;
}
