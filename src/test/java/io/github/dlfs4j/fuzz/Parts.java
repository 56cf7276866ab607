package io.github.dlfs4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Bytes that are put together from numbers, texts and noise. */
final class Parts {
    /** Texts that a message must not hold as they are. */
    private static final String[] HOSTILE = {"\u001b[2J", "\u202e", "\n", "\u0000", "../", "\\", "\u2066é", ".npy"};

    private final SplittableRandom random;

    Parts(SplittableRandom random) {
        this.random = random;
    }

    /** True in one of so many cases. */
    boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The number, or hardly ever another, most of all at the limits. */
    long nearly(long number, int cases) {
        return oneIn(cases)
                ? oneOf(0L, 1L, number - 1, number + 1, 0xffffL, 0x7fff_ffffL, 0xffff_ffffL, random.nextLong())
                : number;
    }

    /** The name, or hardly ever another, which may be long or hold what does harm. */
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

    /** Any length, of any order of magnitude, below the bound. */
    int length(int bound) {
        return random.nextInt(1 + random.nextInt(bound));
    }

    /** The lowest bytes of a number, little endian. */
    static byte[] number(long number, int size) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        return Arrays.copyOf(all, size);
    }

    /** Characters up to U+00FF as bytes. */
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
