package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.mnist.download.Mirrors;
import io.github.dlfs4j.mnist.download.PublishedFile;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.NpzLimits;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The weights of the book's three-layer network (784-50-100-10), trained on MNIST: {@code sample_weight.pkl} of chapter
 * 3.
 *
 * <p>The pickle is read once and converted to {@code sample_weight.npz} in the same folder. From then on, this archive
 * is read; {@code numpy.load} reads it too. All arrays are float32 in C order.
 *
 * <pre>{@code
 * Map<String, NDArray> network = SampleWeight.load(Path.of("data"));
 * NDArray w1 = network.get("W1"); // (784, 50)
 * }</pre>
 */
public final class SampleWeight {
    private static final String NPZ = "sample_weight.npz";
    private static final String MIRRORS = "dlfs4j.weights.mirrors";
    private static final String SOURCE = "it is ch03/sample_weight.pkl of the book's repository, "
            + "github.com/oreilly-japan/deep-learning-from-scratch";
    private static final List<String> NAMES = List.of("W1", "b1", "W2", "b2", "W3", "b3");

    private static final PublishedFile PICKLE = new PublishedFile(
            "sample_weight.pkl", 181_853, "b7f55a27988ba34c3777b0f1bbd464817c8a4db855723e6ff26f703501917a13");
    /** The CRC-32 of the bytes that {@link #content} returns. */
    private static final long ARRAYS_CRC32 = 0x47cc5673L;

    private static final String ARRAYS_SHA256 = "0154a181f87f70271fbc1a6da6a062d49a22d8b0b73319867b168b41c3abd879";

    private SampleWeight() {}

    /**
     * Loads the book's weights from the first folder listed at {@link Mnist#load()} that has one of the files.
     *
     * @return the arrays, unmodifiable, in the order W1, b1, W2, b2, W3, b3
     * @throws NoSuchFileException if no folder has a file; the message names all folders, and the call that downloads
     *     the weights
     * @throws IOException as {@link #load(Path, Content)}
     */
    public static Map<String, NDArray> load() throws IOException {
        return load(DataFolders.current()
                .holding(
                        new EitherFile(),
                        PICKLE.name() + " or " + NPZ,
                        "SampleWeight.download() downloads it to the cache folder; " + SOURCE));
    }

    /** Tests whether a folder holds the archive or the pickle. */
    private record EitherFile() implements Predicate<Path> {
        @Override
        public boolean test(Path folder) {
            return Files.exists(folder.resolve(NPZ)) || Files.exists(folder.resolve(PICKLE.name()));
        }
    }

    /**
     * Loads the book's weights. Other weights are refused.
     *
     * @param folder the folder with {@code sample_weight.npz} or {@code sample_weight.pkl}
     * @return the arrays, unmodifiable, in the order W1, b1, W2, b2, W3, b3
     * @throws IOException as {@link #load(Path, Content)}
     */
    public static Map<String, NDArray> load(Path folder) throws IOException {
        return load(folder, Content.KNOWN);
    }

    /**
     * Loads weights from {@code sample_weight.npz}. If there is no such file, they are loaded from
     * {@code sample_weight.pkl} and, if the folder is writable, converted to {@code sample_weight.npz}. The book's
     * weights may take 1 MiB of memory. Because arrays are copied, other weights may take half as much as
     * {@link Npz#read(Path)} allows: 512 MiB, or a quarter of the largest heap if that is less. {@link Npz#read(Path,
     * NpzLimits)} and {@link PickledArrays#read(Path, long)} read larger ones.
     *
     * @param folder the folder with one of the files
     * @param content which content the file may have: the book's weights, or any arrays with the six names
     * @return the arrays, unmodifiable, in the order W1, b1, W2, b2, W3, b3
     * @throws NoSuchFileException if neither file exists; the message says where the pickle comes from
     * @throws FileFormatException if the file is damaged, its content is not accepted, or its arrays have other names
     * @throws IOException if a file cannot be read or written
     */
    public static Map<String, NDArray> load(Path folder, Content content) throws IOException {
        Objects.requireNonNull(content, "content");
        Path npz = folder.resolve(NPZ);
        if (Files.exists(npz)) {
            Map<String, NDArray> arrays = ordered(npz, Npz.read(npz, NpzLimits.DEFAULT.expandedBytes(limit(content))));
            check(npz, content, arrays);
            return arrays;
        }
        Map<String, NDArray> arrays = loadPickle(folder.resolve(PICKLE.name()), content);
        if (Files.isWritable(folder)) {
            Npz.write(npz, arrays);
        }
        return arrays;
    }

