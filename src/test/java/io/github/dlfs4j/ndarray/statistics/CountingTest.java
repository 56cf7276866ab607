package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bins whose edges are NaN; whether they rise or fall is what NumPy finds. */
class CountingTest {
    private static final NDArray NUMBERS = NDArray.of(-1, 0, 0.5, 1, 5, Double.NaN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NaN, 0         | 2, 1, 1, 1, 1, 0 | 2, 2, 1, 1, 1, 1
            0, NaN         | 2, 0, 0, 0, 0, 0 | 2, 2, 0, 0, 0, 0
            NaN, NaN       | 2, 2, 2, 2, 2, 0 | 2, 2, 2, 2, 2, 2
            NaN, 1, 0      | 3, 2, 2, 1, 1, 0 | 3, 3, 2, 2, 1, 1
            NaN            | 0, 0, 0, 0, 0, 1 | 0, 0, 0, 0, 0, 0
            NaN, NaN, 1, 0 | 4, 3, 3, 2, 2, 0 | 4, 4, 3, 3, 2, 2
            0, 1, NaN      | 0, 1, 1, 2, 2, 3 | 0, 0, 1, 1, 2, 2
            """)
    void edgesOfBinsMayBeNaN(String edges, String bins, String binsToTheRight) {
        NDArray numbers = numbers(edges);

        assertThat(Statistics.digitize(NUMBERS, numbers))
                .isEqualTo(numbers(bins).astype(DType.INT64));
        assertThat(Statistics.digitize(NUMBERS, numbers, true))
                .isEqualTo(numbers(binsToTheRight).astype(DType.INT64));
    }

    private static NDArray numbers(String text) {
        return NDArray.of(Arrays.stream(text.split(", *"))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }
}
