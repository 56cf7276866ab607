package io.github.dlfs4j.ndarray.kernel.sorting;

import java.util.Arrays;

/**
 * Brings the key that belongs at a place there, with no greater key before and no smaller one behind, in linear time.
 *
 * <p>It looks at the highest digit in which keys differ. The counts of that digit's values tell which value the key of
 * the place has. Keys with a smaller digit go to the front and those with a greater one to the back, and the search
 * goes on among the keys with the same digit. In each of the three parts keys stay in order, so the result does not
 * depend on anything but the keys, and equal keys stay in order.
 */
public final class RadixSelect {
    /** Fewer keys than this are sorted by insertion. */
    private static final int FEW = 32;

    /** From this many keys on, a digit has 11 bits. Below, it has 8: more counters would cost more than they save. */
    private static final int WIDE = 1 << 12;

    private static final int WIDTH = 11;
    private static final int NARROW_WIDTH = 8;

    /**
     * Brings keys to their places, and moves their companions along.
     *
     * @param keys the keys
     * @param companions the companion of each key; null if there are none
     * @param spareKeys room for n keys; undefined afterwards
     * @param spareCompanions room for n companions; undefined afterwards
     * @param n how many
     * @param places the places, ascending
     */
    public static void select(
            long[] keys, int[] companions, long[] spareKeys, int[] spareCompanions, int n, int... places) {
        int[] counts = new int[1 << (n < WIDE ? NARROW_WIDTH : WIDTH)];
        int from = 0;
        for (int place : places) {
            if (place >= from) {
                select(keys, companions, spareKeys, spareCompanions, from, n, place, counts);
                from = place + 1;
            }
        }
    }

    private static void select(
            long[] keys,
            int[] companions,
            long[] spareKeys,
            int[] spareCompanions,
            int start,
            int end,
            int place,
            int... counts) {
        int from = start;
        int to = end;
        while (to - from >= FEW) {
            int top = Long.SIZE - Long.numberOfLeadingZeros(varyingBits(keys, from, to));
            if (top == 0) {
                return;
            }
            int width = to - from < WIDE ? NARROW_WIDTH : WIDTH;
            int shift = Math.max(top - width, 0);
            int mask = (1 << width) - 1;
            count(keys, from, to, shift, mask, counts);
            int digit = 0;
            int before = from;
            while (before + counts[digit] <= place) {
                before += counts[digit++];
            }
            int behind = before + counts[digit];
            int[] next = {from, before, behind};
            move(keys, spareKeys, from, to, shift, mask, digit, companions, spareCompanions, next);
            from = before;
            to = behind;
        }
        RadixSort.insert(keys, companions, from, to);
    }

    private static long varyingBits(long[] keys, int from, int to) {
        long first = keys[from];
        long varying = 0;
        for (int i = from; i < to; i++) {
            varying |= keys[i] ^ first;
        }
        return varying;
    }

    private static void count(long[] keys, int from, int to, int shift, int mask, int... counts) {
        Arrays.fill(counts, 0, mask + 1, 0);
        for (int i = from; i < to; i++) {
            counts[RadixSort.digit(keys[i], shift, mask)]++;
        }
    }

    /** Moves keys to the part for smaller, equal or greater digits; {@code next} has the next place of each part. */
    private static void move(
            long[] keys,
            long[] spareKeys,
            int from,
            int to,
            int shift,
            int mask,
            int digit,
            int[] companions,
            int[] spareCompanions,
            int... next) {
        for (int i = from; i < to; i++) {
            long key = keys[i];
            int own = RadixSort.digit(key, shift, mask);
            int part = (own >= digit ? 1 : 0) + (own > digit ? 1 : 0);
            int place = next[part]++;
            spareKeys[place] = key;
            if (companions != null) {
                spareCompanions[place] = companions[i];
            }
        }
        System.arraycopy(spareKeys, from, keys, from, to - from);
        if (companions != null) {
            System.arraycopy(spareCompanions, from, companions, from, to - from);
        }
    }
}
