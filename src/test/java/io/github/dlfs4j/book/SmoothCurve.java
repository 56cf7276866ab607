package io.github.dlfs4j.book;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;

/** The book's {@code smooth_curve}: each number becomes an average of its neighbours, the near ones counting more. */
final class SmoothCurve {
    private static final int WINDOW = 11;
    private static final double BETA = 2;

    private SmoothCurve() {}

    /**
     * A smooth curve.
     *
     * @param x more numbers than the window is wide, 11, of shape (n,)
     * @return shape (n,)
     */
    static NDArray of(NDArray x) {
        // Both ends are mirrored, so that the window has neighbours there too.
        NDArray before = x.get(Index.range(WINDOW - 1, 0, -1));
        NDArray behind = x.get(Index.range(-1, -WINDOW, -1));
        NDArray s = NDArray.concatenate(0, before, x, behind);
        NDArray w = kaiser(WINDOW, BETA);
        NDArray y = convolve(w.div(w.sum()), s);
        return y.get(Index.range(5, y.size() - 5));
    }

    /**
     * {@code np.kaiser}, to be replaced by Windows.kaiser of the library: I0(β √(1 - r²)) / I0(β) for r from -1 to 1.
     */
    private static NDArray kaiser(int m, double beta) {
        double[] w = new double[m];
        for (int i = 0; i < m; i++) {
            double r = 2.0 * i / (m - 1) - 1;
            w[i] = bessel(beta * Math.sqrt(1 - r * r)) / bessel(beta);
        }
        return NDArray.of(w);
    }

    /** The modified Bessel function of order 0 by its series, Σ ((x/2)^k / k!)². */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    /** {@code np.convolve(w, s, mode="valid")}, to be replaced by that of the library; the window is symmetric. */
    private static NDArray convolve(NDArray w, NDArray s) {
        return s.slidingWindowView(new int[] {w.size()}, 0).dot(w);
    }
}
