package io.github.dlfs4j.ndarray.kernel.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The radix sort gives the JDK's order, and keeps the order of equal keys. */
class RadixSortTest {
    /** Returns keys that agree in some digits or in all, of both signs, and with many equal ones. */
    private static long[][] keys(int n) {
        Random random = new Random(n);
        long[] any = random.longs(n).toArray();
        long[] small = random.longs(n, -100, 100).toArray();
        long[] shifted = random.longs(n, 0, 5000).map(key -> key << 29).toArray();
        long[] signs = random.longs(n, 0, 2)
                .map(bit -> bit == 0 ? Long.MIN_VALUE : Long.MAX_VALUE)
                .toArray();
        long[] doubles = random.doubles(n).mapToLong(FloatingKeys::key).toArray();
        // These keys hardly differ in their highest digits.
        long[] far =
                random.longs(n).map(key -> (key & 0x3ff) | (key & 1L << 62)).toArray();
        long[] same = LongStream.range(0, n).map(i -> 7).toArray();
        long[] descending = LongStream.range(0, n).map(i -> -i).toArray();
        return new long[][] {any, small, shifted, signs, doubles, far, same, descending};
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 47, 48, 49, 1000, 8191, 8192, 20_000})
    void sortedKeysAscend(int n) {
        for (long[] keys : keys(n)) {
            long[] expected = keys.clone();
            Arrays.sort(expected);
            assertThat(RadixSort.sort(keys, new long[n], n)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 47, 48, 49, 1000, 8191, 8192, 20_000})
    void equalKeysKeepTheirOrder(int n) {
        for (long[] keys : keys(n)) {
            long[] before = keys.clone();
            int[] expected = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> before[i]))
                    .mapToInt(i -> i)
                    .toArray();
            int[] order = IntStream.range(0, n).toArray();
            RadixSort.sort(keys, order, new long[n], new int[n], n);
            assertThat(order).isEqualTo(expected);
            assertThat(keys).isSorted();
        }
    }

    /** Keys have the order of their numbers. Both zeros have the same key, and NaN comes last, whatever its bits. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -1e300, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1, 1e300})
    void keysOfNumbersAreInTheirOrder(double value) {
        long key = FloatingKeys.key(value);
        assertThat(FloatingKeys.value(key)).isEqualTo(value);
        assertThat(FloatingKeys.key(Math.nextUp(value))).isGreaterThan(key);
        assertThat(FloatingKeys.key(-value)).isEqualTo(-key);
        assertThat(FloatingKeys.key(Double.longBitsToDouble(-1L)))
                .isEqualTo(FloatingKeys.NAN)
                .isGreaterThan(FloatingKeys.key(Double.POSITIVE_INFINITY));
        assertThat(FloatingKeys.key((float) value) & 0x1fffffffL).isZero();
    }
}
