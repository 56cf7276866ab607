package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.GzipInput;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.mnist.download.FileError;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;

/**
 * An array of bytes in an IDX file, the format of MNIST, plain or compressed with gzip.
 *
 * <p>All numbers are big endian: two zero bytes, the element type (8 for uint8), the number of axes, the length of each
 * axis as 4 bytes, then the elements in C order.
 *
 * <pre>{@code
 * System.out.println(IdxFile.read(Path.of("data/t10k-images-idx3-ubyte.gz")).shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * (10000, 28, 28)
 * }</pre>
 */
public final class IdxFile {
    private static final int UINT8 = 8;
    private static final int MAX_NDIM = 64;
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;
    /** In errors about a compressed file, offsets count decompressed bytes. */
    private static final String DECOMPRESSED = "decompressed";

    private final Path file;
    private final InputStream in;
    private final boolean compressed;
    /** Whether the elements are known to be there. */
    private final boolean known;

    private IdxFile(Path file, InputStream in, boolean compressed, boolean known) {
        this.file = file;
        this.in = in;
        this.compressed = compressed;
        this.known = known;
    }

    /** Checks the shape in a header before elements are read or memory is allocated for them. */
    interface ShapeCheck {
        /**
         * Refuses a shape that must not be read.
         *
         * @throws FileFormatException if the shape is refused
         */
        void check(int... shape) throws FileFormatException;
    }

    /**
     * Reads the array in a file. The array may take at most 1 GiB of memory, or half of the largest heap
     * ({@link Runtime#maxMemory}) if that is less; {@link #read(Path, long)} reads larger ones. The first bytes of the
     * file decide whether it is compressed, not its name.
     *
     * <p>No more is decompressed than the length in the header, and no memory is allocated for a length that the file
     * cannot have. Reading takes no more memory than the array.
     *
     * @param file the file
     * @return an array of uint8
     * @throws FileFormatException if the file is not an IDX file of uint8, is longer or shorter than its header says,
     *     holds an array that is too large, or is compressed and damaged
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
     *     it is read
     * @return an array of uint8
     * @throws FileFormatException as {@link #read(Path)}
     * @throws IOException if the file cannot be read
     */
    public static NDArray read(Path file, long maxBytes) throws IOException {
        return read(file, new CRC32(), shape -> {
            long length = length(shape);
            if (length > maxBytes) {
                throw new FileFormatException(
                        file, "IDX header", 4, "an array of at most " + maxBytes + " bytes", length + " bytes");
            }
        });
    }

    /**
     * Reads a file.
     *
     * @param checksum receives the decompressed content
     * @param check checks the shape before anything is read
     */
    static NDArray read(Path file, Checksum checksum, ShapeCheck check) throws IOException {
        NDArray array = read(file, checksum, check, false);
        if (array == null) {
            checksum.reset();
            array = read(file, checksum, check, true);
        }
        return array;
    }

    private static NDArray read(Path file, Checksum checksum, ShapeCheck check, boolean known) throws IOException {
        try (InputStream raw = Channels.newInputStream(InputFile.open(file));
                InputStream content = GzipInput.decompressed(raw, new FileError(file))) {
            InputStream in = new CheckedInputStream(content, checksum);
            return new IdxFile(file, in, content instanceof GzipInput, known).read(check);
        }
    }

    /** Returns the number of elements of an array. No length may be negative. */
    static long length(int... shape) {
        long length = 1;
        for (int axis : shape) {
            length *= axis;
        }
        return length;
    }

    /** Returns the array, or null if it is there although the end of the file did not say so. */
    private NDArray read(ShapeCheck check) throws IOException {
        int magic = readHeader(0, 1).getInt();
        int ndim = magic & 0xff;
        if (magic >>> 8 != UINT8 || ndim == 0 || ndim > MAX_NDIM) {
            throw error(
                    0,
                    "the magic number of an IDX file of uint8, 00000801 for one axis, 00000803 for three",
                    "%08x".formatted(magic));
        }
        int[] shape = new int[ndim];
        readHeader(4, ndim).asIntBuffer().get(shape);
        int start = 4 + 4 * ndim;
        int length = checkedLength(shape);
        checkFileLength(start, length);
        check.check(shape);
        byte[] elements = readElements(start, length);
        // This also makes a gzip file compare its checksum.
        if (in.read() >= 0) {
            throw error(start + (long) length, "the end of the elements", "more bytes");
        }
        return elements.length < length ? null : NDArray.wrap(elements, shape);
    }

    private byte[] readElements(int start, int length) throws IOException {
        // A file whose end says that it holds something else is still read, but not kept in memory: either something
        // is wrong with it, or it has several members, of which the end tells the length of the last.
        boolean kept = mayHold(start, length);
        byte[] elements = new byte[kept ? length : 0];
        byte[] block = new byte[kept ? 0 : 1 << 14];
        int count = in.readNBytes(elements, 0, elements.length);
        for (int n = 0; !kept && n >= 0 && count < length; count += Math.max(n, 0)) {
            n = in.read(block, 0, Math.min(block.length, length - count));
        }
        if (count < length) {
            throw error(start, length + " bytes of elements", count + " bytes");
        }
        return elements;
    }

    private boolean mayHold(int start, int length) throws IOException {
        return !compressed
                || known
                || (GzipInput.lengthAtEnd(file) == start + length
                        && length <= GzipInput.MAX_EXPANSION * Files.size(file));
    }

    private ByteBuffer readHeader(int place, int numbers) throws IOException {
        byte[] bytes = in.readNBytes(4 * numbers);
        if (bytes.length < 4 * numbers) {
            throw error(place, 4 * numbers + " bytes of an IDX header", bytes.length + " bytes");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    }

    private int checkedLength(int... shape) throws FileFormatException {
        long length = 1;
        for (int axis : shape) {
            length *= axis == 0 ? 0 : 1;
        }
        for (int axis : shape) {
            // The product cannot overflow a long.
            length = axis < 0 ? Long.MAX_VALUE : length * axis;
            if (length > MAX_LENGTH) {
                throw error(4, "a shape of at most " + MAX_LENGTH + " elements", Excerpt.of(unsigned(shape)));
            }
        }
        return (int) length;
    }

    private static String unsigned(int... shape) {
        return Arrays.toString(
                Arrays.stream(shape).mapToLong(Integer::toUnsignedLong).toArray());
    }

    /** Checks the length of a file that is not compressed. */
    private void checkFileLength(int start, int length) throws IOException {
        long found = Files.size(file) - start;
        if (!compressed && found != length) {
            throw error(start, length + " bytes of elements", found + " bytes");
        }
    }

    private FileFormatException error(long offset, String expected, String found) {
        return compressed
                ? new FileFormatException(file, DECOMPRESSED, offset, expected, found)
                : new FileFormatException(file, offset, expected, found);
    }
}
