package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Array;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays in a Python pickle, as {@code pickle.dump({'W1': w1, …}, file)} writes a dictionary of NumPy arrays.
 *
 * <p>A pickle is a program, and Python's {@code pickle.load} runs whatever it says. This reader runs nothing. It knows
 * the instructions and the few names that such dictionaries need. If a file asks for another name, the reader refuses
 * it with an error that quotes the name.
 *
 * <pre>{@code
 * Map<String, NDArray> network = PickledArrays.read(Path.of("data/sample_weight.pkl"));
 * NDArray w1 = network.get("W1");
 * }</pre>
 */
public final class PickledArrays {
    private PickledArrays() {}

    /**
     * Reads the dictionary in a file of pickle protocol 2 to 5, {@code pickle.load(file)}. The arrays may take at most
     * 1 GiB in memory, or half of the largest heap ({@link Runtime#maxMemory}) if that is less; {@link #read(Path,
     * long)} reads larger arrays. Reading takes the memory of the arrays.
     *
     * @param file the file, written by NumPy 1.x or 2.x; NumPy scalars are read as 0-d arrays
     * @return an unmodifiable map of the arrays by key, in the order of the file, with types and memory order as for
     *     {@link Npy#read}
     * @throws FileFormatException if the file holds anything but a dictionary of texts and arrays; asks for a name that
     *     NumPy's arrays do not need, which the message quotes, such as {@code os.system}; is damaged, cut short or too
     *     long; has a key of more than 1,000 bytes; holds arrays beyond the limit; or takes more than 200,000
     *     instructions, which is enough for some 4,000 arrays
     * @throws IOException if the file cannot be read
     */
    public static Map<String, NDArray> read(Path file) throws IOException {
        return read(file, MemoryBudget.DEFAULT);
    }

    /**
     * Reads a file as {@link #read(Path)} does, with another limit.
     *
     * @param file the file
     * @param maxBytes the largest number of bytes that all arrays together may take in memory; more is refused before
     *     it is allocated
     * @return as for {@link #read(Path)}
     * @throws FileFormatException as for {@link #read(Path)}
     * @throws IOException if the file cannot be read
     */
    public static Map<String, NDArray> read(Path file, long maxBytes) throws IOException {
        try (CheckedInput in = CheckedInput.open(file)) {
            ForeignFile.refuse(null, in, "a pickle of protocol 2 to 5");
            PickledNumPy objects = new PickledNumPy(in, new MemoryBudget(maxBytes));
            Dict result = new PickleMachine(objects).run(Dict.class, "a dictionary of arrays");
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            result.items().forEach((name, array) -> arrays.put(name, ((Array) array).array()));
            return Collections.unmodifiableMap(arrays);
        }
    }
}
