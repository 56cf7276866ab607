package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Layout;

/**
 * The helper routines of NumPy's chapter <i>Discrete Fourier transform</i>: frequencies, and their order. The
 * transforms themselves are missing, since their results are complex.
 *
 * <pre>{@code
 * NDArray frequencies = Fourier.fftfreq(6, 0.5);
 * System.out.println(Fourier.fftshift(frequencies));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [-1.         -0.66666667 -0.33333333  0.          0.33333333  0.66666667]
 * }</pre>
 */
public final class Fourier {
    private Fourier() {}

    /**
     * Returns the frequencies of a transform of n samples at a distance of 1, {@code np.fft.fftfreq(n)}.
     *
     * @param n the number of samples
     * @return the same as {@link #fftfreq(int, double)}
     * @throws IllegalArgumentException {@code float division by zero} if n is 0, or {@code negative dimensions are not
     *     allowed}
     */
    public static NDArray fftfreq(int n) {
        return fftfreq(n, 1);
    }

    /**
     * Returns the frequencies of a transform of n samples, {@code np.fft.fftfreq(n, d)}: from 0 upwards, then the
     * negative ones from the lowest upwards.
     *
     * @param n the number of samples
     * @param d the distance of samples
     * @return a new array of float64, {@code (n,)}
     * @throws IllegalArgumentException {@code float division by zero} if n or d is 0, or {@code negative dimensions are
     *     not allowed}
     */
    public static NDArray fftfreq(int n, double d) {
        double step = step(n, d);
        NDArray positions = NDArray.zeros(DType.INT64, n);
        int positive = n / 2 + n % 2;
        positions.at(Index.to(positive)).set(NDArray.arange(positive));
        positions.at(Index.from(positive)).set(NDArray.arange(-(n / 2), 0, 1));
        return positions.mul(step);
    }

    /**
     * Returns the frequencies of a transform of n real samples at a distance of 1, {@code np.fft.rfftfreq(n)}.
     *
     * @param n the number of samples
     * @return the same as {@link #rfftfreq(int, double)}
     * @throws IllegalArgumentException {@code float division by zero} if n is 0
     */
    public static NDArray rfftfreq(int n) {
        return rfftfreq(n, 1);
    }

    /**
     * Returns the frequencies of a transform of n real samples, {@code np.fft.rfftfreq(n, d)}: from 0 upwards.
     *
     * @param n the number of samples
     * @param d the distance of samples
     * @return a new array of float64, {@code (n / 2 + 1,)}
     * @throws IllegalArgumentException {@code float division by zero} if n or d is 0
     */
    public static NDArray rfftfreq(int n, double d) {
        double step = step(n, d);
        return NDArray.arange(Math.floorDiv(n, 2) + 1).mul(step);
    }

    private static double step(int n, double d) {
        if (n * d == 0) {
            throw new IllegalArgumentException("float division by zero");
        }
        return 1 / (n * d);
    }

    /**
     * Moves the frequency 0 to the middle of every axis, {@code np.fft.fftshift(a)}.
     *
     * @param a the array
     * @return a new array of the same shape
     */
    public static NDArray fftshift(NDArray a) {
        return fftshift(a, Layout.axes(a.ndim()));
    }

    /**
     * Moves the frequency 0 to the middle of some axes, {@code np.fft.fftshift(a, axes)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @return a new array of the same shape
     * @throws IndexOutOfBoundsException {@code tuple index out of range} if there is no such axis
     */
    public static NDArray fftshift(NDArray a, int... axes) {
        return shifted(a, 1, axes);
    }

    /**
     * Moves the frequency 0 from the middle of every axis to its begin, {@code np.fft.ifftshift(a)}: the inverse of
     * {@link #fftshift(NDArray)}.
     *
     * @param a the array
     * @return a new array of the same shape
     */
    public static NDArray ifftshift(NDArray a) {
        return ifftshift(a, Layout.axes(a.ndim()));
    }

    /**
     * Moves the frequency 0 from the middle of some axes to their begin, {@code np.fft.ifftshift(a, axes)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @return a new array of the same shape
     * @throws IndexOutOfBoundsException {@code tuple index out of range} if there is no such axis
     */
    public static NDArray ifftshift(NDArray a, int... axes) {
        return shifted(a, -1, axes);
    }

    private static NDArray shifted(NDArray a, int sign, int... axes) {
        int[] shifts = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] < -a.ndim() || axes[i] >= a.ndim()) {
                throw new IndexOutOfBoundsException("tuple index out of range");
            }
            shifts[i] = sign * (a.shape(axes[i]) / 2);
        }
        return Manipulation.roll(a, shifts, axes);
    }
}
