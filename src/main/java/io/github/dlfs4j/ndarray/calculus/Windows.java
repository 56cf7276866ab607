package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.NDArray;
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
        return Bessel.i0(x);
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
}
