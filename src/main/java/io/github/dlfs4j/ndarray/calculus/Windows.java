package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Window functions, NumPy's chapter of that name: weights that fade a signal out towards both ends before it is
 * transformed or smoothed. Each is a symmetric 1-d array of float64, with weights up to 1 in the middle.
 *
 * <p>A window of fewer than one point is empty, and the weight of a window of one point is 1. The bits are NumPy's on
 * the reference platform.
 *
 * <pre>{@code
 * System.out.println(Windows.hanning(5));
 * System.out.println(Windows.kaiser(5, 14));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0.  0.5 1.  0.5 0. ]
 * [7.72686684e-06 1.64932188e-01 1.00000000e+00 1.64932188e-01
 *  7.72686684e-06]
 * }</pre>
 */
public final class Windows {
    /**
     * The modified Bessel function of order 0 is {@code e}<sup>|x|</sup> times a Chebyshev series in {@code |x| / 2 -
     * 2}, up to |x| = 8.
     */
    private static final double[] UP_TO_EIGHT = {
        -4.4153416464793395e-18,
        3.3307945188222384e-17,
        -2.431279846547955e-16,
        1.715391285555133e-15,
        -1.1685332877993451e-14,
        7.676185498604936e-14,
        -4.856446783111929e-13,
        2.95505266312964e-12,
        -1.726826291441556e-11,
        9.675809035373237e-11,
        -5.189795601635263e-10,
        2.6598237246823866e-09,
        -1.300025009986248e-08,
        6.046995022541919e-08,
        -2.670793853940612e-07,
        1.1173875391201037e-06,
        -4.4167383584587505e-06,
        1.6448448070728896e-05,
        -5.754195010082104e-05,
        0.00018850288509584165,
        -0.0005763755745385824,
        0.0016394756169413357,
        -0.004324309995050576,
        0.010546460394594998,
        -0.02373741480589947,
        0.04930528423967071,
        -0.09490109704804764,
        0.17162090152220877,
        -0.3046826723431984,
        0.6767952744094761,
    };

    /** Beyond, it is {@code e}<sup>|x|</sup> / √|x| times a Chebyshev series in {@code 32 / |x| - 2}. */
    private static final double[] BEYOND = {
        -7.233180487874754e-18,
        -4.830504485944182e-18,
        4.46562142029676e-17,
        3.461222867697461e-17,
        -2.8276239805165836e-16,
        -3.425485619677219e-16,
        1.7725601330565263e-15,
        3.8116806693526224e-15,
        -9.554846698828307e-15,
        -4.150569347287222e-14,
        1.54008621752141e-14,
        3.8527783827421426e-13,
        7.180124451383666e-13,
        -1.7941785315068062e-12,
        -1.3215811840447713e-11,
        -3.1499165279632416e-11,
        1.1889147107846439e-11,
        4.94060238822497e-10,
        3.3962320257083865e-09,
        2.266668990498178e-08,
        2.0489185894690638e-07,
        2.8913705208347567e-06,
        6.889758346916825e-05,
        0.0033691164782556943,
        0.8044904110141088,
    };

    private Windows() {}

    /**
     * Returns Bartlett's window, {@code np.bartlett(m)}: a triangle that begins and ends with 0.
     *
     * @param m the number of points
     * @return a new 1-d array of float64
     */
    public static NDArray bartlett(int m) {
        return window(m, places -> {
            NDArray distance = places.div(m - 1.0);
            return NDArray.where(places.le(0), distance.add(1), distance.rsub(1));
        });
    }

    /**
     * Returns Blackman's window, {@code np.blackman(m)}: a constant and two cosines, which taper almost to 0.
     *
     * @param m the number of points
     * @return a new 1-d array of float64
     */
    public static NDArray blackman(int m) {
        return window(m, places -> {
            NDArray once = cosine(places, Math.PI).mul(0.5).add(0.42);
            return once.add(cosine(places, 2 * Math.PI).mul(0.08));
        });
    }

    /**
     * Returns Hamming's window, {@code np.hamming(m)}: a raised cosine that begins and ends with 0.08.
     *
     * @param m the number of points
     * @return a new 1-d array of float64
     */
    public static NDArray hamming(int m) {
        return window(m, places -> cosine(places, Math.PI).mul(0.46).add(0.54));
    }

    /**
     * Returns Hann's window, {@code np.hanning(m)}: a raised cosine that begins and ends with 0.
     *
     * @param m the number of points
     * @return a new 1-d array of float64
     */
    public static NDArray hanning(int m) {
        return window(m, places -> cosine(places, Math.PI).mul(0.5).add(0.5));
    }

    /**
     * Returns Kaiser's window, {@code np.kaiser(m, beta)}, computed with the Bessel function {@link #i0}.
     *
     * @param m the number of points
     * @param beta the steepness: 0 gives a rectangle, 5 is close to Hamming's window, 6 to Hann's and 8.6 to Blackman's
     * @return a new 1-d array of float64
     */
    public static NDArray kaiser(int m, double beta) {
        return window(m, places -> {
            double middle = (m - 1) / 2.0;
            NDArray distance = NDArray.arange(0.0, m, 1.0).sub(middle).div(middle);
            NDArray argument = distance.square().rsub(1).sqrt().mul(beta);
            return i0(argument).div(i0(NDArray.scalar(beta)));
        });
    }

    /**
     * Computes the modified Bessel function of the first kind and order 0, {@code np.i0(x)}, by the Chebyshev series of
     * C. Clenshaw, "Chebyshev Series for Mathematical Functions", National Physical Laboratory Mathematical Tables 5
     * (1962), with the coefficients of the Cephes library.
     *
     * @param x the arguments
     * @return a new array of the same shape, of float32 for float32, otherwise of float64
     */
    public static NDArray i0(NDArray x) {
        NDArray magnitude = Inside.floating(Objects.requireNonNull(x, "x")).abs();
        NDArray growth = magnitude.exp();
        NDArray small = growth.mul(series(magnitude.div(2.0).sub(2.0), UP_TO_EIGHT));
        NDArray large =
                growth.mul(series(magnitude.rdiv(32.0).sub(2.0), BEYOND)).div(magnitude.sqrt());
        return NDArray.where(magnitude.le(8.0), small, large);
    }

    /**
     * Applies the weight function to the points' distances from the middle, doubled: from {@code 1 - m} to {@code m -
     * 1}.
     */
    private static NDArray window(int m, UnaryOperator<NDArray> weights) {
        return m <= 1 ? NDArray.ones(Math.max(m, 0)) : weights.apply(NDArray.arange(1.0 - m, m, 2.0));
    }

    private static NDArray cosine(NDArray places, double factor) {
        return places.mul(factor).div(places.size() - 1.0).cos();
    }

    /** Sums a Chebyshev series by Clenshaw's recurrence, beginning with the highest coefficient. */
    private static NDArray series(NDArray x, double... coefficients) {
        NDArray sum = NDArray.zerosLike(x).add(coefficients[0]);
        NDArray previous = NDArray.zerosLike(x);
        NDArray beforeThat = previous;
        for (int i = 1; i < coefficients.length; i++) {
            beforeThat = previous;
            previous = sum;
            sum = x.mul(previous).sub(beforeThat).add(coefficients[i]);
        }
        return sum.sub(beforeThat).mul(0.5);
    }
}
