package io.github.dlfs4j.book;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Windows;
import io.github.dlfs4j.ndarray.linalg.ConvolveMode;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;

/** The book's {@code smooth_curve}: each number becomes an average of its neighbours, weighted by nearness. */
final class SmoothCurve {
    private static final int WINDOW = 11;
    private static final double BETA = 2;

    private SmoothCurve() {}

    /**
     * Smooths a curve.
     *
     * @param x more than 11 numbers, the width of the window, of shape (n,)
     * @return shape (n,)
     */
    static NDArray of(NDArray x) {
        // Both ends are mirrored, so that the window is full there too.
        NDArray before = x.get(Index.range(WINDOW - 1, 0, -1));
        NDArray behind = x.get(Index.range(-1, -WINDOW, -1));
        NDArray s = NDArray.concatenate(0, before, x, behind);
        NDArray w = Windows.kaiser(WINDOW, BETA);
        NDArray y = LinearAlgebra.convolve(w.div(w.sum()), s, ConvolveMode.VALID);
        return y.get(Index.range(5, y.size() - 5));
    }
}
