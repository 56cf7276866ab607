package io.github.dlfs4j.network;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Reads the parameters of a network. */
final class SavedParameters {
    private static final String NPZ = ".npz";

    private SavedParameters() {}

    /** The network of the parameters in a file. */
    static Sequential network(Path file, Function<Map<String, NDArray>, Sequential> of) throws IOException {
        Map<String, NDArray> arrays = file.toString().endsWith(NPZ) ? Npz.read(file) : PickledArrays.read(file);
        try {
            Sequential network = of.apply(arrays);
            if (arrays.size() != network.parameters().size()) {
                throw new IllegalArgumentException(
                        "arrays " + Excerpt.of(arrays.keySet().toString()));
            }
            network.predict(NDArray.zeros(0, 1, 28, 28));
            return network;
        } catch (IllegalArgumentException e) {
            String expected = "the parameters of this network";
            throw (FileFormatException) new FileFormatException(file, 0, expected, e.getMessage()).initCause(e);
        }
    }
}
