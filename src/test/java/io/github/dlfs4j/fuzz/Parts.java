package io.github.dlfs4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The parts of made files: numbers, texts and noise. */
final class Parts {
    /** Texts that a message must escape. */
    private static final String[] HOSTILE = {"\u001b[2J", "\u202e", "\n", "\u0000", "../", "\\", "\u2066é", ".npy"};

    private final SplittableRandom random;

    Parts(SplittableRandom random) {
        this.random = random;
    }

    /** Returns {@code true} in one of this many cases. */
    boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns the number, or rarely another one, mostly at the limits. */
    long nearly(long number, int cases) {
        return oneIn(cases)
                ? oneOf(0L, 1L, number - 1, number + 1, 0xffffL, 0x7fff_ffffL, 0xffff_ffffL, random.nextLong())
                : number;
    }

    /** Returns the name, or rarely another one, which may be long or harmful. */
    String nearly(String name, int cases) {
        return switch (random.nextInt(5 * cases)) {
            case 0 -> "";
            case 1, 2 -> oneOf(HOSTILE) + name;
            case 3 -> name + oneOf(HOSTILE).repeat(random.nextInt(300));
            case 4 -> "n".repeat(random.nextInt(2000)) + name;
            default -> name;
        };
    }

    byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns a length below the bound, of any order of magnitude. */
    int length(int bound) {
        return random.nextInt(1 + random.nextInt(bound));
    }

    /** Returns the lowest bytes of a number, little endian. */
    static byte[] number(long number, int size) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        return Arrays.copyOf(all, size);
    }

    /** Returns characters up to U+00FF as bytes. */
    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
