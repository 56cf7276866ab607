package io.github.dlfs4j.ndarray.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final NDArray FOUR = NDArray.of(1, 2, 3, 4);

    @Test
    void aConvolutionCoversThePositionsOfItsMode() {
        NDArray three = NDArray.of(1, 0, 5);
        assertThat(LinearAlgebra.convolve(FOUR, three)).isEqualTo(NDArray.of(1, 2, 8, 14, 15, 20));
        assertThat(LinearAlgebra.convolve(three, FOUR, ConvolveMode.SAME)).isEqualTo(NDArray.of(2, 8, 14, 15));
        assertThat(LinearAlgebra.convolve(FOUR, three, ConvolveMode.VALID)).isEqualTo(NDArray.of(8, 14));
        assertThat(LinearAlgebra.convolve(NDArray.of(1, 2, 3), NDArray.of(0, 1, 0.5)))
                .isEqualTo(NDArray.of(0, 1, 2.5, 4, 1.5));
        assertThat(LinearAlgebra.convolve(NDArray.scalar(2.0), FOUR)).isEqualTo(NDArray.of(2.0, 4.0, 6.0, 8.0));
    }

    @Test
    void exchangingTheOperandsReversesACorrelation() {
        assertThat(LinearAlgebra.correlate(FOUR, NDArray.of(1, 0), ConvolveMode.FULL))
                .isEqualTo(NDArray.of(0, 1, 2, 3, 4));
        assertThat(LinearAlgebra.correlate(NDArray.of(1, 2), NDArray.of(1, 0, 3, 4), ConvolveMode.FULL))
                .isEqualTo(NDArray.of(4, 11, 6, 1, 2));
        assertThat(LinearAlgebra.correlate(NDArray.of(1, 2), NDArray.of(1, 0, 3, 4), ConvolveMode.SAME))
                .isEqualTo(NDArray.of(11, 6, 1, 2));
        assertThat(LinearAlgebra.correlate(NDArray.of(1, 2), NDArray.of(1, 0, 3, 4)))
                .isEqualTo(NDArray.of(11, 6, 1));
    }

    @Test
    void noPaddingWithZerosMeetsAnInfinityAtTheEnds() {
        NDArray infinite = NDArray.of(1.0, Double.POSITIVE_INFINITY);
        assertThat(LinearAlgebra.convolve(NDArray.of(1.0, 1.0, 1.0), infinite))
                .isEqualTo(
                        NDArray.of(1.0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    /** Whether many positions are one product or not, each sum is that of the elements that overlap. */
    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 64, 255, 256, 257, 300, 600})
    void eachSumOfAConvolutionIsADotProductOfWhatOverlaps(int m) {
        RandomState random = new RandomState(m);
        for (DType dtype : DType.values()) {
            NDArray a = random.randn(700).mul(100).astype(dtype);
            NDArray v = random.randn(m).mul(100).astype(dtype);
            if (dtype.isFloating()) {
                v.at(m / 3).set(Double.NEGATIVE_INFINITY);
                a.at(699).set(Double.NaN);
            }
            NDArray sums = LinearAlgebra.correlate(a, v, ConvolveMode.FULL);
            for (int i = 0; i < sums.size(); i++) {
                int first = Math.max(m - 1 - i, 0);
                int overlap = Math.min(m, sums.size() - i) - first;
                int from = Math.max(i - m + 1, 0);
                assertThat(sums.get(i))
                        .isEqualTo(a.get(Index.range(from, from + overlap))
                                .dot(v.get(Index.range(first, first + overlap))));
            }
        }
    }

    @Test
    void convolutionsRefuseArraysThatAreNotSequences() {
        NDArray none = NDArray.zeros(0);
        assertThatThrownBy(() -> LinearAlgebra.convolve(none, FOUR)).hasMessage("a cannot be empty");
        assertThatThrownBy(() -> LinearAlgebra.convolve(FOUR, none)).hasMessage("v cannot be empty");
        assertThatThrownBy(() -> LinearAlgebra.convolve(none, none)).hasMessage("a cannot be empty");
        assertThatThrownBy(() -> LinearAlgebra.convolve(NDArray.ones(2, 2), FOUR))
                .hasMessage("object too deep for desired array");
        assertThatThrownBy(() -> LinearAlgebra.correlate(none, FOUR))
                .hasMessage("first array argument cannot be empty");
        assertThatThrownBy(() -> LinearAlgebra.correlate(FOUR, none))
                .hasMessage("second array argument cannot be empty");
        assertThatThrownBy(() -> LinearAlgebra.correlate(NDArray.scalar(1), FOUR))
                .hasMessage("object of too small depth for desired array");
    }
}
