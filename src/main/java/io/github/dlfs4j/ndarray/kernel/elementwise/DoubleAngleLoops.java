package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Conversions of angles, as {@link UnaryLoop} describes them, with NumPy's factors. */
@AlsoFor(float.class)
public final class DoubleAngleLoops {
    private static final double PI = 0x1.921fb54442d18p1;

    private DoubleAngleLoops() {}

    public static void toRadians(double[] a, double[] out, int from, int to) {
        double factor = PI / 180;
        for (int i = from; i < to; i++) {
            out[i] = a[i] * factor;
        }
    }

    public static void toDegrees(double[] a, double[] out, int from, int to) {
        double factor = 180 / PI;
        for (int i = from; i < to; i++) {
            out[i] = a[i] * factor;
        }
    }
}
