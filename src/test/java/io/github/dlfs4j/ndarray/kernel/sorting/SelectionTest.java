package io.github.dlfs4j.ndarray.kernel.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selected elements are where sorting would put them; all others are on the right side. */
class SelectionTest {
    private static final long SEED = 20261129;
    private static final int[] LENGTHS = {1, 2, 31, 32, 79, 80, 500, 4095, 4096, 20_000};

    private final Random random = new Random(SEED);

    /** Elements that mislead a sample, or the counts of a digit. */
    enum Kind {
        ANY,
        FEW_DIFFERENT,
        EQUAL,
        ASCENDING,
        DESCENDING,
        RISING_AND_FALLING,
        MOSTLY_EQUAL,
        CLOSE_TOGETHER;

        long[] elements(int n, Random random) {
            return switch (this) {
                case ANY -> random.longs(n).toArray();
                case FEW_DIFFERENT -> random.longs(n, -3, 3).toArray();
                case EQUAL -> new long[n];
                case ASCENDING -> LongStream.range(0, n).toArray();
                case DESCENDING -> LongStream.range(0, n).map(i -> -i).toArray();
                case RISING_AND_FALLING ->
                    LongStream.range(0, n).map(i -> Math.min(i, n - i)).toArray();
                case MOSTLY_EQUAL ->
                    random.longs(n, 0, 20).map(i -> i < 18 ? 7 : i).toArray();
                case CLOSE_TOGETHER ->
                    random.longs(n, 1L << 40, (1L << 40) + 5000).toArray();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void selectedElementsComeToTheirPlaces(Kind kind) {
        for (int n : LENGTHS) {
            long[] elements = kind.elements(n, random);
            int[] places = places(n);
            long[] integers = elements.clone();
            LongSelection.select(integers, 0, n, places);
            check(integers, elements, places);

            double[] numbers = Arrays.stream(elements).asDoubleStream().toArray();
            DoubleSelection.select(numbers, 0, n, places);
            check(Arrays.stream(numbers).mapToLong(x -> (long) x).toArray(), rounded(elements), places);
        }
    }

    @ParameterizedTest
    @EnumSource
    void selectedKeysComeToTheirPlacesWithTheirCompanions(Kind kind) {
        for (int n : LENGTHS) {
            long[] elements = kind.elements(n, random);
            int[] places = places(n);
            long[] keys = elements.clone();
            int[] order = new int[n];
            Arrays.setAll(order, i -> i);
            RadixSelect.select(keys, order, new long[n], new int[n], n, places);
            check(keys, elements, places);
            assertThat(Arrays.stream(order).mapToLong(i -> elements[i]).toArray())
                    .isEqualTo(keys);
        }
    }

    private int[] places(int n) {
        return random.ints(random.nextInt(4) + 1, 0, n).sorted().toArray();
    }

    private static long[] rounded(long... elements) {
        return Arrays.stream(elements).map(x -> (long) (double) x).toArray();
    }

    private static void check(long[] selected, long[] elements, int... places) {
        long[] sorted = elements.clone();
        Arrays.sort(sorted);
        int from = 0;
        for (int place : places) {
            assertThat(selected[place]).isEqualTo(sorted[place]);
            assertThat(Arrays.stream(selected, from, place).allMatch(x -> x <= selected[place]))
                    .isTrue();
            from = place;
        }
        assertThat(Arrays.stream(selected, from, selected.length).allMatch(x -> x >= sorted[places[places.length - 1]]))
                .isTrue();
        long[] all = selected.clone();
        Arrays.sort(all);
        assertThat(all).isEqualTo(sorted);
    }

    @ParameterizedTest
    @EnumSource
    void selectedNumbersComeBeforeNaN(Kind kind) {
        for (int n : LENGTHS) {
            double[] numbers =
                    Arrays.stream(kind.elements(n, random)).asDoubleStream().toArray();
            double[] mixed = numbers.clone();
            for (int i = 0; i < n; i += 3) {
                mixed[i] = Double.NaN;
            }
            double[] kept = Arrays.stream(mixed).filter(x -> !Double.isNaN(x)).toArray();
            int end = DoubleNumbers.toFront(mixed, 0, n);
            assertThat(Arrays.copyOf(mixed, end)).isEqualTo(kept);
            assertThat(Arrays.stream(mixed, end, n).allMatch(Double::isNaN)).isTrue();
        }
    }
}
