package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * A bound of {@link Clipping} where zeros of both signs may meet: the element or the bound, whichever is larger or
 * smaller, NaN if one is NaN.
 *
 * @param lower whether it is the lower bound
 * @param keepsElement whether the element stays where both are equal, else the bound takes its place
 */
@AlsoFor(float.class)
record DoubleBound(boolean lower, boolean keepsElement) implements BinaryLoops<double[], double[]> {
    private double choose(double element, double bound) {
        if (element == bound) {
            return keepsElement ? element : bound;
        }
        return lower ? Math.max(element, bound) : Math.min(element, bound);
    }

    @Override
    public void run(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = choose(a[i], b[i]);
        }
    }

    @Override
    public boolean takeNumbers() {
        return true;
    }

    @Override
    public void runWithNumber(double[] a, double[] b, double[] out, int from, int to) {
        double bound = b[0];
        for (int i = from; i < to; i++) {
            out[i] = choose(a[i], bound);
        }
    }

    @Override
    public void runWithNumberOnTheLeft(double[] a, double[] b, double[] out, int from, int to) {
        double element = b[0];
        for (int i = from; i < to; i++) {
            out[i] = choose(element, a[i]);
        }
    }
}
