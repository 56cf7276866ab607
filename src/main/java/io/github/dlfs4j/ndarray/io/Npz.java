package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MapOrder;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Named arrays in an {@code .npz} file, the format of {@code numpy.savez} and {@code numpy.load}: a zip archive with a
 * {@code .npy} file for each array.
 *
 * <p>A name is a key of a map and never a path. It may have parts between slashes, such as {@code layer1/W}. The parts
 * {@code .} and {@code ..}, drives such as {@code C:}, empty parts, backslashes and control characters are refused.
 *
 * <pre>{@code
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "weights.npz");
 * Npz.write(file, Map.of("W", NDArray.of(0.5, 1.5)));
 * System.out.println(Npz.read(file).get("W"));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0.5 1.5]
 * }</pre>
 */
public final class Npz {
    static final String SUFFIX = ".npy";

    private Npz() {}

    /**
     * Reads all arrays of a file within {@link NpzLimits#DEFAULT}, {@code np.load(file)}. {@link #read(Path,
     * NpzLimits)} reads larger files. Reading takes the memory of the arrays.
     *
     * @param file the file, as {@code numpy.savez} or {@code numpy.savez_compressed} writes it, up to 4 GiB
     * @return an unmodifiable map of the arrays by name, in the order of the file, with types and memory order as for
     *     {@link Npy#read}
     * @throws FileFormatException if the file is damaged, cut short or too long, exceeds a limit, or has an entry that
     *     is not an array, two entries of one name, a wrong checksum, bytes that belong to no entry, or headers that
     *     contradict each other
     * @throws IOException if the file cannot be read
     */
    public static Map<String, NDArray> read(Path file) throws IOException {
        return read(file, NpzLimits.DEFAULT);
    }

    /**
     * Reads all arrays of a file, {@code np.load(file)}.
     *
     * @param file the file, as {@code numpy.savez} or {@code numpy.savez_compressed} writes it, up to 4 GiB
     * @param limits how much the file may hold
     * @return as for {@link #read(Path)}
     * @throws FileFormatException as for {@link #read(Path)}
     * @throws IOException if the file cannot be read
     */
    public static Map<String, NDArray> read(Path file, NpzLimits limits) throws IOException {
        try (CheckedInput in = CheckedInput.open(file)) {
            return read(archive(in, limits));
        }
    }

    /**
     * Reads one array of a file within {@link NpzLimits#DEFAULT}, {@code np.load(file)[name]}. The other arrays are not
     * read, so they may have types that cannot be read here.
     *
     * @param file the file, as for {@link #read(Path)}
     * @param name the name of the array
     * @return the array
     * @throws IllegalArgumentException {@code W is not a file in the archive}
     * @throws FileFormatException as for {@link #read(Path)}; the contents of other entries do not matter
     * @throws IOException if the file cannot be read
     */
    public static NDArray read(Path file, String name) throws IOException {
        return read(file, name, NpzLimits.DEFAULT);
    }

    /**
     * Reads one array of a file, {@code np.load(file)[name]}.
     *
     * @param file the file, as for {@link #read(Path)}
     * @param name the name of the array
     * @param limits the largest number of entries in the file, and the largest size of the array
     * @return the array
     * @throws IllegalArgumentException as for {@link #read(Path, String)}
     * @throws FileFormatException as for {@link #read(Path, String)}
     * @throws IOException if the file cannot be read
     */
    public static NDArray read(Path file, String name, NpzLimits limits) throws IOException {
        Objects.requireNonNull(name, "name");
        try (CheckedInput in = CheckedInput.open(file)) {
            ZipReader zip = archive(in, limits);
            for (ZipEntryRecord entry : zip.entries()) {
                if (key(entry).equals(name)) {
                    return zip.read(List.of(entry)).get(0);
                }
            }
        }
        throw new IllegalArgumentException(Excerpt.of(name) + " is not a file in the archive");
    }

    /**
     * Returns the names of the arrays in a file, {@code np.load(file).files}. No array is read, so they may have types
     * that cannot be read here.
     *
     * @param file the file, as for {@link #read(Path)}
     * @return an unmodifiable list of the names, in the order of the file
     * @throws FileFormatException as for {@link #read(Path)}; the contents of entries do not matter
     * @throws IOException if the file cannot be read
     */
    public static List<String> names(Path file) throws IOException {
        return names(file, NpzLimits.DEFAULT);
    }

