package io.github.dlfs4j.ndarray.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of {@code log1p} in glibc 2.41 on x86-64 with fused multiply-add. */
@BothKernels
class DoubleLog1pTest {
    private static final int COUNT = 1 << 20;

    /** Returns the sum of {@code (i + 1) * bits(log1p(x(i)))}, which depends on all bits and their order. */
    private static long weightedSumOfBits(IntToDoubleFunction x) {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += (i + 1) * Double.doubleToRawLongBits(DoubleLog1p.log1p(x.applyAsDouble(i)));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,                   0
            -0.0,               -0.0
            -0.5,               -0.69314718055994529
            1e-20,               1e-20
            1e300,               690.77552789821368
            -0.9999999999999999, -36.736800569677101
            -1,                 -Infinity
            -1.5,                NaN
            NaN,                 NaN
            -Infinity,           NaN
            Infinity,            Infinity
            """)
    void log1pMatchesGlibcForSingleNumbers(double x, Double log) {
        assertThat(DoubleLog1p.log1p(x)).isEqualTo(log);
    }

    @Test
    void log1pMatchesGlibcForAMillionNumbersBelowZero() {
        assertThat(weightedSumOfBits(i -> -(2 * i + 1) * 0x1p-21)).isEqualTo(7135394678945139392L);
    }

    @Test
    void log1pMatchesGlibcForAMillionNumbersOfManyExponents() {
        assertThat(weightedSumOfBits(i -> Math.scalb(1 + i * 0x1p-20, i % 150 - 60)))
                .isEqualTo(-3971952171434057377L);
    }

    @Test
    void log1pMatchesGlibcForAMillionNumbersNearZero() {
        assertThat(weightedSumOfBits(i -> (i - (1 << 19) + 0.5) * 0x1p-40)).isEqualTo(-2632896826601559787L);
    }
}
