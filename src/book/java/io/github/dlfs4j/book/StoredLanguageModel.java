package io.github.dlfs4j.book;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.io.TorchFile;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TorchWeights;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.training.Checkpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A language model from a file: a checkpoint, or a state dict of PyTorch with the same names. A state dict may have the
 * number of heads and the alphabet besides, by the names here; otherwise they are those of the model of the page.
 *
 * @param model the model
 * @param size its size
 * @param alphabet its characters in order
 * @param steps the number of steps that a checkpoint has made; null for a state dict
 * @param file the file for a program that reads the model
 */
public record StoredLanguageModel(
        LanguageModel model, LanguageModel.Size size, List<Integer> alphabet, Long steps, String file) {
    static final String HEADS = "heads";
    static final String ALPHABET = "alphabet";

    private static final Path FOLDER = Path.of("src", "book", "resources", "io", "github", "dlfs4j", "book");
    private static final String RESOURCE = "language-model.safetensors";
    private static final Words WORDS = new Words("io.github.dlfs4j.book.sentences");
    private static final int LARGEST_CONTEXT = 256;
    private static final int MOST_BLOCKS = 16;
    private static final long MOST_NUMBERS = 4_000_000;

    private static final Once<StoredLanguageModel> INCLUDED = Once.of(() -> {
        try (InputStream in = StoredLanguageModel.class.getResourceAsStream(RESOURCE)) {
            String file = FOLDER.resolve(RESOURCE).toString();
            return of(Safetensors.read(in, RESOURCE), List.of(), null, file);
        }
    });

    /** Returns the model of the page. */
    static StoredLanguageModel included() throws IOException {
        return INCLUDED.get();
    }

    /**
     * Reads a file of any of the three formats.
     *
     * @param content the content of the file
     * @return its model
     * @throws IOException if it is damaged, or has another model, which the message says in the language of the thread
     */
    public static StoredLanguageModel read(byte[] content) throws IOException {
        try {
            return read(content, said("file"));
        } catch (FileFormatException e) {
            boolean isKnown = content.length > Long.BYTES && (isZip(content) || content[Long.BYTES] == '{');
            throw new IOException(isKnown ? said("damaged", e.getMessage()) : said("unknown.file"), e);
        }
    }

    private static boolean isZip(byte... content) {
        return content.length >= 2 && content[0] == 'P' && content[1] == 'K';
    }

    private static StoredLanguageModel read(byte[] content, String name) throws IOException {
        InputStream in = new ByteArrayInputStream(content);
        List<Integer> alphabet = included().alphabet();
        if (!isZip(content)) {
            return of(Safetensors.read(in, name), alphabet, null, "model.safetensors");
        }
        ZipEntry first = new ZipInputStream(new ByteArrayInputStream(content)).getNextEntry();
        if (first == null || !first.getName().endsWith(".npy")) {
            return of(TorchFile.read(in, name), alphabet, null, "model.pt");
        }
        Checkpoint checkpoint = Checkpoint.read(in, name);
        boolean isOther =
                !checkpoint.description().equals(Novel.read(Novel.FILE).digest());
        refuse(isOther, "another.text", Novel.FILE);
        Map<String, NDArray> state = new HashMap<>();
        checkpoint.network().forEach((key, array) -> {
            boolean isTurned = key.endsWith("/W") && !key.startsWith("characters") && !key.startsWith("places");
            state.put(inTorch(key), isTurned ? array.transpose() : array);
        });
        return of(state, alphabet, checkpoint.steps(), "model.npz");
    }

    /** Returns the same model, for a program that reads this file. */
    StoredLanguageModel in(Path other) {
        return new StoredLanguageModel(model, size, alphabet, steps, other.toString());
    }

    private static String inTorch(String name) {
        return name.replaceFirst("/(W|gamma)$", ".weight")
                .replaceFirst("/(b|beta)$", ".bias")
                .replace('/', '.');
    }

    private static void refuse(boolean isWrong, String key, Object... values) throws IOException {
        if (isWrong) {
            throw new IOException(said(key, values));
        }
    }

    private static StoredLanguageModel of(
            Map<String, NDArray> content, List<Integer> usualAlphabet, Long steps, String file) throws IOException {
        Map<String, NDArray> state = new HashMap<>(content);
        NDArray heads = state.remove(HEADS);
        NDArray characters = state.remove(ALPHABET);
        for (Map.Entry<String, NDArray> entry : state.entrySet()) {
            boolean isFloating = entry.getValue().dtype().isFloating();
            refuse(isFloating && !SavedArrays.isFinite(entry.getValue()), "not.finite", Excerpt.of(entry.getKey()));
        }
        List<Integer> alphabet = characters == null ? usualAlphabet : alphabet(characters);
        LanguageModel.Size size = size(state, heads, alphabet.size());
        LanguageModel model = new LanguageModel(size, alphabet.size(), new RandomState(0));
        try {
            TorchWeights.of(model).load(state);
        } catch (IllegalArgumentException e) {
            throw new IOException(said("another.form", e.getMessage()));
        }
        return new StoredLanguageModel(model, size, alphabet, steps, file);
    }

    private static List<Integer> alphabet(NDArray characters) throws IOException {
        refuse(characters.dtype() != DType.INT64 || characters.size() == 0, "another.form", ALPHABET);
        long[] all = characters.toLongArray();
        LongStream valid = LongStream.of(all).filter(c -> c >= 0 && c <= Character.MAX_CODE_POINT);
        boolean isInOrder = Arrays.equals(all, valid.distinct().sorted().toArray());
        refuse(!isInOrder, "another.form", ALPHABET);
        return LongStream.of(all).mapToObj(c -> (int) c).toList();
    }

    private static LanguageModel.Size size(Map<String, NDArray> state, NDArray heads, int characters)
            throws IOException {
        NDArray rows = state.get("characters.weight");
        NDArray places = state.get("places.weight");
        boolean isThere = rows != null && rows.ndim() == 2 && places != null && places.ndim() == 2;
        refuse(!isThere, "another.form", "characters.weight, places.weight");
        refuse(rows.shape(0) != characters, "another.alphabet", rows.shape(0), characters);
        refuse(heads != null && (heads.dtype() != DType.INT64 || heads.size() != 1), "another.form", HEADS);
        long parts = heads == null ? LanguageModel.Size.USUAL.heads() : heads.toLongArray()[0];
        long width = places.shape(1);
        int blocks = 0;
        while (state.containsKey("block%s.before.weight".formatted(blocks))) {
            blocks++;
        }
        long numbers = (2L * characters + places.shape(0)) * width + 12L * blocks * width * width;
        boolean isLarge = places.shape(0) > LARGEST_CONTEXT || blocks > MOST_BLOCKS || numbers > MOST_NUMBERS;
        refuse(isLarge, "large", LARGEST_CONTEXT, MOST_BLOCKS, MOST_NUMBERS);
        boolean isNone = places.size() == 0 || blocks == 0 || parts < 1 || width % parts > 0;
        refuse(isNone, "another.size", places.shape(), blocks, parts);
        return new LanguageModel.Size(places.shape(0), (int) width, (int) parts, blocks);
    }

    /**
     * Returns a sentence in the language of the thread. An array has its first number, and numbers that are no integers
     * have the digits that the page shows.
     */
    static String said(String key, Object... values) {
        Object[] texts = Stream.of(values)
                .map(value -> value instanceof NDArray array ? (Object) array.toFloatArray()[0] : value)
                .map(value -> value instanceof Double || value instanceof Float ? rounded((Number) value, 1, 3) : value)
                .toArray();
        return WORDS.of(key, texts);
    }

    /** Returns a share in percent, with the digits that the page shows. */
    static String percent(Number share) {
        return rounded(share, 100, 1);
    }

    /** Rounds as the page does, which has the number from its text. Java's formats would round that a second time. */
    private static String rounded(Number number, int times, int digits) {
        double value = times * Double.parseDouble(number.toString());
        if (!Double.isFinite(value)) {
            return Words.PAGE.of("not.a.number");
        }
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP);
        return rounded.toPlainString().replace('-', '−');
    }

    /** Returns the difference of the first numbers of two arrays as they are shown, so that a sum adds up as shown. */
    static String shownDifference(NDArray sum, NDArray term) {
        BigDecimal[] shown = Stream.of(sum, term)
                .map(array ->
                        new BigDecimal(rounded(array.toFloatArray()[0], 1, 3).replace('−', '-')))
                .toArray(BigDecimal[]::new);
        return shown[0].subtract(shown[1]).toPlainString().replace('-', '−');
    }

    /** Returns the numbers of characters in the alphabet; negative ones if they are not there. */
    long[] numbers(int[] characters) {
        return IntStream.of(characters)
                .mapToLong(character -> Collections.binarySearch(alphabet, character))
                .toArray();
    }

    /** Returns a text of the model's characters by their numbers. */
    String text(long[] numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> Character.toString(alphabet.get((int) number)))
                .collect(Collectors.joining());
    }

    /**
     * Writes on after a text.
     *
     * @param beginning the text, whose characters the model knows
     * @param length the number of characters to write
     * @param sampling how they are drawn
     * @param seed the seed of the random numbers
     * @return the longer text
     */
    public String write(String beginning, int length, LanguageModel.Sampling sampling, long seed) {
        long[] numbers = numbers(beginning.codePoints().toArray());
        return text(model.write(numbers, length, sampling, seed).get(0).toLongArray());
    }
}