    /**
     * Returns the names of the arrays in a file, {@code np.load(file).files}.
     *
     * @param file the file, as for {@link #read(Path)}
     * @param limits the largest number of entries in the file, and the largest length of their names
     * @return as for {@link #names(Path)}
     * @throws FileFormatException as for {@link #names(Path)}
     * @throws IOException if the file cannot be read
     */
    public static List<String> names(Path file, NpzLimits limits) throws IOException {
        try (CheckedInput in = CheckedInput.open(file)) {
            return archive(in, limits).entries().stream().map(Npz::key).toList();
        }
    }

    /**
     * Reads all arrays of a file that comes as a stream, such as a resource in a jar, within {@link NpzLimits#DEFAULT}.
     * {@link #read(InputStream, String, NpzLimits)} reads larger files.
     *
     * <pre>{@code
     * try (InputStream in = MyNetwork.class.getResourceAsStream("weights.npz")) {
     *     return Npz.read(in, "weights.npz");
     * }
     * }</pre>
     *
     * @param in the content; it is read to its end, kept in memory meanwhile, and not closed
     * @param name the name of the file in errors
     * @return as for {@link #read(Path)}
     * @throws FileFormatException as for {@link #read(Path)}, or if the content is longer than half of the limit
     * @throws IOException if the stream cannot be read
     */
    public static Map<String, NDArray> read(InputStream in, String name) throws IOException {
        return read(in, name, NpzLimits.DEFAULT);
    }

    /**
     * Reads all arrays of a file that comes as a stream.
     *
     * @param in the content; it is read to its end, kept in memory meanwhile, and not closed
     * @param name the name of the file in errors
     * @param limits how much the file may hold; the content itself may have half as many bytes as all arrays together
     * @return as for {@link #read(Path)}
     * @throws FileFormatException as for {@link #read(InputStream, String)}
     * @throws IOException if the stream cannot be read
     */
    public static Map<String, NDArray> read(InputStream in, String name, NpzLimits limits) throws IOException {
        return read(archive(CheckedInput.of(in, name, limits.expandedBytes() / 2), limits));
    }

    private static ZipReader archive(CheckedInput file, NpzLimits limits) throws IOException {
        Objects.requireNonNull(limits, "limits");
        ForeignFile.refuse(ForeignFile.NPZ, file, "an archive of arrays");
        return new ZipReader(file, limits, false);
    }

    private static Map<String, NDArray> read(ZipReader zip) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        Iterator<NDArray> read = zip.read(zip.entries()).iterator();
        for (ZipEntryRecord entry : zip.entries()) {
            arrays.put(key(entry), read.next());
        }
        return Collections.unmodifiableMap(arrays);
    }

    private static String key(ZipEntryRecord entry) {
        return entry.name().substring(0, entry.name().length() - SUFFIX.length());
    }

    /**
     * Writes arrays to a file, uncompressed, {@code np.savez(file, **arrays)}. Equal arrays give equal files, byte for
     * byte.
     *
     * <p>The file appears complete or not at all, as with {@link Npy#write}.
     *
     * @param file the file; an existing file is replaced
     * @param arrays the arrays by name, which are written in the order of the map, or by name if it is a
     *     {@code HashMap}, a {@code ConcurrentHashMap} or from {@code Map.of}, and in no wrapper
     * @throws IllegalArgumentException if {@link #read(Path)} would refuse a name, if a name or an array is null, or if
     *     the file would exceed 10,000 arrays or 4 GiB
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Path file, Map<String, NDArray> arrays) throws IOException {
        AtomicFile.write(file, zip(arrays)::writeTo);
    }

    /**
     * Writes the bytes of such a file to a stream.
     *
     * @param out receives the content; it is not closed
     * @param arrays the arrays by name, which are written in the order of the map, or by name if it is a
     *     {@code HashMap}, a {@code ConcurrentHashMap} or from {@code Map.of}, and in no wrapper
     * @throws IllegalArgumentException as for {@link #write(Path, Map)}, before anything is written
     * @throws IOException if the stream cannot be written
     */
    public static void write(OutputStream out, Map<String, NDArray> arrays) throws IOException {
        zip(arrays).writeTo(out);
    }

    private static ZipWriter zip(Map<String, NDArray> arrays) {
        ZipWriter zip = new ZipWriter();
        MapOrder.of(Objects.requireNonNull(arrays, "arrays")).forEach(zip::add);
        return zip;
    }
}
