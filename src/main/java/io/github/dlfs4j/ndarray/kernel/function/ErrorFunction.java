package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.Workspace.DOUBLES;

import java.util.Arrays;

/**
 * The error function <i>2/√π ∫<sub>0</sub><sup>x</sup> e<sup>-t²</sup> dt</i>. The error is below 10<sup>-15</sup> of
 * the result.
 *
 * <p>Below 1 it is <i>x P(x²)</i>. Above, it is <i>1 - e<sup>-x²</sup> Q(1 / (x + 3))</i>, since its distance from 1,
 * divided by <i>e<sup>-x²</sup></i>, is smooth in 1 / (x + 3) (J. L. Schonfelder, <i>Chebyshev Expansions for the Error
 * and Related Functions</i>, 1978, has such a variable, too). Both polynomials go through the function at the Chebyshev
 * points of their interval, which was computed with 70 digits. From 6 on, the second result is 1.
 */
public final class ErrorFunction {
    private static final long FIRST_OF_Q = Double.doubleToRawLongBits(1);
    private static final double SHIFT = 3;

    /** P, the highest power first. */
    private static final double[] P = {
        -0x1.ac9585a44fe29p-31, 0x1.d76af6ca49787p-27, -0x1.5c131500d3f88p-23, 0x1.b981d78881a5dp-20,
        -0x1.f4ca838adb73bp-17, 0x1.f9a2be4f731a1p-14, -0x1.c02db0665e53dp-11, 0x1.565bccfa44156p-8,
        -0x1.b82ce31203772p-6, 0x1.ce2f21a040f66p-4, -0x1.812746b0379c1p-2, 0x1.20dd750429b6dp+0
    };

    /** Q, the highest power first. */
    private static final double[] Q = {
        0x1.87e106a7b674cp+16,
        -0x1.fcd00728c08afp+17,
        0x1.1e8b73bbd0e0bp+18,
        -0x1.6cd765b20b139p+17,
        0x1.2849b32e0b923p+16,
        -0x1.5eb59fc712befp+14,
        0x1.40fddbafaad6fp+12,
        -0x1.6252eb29dfd2cp+9,
        0x1.5d1be25ce3e53p+7,
        0x1.457a69862d9edp+4,
        0x1.af2986e48b588p+3,
        0x1.303b4cd037e3bp+2,
        0x1.b1b245cace74fp+0,
        0x1.20d8ca5ecd558p-1,
        0x1.95f9b60440bf1p-22
    };

    /** How many numbers are computed together: each step is a loop that the JIT compiles to SIMD code. */
    private static final int BLOCK = 256;

    /** Computes the error function of each element, as {@code UnaryLoop} describes it: from -1 to 1, NaN for NaN. */
    public static void erf(double[] a, double[] out, int from, int to) {
        double[] x = DOUBLES.take(BLOCK);
        for (int at = from; at < to; at += BLOCK) {
            int n = Math.min(to - at, BLOCK);
            System.arraycopy(a, at, x, 0, n);
            compute(x, n);
            System.arraycopy(x, 0, out, at, n);
        }
        DOUBLES.giveBack(x);
    }

    /** Computes the same of {@code float}, in {@code double}. */
    public static void erf(float[] a, float[] out, int from, int to) {
        double[] x = DOUBLES.take(BLOCK);
        for (int at = from; at < to; at += BLOCK) {
            int n = Math.min(to - at, BLOCK);
            for (int i = 0; i < n; i++) {
                x[i] = a[at + i];
            }
            compute(x, n);
            for (int i = 0; i < n; i++) {
                out[at + i] = (float) x[i];
            }
        }
        DOUBLES.giveBack(x);
    }

    /** Computes the error function of n numbers in their place: both formulas, since a branch would often be wrong. */
    private static void compute(double[] x, int n) {
        double[] of = DOUBLES.take(BLOCK);
        double[] near = DOUBLES.take(BLOCK);
        double[] far = DOUBLES.take(BLOCK);
        double[] power = DOUBLES.take(BLOCK);
        for (int i = 0; i < n; i++) {
            of[i] = x[i] * x[i];
            power[i] = -x[i] * x[i];
        }
        polynomial(P, of, near, n);
        for (int i = 0; i < n; i++) {
            of[i] = 1 / (Math.abs(x[i]) + SHIFT);
        }
        polynomial(Q, of, far, n);
        DoubleExp.exp(power, power, 0, n);
        for (int i = 0; i < n; i++) {
            long isNear = (Double.doubleToRawLongBits(Math.abs(x[i])) - FIRST_OF_Q) >> 63;
            long ofNear = Double.doubleToRawLongBits(x[i] * near[i]);
            long ofFar = Double.doubleToRawLongBits(Math.copySign(1 - power[i] * far[i], x[i]));
            x[i] = Double.longBitsToDouble((ofNear & isNear) | (ofFar & ~isNear));
        }
        DOUBLES.giveBack(power);
        DOUBLES.giveBack(far);
        DOUBLES.giveBack(near);
        DOUBLES.giveBack(of);
    }

    /** Computes a polynomial of n numbers, three powers at a time. */
    private static void polynomial(double[] coefficients, double[] x, double[] sums, int n) {
        Arrays.fill(sums, 0, n, 0);
        for (int k = 0; k < coefficients.length; k += 3) {
            double first = coefficients[k];
            double second = coefficients[k + 1];
            double third = coefficients[k + 2];
            for (int i = 0; i < n; i++) {
                sums[i] = ((sums[i] * x[i] + first) * x[i] + second) * x[i] + third;
            }
        }
    }
}
