package io.github.dlfs4j;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

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
        SHIFTED
    }

    /** Mutations of every kind, a number of each. */
    public static List<Mutation> all(long seed, int ofEachKind) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> LongStream.range(0, ofEachKind).mapToObj(i -> new Mutation(kind, 1000 * seed + i)))
                .toList();
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
        };
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
