package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * {@link NormalizationLoop} of {@code double}. The JIT compiler turns the loops of all steps into SIMD code, but not
 * those of sums and of {@link #subtract}.
 */
@AlsoFor(float.class)
public final class DoubleNormalizationLoop implements NormalizationLoop<double[]> {
    @Override
    public void run(Step step, double[] x, double[] dout, double[] numbers, double[] out, int from, int to) {
        double mean = numbers[0];
        double gamma = numbers[1];
        double second = numbers[2];
        double third = numbers[3];
        switch (step) {
            case SQUARE -> square(x, mean, out, from, to);
            case OUTPUT -> output(x, mean, gamma, second, third, out, from, to);
            case SCALE -> scale(x, dout, mean, second, out, from, to);
            case DEVIATION -> deviation(x, dout, mean, gamma, second, out, from, to);
            case CENTERED -> centered(x, dout, numbers, out, from, to);
        }
    }

    private static void square(double[] x, double mean, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double centered = x[i] - mean;
            out[i] = centered * centered;
        }
    }

    private static void output(
            double[] x, double mean, double gamma, double deviation, double beta, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (x[i] - mean) / deviation * gamma + beta;
        }
    }

    private static void scale(
            double[] x, double[] dout, double mean, double deviation, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (x[i] - mean) / deviation * dout[i];
        }
    }

    private static void deviation(
            double[] x, double[] dout, double mean, double gamma, double square, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = dout[i] * gamma * (x[i] - mean) / square;
        }
    }

    private static void centered(double[] x, double[] dout, double[] numbers, double[] out, int from, int to) {
        double mean = numbers[0];
        double gamma = numbers[1];
        double deviation = numbers[2];
        double factor = numbers[3];
        double variance = numbers[4];
        for (int i = from; i < to; i++) {
            out[i] = dout[i] * gamma / deviation + (x[i] - mean) * factor * variance;
        }
    }

    /** An addition waits for the one before it, so the sums of four channels grow side by side. */
    @Override
    public void add(double[] x, int from, int pixels, double[] sums, int first, int end) {
        int channel = first;
        int a = from;
        for (; channel + 4 <= end; channel += 4, a += 4 * pixels) {
            int b = a + pixels;
            int c = b + pixels;
            int d = c + pixels;
            double sumA = sums[channel];
            double sumB = sums[channel + 1];
            double sumC = sums[channel + 2];
            double sumD = sums[channel + 3];
            for (int i = 0; i < pixels; i++) {
                sumA += x[a + i];
                sumB += x[b + i];
                sumC += x[c + i];
                sumD += x[d + i];
            }
            sums[channel] = sumA;
            sums[channel + 1] = sumB;
            sums[channel + 2] = sumC;
            sums[channel + 3] = sumD;
        }
        for (; channel < end; channel++, a += pixels) {
            double sum = sums[channel];
            for (int i = a; i < a + pixels; i++) {
                sum += x[i];
            }
            sums[channel] = sum;
        }
    }

    /** The result is written in order, since a processor waits less for loads than for stores that lie far apart. */
    @Override
    public void subtract(double[] x, double[] numbers, int channels, int pixels, double[] out, int from) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            int at = from + pixel;
            int to = from + pixel * channels;
            for (int channel = 0; channel < channels; channel++, at += pixels) {
                out[to + channel] = x[at] - numbers[channel];
            }
        }
    }
}
