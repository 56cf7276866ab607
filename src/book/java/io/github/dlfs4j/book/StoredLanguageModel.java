package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;

import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.io.TorchFile;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TorchWeights;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.training.Checkpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A language model from a file: a checkpoint, or a state dict of PyTorch with the same names. A state dict may have the
 * number of heads and the alphabet besides, by the names here; otherwise they are those of the model of the page.
 *
 * @param model the model
 * @param size its size
 * @param alphabet its characters in order
 * @param kind the format of the file
 * @param steps the number of steps that a checkpoint has made; null for a state dict
 * @param file the file to name in a command
 */
record StoredLanguageModel(
        LanguageModel model, LanguageModel.Size size, List<Integer> alphabet, Kind kind, Long steps, String file) {
    static final Words WORDS = new Words("io.github.dlfs4j.book.sentences");
    static final String HEADS = "heads";
    static final String ALPHABET = "alphabet";
    static final String RESOURCE = "language-model.safetensors";

    private static final int LARGEST_CONTEXT = 256;
    private static final int MOST_BLOCKS = 16;
    private static final long MOST_NUMBERS = 4_000_000;

    /** The format of a file, with the ending of its name. */
    enum Kind {
        CHECKPOINT("npz"),
        SAFETENSORS("safetensors"),
        TORCH("pt");

        final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    private static final Once<StoredLanguageModel> INCLUDED = Once.of(() -> {
        try (InputStream in = StoredLanguageModel.class.getResourceAsStream(RESOURCE)) {
            return of(Safetensors.read(in, RESOURCE), List.of(), Kind.SAFETENSORS, null)
                    .in("src/book/resources/io/github/dlfs4j/book/" + RESOURCE);
        }
    });

    /** Returns the model of the page. */
    static StoredLanguageModel included() throws IOException {
        return INCLUDED.get();
    }

    /** Returns the same model, with the file that a command on this machine can name. */
    StoredLanguageModel in(String path) {
        return new StoredLanguageModel(model, size, alphabet, kind, steps, path);
    }

    /**
     * Reads a file of any of the three formats.
     *
     * @throws IOException if it is damaged, or has another model, which the message says in the language of the thread
     */
    static StoredLanguageModel read(byte[] content) throws IOException {
        InputStream in = new ByteArrayInputStream(content);
        String name = said("file");
        List<Integer> alphabet = included().alphabet();
        if (!new String(content, 0, Math.min(2, content.length), StandardCharsets.ISO_8859_1).equals("PK")) {
            return of(Safetensors.read(in, name), alphabet, Kind.SAFETENSORS, null);
        }
        ZipEntry first = new ZipInputStream(new ByteArrayInputStream(content)).getNextEntry();
        if (first == null || !first.getName().endsWith(".npy")) {
            return of(TorchFile.read(in, name), alphabet, Kind.TORCH, null);
        }
        Checkpoint checkpoint = Checkpoint.read(in, name);
        if (!checkpoint.description().equals(Novel.read(Novel.FILE).digest())) {
            throw new IOException(said("another.text", Novel.FILE));
        }
        Map<String, NDArray> state = new HashMap<>();
        checkpoint.network().forEach((key, array) -> {
            boolean isTurned = key.endsWith("/W") && !key.startsWith("characters") && !key.startsWith("places");
            state.put(inTorch(key), isTurned ? array.transpose() : array);
        });
        return of(state, alphabet, Kind.CHECKPOINT, checkpoint.steps());
    }

    private static String inTorch(String name) {
        return name.replaceFirst("/(W|gamma)$", ".weight")
                .replaceFirst("/(b|beta)$", ".bias")
                .replace('/', '.');
    }

    private static StoredLanguageModel of(
            Map<String, NDArray> content, List<Integer> usualAlphabet, Kind kind, Long steps) throws IOException {
        Map<String, NDArray> state = new HashMap<>(content);
        NDArray heads = state.remove(HEADS);
        NDArray characters = state.remove(ALPHABET);
        for (Map.Entry<String, NDArray> entry : state.entrySet()) {
            NDArray array = entry.getValue();
            if (array.dtype().isFloating() && !SavedArrays.isFinite(array)) {
                throw new IOException(said("not.finite", entry.getKey()));
            }
        }
        List<Integer> alphabet = characters == null ? usualAlphabet : alphabet(characters);
        LanguageModel.Size size = size(state, heads, alphabet.size());
        LanguageModel model = new LanguageModel(size, alphabet.size(), new RandomState(0));
        try {
            TorchWeights.of(model).load(state);
        } catch (IllegalArgumentException e) {
            throw new IOException(said("another.form", e.getMessage()));
        }
        return new StoredLanguageModel(model, size, alphabet, kind, steps, "model." + kind.ending);
    }

    private static List<Integer> alphabet(NDArray characters) throws IOException {
        List<Integer> alphabet = new ArrayList<>();
        for (long character : integers(ALPHABET, characters)) {
            boolean isNext = alphabet.isEmpty() || alphabet.get(alphabet.size() - 1) < character;
            if (!isNext || character > Character.MAX_CODE_POINT || character < 0) {
                throw new IOException(said("another.form", ALPHABET));
            }
            alphabet.add((int) character);
        }
        return Collections.unmodifiableList(alphabet);
    }

    private static long[] integers(String name, NDArray array) throws IOException {
        if (array.dtype() != DType.INT64 || array.size() == 0) {
            throw new IOException(said("another.form", name));
        }
        return array.toLongArray();
    }

    private static LanguageModel.Size size(Map<String, NDArray> state, NDArray heads, int characters)
            throws IOException {
        NDArray rows = state.get("characters.weight");
        NDArray places = state.get("places.weight");
        if (rows == null || rows.ndim() != 2 || places == null || places.ndim() != 2) {
            throw new IOException(said("another.form", "characters.weight, places.weight"));
        }
        if (rows.shape(0) != characters) {
            throw new IOException(said("another.alphabet", rows.shape(0), characters));
        }
        int width = places.shape(1);
        int blocks = 0;
        while (state.containsKey(format("block%s.before.weight", blocks))) {
            blocks++;
        }
        long numbers = (2L * characters + places.shape(0)) * width + 12L * blocks * width * width;
        long parts = heads == null ? LanguageModel.Size.USUAL.heads() : integers(HEADS, heads)[0];
        if (places.shape(0) > LARGEST_CONTEXT || blocks > MOST_BLOCKS || numbers > MOST_NUMBERS) {
            throw new IOException(said("large", LARGEST_CONTEXT, MOST_BLOCKS, MOST_NUMBERS));
        }
        if (places.size() == 0 || blocks == 0 || parts < 1 || width % parts > 0) {
            throw new IOException(said("another.size", places.shape(), blocks, parts));
        }
        return new LanguageModel.Size(places.shape(0), width, (int) parts, blocks);
    }

    /** Returns a sentence in the language of the thread. */
    static String said(String key, Object... values) {
        return WORDS.of(key, values);
    }

    /** Returns a text of the model's characters by their numbers. */
    String text(NDArray numbers) {
        return LongStream.of(numbers.toLongArray())
                .collect(
                        StringBuilder::new,
                        (text, id) -> text.appendCodePoint(alphabet.get((int) id)),
                        StringBuilder::append)
                .toString();
    }
}
