package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.kernel.function.DoubleLog;

/**
 * The logarithm of the gamma function by Stirling's series. An argument below 7 is first increased by whole steps to a
 * number above 6 (S. Zhang and J. Jin, "Computation of Special Functions", 1996).
 */
final class LogGamma {
    private static final double[] SERIES = {
        8.333333333333333e-02,
        -2.777777777777778e-03,
        7.936507936507937e-04,
        -5.952380952380952e-04,
        8.417508417508418e-04,
        -1.917526917526918e-03,
        6.410256410256410e-03,
        -2.955065359477124e-02,
        1.796443723688307e-01,
        -1.39243221690590e+00
    };

    static double of(double x) {
        if (x == 1 || x == 2) {
            return 0;
        }
        int steps = x <= 7 ? (int) (7 - x) : 0;
        double moved = x + steps;
        double inverseSquare = 1 / (moved * moved);
        double series = SERIES[SERIES.length - 1];
        for (int i = SERIES.length - 2; i >= 0; i--) {
            series = series * inverseSquare + SERIES[i];
        }
        double result =
                series / moved + 0.5 * DoubleLog.log(2 * Math.PI) + (moved - 0.5) * DoubleLog.log(moved) - moved;
        for (int i = 0; i < steps; i++) {
            result -= DoubleLog.log(moved - 1);
            moved -= 1;
        }
        return result;
    }
}
