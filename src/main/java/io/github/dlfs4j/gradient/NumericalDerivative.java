package io.github.dlfs4j.gradient;

import java.util.function.DoubleUnaryOperator;

/** Numerical derivatives of functions of one number, section 4.3. */
public final class NumericalDerivative {
    /** The book's step, 0.0001: small, yet far above the rounding errors of float64. */
    public static final double STEP = 1e-4;

    private NumericalDerivative() {}

    /**
     * Computes the forward difference, {@code (f(x + h) - f(x)) / h}, section 4.3.1. This is the slope between x and x
     * + h instead of that at x, so its error is about h. If h is tiny, x + h is rounded to x, and the result is 0:
     *
     * <pre>{@code
     * System.out.println(NumericalDerivative.forwardDifference(x -> x * x, 2, 10e-50));
     * System.out.println(NumericalDerivative.centralDifference(x -> x * x, 2));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 0.0
     * 4.000000000004
     * }</pre>
     *
     * @param f the function
     * @param x the point
     * @param h the step
     * @return about the derivative of f at x
     */
    public static double forwardDifference(DoubleUnaryOperator f, double x, double h) {
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
    }

    /**
     * Computes the central difference, {@code (f(x + h) - f(x - h)) / (2 * h)} with h = {@link #STEP}, section 4.3.2.
     * Its error is about h², much less than that of the forward difference.
     *
     * @param f the function
     * @param x the point
     * @return about the derivative of f at x
     */
    public static double centralDifference(DoubleUnaryOperator f, double x) {
        return (f.applyAsDouble(x + STEP) - f.applyAsDouble(x - STEP)) / (2 * STEP);
    }
}