    /**
     * Downloads the book's weights to the user's cache folder, which is described at {@link Mnist#download()}.
     *
     * @return the folder
     * @throws IOException as {@link #download(Path)}, or if the user's home folder is unknown
     */
    public static Path download() throws IOException {
        Path folder = DataFolders.current().cache();
        download(folder);
        return folder;
    }

    /**
     * Downloads and converts the book's weights, unless {@link #load(Path)} finds them in the folder.
     *
     * <p>The weights come from the book's repository, or from the mirrors in the system property
     * {@code dlfs4j.weights.mirrors}. {@link Mnist#download(Path)} describes the rules for mirrors and their time-outs.
     *
     * @param folder the folder, which is created if it does not exist; other weights in files with these names are
     *     replaced
     * @throws IOException if an address is refused, if no mirror has the file, or if a file cannot be written. The
     *     message says what was wrong with each mirror. Files in the folder are unchanged
     */
    public static void download(Path folder) throws IOException {
        download(
                folder,
                Mirrors.of(
                        MIRRORS,
                        "https://raw.githubusercontent.com/oreilly-japan/deep-learning-from-scratch/master/ch03/"));
    }

    static void download(Path folder, Mirrors mirrors) throws IOException {
        if (isLoadable(folder)) {
            return;
        }
        Path pickle = folder.resolve(PICKLE.name());
        if (!Files.exists(pickle) || !PICKLE.isContentOf(pickle)) {
            mirrors.fetch(PICKLE, folder);
        }
        // Replaces an existing archive of other weights, which would be read instead of the pickle.
        Npz.write(folder.resolve(NPZ), loadPickle(pickle, Content.KNOWN));
    }

    private static boolean isLoadable(Path folder) throws IOException {
        try {
            load(folder);
            return true;
        } catch (NoSuchFileException | FileFormatException e) {
            return false;
        }
    }

    private static Map<String, NDArray> loadPickle(Path pickle, Content content) throws IOException {
        if (!Files.exists(pickle)) {
            throw new NoSuchFileException(
                    pickle.toString(),
                    null,
                    "no such file, nor " + NPZ + "; SampleWeight.download(Path) fetches it; " + SOURCE);
        }
        if (content == Content.KNOWN) {
            PICKLE.checkContentOf(pickle);
        }
        return ordered(pickle, PickledArrays.read(pickle, limit(content)));
    }

    /** Returns the memory that the arrays may take before they are copied. The known ones take 181,440 bytes. */
    private static long limit(Content content) {
        return content == Content.KNOWN ? 1 << 20 : MemoryBudget.DEFAULT / 2;
    }

    /** Returns the six arrays in C order, as in the npz file. */
    private static Map<String, NDArray> ordered(Path file, Map<String, NDArray> arrays) throws FileFormatException {
        if (arrays.size() != NAMES.size() || !arrays.keySet().containsAll(NAMES)) {
            throw new FileFormatException(
                    file, 0, "arrays named " + NAMES, Excerpt.of(arrays.keySet().toString()));
        }
        Map<String, NDArray> ordered = new LinkedHashMap<>();
        for (String name : NAMES) {
            ordered.put(name, arrays.get(name).copy());
        }
        return Collections.unmodifiableMap(ordered);
    }

    private static void check(Path file, Content accepted, Map<String, NDArray> arrays) throws FileFormatException {
        if (accepted == Content.ANY) {
            return;
        }
        byte[] content = content(arrays);
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != ARRAYS_CRC32) {
            MessageDigest digest = Digests.sha256();
            digest.update(content);
            PublishedFile.check(file, ARRAYS_SHA256, digest);
        }
    }

    /**
     * Returns the names, dtypes, shapes and elements. They do not depend on the program that has written the archive.
     */
    private static byte[] content(Map<String, NDArray> arrays) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
            NDArray array = entry.getValue();
            String header = entry.getKey() + " " + array.dtype() + " " + array.shape() + "\n";
            content.writeBytes(header.getBytes(StandardCharsets.UTF_8));
            float[] elements = array.astype(DType.FLOAT32).toFloatArray();
            ByteBuffer bytes =
                    ByteBuffer.allocate(elements.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(elements);
            content.writeBytes(bytes.array());
        }
        return content.toByteArray();
    }
}
