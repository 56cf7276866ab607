package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One array in a {@code .npy} file, the format of {@code numpy.save} and {@code numpy.load}.
 *
 * <p>NumPy's {@code numpy.lib.format} describes the format: a magic string, a version, a header with the element type,
 * the memory order and the shape, then the elements.
 *
 * <pre>{@code
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "w.npy");
 * Npy.write(file, NDArray.of(0.5, 1.5));
 * System.out.println(Npy.read(file));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0.5 1.5]
 * }</pre>
 */
public final class Npy {
    static final String MAGIC = "\u0093NUMPY";
    /** The largest length of a header. NumPy also treats a longer one as an attack. */
    private static final int MAX_HEADER = 10_000;

    private Npy() {}

    /**
     * Reads a file of version 1.0, 2.0 or 3.0, {@code np.load(file)}. The array may take at most 1 GiB in memory, or
     * half of the largest heap ({@link Runtime#maxMemory}) if that is less; {@link #read(Path, long)} reads larger
     * arrays.
     *
     * <p>A type without a dtype here becomes one that holds all its values: int8, int16, int32, uint16, uint32 and
     * uint64 become int64, and float16 becomes float32. Elements may be in either byte order. An array in Fortran order
     * keeps this order in memory, as the transpose of an array in C order. Reading takes the memory of the array.
     *
     * @param file the file
     * @return the array
     * @throws FileFormatException if the file does not have this format, is longer or shorter than its header says, or
     *     holds elements of another type, an unsigned number that does not fit int64, more elements than a Java array
     *     can hold, or an array beyond the limit
     * @throws IOException if the file cannot be read
     */
    public static NDArray read(Path file) throws IOException {
        return read(file, MemoryBudget.DEFAULT);
    }

    /**
     * Reads a file as {@link #read(Path)} does, with another limit.
     *
     * @param file the file
     * @param maxBytes the largest number of bytes that the array may take in memory; a larger array is refused before
     *     it is allocated
     * @return the array
     * @throws FileFormatException as for {@link #read(Path)}
     * @throws IOException if the file cannot be read
     */
    public static NDArray read(Path file, long maxBytes) throws IOException {
        try (CheckedInput in = CheckedInput.open(file)) {
            return read(in, new MemoryBudget(maxBytes));
        }
    }

    /**
     * Reads a file that comes as a stream, such as a resource in a jar, with the limit of {@link #read(Path)}.
     *
     * @param in the content; it is read to its end, kept in memory meanwhile, and not closed
     * @param name the name of the file in errors
     * @return the array
     * @throws FileFormatException as for {@link #read(Path)}, or if the content is longer than half of the limit
     * @throws IOException if the stream cannot be read
     */
    public static NDArray read(InputStream in, String name) throws IOException {
        CheckedInput all = CheckedInput.of(in, name, MemoryBudget.DEFAULT / 2);
        return read(all, new MemoryBudget(MemoryBudget.DEFAULT));
    }

    static NDArray read(CheckedInput in, MemoryBudget budget) throws IOException {
        byte[] start = in.readBytes(MAGIC.length(), "the magic string \\x93NUMPY");
        String magic = new String(start, StandardCharsets.ISO_8859_1);
        in.refuseIf(!magic.equals(MAGIC), in.position() - MAGIC.length(), "the magic string \\x93NUMPY", magic);
        int major = in.readByte("a format version");
        int minor = in.readByte("a format version");
        if (major < 1 || major > 3 || minor != 0) {
            throw in.error(in.position() - 2, "format version 1.0, 2.0 or 3.0", major + "." + minor);
        }
        return readHeader(in, major == 1 ? 2 : 4).readElements(in, budget);
    }

    private static ArrayHeader readHeader(CheckedInput in, int lengthSize) throws IOException {
        long place = in.position();
        ByteBuffer bytes = in.read(lengthSize, "the length of the header");
        long length = lengthSize == 2 ? Short.toUnsignedLong(bytes.getShort()) : Integer.toUnsignedLong(bytes.getInt());
        in.refuseIf(length > MAX_HEADER, place, "a header of at most " + MAX_HEADER + " bytes", length + " bytes");
        long start = in.position();
        // Version 3 allows UTF-8, but everything that this reader understands is ASCII.
        String text = new String(in.readBytes(length, "the header"), StandardCharsets.ISO_8859_1);
        return new NpyHeaderParser(text, in, start).parse();
    }

    /**
     * Writes a file of version 1.0 in C order and little endian, {@code np.save(file, array)}.
     *
     * <p>The file appears complete or not at all: the content is written to a temporary file, forced to the disk and
     * moved over the old file. Writing takes as much memory as the array if its elements are not in C order in memory.
     *
     * @param file the file; an existing file is replaced
     * @param array the array
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Path file, NDArray array) throws IOException {
        AtomicFile.write(file, new NpyContent(array)::writeTo);
    }

    /**
     * Writes the bytes of such a file to a stream.
     *
     * @param out receives the content; it is neither flushed nor closed
     * @param array the array
     * @throws IOException if the stream cannot be written
     */
    public static void write(OutputStream out, NDArray array) throws IOException {
        new NpyContent(array).writeTo(out);
    }
}
