package io.github.dlfs4j;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A way to damage a file, fully told by its kind and seed. */
public record Mutation(Kind kind, long seed) {
    /** What is done to the bytes. */
    public enum Kind {
        /** Some of the last bytes are cut off. */
        TRUNCATED,
        /** Some bytes are appended. */
        OVERSIZED,
        /** One or more of the first four bytes are others. */
        WRONG_MAGIC,
        /** One to four bits are flipped anywhere. */
        FLIPPED,
        /** One to four bits are flipped in the first or last 128 bytes, where headers and directories are. */
        FLIPPED_AT_THE_ENDS,
        /** Some bytes are taken out, or others are put in. */
        SHIFTED,
        /** 1, 2, 4 or 8 bytes become a number at the limits: 0, 1, -1, the largest, the smallest. */
        NUMBER_AT_THE_LIMIT,
        /** Some bytes are put in a second time elsewhere. */
        REPEATED
    }

    /** Mutations of every kind, a number of each. */
    public static List<Mutation> all(long seed, int ofEachKind) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> LongStream.range(0, ofEachKind).mapToObj(i -> new Mutation(kind, 1000 * seed + i)))
                .toList();
    }

    /** Mutations of all kinds in turn. */
    public static Stream<Mutation> inTurn(long seed, int count) {
        Kind[] kinds = Kind.values();
        return IntStream.range(0, count).mapToObj(i -> new Mutation(kinds[i % kinds.length], 1_000_000 * seed + i));
    }

    /** The damaged copy, which differs from the original. */
    public byte[] apply(byte... original) {
        SplittableRandom random = new SplittableRandom(31 * seed + kind.name().hashCode());
        byte[] damaged;
        do {
            damaged = applyOnce(random, original);
        } while (Arrays.equals(damaged, original));
        return damaged;
    }

    private byte[] applyOnce(SplittableRandom random, byte... original) {
        int length = original.length;
        return switch (kind) {
            case TRUNCATED -> Arrays.copyOf(original, random.nextBoolean() ? length - 1 : random.nextInt(length));
            case OVERSIZED -> replace(original, length, 0, random(random, 1 + random.nextInt(40)));
            case WRONG_MAGIC -> {
                int start = random.nextInt(4);
                byte[] others = random(random, 1 + random.nextInt(4 - start));
                yield replace(original, start, others.length, others);
            }
            case FLIPPED -> flip(random, length, 0, original);
            case FLIPPED_AT_THE_ENDS -> {
                int window = Math.min(128, length);
                yield flip(random, window, random.nextBoolean() ? 0 : length - window, original);
            }
            case SHIFTED -> {
                int start = random.nextInt(length);
                int removed = random.nextInt(Math.min(16, length - start) + 1);
                yield replace(original, start, removed, random(random, random.nextInt(16)));
            }
            case NUMBER_AT_THE_LIMIT -> {
                byte[] number = numberAtTheLimit(random, Math.min(length, 1 << random.nextInt(4)));
                int start = placeOf(random, length - number.length + 1);
                yield replace(original, start, number.length, number);
            }
            case REPEATED -> {
                int start = placeOf(random, length);
                int end = start + 1 + random.nextInt(Math.min(64, length - start));
                yield replace(original, placeOf(random, length), 0, Arrays.copyOfRange(original, start, end));
            }
        };
    }

    /** Anywhere, or in one of two cases among the first or last 128 bytes. */
    private static int placeOf(SplittableRandom random, int length) {
        int window = Math.min(128, length);
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(window);
            case 1 -> length - 1 - random.nextInt(window);
            default -> random.nextInt(length);
        };
    }

    private static byte[] numberAtTheLimit(SplittableRandom random, int size) {
        byte[] number = new byte[size];
        boolean ones = random.nextBoolean();
        Arrays.fill(number, (byte) (ones ? 0xff : 0));
        int highest = random.nextBoolean() ? 0 : size - 1;
        int lowest = size - 1 - highest;
        switch (random.nextInt(3)) {
            case 0 -> number[highest] ^= (byte) 0x80;
            case 1 -> number[lowest] ^= 1;
            default -> {
                // All bits alike: 0 or -1.
            }
        }
        return number;
    }

    private static byte[] random(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] replace(byte[] original, int start, int removed, byte... added) {
        byte[] result = new byte[original.length - removed + added.length];
        System.arraycopy(original, 0, result, 0, start);
        System.arraycopy(added, 0, result, start, added.length);
        System.arraycopy(original, start + removed, result, start + added.length, original.length - start - removed);
        return result;
    }

    private static byte[] flip(SplittableRandom random, int window, int start, byte... original) {
        byte[] flipped = original.clone();
        for (int bits = 1 + random.nextInt(4); bits > 0; bits--) {
            flipped[start + random.nextInt(window)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }
}
