package io.github.dlfs4j.ndarray.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

/** The signs of both zeros and of NaN, of which the records of NumPy have not each. */
@BothKernels
class SignTest {
    @Test
    void theSignOfDoublesIsZeroForBothZerosAndNaNForNaN() {
        double[] a = {-3.5, -0.0, 0, 2, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
        double[] out = new double[a.length];

        DoubleArithmeticLoops.sign(a, out, 0, a.length);

        assertThat(out).containsExactly(-1, 0, 0, 1, Double.NaN, -1, 1);
    }

    @Test
    void theSignOfFloatsIsZeroForBothZerosAndNaNForNaN() {
        float[] a = {-3.5f, -0f, 0, 2, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
        float[] out = new float[a.length];

        FloatArithmeticLoops.sign(a, out, 0, a.length);

        assertThat(out).containsExactly(-1, 0, 0, 1, Float.NaN, -1, 1);
    }
}
