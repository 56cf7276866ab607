package io.github.dlfs4j.book;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A text as numbers: each character is its place in the vocabulary.
 *
 * @param vocabulary all characters of the text in order, each once
 * @param train the first nine tenths of the text
 * @param heldOut the rest, which nobody learns
 */
record Novel(String vocabulary, NDArray train, NDArray heldOut) {
    /** Jane Austen's <i>Pride and Prejudice</i>; the page of its folder says where it comes from. */
    static final Path FILE = Path.of("data", "pride-and-prejudice.txt");

    static Novel read(Path file) throws IOException {
        return of(Files.readString(file, StandardCharsets.UTF_8));
    }

    static Novel of(String text) {
        String vocabulary =
                text.chars().distinct().sorted().mapToObj(Character::toString).collect(Collectors.joining());
        NDArray ids = NDArray.of(text.chars().mapToLong(vocabulary::indexOf).toArray());
        int train = (int) (ids.size() * 9L / 10);
        return new Novel(vocabulary, ids.get(Index.to(train)), ids.get(Index.from(train)));
    }

    /** Returns the first characters of what was held out. */
    String beginning(int length) {
        return text(heldOut.get(Index.to(length)));
    }

    /** Returns the numbers of a text. */
    long[] numbers(String text) {
        return text.chars().mapToLong(this::number).toArray();
    }

    private long number(int character) {
        int number = vocabulary.indexOf(character);
        if (number < 0) {
            throw new IllegalArgumentException("the novel has no character '%c'".formatted(character));
        }
        return number;
    }

    String text(NDArray numbers) {
        StringBuilder text = new StringBuilder();
        for (long number : numbers.toLongArray()) {
            text.append(vocabulary.charAt((int) number));
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
        int size = vocabulary.length();
        int[][][] counts = new int[size][size][size];
        int[][] totals = new int[size][size];
        long[] seen = train.toLongArray();
        for (int i = 2; i < seen.length; i++) {
            counts[(int) seen[i - 2]][(int) seen[i - 1]][(int) seen[i]]++;
            totals[(int) seen[i - 2]][(int) seen[i - 1]]++;
        }
        long[] unseen = heldOut.toLongArray();
        double bits = 0;
        for (int i = 2; i < unseen.length; i++) {
            int[] next = counts[(int) unseen[i - 2]][(int) unseen[i - 1]];
            int total = totals[(int) unseen[i - 2]][(int) unseen[i - 1]];
            bits -= Math.log((next[(int) unseen[i]] + 1.0) / (total + size)) / Math.log(2);
        }
        return bits / (unseen.length - 2);
    }
}
