package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Objects;

/**
 * Polynomials as arrays of their coefficients, the highest power first, from NumPy's chapter <i>Polynomials</i>.
 *
 * <pre>{@code
 * NDArray x = NDArray.of(0.0, 1.0, 2.0, 3.0);
 * NDArray square = NDArray.of(3, 0, 1); // 3 x^2 + 1
 * System.out.println(Polynomials.polyval(square, x));
 * System.out.println(Polynomials.polyfit(x, NDArray.of(1.0, 3.0, 5.0, 7.0), 1).round(6));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 1.  4. 13. 28.]
 * [2. 1.]
 * }</pre>
 */
public final class Polynomials {
    /** Of up to this many values, an operation of arrays takes longer than its arithmetic. */
    private static final int FEW = 1024;

    private Polynomials() {}

    /**
     * Returns the values of a polynomial, {@code np.polyval(p, x)}, by Horner's rule.
     *
     * @param p the coefficients, the highest power first; if it has more axes, each {@code p.get(i)} is broadcast
     * @param x where to compute the values, of any shape
     * @return a new array of the shape of {@code x} and of the promoted dtype; zeros if there are no coefficients
     * @throws UnsupportedOperationException {@code iteration over a 0-d array}
     */
    public static NDArray polyval(NDArray p, NDArray x) {
        if (p.ndim() == 0) {
            throw new UnsupportedOperationException("iteration over a 0-d array");
        }
        DType dtype = DType.promote(x.dtype(), p.dtype());
        NDArray values = NDArray.zerosLike(x);
        for (int i = 0; i < p.shape(0); i++) {
            // Once they have the dtype and shape of the result, the values change where they are.
            boolean inPlace = i > 0 && p.ndim() == 1 && dtype.isFloating();
            if (inPlace && x.size() <= FEW) {
                return ofFew(values, p, x);
            }
            values = inPlace ? values.muli(x).addi(p.get(i)) : values.mul(x).add(p.get(i));
        }
        return values;
    }

    /** Goes on after the first coefficient, without an array for each of the others; rounds as arrays do. */
    private static NDArray ofFew(NDArray values, NDArray p, NDArray x) {
        double[] at = x.toDoubleArray();
        double[] sums = values.toDoubleArray();
        for (int k = 1; k < p.size(); k++) {
            double coefficient = p.getDouble(k);
            for (int i = 0; i < sums.length; i++) {
                sums[i] = values.dtype() == DType.FLOAT32
                        ? (float) ((float) (sums[i] * at[i]) + coefficient)
                        : sums[i] * at[i] + coefficient;
            }
        }
        return NDArray.of(sums).reshape(x.shape()).astype(values.dtype());
    }

    /**
     * Returns the polynomial with the least sum of squared errors, {@code np.polyfit(x, y, degree)}.
     *
     * @param x the x-coordinates of the points, {@code (m,)}
     * @param y their y-coordinates, {@code (m,)}, or {@code (m, k)} for k polynomials
     * @param degree the degree of the polynomial
     * @return the coefficients, the highest power first: {@code (degree + 1,)} or {@code (degree + 1, k)}, of float32
     *     if both are float32, otherwise of float64
     * @throws IllegalArgumentException {@code expected deg >= 0}
     * @throws UnsupportedOperationException {@code expected 1D vector for x}, {@code expected non-empty vector for x},
     *     {@code expected 1D or 2D array for y}, or {@code expected x and y to have same length}
     */
    public static NDArray polyfit(NDArray x, NDArray y, int degree) {
        return fit(x, y, degree, null).coefficients();
    }

    /**
     * Works like {@link #polyfit(NDArray, NDArray, int)}, with a weight for the error of each point,
     * {@code np.polyfit(x, y, degree, w=weights)}.
     *
     * @param x the x-coordinates of the points, {@code (m,)}
     * @param y their y-coordinates, {@code (m,)}, or {@code (m, k)} for k polynomials
     * @param degree the degree of the polynomial
     * @param weights what to multiply the errors with before they are squared, {@code (m,)}
     * @return the coefficients, the highest power first
     * @throws IllegalArgumentException {@code expected deg >= 0}
     * @throws UnsupportedOperationException {@code expected a 1-d array for weights}, {@code expected w and y to have
     *     the same length}, or as for {@link #polyfit(NDArray, NDArray, int)}
     */
    public static NDArray polyfit(NDArray x, NDArray y, int degree, NDArray weights) {
        return fit(x, y, degree, Objects.requireNonNull(weights, "weights")).coefficients();
    }

    /**
     * Works like {@link #polyfit(NDArray, NDArray, int)}, and says how well the polynomial fits, {@code np.polyfit(x,
     * y, degree, full=True)}.
     *
     * @param x the x-coordinates of the points, {@code (m,)}
     * @param y their y-coordinates, {@code (m,)}, or {@code (m, k)} for k polynomials
     * @param degree the degree of the polynomial
     * @return the coefficients and what the solution by least squares gave
     * @throws IllegalArgumentException {@code expected deg >= 0}
     * @throws UnsupportedOperationException as for {@link #polyfit(NDArray, NDArray, int)}
     */
    public static PolyfitResult polyfitAll(NDArray x, NDArray y, int degree) {
        return fit(x, y, degree, null);
    }

    private static PolyfitResult fit(NDArray x, NDArray y, int degree, NDArray weights) {
        check(x, y, degree);
        NDArray points = Inside.floating(x);
        NDArray powers = Creation.vander(points, Lengths.checkLength(degree + 1L), false);
        NDArray sides = Inside.floating(y);
        if (weights != null) {
            NDArray column = column(weights, y);
            powers.muli(column);
            sides = sides.copy().muli(y.ndim() == 2 ? column : column.squeeze(1));
        }
        // Columns of length 1 make the condition of the matrix as good as it can be.
        NDArray scale = powers.mul(powers).sum(0).sqrt();
        double rcond = x.size() * DType.finfo(points.dtype()).eps();
        LstsqResult solution = LinearAlgebra.lstsq(powers.div(scale), sides, rcond);
        NDArray coefficients = solution.x().T().div(scale).T();
        return new PolyfitResult(coefficients, solution.residuals(), solution.rank(), solution.s(), rcond);
    }

    private static void check(NDArray x, NDArray y, int degree) {
        if (degree < 0) {
            throw new IllegalArgumentException("expected deg >= 0");
        }
        if (x.ndim() != 1) {
            throw expected("1D vector for x");
        }
        if (x.size() == 0) {
            throw expected("non-empty vector for x");
        }
        if (y.ndim() < 1 || y.ndim() > 2) {
            throw expected("1D or 2D array for y");
        }
        if (x.size() != y.shape(0)) {
            throw expected("x and y to have same length");
        }
    }

    private static NDArray column(NDArray weights, NDArray y) {
        if (weights.ndim() != 1) {
            throw expected("a 1-d array for weights");
        }
        if (weights.size() != y.shape(0)) {
            throw expected("w and y to have the same length");
        }
        return Inside.floating(weights).expandDims(1);
    }

    private static UnsupportedOperationException expected(String what) {
        return new UnsupportedOperationException("expected " + what);
    }
}
