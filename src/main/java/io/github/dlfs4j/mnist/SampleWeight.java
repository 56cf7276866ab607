package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
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
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The weights of the book's three-layer network (784-50-100-10), trained on MNIST: {@code sample_weight.pkl} of chapter
 * 3.
 *
 * <p>The pickle is read once and converted to {@code sample_weight.npz} beside it, which is read from then on and by
 * {@code numpy.load} too. All arrays are float32 in C order.
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
    /** Of what {@link #content} gives. */
    private static final long ARRAYS_CRC32 = 0x47cc5673L;

    private static final String ARRAYS_SHA256 = "0154a181f87f70271fbc1a6da6a062d49a22d8b0b73319867b168b41c3abd879";

    private SampleWeight() {}

    /**
     * Loads the book's weights from the first of the folders that {@link Mnist#load()} names which has one of the
     * files.
     *
     * @return the arrays, unmodifiable, in the order W1, b1, W2, b2, W3, b3
     * @throws NoSuchFileException if none has one; the message names all, and the call that fills the last
     * @throws IOException as {@link #load(Path, Content)}
     */
    public static Map<String, NDArray> load() throws IOException {
        return load(DataFolders.current()
                .holding(
                        new EitherFile(),
                        PICKLE.name() + " or " + NPZ,
                        "SampleWeight.download() fetches it to the last; " + SOURCE));
    }

    /** Whether a folder holds the archive or the pickle. */
    private record EitherFile() implements Predicate<Path> {
        @Override
        public boolean test(Path folder) {
            return Files.exists(folder.resolve(NPZ)) || Files.exists(folder.resolve(PICKLE.name()));
        }
    }

    /**
     * Loads the book's weights and no others.
     *
     * @param folder where {@code sample_weight.npz} or {@code sample_weight.pkl} is
     * @return the arrays, unmodifiable, in the order W1, b1, W2, b2, W3, b3
     * @throws IOException as {@link #load(Path, Content)}
     */
    public static Map<String, NDArray> load(Path folder) throws IOException {
        return load(folder, Content.KNOWN);
    }

    /**
     * Loads weights from {@code sample_weight.npz} or, where there is none, from {@code sample_weight.pkl}, which is
     * then converted to it, unless the folder cannot be written to. They may take half as much memory as
     * {@link Npz#read(Path)} lets other arrays take, that is 512 MiB, or a quarter of the largest heap where that is
     * less, since they are copied; the book's weights 1 MiB. {@link Npz#read(Path, NpzLimits)} and
     * {@link PickledArrays#read(Path, long)} read larger ones.
     *
     * @param folder where one of the files is
     * @param content which content the file may have: the book's weights, or any arrays of the six names
     * @return the arrays, unmodifiable, in the order W1, b1, W2, b2, W3, b3
     * @throws NoSuchFileException if neither is there; the message says where the pickle comes from
     * @throws FileFormatException if the file is damaged, its content is not accepted, or its arrays have other names
     * @throws IOException if a file cannot be read or written
     */
    public static Map<String, NDArray> load(Path folder, Content content) throws IOException {
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
     * Fetches the book's weights to the user's cache folder, the one of {@link Mnist#download()}.
     *
     * @return the folder
     * @throws IOException as {@link #download(Path)}, or if no home of the user is known
     */
    public static Path download() throws IOException {
        Path folder = DataFolders.current().cache();
        download(folder);
        return folder;
    }

    /**
     * Fetches the book's weights unless {@link #load(Path)} finds them in the folder, and converts them.
     *
     * <p>They come from the book's repository, or from where the system property {@code dlfs4j.weights.mirrors} says;
     * all that {@link Mnist#download(Path)} says of its mirrors and of the time they may take holds for these too.
     *
     * @param folder made if it does not exist; other weights in files of these names are replaced by the book's
     * @throws IOException if an address is refused, if no mirror gives the file, with what was wrong with each of them,
     *     or if a file cannot be written; files that are there are as they were
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
        // Other weights there would be read in the pickle's place.
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

    /** What the arrays may take in memory before they are copied: the known ones take 181,440 bytes. */
    private static long limit(Content content) {
        return content == Content.KNOWN ? 1 << 20 : MemoryBudget.DEFAULT / 2;
    }

    /** The six arrays in C order, as they come out of an npz file. */
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
            MessageDigest digest = Content.sha256();
            digest.update(content);
            accepted.check(file, ARRAYS_SHA256, digest);
        }
    }

    /** Names, dtypes, shapes and elements, so that it matters not which program has written the archive. */
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
