package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RavelTest {
    private final NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void ravelGivesAViewIfTheElementsAreEvenlySpaced() {
        a.ravel().at(3).set(0);

        assertThat(a).isEqualTo(NDArray.of(new int[][] {{1, 2, 3}, {0, 5, 6}}));
    }

    @Test
    void ravelGivesACopyOfATranspose() {
        NDArray flat = a.transpose().ravel();
        flat.at(0).set(0);

        assertThat(flat).isEqualTo(NDArray.of(0, 4, 2, 5, 3, 6));
        assertThat(a.getLong(0, 0)).isEqualTo(1);
    }

    @Test
    void ravelGivesACopyOfAViewWithGaps() {
        NDArray flat = a.get(Index.at(1), Index.range(null, null, 2)).ravel();
        flat.fill(0);

        assertThat(a.get(1)).isEqualTo(NDArray.of(4, 5, 6));
    }

    @Test
    void ravelGivesScalarsAndEmptyArraysOneAxis() {
        assertThat(NDArray.scalar(2).ravel()).isEqualTo(NDArray.of(2));
        assertThat(NDArray.zeros(3, 0).ravel()).isEqualTo(NDArray.zeros(0));
    }
}
