package io.github.dlfs4j.ndarray.kernel.sorting;

/**
 * Sorts keys by their digits, from the lowest digit to the highest. The sort is stable.
 *
 * <p>A pass sorts by one digit: the counts of a digit's values tell where the keys with each value begin. A pass moves
 * all keys to their places and counts their next digits on the way (D. E. Knuth, <i>The Art of Computer Programming</i>
 * 3, 5.2.5). A digit in which all keys agree needs no pass. Most digits of small integers, and nearly half of those of
 * a {@code float}, agree. If keys have many digits, the highest ones alone bring nearly all keys to their places; an
 * insertion sort moves the few others.
 */
public final class RadixSort {
    /** Fewer keys than this are sorted by insertion. */
    private static final int FEW = 48;

    /**
     * From this many keys on, a digit has 11 bits. Below, it has 8: for fewer keys, more counters cost more than they
     * save.
     */
    private static final int WIDE = 1 << 12;

    /** How many of the highest bits the radix sort uses. They usually settle the order of the rest, too. */
    private static final int HIGH_BITS = 32;

    /** From this many keys on, too many keys would agree in those bits, so the radix sort uses more. */
    private static final int MANY = 1 << 22;

    /** The insertion sort is given up after this many moves a key. */
    private static final int MOVES = 4;

    /**
     * Sorts keys.
     *
     * @param keys the keys; undefined afterwards unless this array is returned
     * @param spare room for n keys; undefined afterwards unless this array is returned
     * @param n how many
     * @return whichever of the two arrays holds the sorted keys
     */
    public static long[] sort(long[] keys, long[] spare, int n) {
        return sort(keys, null, spare, null, n);
    }

    /**
     * Sorts keys, and moves their companions along.
     *
     * @param keys the keys
     * @param companions the companion of each key; null if there are none
     * @param spareKeys room for n keys; undefined afterwards
     * @param spareCompanions room for n companions; undefined afterwards
     * @param n how many
     * @return whichever array of keys holds the sorted ones; if there are companions, the first, as do theirs
     */
    public static long[] sort(long[] keys, int[] companions, long[] spareKeys, int[] spareCompanions, int n) {
        if (n < FEW) {
            insert(keys, companions, 0, n, Long.MAX_VALUE);
            return keys;
        }
        long varying = varyingBits(keys, n);
        int low = Long.numberOfTrailingZeros(varying);
        int high = highDigits(varying, n);
        long[] sorted = sort(keys, companions, spareKeys, spareCompanions, n, varying, high);
        if (low < high && !insert(sorted, companions, 0, n, (long) MOVES * n)) {
            long[] spare = sorted == keys ? spareKeys : keys;
            return sort(sorted, companions, spare, spareCompanions, n, varying, low);
        }
        return sorted;
    }

    /** Returns the lowest bit of the digits that the radix sort uses at first. */
    private static int highDigits(long varying, int n) {
        int top = Long.SIZE - Long.numberOfLeadingZeros(varying);
        int bits = n < MANY ? HIGH_BITS : HIGH_BITS + 8;
        int digits = (bits + width(n) - 1) / width(n);
        return Math.max(top - digits * width(n), Long.numberOfTrailingZeros(varying));
    }

    private static int width(int n) {
        return n < WIDE ? 8 : 11;
    }

    /** Sorts by the digits from a bit upwards. */
    private static long[] sort(
            long[] keys, int[] companions, long[] spareKeys, int[] spareCompanions, int n, long varying, int lowest) {
        int width = width(n);
        int[] places = new int[1 << width];
        int[] counts = new int[1 << width];
        long[] from = keys;
        long[] to = spareKeys;
        int[] companionsFrom = companions;
        int[] companionsTo = spareCompanions;
        int shift = nextDigit(varying, lowest, width);
        count(keys, n, shift, counts);
        while (shift < Long.SIZE) {
            begin(counts, places);
            int next = nextDigit(varying, shift + width, width);
            move(from, companionsFrom, to, companionsTo, n, shift, places, next, counts);
            long[] moved = to;
            to = from;
            from = moved;
            int[] movedCompanions = companionsTo;
            companionsTo = companionsFrom;
            companionsFrom = movedCompanions;
            shift = next;
        }
        if (companions == null || from == keys) {
            return from;
        }
        System.arraycopy(from, 0, keys, 0, n);
        System.arraycopy(companionsFrom, 0, companions, 0, n);
        return keys;
    }

    /** Returns where the next digit in which keys differ begins, 64 if there is none. */
    private static int nextDigit(long varying, int from, int width) {
        int shift = from;
        while (shift < Long.SIZE && ((varying >>> shift) & ((1 << width) - 1)) == 0) {
            shift += width;
        }
        return Math.min(shift, Long.SIZE);
    }

    /** Sorts some keys by insertion. */
    static void insert(long[] keys, int[] companions, int from, int to) {
        insert(keys, companions, from, to, Long.MAX_VALUE);
    }

    /** Sorts by insertion. Gives up after too many moves and returns {@code false}. */
    private static boolean insert(long[] keys, int[] companions, int from, int to, long mostMoves) {
        long left = mostMoves;
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int companion = companions == null ? 0 : companions[i];
            int place = i;
            while (place > from && keys[place - 1] > key) {
                keys[place] = keys[place - 1];
                if (companions != null) {
                    companions[place] = companions[place - 1];
                }
                place--;
            }
            keys[place] = key;
            if (companions != null) {
                companions[place] = companion;
            }
            left -= i - place;
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bits in which keys differ, or none if the keys are already sorted. */
    private static long varyingBits(long[] keys, int n) {
        long varying = 0;
        boolean sorted = true;
        for (int i = 1; i < n; i++) {
            varying |= keys[i] ^ keys[i - 1];
            sorted &= keys[i] >= keys[i - 1];
        }
        return sorted ? 0 : varying;
    }

    /**
     * Returns a digit. The sign bit is flipped, so that the highest digit of a negative key is below that of a positive
     * one.
     */
    static int digit(long key, int shift, int mask) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & mask;
    }

    /** Counts how often each value of a digit occurs. */
    private static void count(long[] keys, int n, int shift, int[] counts) {
        int mask = counts.length - 1;
        for (int i = 0; i < n; i++) {
            counts[digit(keys[i], shift, mask)]++;
        }
    }

    /** Computes where the keys with each value begin, and resets the counts to 0. */
    private static void begin(int[] counts, int[] places) {
        int begin = 0;
        for (int i = 0; i < counts.length; i++) {
            places[i] = begin;
            begin += counts[i];
            counts[i] = 0;
        }
    }

    /** Moves all keys to their places and counts their next digits. */
    private static void move(
            long[] from,
            int[] companionsFrom,
            long[] to,
            int[] companionsTo,
            int n,
            int shift,
            int[] places,
            int next,
            int[] counts) {
        int mask = places.length - 1;
        for (int i = 0; i < n; i++) {
            long key = from[i];
            int place = places[digit(key, shift, mask)]++;
            to[place] = key;
            if (companionsTo != null) {
                companionsTo[place] = companionsFrom[i];
            }
            counts[digit(key, next, mask)]++;
        }
    }
}
