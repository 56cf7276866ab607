package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import java.util.Arrays;

/** Copies of elements that lie a stride apart in memory, to and from a block of the same type. */
@AlsoFor({float.class, long.class, boolean.class, byte.class})
public final class DoubleRuns {
    public static void load(double[] values, int offset, int stride, double[] block, int at, int n) {
        if (stride == 1) {
            System.arraycopy(values, offset, block, at, n);
            return;
        }
        if (stride == 0) {
            Arrays.fill(block, at, at + n, values[offset]);
            return;
        }
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            block[at + i] = values[p];
        }
    }

    public static void store(double[] values, int offset, int stride, double[] block, int at, int n) {
        if (stride == 1) {
            System.arraycopy(block, at, values, offset, n);
            return;
        }
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            values[p] = block[at + i];
        }
    }
}
