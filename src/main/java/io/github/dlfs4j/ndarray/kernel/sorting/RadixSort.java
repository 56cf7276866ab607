package io.github.dlfs4j.ndarray.kernel.sorting;

import java.util.Arrays;

/**
 * Sorts keys by their digits, from the lowest to the highest. Equal keys stay in order.
 *
 * <p>A pass counts how often each value of a digit occurs, which tells where the keys with that value begin, and then
 * moves all keys there (D. E. Knuth, <i>The Art of Computer Programming</i> 3, 5.2.5). Digits in which all keys agree
 * take no pass: of small integers those are most, and of {@code float} nearly half. Where keys have many digits, the
 * highest alone bring nearly all into their places, and the few others are inserted.
 */
public final class RadixSort {
    /** Fewer keys are sorted by insertion. */
    private static final int FEW = 48;

    /** The bits of a digit: the places where keys go next, one for each value, are still all in the fastest cache. */
    private static final int WIDTH = 8;

    /** So many digits are sorted by at first; the rest is most often settled by them, too. */
    private static final int DIGITS = 4;

    /** From so many keys on, too many would agree in these digits, and one more is taken. */
    private static final int MANY = 1 << 22;

    /** To insert is given up after so many moves for each key. */
    private static final int MOVES = 4;

    private RadixSort() {}

    /**
     * Sorts n keys.
     *
     * @param keys the keys
     * @param spare room for n keys; holds anything afterwards
     * @param n how many
     */
    public static void sort(long[] keys, long[] spare, int n) {
        if (n < FEW) {
            insert(keys, n, Long.MAX_VALUE);
            return;
        }
        long varying = varyingBits(keys, n);
        int low = Long.numberOfTrailingZeros(varying);
        int high = highDigits(varying, n);
        sort(keys, spare, n, varying, high);
        if (low < high && !insert(keys, n, (long) MOVES * n)) {
            sort(keys, spare, n, varying, low);
        }
    }

    /**
     * Sorts n keys, and moves along what belongs to them.
     *
     * @param keys the keys
     * @param companions what belongs to each key
     * @param spareKeys room for n keys; holds anything afterwards
     * @param spareCompanions room for n companions; holds anything afterwards
     * @param n how many
     */
    public static void sort(long[] keys, int[] companions, long[] spareKeys, int[] spareCompanions, int n) {
        if (n < FEW) {
            insert(keys, companions, n, Long.MAX_VALUE);
            return;
        }
        long varying = varyingBits(keys, n);
        int low = Long.numberOfTrailingZeros(varying);
        int high = highDigits(varying, n);
        sort(keys, companions, spareKeys, spareCompanions, n, varying, high);
        if (low < high && !insert(keys, companions, n, (long) MOVES * n)) {
            sort(keys, companions, spareKeys, spareCompanions, n, varying, low);
        }
    }

    /** Where the highest digits begin that are sorted by at first. */
    private static int highDigits(long varying, int n) {
        int top = Long.SIZE - Long.numberOfLeadingZeros(varying);
        int digits = n < MANY ? DIGITS : DIGITS + 1;
        return Math.max(top - digits * WIDTH, Long.numberOfTrailingZeros(varying));
    }

    /** By the digits from a bit on. */
    private static void sort(long[] keys, long[] spare, int n, long varying, int lowest) {
        int[] counts = new int[1 << WIDTH];
        long[] from = keys;
        long[] to = spare;
        for (int shift = lowest; shift < Long.SIZE; shift += WIDTH) {
            if (((varying >>> shift) & (counts.length - 1)) != 0) {
                count(from, n, shift, counts);
                move(from, to, n, shift, counts);
                long[] moved = to;
                to = from;
                from = moved;
            }
        }
        if (from != keys) {
            System.arraycopy(from, 0, keys, 0, n);
        }
    }

    private static void sort(
            long[] keys, int[] companions, long[] spareKeys, int[] spareCompanions, int n, long varying, int lowest) {
        int[] counts = new int[1 << WIDTH];
        long[] from = keys;
        long[] to = spareKeys;
        int[] companionsFrom = companions;
        int[] companionsTo = spareCompanions;
        for (int shift = lowest; shift < Long.SIZE; shift += WIDTH) {
            if (((varying >>> shift) & (counts.length - 1)) != 0) {
                count(from, n, shift, counts);
                move(from, companionsFrom, to, companionsTo, n, shift, counts);
                long[] moved = to;
                to = from;
                from = moved;
                int[] movedCompanions = companionsTo;
                companionsTo = companionsFrom;
                companionsFrom = movedCompanions;
            }
        }
        if (from != keys) {
            System.arraycopy(from, 0, keys, 0, n);
            System.arraycopy(companionsFrom, 0, companions, 0, n);
        }
    }

    /** Inserts each key among those before it; gives up, and says so, after too many moves. */
    private static boolean insert(long[] keys, int n, long mostMoves) {
        long left = mostMoves;
        for (int i = 1; i < n; i++) {
            long key = keys[i];
            int place = i;
            while (place > 0 && keys[place - 1] > key) {
                keys[place] = keys[place - 1];
                place--;
            }
            keys[place] = key;
            left -= i - place;
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean insert(long[] keys, int[] companions, int n, long mostMoves) {
        long left = mostMoves;
        for (int i = 1; i < n; i++) {
            long key = keys[i];
            int companion = companions[i];
            int place = i;
            while (place > 0 && keys[place - 1] > key) {
                keys[place] = keys[place - 1];
                companions[place] = companions[place - 1];
                place--;
            }
            keys[place] = key;
            companions[place] = companion;
            left -= i - place;
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    /** The bits in which keys differ, none where they are sorted already. */
    private static long varyingBits(long[] keys, int n) {
        long varying = 0;
        boolean sorted = true;
        for (int i = 1; i < n; i++) {
            varying |= keys[i] ^ keys[i - 1];
            sorted &= keys[i] >= keys[i - 1];
        }
        return sorted ? 0 : varying;
    }

    /** With the sign turned round, the highest digit of negative keys is below that of positive ones. */
    private static int digit(long key, int shift, int mask) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & mask;
    }

    /** Where the keys with each value of the digit begin. */
    private static void count(long[] keys, int n, int shift, int[] counts) {
        int mask = counts.length - 1;
        Arrays.fill(counts, 0);
        for (int i = 0; i < n; i++) {
            counts[digit(keys[i], shift, mask)]++;
        }
        int begin = 0;
        for (int i = 0; i < counts.length; i++) {
            int count = counts[i];
            counts[i] = begin;
            begin += count;
        }
    }

    private static void move(long[] from, long[] to, int n, int shift, int[] places) {
        int mask = places.length - 1;
        for (int i = 0; i < n; i++) {
            long key = from[i];
            to[places[digit(key, shift, mask)]++] = key;
        }
    }

    private static void move(
            long[] from, int[] companionsFrom, long[] to, int[] companionsTo, int n, int shift, int[] places) {
        int mask = places.length - 1;
        for (int i = 0; i < n; i++) {
            long key = from[i];
            int place = places[digit(key, shift, mask)]++;
            to[place] = key;
            companionsTo[place] = companionsFrom[i];
        }
    }
}
