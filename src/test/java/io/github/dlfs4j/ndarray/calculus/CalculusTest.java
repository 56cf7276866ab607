package io.github.dlfs4j.ndarray.calculus;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;

import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

/** What may stand before and after differences, and differences taken more often than there are elements. */
class CalculusTest {
    private static final NDArray SQUARES = NDArray.of(0, 1, 4, 9);

    @Test
    void nullPutsNothingBesideDifferences() {
        assertThat(Calculus.diff(SQUARES, 1, 0, null, null)).isEqualTo(NDArray.of(1, 3, 5));
        assertThat(Calculus.diff(SQUARES, 1, 0, null, NDArray.scalar(16))).isEqualTo(NDArray.of(1, 3, 5, 7));
        assertThat(Calculus.ediff1d(SQUARES, null, null)).isEqualTo(NDArray.of(1, 3, 5));
        assertThat(Calculus.ediff1d(SQUARES, NDArray.of(0), null)).isEqualTo(NDArray.of(1, 3, 5, 0));
    }

    @Test
    void differencesEndWhereNothingIsLeft() {
        assertThat(Calculus.diff(SQUARES, Integer.MAX_VALUE)).isEqualTo(NDArray.arange(0));
    }
}
