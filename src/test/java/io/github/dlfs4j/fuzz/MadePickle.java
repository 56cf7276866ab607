package io.github.dlfs4j.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * A pickle that is made of instructions. Most of them are those that NumPy writes. Among them are others, with any
 * operands, and sometimes many times.
 */
final class MadePickle {
    private static final String CODES =
            "().0125FIJKLMNPQRSTUVXabcdeghijloqprstu]}BC\u0080\u0081\u0085\u0086\u0087\u0088\u0089\u008a\u008b"
                    + "\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098";
    private static final String NONE = "J\u00ff\u00ff\u00ff\u00ff";

    private final Parts parts;

    MadePickle(SplittableRandom random) {
        this.parts = new Parts(random);
    }

    byte[] file() {
        StringBuilder pickle = new StringBuilder(parts.oneIn(20) ? "" : "\u0080" + parts.oneOf("\2", "\3", "\4", "\5"));
        boolean single = parts.oneIn(2);
        pickle.append(single ? "}" : "}(");
        for (int items = parts.length(6); items >= 0; items--) {
            pickle.append(key()).append(value()).append(single ? "s" : "");
            if (parts.oneIn(8)) {
                String repeated = some();
                pickle.append(repeated.repeat(parts.length(Math.min(20_000, 1_000_000 / repeated.length()))));
            }
        }
        pickle.append(single ? "" : "u").append('.');
        return Parts.latin1(pickle.toString());
    }

    private String key() {
        return parts.oneIn(10) ? some() : text(parts.nearly(parts.oneOf("W", "b", "W1"), 8)) + memo();
    }

    private String memo() {
        return parts.oneOf("", "q" + parts.oneOf("\0", "\1", "\2"), "\u0094");
    }

    private String text(String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return parts.oneIn(3) && bytes.length() < 256
                ? "\u008c" + (char) bytes.length() + bytes
                : "X" + length(bytes.length()) + bytes;
    }

    private String value() {
        return switch (parts.oneOf(0, 1, 2, 3, 4, 5)) {
            case 0 -> some();
            case 1 -> "cnumpy.core.multiarray\nscalar\n" + dtype("f8") + bytes(8) + "\u0086R";
            default -> array();
        };
    }

    private String array() {
        int size = parts.oneOf(1, 2, 4, 8);
        String type = parts.oneOf("u", "i", "f", "b") + size;
        int count = parts.length(parts.oneOf(10, 10, 1000));
        String shape = (parts.oneIn(5) ? "K\1K\1" + number(count) + "\u0087" : number(count) + "\u0085");
        String elements = parts.oneIn(6) ? encoded(count * size) : bytes(count * size);
        if (parts.oneIn(2)) {
            String order = parts.oneIn(8) ? some() : "U\1" + parts.oneOf("C", "F");
            return "cnumpy.core.numeric\n_frombuffer\n(" + elements + dtype(type) + shape + order + "tR" + memo();
        }
        String made = "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085C\1b\u0087R" + memo();
        return made + "(K\1" + shape + dtype(type) + parts.oneOf("\u0088", "\u0089") + elements + "tb";
    }

    private String number(int count) {
        return "J" + length(parts.nearly(count, 15));
    }

    private static String length(long value) {
        return new String(Parts.number(value, 4), StandardCharsets.ISO_8859_1);
    }

    private String bytes(int length) {
        byte[] noise = parts.noise((int) Math.min(Math.max(0, parts.nearly(length, 15)), 100_000));
        return "B" + length(noise.length) + new String(noise, StandardCharsets.ISO_8859_1) + memo();
    }

    private String encoded(int length) {
        String content = new String(parts.noise(length), StandardCharsets.ISO_8859_1);
        return "c_codecs\nencode\n" + text(content) + "U\6latin1\u0086R";
    }

    private String dtype(String type) {
        String code = parts.oneIn(20) ? parts.oneOf("c8", "O8", "V4") : type;
        String order = parts.oneOf("<", ">", type.endsWith("1") ? "|" : "<");
        return "cnumpy\ndtype\nU\2" + code + "\u0089\u0088\u0087R(K\3U\1" + order + "NNN" + NONE + NONE + "K\0tb";
    }

    /** Returns any instruction with any operand, or a value that is valid elsewhere. */
    private String some() {
        return switch (parts.oneOf(0, 1, 2, 3, 4, 5, 6, 7)) {
            case 0 ->
                parts.oneOf(CODES.split("")) + new String(parts.noise(parts.length(9)), StandardCharsets.ISO_8859_1);
            case 1 -> "h" + parts.oneOf("\0", "\1", "\2");
            case 2 -> parts.oneOf("N", "}", ")", "(", "t", "\u0085", "s", "u", "b", "R");
            case 3 -> text("t".repeat(parts.length(5000)));
            case 4 -> bytes(parts.length(5000));
            case 5 -> "c" + parts.nearly("numpy", 2) + "\n" + parts.nearly("dtype", 2) + "\n";
            case 6 -> "h\0h\1s";
            default -> dtype("f4");
        };
    }
}
