package io.github.dlfs4j.network;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the parameters of a network from a file. */
final class SavedParameters {
    private static final String NPZ = ".npz";
    /** The first bytes of a zip archive. */
    private static final byte[] ARCHIVE = {'P', 'K'};

    /** Makes a network of 28x28 pixels of the parameters in a file. */
    static Sequential network(Path file, Function<Map<String, NDArray>, Sequential> of) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(read(file));
        arrays.remove(Networks.ARCHITECTURE);
        try {
            Sequential network = of.apply(arrays);
            if (arrays.size() != network.parameters().size()) {
                throw new IllegalArgumentException(
                        "arrays " + Excerpt.of(arrays.keySet().toString()));
            }
            network.predict(NDArray.zeros(0, 1, 28, 28));
            return network;
        } catch (IllegalArgumentException e) {
            throw refused(file, "the parameters of this network", e);
        }
    }

    /** Reads the arrays in a file: an archive if its name or its first bytes say so, a pickle otherwise. */
    static Map<String, NDArray> read(Path file) throws IOException {
        return file.toString().endsWith(NPZ) || isArchive(file) ? Npz.read(file) : PickledArrays.read(file);
    }

    private static boolean isArchive(Path file) throws IOException {
        try (InputStream in = Channels.newInputStream(InputFile.open(file))) {
            return Arrays.equals(in.readNBytes(ARCHIVE.length), ARCHIVE);
        }
    }

    static FileFormatException refused(Path file, String expected, IllegalArgumentException e) {
        FileFormatException refused = new FileFormatException(file, 0, expected, e.getMessage());
        refused.initCause(e);
        return refused;
    }
}
