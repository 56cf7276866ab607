package io.github.dlfs4j.ndarray.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of Python's {@code math.log}, which is glibc's, on x86-64 with fused multiply-add. */
@BothKernels
class DoubleLogTest {
    private static final int COUNT = 1 << 20;

    /** Returns the sum of {@code (i + 1) * bits(log(x(i)))}, which depends on all bits and their order. */
    private static long weightedSumOfBits(IntToDoubleFunction x) {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += (i + 1) * Double.doubleToRawLongBits(DoubleLog.log(x.applyAsDouble(i)));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.5,                     -0.6931471805599453
            1,                        0
            4.930380657631324e-32,  -72.0873067782343
            2.2250738585072014e-308, -708.3964185322641
            1.7976931348623157e308,   709.782712893384
            """)
    void logMatchesGlibcForPowersOfTwoAndAtTheEndsOfTheRange(double x, double log) {
        assertThat(DoubleLog.log(x)).isEqualTo(log);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.9374999999999999, -0.06453852113757129
            0.9375,             -0.06453852113757118
            0.9999990463247741, -9.53675680649459e-07
            0.9999999999999999, -1.1102230246251565e-16
            1.0000000000000002,  2.2204460492503128e-16
            1.0646972656249998,  0.06269050112342253
            1.064697265625,      0.06269050112342274
            """)
    void logMatchesGlibcNearOneAndAtTheLimitsOfThatRange(double x, double log) {
        assertThat(DoubleLog.log(x)).isEqualTo(log);
    }

    /** Math.log returns the neighbour of the expected value. Both have an error of less than an ulp. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0.9292132869528282, -0.07341697884155263
            0.1552718393390311, -1.862577895990883
            0.592995943998305,  -0.5225677198083006
            0.9448427692499489, -0.05673674707745831
            0.9963330427635256, -0.0036736970055026657
            """)
    void logMatchesGlibcWhereRoundingIsHard(double x, double log) {
        assertThat(DoubleLog.log(x)).isEqualTo(log);
    }

    @Test
    void logMatchesGlibcForAMillionNumbersBelowOne() {
        assertThat(weightedSumOfBits(i -> (2 * i + 1) * 0x1p-21)).isEqualTo(-6863876919156554648L);
    }

    @Test
    void logMatchesGlibcForAMillionNumbersNearOne() {
        assertThat(weightedSumOfBits(i -> 0.9375 + (2 * i + 1) * 0x1p-24)).isEqualTo(2356647529914441007L);
    }

    @Test
    void logMatchesGlibcForAMillionNumbersOfAllExponents() {
        assertThat(weightedSumOfBits(i -> Math.scalb(1 + i * 0x1p-20, i % 2046 - 1022)))
                .isEqualTo(-7102133343700983366L);
    }
}
