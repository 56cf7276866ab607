package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private static final int BLOCK = 1 << 16;
    /** The training images of MNIST have 45 MiB. */
    private static final int MAX_BELIEVED = 48 << 20;
    /** Where elements or axes are told in a compressed file, the bytes are counted in what it expands to. */
    private static final String DECOMPRESSED = "decompressed";

    private final Path file;
    private final InputStream in;
    private final boolean compressed;

    private IdxFile(Path file, InputStream in, boolean compressed) {
        this.file = file;
        this.in = in;
        this.compressed = compressed;
    }

    /**
     * Reads the array in a file. Its first bytes tell whether it is compressed, not its name.
     *
     * <p>Nothing is decompressed beyond the length that the header gives, and no memory is taken for a length that the
     * file cannot have: a compressed one must tell the same length at its end, and of more than 48 MiB the elements are
     * gathered as they come. Reading takes the memory of the array, or, beyond 48 MiB, at most twice that.
     *
     * @param file the file
     * @return an array of uint8
     * @throws FileFormatException if the file is no IDX file of uint8, is longer or shorter than its header says, or is
     *     compressed and damaged
     * @throws IOException if the file cannot be read
     */
    public static NDArray read(Path file) throws IOException {
        return read(file, new CRC32());
    }

    /** @param checksum is fed the content, decompressed */
    static NDArray read(Path file, Checksum checksum) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream content = GzipInput.decompressed(file, raw)) {
            InputStream in = new CheckedInputStream(content, checksum);
            return new IdxFile(file, in, content instanceof GzipInput).read();
        }
    }

    private NDArray read() throws IOException {
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
        byte[] elements = readElements(start, length);
        // This also makes a gzip file compare its checksum.
        if (in.read() >= 0) {
            throw error(start + (long) length, "the end of the elements", "more bytes");
        }
        return NDArray.wrap(elements, shape);
    }

    private byte[] readElements(int start, int length) throws IOException {
        byte[] elements = new byte[lengthToBelieve(start, length)];
        for (int at = 0, next; at < length; at = next) {
            boolean full = at == elements.length;
            byte[] block = full ? new byte[Math.min(BLOCK, length - at)] : elements;
            next = at + Math.min(BLOCK, full ? block.length : elements.length - at);
            int count = in.readNBytes(block, full ? 0 : at, next - at);
            if (count < next - at) {
                throw error(start, length + " bytes of elements", at + count + " bytes");
            }
            if (full) {
                // Longer only now that there are more elements.
                elements = Arrays.copyOf(elements, (int) Math.min(length, 2L * next));
                System.arraycopy(block, 0, elements, at, count);
            }
        }
        return elements;
    }

    /** The number of elements for which memory is taken before they have come. */
    private int lengthToBelieve(int start, int length) throws IOException {
        if (!compressed) {
            return length;
        }
        boolean confirmed = GzipInput.lengthAtEnd(file) == start + length;
        long possible = GzipInput.MAX_EXPANSION * Files.size(file);
        return (int) Math.min(length, confirmed ? Math.min(possible, MAX_BELIEVED) : BLOCK);
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
        for (int axis = 0; axis < shape.length; axis++) {
            // The largest product of the two does not exceed a long.
            length = shape[axis] < 0 ? Long.MAX_VALUE : length * shape[axis];
            if (length > MAX_LENGTH) {
                throw error(4, "a shape of at most " + MAX_LENGTH + " elements", unsigned(shape));
            }
        }
        return (int) length;
    }

    private static String unsigned(int... shape) {
        return Arrays.toString(
                Arrays.stream(shape).mapToLong(Integer::toUnsignedLong).toArray());
    }

    /** A plain file tells its length at once. */
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
