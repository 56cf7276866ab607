package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Named arrays in a {@code .safetensors} file, the format of Hugging Face for weights: a header of JSON that says of
 * each array its type, its shape and its place, then the elements.
 *
 * <pre>{@code
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "weights.safetensors");
 * Safetensors.write(file, Map.of("layer1.weight", NDArray.of(0.5, 1.5)), Map.of("format", "pt"));
 * System.out.println(Safetensors.read(file).get("layer1.weight") + " " + Safetensors.readMetadata(file));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0.5 1.5] {format=pt}
 * }</pre>
 *
 * <p>F64, F32, I64, U8 and BOOL have a dtype here. F16 and BF16 become float32, which holds them exactly; I8, I16, I32,
 * U16, U32 and U64 become int64. Types of 8 bits or less for floating-point numbers, such as F8_E4M3, are refused.
 */
public final class Safetensors {
    private Safetensors() {}

    /**
     * Reads all arrays of a file. They may take at most 1 GiB in memory, or half of the largest heap
     * ({@link Runtime#maxMemory}) if that is less; {@link #read(Path, long)} reads larger arrays.
     *
     * @param file the file
     * @return an unmodifiable map of the arrays by name, in the order of the header
     * @throws FileFormatException if the file is damaged, cut short or too long; has arrays that overlap or leave a
     *     gap, a name twice, a name of more than 1,000 characters, more than 10,000 arrays, a header of more than 100
     *     MB or an eighth of the largest heap, or an array of another type; or holds arrays beyond the limit
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
            SafetensorsHeader header = header(in);
            return read(header, header.names(), maxBytes);
        }
    }

    /**
     * Reads some arrays of a file, with the limit of {@link #read(Path)}. The others are not read, so they may have
     * types that cannot be read here.
     *
     * @param file the file
     * @param names the names of the arrays
     * @return an unmodifiable map of the arrays by name, in the order of the header
     * @throws IllegalArgumentException {@code W is not an array in the file}
     * @throws FileFormatException as for {@link #read(Path)}
     * @throws IOException if the file cannot be read
     */
    public static Map<String, NDArray> read(Path file, Set<String> names) throws IOException {
        Errors.nonNull("names", names.toArray(new String[0]));
        try (CheckedInput in = CheckedInput.open(file)) {
            SafetensorsHeader header = header(in);
            for (String name : names) {
                if (!header.names().contains(name)) {
                    throw new IllegalArgumentException(Excerpt.of(name) + " is not an array in the file");
                }
            }
            return read(header, header.names().stream().filter(names::contains).toList(), MemoryBudget.DEFAULT);
        }
    }

    /**
     * Reads all arrays of a file that comes as a stream, such as a resource in a jar, with the limit of
     * {@link #read(Path)}.
     *
     * @param in the content; it is read to its end, kept in memory meanwhile, and not closed
     * @param name the name of the file in errors
     * @return as for {@link #read(Path)}
     * @throws FileFormatException as for {@link #read(Path)}, or if the content is longer than half of the limit
     * @throws IOException if the stream cannot be read
     */
    public static Map<String, NDArray> read(InputStream in, String name) throws IOException {
        SafetensorsHeader header = header(CheckedInput.of(in, name, MemoryBudget.DEFAULT / 2));
        return read(header, header.names(), MemoryBudget.DEFAULT);
    }

    private static SafetensorsHeader header(CheckedInput in) throws IOException {
        ForeignFile.refuse(ForeignFile.SAFETENSORS, in, "a safetensors file");
        return new SafetensorsHeader(in);
    }

    private static Map<String, NDArray> read(SafetensorsHeader header, Iterable<String> names, long maxBytes)
            throws IOException {
        MemoryBudget budget = new MemoryBudget(maxBytes);
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (String name : names) {
            arrays.put(name, header.read(name, budget));
        }
        return Collections.unmodifiableMap(arrays);
    }

    /**
     * Returns the names of the arrays in a file. No array is read, so they may have types that cannot be read here.
     *
     * @param file the file
     * @return an unmodifiable set of the names, in the order of the header
     * @throws FileFormatException as for {@link #read(Path)}; the types of arrays do not matter
     * @throws IOException if the file cannot be read
     */
    public static Set<String> names(Path file) throws IOException {
        try (CheckedInput in = CheckedInput.open(file)) {
            return Collections.unmodifiableSet(header(in).names());
        }
    }

    /**
     * Reads what the writer of a file says about it, such as {@code {format=pt}}.
     *
     * @param file the file
     * @return an unmodifiable map, in the order of the header; empty if the file says nothing
     * @throws FileFormatException as for {@link #read(Path)}; the types of arrays do not matter
     * @throws IOException if the file cannot be read
     */
    public static Map<String, String> readMetadata(Path file) throws IOException {
        try (CheckedInput in = CheckedInput.open(file)) {
            return Collections.unmodifiableMap(header(in).metadata());
        }
    }

    /**
     * Writes arrays to a file without metadata. The bytes are those that the reference writer in Rust makes: arrays are
     * ordered by their types, int64 first, then float64, float32, uint8 and bool, and those of one type by their names.
     *
     * <p>The file appears complete or not at all, as with {@link Npy#write}.
     *
     * @param file the file; an existing file is replaced
     * @param arrays the arrays by name
     * @throws IllegalArgumentException if a name or an array is null, or if {@link #read(Path)} would refuse a name or
     *     the number of arrays
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Path file, Map<String, NDArray> arrays) throws IOException {
        AtomicFile.write(file, new SafetensorsContent(arrays, null, false)::writeTo);
    }

    /**
     * Writes arrays to a file with metadata. The reference writer orders more than one entry of metadata by chance;
     * here they are in the order of the map.
     *
     * @param file the file; an existing file is replaced
     * @param arrays the arrays by name
     * @param metadata what to say about them, or null for nothing; some programs ask for {@code Map.of("format", "pt")}
     * @throws IllegalArgumentException as for {@link #write(Path, Map)}, also for the metadata
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Path file, Map<String, NDArray> arrays, Map<String, String> metadata) throws IOException {
        AtomicFile.write(file, new SafetensorsContent(arrays, metadata, false)::writeTo);
    }

    /**
     * Writes arrays to a file as {@link #write(Path, Map, Map)} does, but floats as float16, which take half or a
     * quarter of the room. Each becomes that of {@link NDArray#roundToFloat16 roundToFloat16}.
     *
     * @param file the file; an existing file is replaced
     * @param arrays the arrays by name; those of other dtypes keep their types
     * @param metadata what to say about them, or null for nothing
     * @throws IllegalArgumentException as for {@link #write(Path, Map, Map)}, or {@code cannot write 'W' as float16,
     *     whose largest number is 65504}
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void writeFloat16(Path file, Map<String, NDArray> arrays, Map<String, String> metadata)
            throws IOException {
        AtomicFile.write(file, new SafetensorsContent(arrays, metadata, true)::writeTo);
    }

    /**
     * Writes the bytes of such a file to a stream.
     *
     * @param out receives the content; it is neither flushed nor closed
     * @param arrays the arrays by name
     * @param metadata what to say about them, or null for nothing
     * @throws IllegalArgumentException as for {@link #write(Path, Map, Map)}, before anything is written
     * @throws IOException if the stream cannot be written
     */
    public static void write(OutputStream out, Map<String, NDArray> arrays, Map<String, String> metadata)
            throws IOException {
        new SafetensorsContent(arrays, metadata, false).writeTo(out);
    }
}
