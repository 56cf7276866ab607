package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoop;

/** Powers in a plain loop. */
@AlsoFor(float.class)
public final class DoublePowerLoop {
    /** Computes powers, as {@link BinaryLoop} describes it. */
    public static void power(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = DoublePow.pow(a[i], b[i]);
        }
    }
}
