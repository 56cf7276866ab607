package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.GzipInput;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * Numbers in text files, a row of an array on each line, as NumPy's {@code savetxt} and {@code loadtxt} write and read
 * them. A file whose name ends with {@code .gz} is compressed. The text is in UTF-8.
 *
 * <pre>{@code
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "points.csv");
 * NDArray points = NDArray.of(new double[][] {{1, 2.5}, {3, -4}});
 * TextFile.savetxt(file, points, SavetxtOptions.DEFAULT.withFmt("%.2f").withDelimiter(",").withHeader("x,y"));
 * System.out.println(Files.readAllLines(file));
 * System.out.println(TextFile.loadtxt(file, LoadtxtOptions.DEFAULT.withDelimiter(",")));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [# x,y, 1.00,2.50, 3.00,-4.00]
 * [[ 1.   2.5]
 *  [ 3.  -4. ]]
 * }</pre>
 */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads float64 numbers with white space between them, {@code np.loadtxt(file)}.
     *
     * @param file the file; decompressed if its name ends with {@code .gz}
     * @return a new array of two axes; axes of length 1 are removed
     * @throws FileFormatException as for {@link #loadtxt(Path, LoadtxtOptions)}
     * @throws IOException if the file cannot be read
     */
    public static NDArray loadtxt(Path file) throws IOException {
        return loadtxt(file, LoadtxtOptions.DEFAULT);
    }

    /**
     * Reads numbers, {@code np.loadtxt(file, …)}. Each is the number nearest to its text. Empty lines are left out, and
     * so are comments. With {@code transpose()} the result is that of {@code unpack=True}.
     *
     * <p>The array may take 512 MiB, or a quarter of the largest heap ({@link Runtime#maxMemory}) if that is less, and
     * a line a quarter of that; {@link LoadtxtOptions#withMaxBytes} changes the limit. A compressed text may have 64
     * bytes for each byte of the file and for each number that is wanted, and 16 MiB. Reading takes up to two and a
     * half times the memory of the array, since its length is not known before.
     *
     * @param file the file; decompressed if its name ends with {@code .gz}
     * @param options what to read
     * @return a new array of two axes; axes of length 1 are removed unless {@code ndmin} says otherwise
     * @throws FileFormatException {@code data.txt: could not convert string 'x' to float64 at row 0, column 1.}, where
     *     rows count from 0 and columns from 1; {@code data.txt: the number of columns changed from 2 to 3 at row 2;
     *     use `usecols` to select a subset and avoid this error}; {@code data.txt: invalid column index 5 at row 1 with
     *     3 columns}; if the text is not in UTF-8; if compressed text is damaged; or if the array, a line or a
     *     compressed text is beyond its limit
     * @throws IllegalArgumentException {@code Illegal value of ndmin keyword: 3}, {@code argument must be nonnegative},
     *     or {@code comments cannot be an empty string. …}
     * @throws UnsupportedOperationException {@code The values for control characters 'comment' and 'delimiter' are
     *     incompatible}, or {@code Text reading control character must be a single unicode character or None; but got:
     *     '::'}
     * @throws IOException if the file cannot be read
     */
    public static NDArray loadtxt(Path file, LoadtxtOptions options) throws IOException {
        options.check();
        boolean isCompressed = isCompressed(file);
        try (FileChannel channel = InputFile.open(file);
                InputStream raw = Channels.newInputStream(channel);
                InputStream in = isCompressed ? decompressed(file, raw) : raw) {
            TextReader reader = new TextReader(file, in, options);
            if (isCompressed) {
                reader.limitText(channel.size());
            }
            return reader.read();
        }
    }

    /**
     * Reads numbers of a text that comes as a stream, such as a resource in a jar, {@code np.loadtxt(stream, …)}.
     *
     * @param in the text; it is read to its end or to the last row that is wanted, and not closed
     * @param name the name of the file in errors
     * @param options what to read
     * @return a new array, as for {@link #loadtxt(Path, LoadtxtOptions)}
     * @throws FileFormatException as for {@link #loadtxt(Path, LoadtxtOptions)}
     * @throws IOException if the stream cannot be read
     */
    public static NDArray loadtxt(InputStream in, String name, LoadtxtOptions options) throws IOException {
        return new TextReader(Path.of(Objects.requireNonNull(name, "name")), Objects.requireNonNull(in, "in"), options)
                .read();
    }

    /**
     * Writes all digits of numbers, {@code np.savetxt(file, array)}: the format is {@code %.18e}.
     *
     * @param file the file, which is replaced as by {@link Npy#write(Path, NDArray)}; compressed if its name ends with
     *     {@code .gz}
     * @param array an array of one axis, an element on each line, or of two axes
     * @throws IllegalArgumentException {@code Expected 1D or 2D array, got 3D array instead}
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void savetxt(Path file, NDArray array) throws IOException {
        savetxt(file, array, SavetxtOptions.DEFAULT);
    }

    /**
     * Writes numbers, {@code np.savetxt(file, array, …)}.
     *
     * @param file the file, which is replaced as by {@link Npy#write(Path, NDArray)}; compressed if its name ends with
     *     {@code .gz}
     * @param array an array of one axis, an element on each line, or of two axes
     * @param options how to write it
     * @throws IllegalArgumentException {@code Expected 1D or 2D array, got 3D array instead}, {@code fmt has wrong
     *     shape. ['%d', '%d']}, {@code fmt has wrong number of % formats: %d %d}, {@code unsupported format character
     *     'y' (0x79) at index 1}, {@code width too big}, {@code incomplete format}, or {@code cannot convert float NaN
     *     to integer}
     * @throws UnsupportedOperationException {@code Mismatch between array dtype ('float64') and format specifier
     *     ('%x')}
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void savetxt(Path file, NDArray array, SavetxtOptions options) throws IOException {
        TextContent content = new TextContent(array, options);
        AtomicFile.write(file, isCompressed(file) ? compressed(content) : content::writeTo);
    }

    /**
     * Writes numbers to a stream, {@code np.savetxt(stream, array, …)}.
     *
     * @param out receives the text; it is neither flushed nor closed
     * @param array an array of one or two axes
     * @param options how to write it
     * @throws IllegalArgumentException as for {@link #savetxt(Path, NDArray, SavetxtOptions)}
     * @throws UnsupportedOperationException as for {@link #savetxt(Path, NDArray, SavetxtOptions)}
     * @throws IOException if the stream cannot be written
     */
    public static void savetxt(OutputStream out, NDArray array, SavetxtOptions options) throws IOException {
        new TextContent(array, options).writeTo(out);
    }

    private static boolean isCompressed(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static InputStream decompressed(Path file, InputStream in) throws IOException {
        return new GzipInput(in, (offset, expected, found) -> new FileFormatException(file, offset, expected, found));
    }

    private static AtomicFile.Content compressed(TextContent content) {
        return out -> {
            GZIPOutputStream compressed = new GZIPOutputStream(out, 1 << 16);
            content.writeTo(compressed);
            compressed.finish();
        };
    }
}
