package io.github.dlfs4j.ndarray.kernel;

/**
 * 1 / (1 + e<sup>-x</sup>) of {@code double}, with the bits of its four operations one after the other. They stand in
 * one loop, so that the processor divides while it computes the next exponentials.
 */
final class DoubleSigmoid {
    /**
     * From here on down e<sup>x</sup> is nothing beside 1. It is a normal number: with those below it processors take a
     * hundred times as long. From {@link DoubleExp#HIGHEST} on up it is infinite. Between them half of 2<sup>k</sup> is
     * a normal number.
     */
    static final double LOWEST = -707;

    private static final long HALF = Double.doubleToRawLongBits(0.5);

    private DoubleSigmoid() {}

    /** {@code out[i] = 1 / (1 + exp(-a[i]))}. */
    static void sigmoid(double[] a, double[] out, int from, int to) {
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] powers = scratch[1];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
            System.arraycopy(a, i, x, 0, count);
            negate(x, powers, count);
            halvesOfPowers(powers, count);
            combine(x, powers, count);
            System.arraycopy(x, 0, out, i, count);
        }
    }

    private static void negate(double[] x, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            double negative = limited(-x[i]);
            x[i] = negative;
            sums[i] = negative * DoubleExp.LOG2_E + DoubleExp.MAGIC;
        }
    }

    static double limited(double x) {
        return Math.max(LOWEST, Math.min(x, DoubleExp.HIGHEST));
    }

    /** Replaces sums with {@link DoubleExp#MAGIC} by 2<sup>k</sup> / 2. The loop stays scalar because of the bits. */
    private static void halvesOfPowers(double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = Double.longBitsToDouble(HALF + (Double.doubleToRawLongBits(sums[i]) << DoubleExp.MANTISSA_BITS));
        }
    }

    /** Replaces -x by the sigmoid function of x. */
    private static void combine(double[] x, double[] halves, int count) {
        for (int i = 0; i < count; i++) {
            double k = (x[i] * DoubleExp.LOG2_E + DoubleExp.MAGIC) - DoubleExp.MAGIC;
            x[i] = 1 / (1 + 2 * (DoubleExp.expOfRemainder(x[i], k) * halves[i]));
        }
    }
}
