package io.github.dlfs4j.book;

import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A text as numbers: each character is its place in the vocabulary.
 *
 * @param vocabulary all characters of the text in order, each once
 * @param train the first nine tenths of the text
 * @param heldOut the rest, which nobody learns
 * @param digest the SHA-256 of the text, which tells it from any other
 */
record Novel(List<Integer> vocabulary, NDArray train, NDArray heldOut, String digest) {
    /** Jane Austen's <i>Pride and Prejudice</i>; the page of its folder says where it comes from. */
    static final Path FILE = Path.of("data", "pride-and-prejudice.txt");

    static Novel read(Path file) throws IOException {
        try {
            return of(decoded(file, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
    }

    private static String decoded(Path file, byte[] bytes) throws FileFormatException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, text, true).isError()) {
            String found = "the byte 0x" + HexFormat.of().toHexDigits(in.get(in.position()));
            throw new FileFormatException(file, in.position(), "a character in UTF-8", found);
        }
        return text.flip().toString();
    }

    static Novel of(String text) {
        List<Integer> vocabulary = text.codePoints().distinct().sorted().boxed().toList();
        NDArray ids = NDArray.of(text.codePoints()
                .mapToLong(character -> Collections.binarySearch(vocabulary, character))
                .toArray());
        int train = (int) (ids.size() * 9L / 10);
        byte[] digest = Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return new Novel(
                vocabulary,
                ids.get(Index.to(train)),
                ids.get(Index.from(train)),
                HexFormat.of().formatHex(digest));
    }

    /** Returns the first characters of what was held out. */
    String beginning(int length) {
        return text(heldOut.get(Index.to(length)));
    }

    /** Returns the numbers of a text to write on after. */
    long[] numbers(String text) {
        return text.codePoints().mapToLong(this::number).toArray();
    }

    private long number(int character) {
        int number = Collections.binarySearch(vocabulary, character);
        if (number < 0) {
            throw new Refusal("--prompt: the text to learn has no character '" + Character.toString(character) + "'");
        }
        return number;
    }

    String text(NDArray numbers) {
        StringBuilder text = new StringBuilder();
        for (long number : numbers.toLongArray()) {
            text.appendCodePoint(vocabulary.get((int) number));
        }
        return text.toString();
    }

    /** Returns pieces of a text, so many characters from one to the next; the targets are the characters after each. */
    static Dataset pieces(NDArray ids, int length, int step) {
        NDArray windows = ids.slidingWindowView(new int[] {length + 1}).get(Index.range(null, null, step));
        return Dataset.of(windows.get(Index.all(), Index.to(-1)), windows.get(Index.all(), Index.from(1)));
    }

    /**
     * Returns the bits per character of the text that was held out, if each character is guessed by how often it came
     * after the two before it. Every count begins at 1.
     */
    double bitsByCountingThree() {
        int size = vocabulary.size();
        // Only what occurs is counted: of a large vocabulary, hardly any three characters do.
        Map<Long, Integer> twos = new HashMap<>();
        Map<Long, Integer> threes = new HashMap<>();
        long[] seen = train.toLongArray();
        for (int i = 2; i < seen.length; i++) {
            long two = seen[i - 2] * size + seen[i - 1];
            twos.merge(two, 1, Integer::sum);
            threes.merge(two * size + seen[i], 1, Integer::sum);
        }
        long[] unseen = heldOut.toLongArray();
        double bits = 0;
        for (int i = 2; i < unseen.length; i++) {
            long two = unseen[i - 2] * size + unseen[i - 1];
            double next = threes.getOrDefault(two * size + unseen[i], 0) + 1;
            bits -= Math.log(next / (twos.getOrDefault(two, 0) + size)) / Math.log(2);
        }
        return bits / (unseen.length - 2);
    }
}
