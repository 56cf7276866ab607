package io.github.dlfs4j.ndarray.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to find elements among others gives what a comparison with every other gives. */
class MembershipTest {
    private static final long[] EXTREMES = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE};

    @ParameterizedTest
    @ValueSource(longs = {1, 50, 5000, Long.MAX_VALUE})
    void integersAreFoundAmongOthers(long reach) {
        Random random = new Random(reach);
        for (int count : new int[] {0, 1, 8, 9, 300}) {
            long[] others = random.longs(count, -reach, reach).toArray();
            long[] a = LongStream.concat(
                            LongStream.concat(random.longs(500, -reach, reach), Arrays.stream(others)),
                            Arrays.stream(EXTREMES))
                    .toArray();
            for (long extreme : EXTREMES) {
                long[] shifted =
                        Arrays.stream(others).map(x -> Math.max(x, 0) + extreme).toArray();
                check(NDArray.of(a), a, NDArray.of(shifted), shifted);
            }
            check(NDArray.of(a), a, NDArray.of(others), others);
        }
    }

    private static void check(NDArray a, long[] elements, NDArray others, long... wanted) {
        boolean[] expected = new boolean[elements.length];
        for (int i = 0; i < expected.length; i++) {
            long element = elements[i];
            expected[i] = Arrays.stream(wanted).anyMatch(each -> each == element);
        }
        assertThat(Sets.isin(a, others)).isEqualTo(NDArray.of(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void bothZerosAreFoundAndNaNNeverIs(int count) {
        NDArray others = NDArray.arange(count).astype(DType.FLOAT64).neg();
        others.at(-1).set(Double.NaN);

        assertThat(Sets.isin(NDArray.of(0.0, -0.0, Double.NaN, 0.5), others))
                .isEqualTo(NDArray.of(true, true, false, false));
    }
}
