package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;

/** Histograms count like np.histogram. */
class HistogramTest {
    @Test
    void anEdgeBelongsToTheBinAboveAndTheLastToTheLastBin() {
        NDArray values = NDArray.of(0, 0.1, 0.25, 0.3, 0.5, 0.99, 1, 1.2, -0.1, 0.75);
        Histogram histogram = Histogram.of(values, 4, 0, 1);
        assertThat(histogram.edges()).isEqualTo(NDArray.of(0, 0.25, 0.5, 0.75, 1));
        assertThat(histogram.counts()).isEqualTo(NDArray.of(2, 2, 1, 3));
    }

    @Test
    void countsArraysOfAnyShape() {
        Histogram histogram = Histogram.of(new RandomState(0).randn(10, 100), 7, -1.5, 2);
        assertThat(histogram.counts()).isEqualTo(NDArray.of(90, 160, 204, 203, 132, 79, 39));
    }

    /** Each edge begins a bin, also if the quotient that finds the bin is rounded. */
    @Test
    void roundingDoesNotMoveAnEdge() {
        NDArray edges = NDArray.linspace(0, 1, 11);
        assertThat(Histogram.of(edges, 10, 0, 1).counts()).isEqualTo(NDArray.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 2));
        NDArray sevenths = NDArray.linspace(-1.1, 0.3, 50);
        assertThat(Histogram.of(sevenths, 49, -1.1, 0.3).counts().max().asInt()).isEqualTo(2);
        assertThat(Histogram.of(sevenths, 49, -1.1, 0.3).counts().min().asInt()).isEqualTo(1);
    }
}
