package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pickle costs to read: time and memory in proportion to its bytes, whatever its instructions are. */
class PickleWorkTest {
    private static final String UINT8 = dtype("u1", "|");

    /** Instructions for an array of one byte, which is put into place 1 of the memo. */
    private static final String SCALAR = "cnumpy.core.multiarray\nscalar\n" + UINT8 + "C\1\4\u0086Rq\1";

    private static final String KEY_TOO_LONG = "expected a key of at most 1000 bytes, found ";

    @TempDir
    private Path folder;

    private static String dtype(String code, String order) {
        String none = "J\u00ff\u00ff\u00ff\u00ff";
        return "cnumpy\ndtype\nU\2" + code + "\u0089\u0088\u0087R(K\3U\1" + order + "NNN" + none + none + "K\0tb";
    }

    /** A length in four bytes, as a pickle has it. */
    private static String length(int value) {
        byte[] bytes = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Path pickle(String... instructions) throws IOException {
        String content = "\u0080\3" + String.join("", instructions);
        return Files.write(folder.resolve("a.pickle"), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reading takes little memory besides the buffers, and far less time than one more pass for each instruction. */
    private static void assertCheap(Path file, long maxBytes) {
        Usage usage = Usage.of(() -> PickledArrays.read(file));
        assertThat(usage.bytes()).isLessThan(maxBytes);
        assertThat(usage.nanoseconds()).isLessThan(3_000_000_000L);
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> PickledArrays.read(file))
                .withMessageContaining(message);
    }

    @Test
    void aLongKeyOfManyDictionariesIsNotDecodedForEach() throws IOException {
        String key = "B" + length(100_000) + "k".repeat(100_000) + "q\0";
        Path file = pickle(SCALAR, key, "}h\0h\1s".repeat(30_000), "}.");
        assertCheap(file, 40L << 20);
        assertRefused(file, KEY_TOO_LONG + "100000 bytes");
    }

    @Test
    void theLongestKeyMayBeStoredOften() throws IOException {
        String bytes = "B" + length(1000) + "k".repeat(1000) + "q\0";
        assertCheap(pickle(SCALAR, bytes, "}q\2", "h\0h\1s".repeat(60_000), "h\2."), 40L << 20);
        Path file = pickle("}", bytes, SCALAR, "s", "h\0h\1s".repeat(60_000), ".");
        assertCheap(file, 40L << 20);
        assertThat(PickledArrays.read(file)).containsOnlyKeys("k".repeat(1000));
    }

    @Test
    void equalLongTextsAreNotCompared() throws IOException {
        String text = "X" + length(5_000_000) + "k".repeat(5_000_000);
        Path file = pickle(SCALAR, text, "q\2", text, "q\3", "}", "h\2h\1sh\3h\1s".repeat(20_000), ".");
        assertCheap(file, 8L << 20);
        assertRefused(file, KEY_TOO_LONG + "a text of 5000000 bytes");
    }

    /** "Aa" and "BB" have the same hash, and so have all strings that are built from equally many of the two. */
    @Test
    void longKeysOfOneHashAreRefused() throws IOException {
        StringBuilder items = new StringBuilder("}(");
        for (int i = 0; i < 64; i++) {
            String bits = Integer.toBinaryString(64 + i)
                    .substring(1)
                    .replace("0", "Aa")
                    .replace("1", "BB");
            String key = bits + "Aa".repeat(75_000);
            items.append('X').append(length(key.length())).append(key).append("h\1");
        }
        Path file = pickle(SCALAR, items.toString(), "u.");
        assertCheap(file, 8L << 20);
        assertRefused(file, KEY_TOO_LONG);
    }

    /** 4,096 keys of 1,000 characters that differ only at the end, each stored many times. */
    @Test
    void manyShortKeysOfOneHashAreCheapEnough() throws IOException {
        StringBuilder keys = new StringBuilder();
        StringBuilder items = new StringBuilder("}");
        for (int i = 0; i < 4096; i++) {
            String bits = Integer.toBinaryString(4096 + i)
                    .substring(1)
                    .replace("0", "Aa")
                    .replace("1", "BB");
            String key = "Aa".repeat(488) + bits;
            keys.append('X')
                    .append(length(key.length()))
                    .append(key)
                    .append('r')
                    .append(length(i + 10))
                    .append("q\0");
            items.append(("j" + length(i + 10) + "h\1s").repeat(12));
        }
        assertCheap(pickle(SCALAR, keys.toString(), items.toString(), "."), 64L << 20);
    }

    @Test
    void aLongTupleIsNotTakenForAShapeAgainAndAgain() throws IOException {
        String tuple = "(" + "K\1".repeat(60_000) + "tq\2";
        String call = "cnumpy.core.numeric\n_frombuffer\n(C\0" + UINT8 + "h\2U\1CtR";
        Path file = pickle(tuple, call.repeat(3000), ".");
        assertCheap(file, 16L << 20);
        assertRefused(file, "expected a shape of at most 64 axes, found 60000 axes");
    }

    /** The elements are read from where they are in the file; text of protocol 2 is decoded on the way. */
    @Test
    void readingAPickleTakesTheMemoryOfTheArraysAndNoMore() throws IOException {
        int count = 1_000_000;
        String array =
                "cnumpy.core.numeric\n_frombuffer\n(%s" + dtype("f8", "<") + "J" + length(count) + "\u0085U\1CtR";
        String elements = "B" + length(8 * count) + "\0\0\0\0\0\0\u00f0?".repeat(count);
        Path binary = pickle("}U\1x", array.formatted(elements), "s.");
        assertCheap(binary, 8L * count + (1 << 20));
        assertThat(PickledArrays.read(binary)).isEqualTo(Map.of("x", NDArray.ones(count)));

        // U+00F0 in UTF-8.
        String text = "X" + length(9 * count) + "\0\0\0\0\0\0\u00c3\u00b0?".repeat(count);
        String encoded = "c_codecs\nencode\n" + text + "U\6latin1\u0086R";
        Path inText = pickle("}U\1x", array.formatted(encoded), "s.");
        assertCheap(inText, 8L * count + (1 << 20));
        assertThat(PickledArrays.read(inText)).isEqualTo(Map.of("x", NDArray.ones(count)));
    }

    @Test
    void longTextThatIsNotLatin1IsRefusedWhereItIsEncoded() throws IOException {
        for (String wrong : new String[] {"\u00c4\u0080", "\u00c3(", "\u0080", "\u00ff", "\u00c0\u0080"}) {
            String text = "X" + length(5000 + wrong.length()) + "e".repeat(5000) + wrong;
            assertRefused(
                    pickle("c_codecs\nencode\n" + text + "U\6latin1\u0086R."),
                    "expected a text in latin1, found other characters");
        }
    }

    @Test
    void theLimitOfAPickleCountsTheMemoryThatResults() throws IOException {
        String array =
                "cnumpy.core.numeric\n_frombuffer\n(C\12" + "e".repeat(10) + dtype("i1", "|") + "K\12\u0085U\1CtR";
        Path file = pickle("}(U\1x", array, "U\1y", array, "u.");
        assertThat(PickledArrays.read(file, 160)).hasSize(2);
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> PickledArrays.read(file, 159))
                .withMessageContaining(
                        "expected arrays of at most 159 bytes in memory, found 10 elements of int64, which take 80 bytes");
    }
}
