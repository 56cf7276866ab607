package io.github.dlfs4j.ndarray.kernel;

import java.util.Random;

/** A function of {@link Kernels} with its bound, on the values where it is neither infinite nor NaN. */
enum KernelFunction {
    EXP(ExactFunction.EXP, 1.0, -745, 709, -103, 88) {
        @Override
        void run(Kernels kernels, float[] a, float[] out, int from, int to) {
            kernels.exp(a, out, from, to);
        }

        @Override
        void run(Kernels kernels, double[] a, double[] out, int from, int to) {
            kernels.exp(a, out, from, to);
        }
    },
    LOG(ExactFunction.LOG, 1.0, 1e-300, 1e6, 1e-37f, 1e6f) {
        @Override
        void run(Kernels kernels, float[] a, float[] out, int from, int to) {
            kernels.log(a, out, from, to);
        }

        @Override
        void run(Kernels kernels, double[] a, double[] out, int from, int to) {
            kernels.log(a, out, from, to);
        }
    },
    TANH(ExactFunction.TANH, 1.5, -20, 20, -10, 10) {
        @Override
        void run(Kernels kernels, float[] a, float[] out, int from, int to) {
            kernels.tanh(a, out, from, to);
        }

        @Override
        void run(Kernels kernels, double[] a, double[] out, int from, int to) {
            kernels.tanh(a, out, from, to);
        }
    };

    final ExactFunction exact;
    final double bound;
    private final double low;
    private final double high;
    private final float floatLow;
    private final float floatHigh;

    KernelFunction(ExactFunction exact, double bound, double low, double high, float floatLow, float floatHigh) {
        this.exact = exact;
        this.bound = bound;
        this.low = low;
        this.high = high;
        this.floatLow = floatLow;
        this.floatHigh = floatHigh;
    }

    abstract void run(Kernels kernels, float[] a, float[] out, int from, int to);

    abstract void run(Kernels kernels, double[] a, double[] out, int from, int to);

    /** Half of them over the whole range, half of them near 0, where networks live. */
    double[] doubles(Random random, int count) {
        return random.doubles(count)
                .map(u -> u < 0.5 ? low + (high - low) * 2 * u : Math.max(low, (u - 0.75) * 8))
                .toArray();
    }

    float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            float u = random.nextFloat();
            values[i] = u < 0.5f ? floatLow + (floatHigh - floatLow) * 2 * u : Math.max(floatLow, (u - 0.75f) * 8);
        }
        return values;
    }
}
