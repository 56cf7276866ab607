package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where notations change. The expected texts are NumPy's, except for padding on the left. */
class FloatFormatTest {
    private static List<String> texts(DType dtype, double... values) {
        FloatFormat format = new FloatFormat(dtype, values, PrintOptions.DEFAULT);
        return Arrays.stream(values).mapToObj(format::format).toList();
    }

    private static List<String> float64(double... values) {
        return texts(DType.FLOAT64, values);
    }

    private static List<String> float32(float... values) {
        double[] exact = new double[values.length];
        Arrays.setAll(exact, i -> values[i]);
        return texts(DType.FLOAT32, exact);
    }

    @Test
    void theSignOfNaNIsNotWritten() {
        assertThat(float64(Double.longBitsToDouble(0xfff8000000000000L))).containsExactly("nan");
    }

    @Nested
    class TheChoiceOfNotation {
        @Test
        void formattingUsesAnExponentForLargeNumbers() {
            assertThat(float64(99999999.5)).containsExactly("99999999.5");
            assertThat(float64(1e8)).containsExactly("1.e+08");
            assertThat(float32(999999.9f)).containsExactly("999999.9");
            assertThat(float32(1e6f)).containsExactly("1.e+06");
        }

        @Test
        void formattingUsesAnExponentForSmallNumbers() {
            assertThat(float64(1e-4)).containsExactly("0.0001");
            assertThat(float64(9.9999e-5)).containsExactly("9.9999e-05");
            assertThat(float32(1e-4f)).containsExactly("0.0001");
            assertThat(float32(9e-5f)).containsExactly("9.e-05");
        }

        @Test
        void formattingUsesAnExponentForARatioAbove1000() {
            assertThat(float64(1, 1000)).containsExactly("1.", "1000.");
            assertThat(float64(1, -1001)).containsExactly("1.000e+00", "-1.001e+03");
            assertThat(float32(1, 1000)).containsExactly("1.", "1000.");
            assertThat(float32(1, 1000.0001f)).containsExactly("1.0000000e+00", "1.0000001e+03");
        }

        @Test
        void theChoiceOfNotationDividesInTheDTypeItself() {
            assertThat(float64(1e-4f, 0.1f)).containsExactly("9.99999975e-05", "1.00000001e-01");
            assertThat(float32(1e-4f, 0.1f)).containsExactly("1.e-04", "1.e-01");
        }

        @Test
        void theChoiceOfNotationIgnoresZerosInfinitiesAndNaN() {
            assertThat(float64(0, 0)).containsExactly("0.", "0.");
            assertThat(float64(0, -0.0, 1e8)).containsExactly("0.e+00", "-0.e+00", "1.e+08");
            assertThat(float64(0, Double.POSITIVE_INFINITY, 0.5)).containsExactly("0. ", "inf", "0.5");
        }
    }

    @Nested
    class WithExponent {
        @Test
        void numbersWithAnExponentHaveTheDigitsOfTheLongest() {
            assertThat(float64(1e-7, -2.5e-8)).containsExactly("1.0e-07", "-2.5e-08");
            assertThat(float64(1e100, 1)).containsExactly("1.e+100", "1.e+000");
            assertThat(float64(1e-100, 1e100)).containsExactly("1.e-100", "1.e+100");
        }

        @Test
        void anExponentShowsTheExactValueOfAShortDecimal() {
            assertThat(float32(0.1f, 1.0000002e-5f, 0.7f))
                    .containsExactly("1.0000000e-01", "1.0000002e-05", "6.9999999e-01");
            assertThat(float32(Float.MIN_VALUE, Float.MAX_VALUE)).containsExactly("1.4012985e-45", "3.4028235e+38");
        }

        @Test
        void numbersWithAnExponentAreRoundedToNineDigits() {
            assertThat(float64(123456789.123)).containsExactly("1.23456789e+08");
            assertThat(float64(Double.MAX_VALUE)).containsExactly("1.79769313e+308");
            assertThat(float64(Double.MIN_NORMAL)).containsExactly("2.22507386e-308");
        }

        @Test
        void numbersWithAnExponentReachTheExtremesOfEachDType() {
            assertThat(float64(Double.MIN_VALUE)).containsExactly("5.e-324");
            assertThat(float64(Double.parseDouble("2e23"))).containsExactly("2.e+23");
            assertThat(float32(Float.MIN_VALUE)).containsExactly("1.e-45");
            assertThat(float32(Float.MIN_NORMAL)).containsExactly("1.1754944e-38");
            assertThat(float32(Float.MAX_VALUE)).containsExactly("3.4028235e+38");
        }
    }

    @Nested
    class OfAScalar {
        @ParameterizedTest
        @CsvSource(textBlock = """
                0.0,                   0.0
                -0.0,                  -0.0
                2.0,                   2.0
                -0.1,                  -0.1
                0.3333333333333333,    0.3333333333333333
                0.30000000000000004,   0.30000000000000004
                0.0001,                0.0001
                9.999e-5,              9.999e-05
                1e-50,                 1e-50
                -1.5e-7,               -1.5e-07
                4.9E-324,              5e-324
                1234567.0,             1234567.0
                1e8,                   100000000.0
                9007199254740993.0,    9007199254740992.0
                9999999999999998.0,    9999999999999998.0
                1e16,                  1e+16
                1.5e16,                1.5e+16
                2e23,                  2e+23
                1e100,                 1e+100
                1.7976931348623157e308, 1.7976931348623157e+308
                NaN,                   nan
                Infinity,              inf
                -Infinity,             -inf
                """)
        void aScalarIsWrittenAsPythonsFloat(double x, String expected) {
            assertThat(FloatFormat.scalar(DType.FLOAT64, x)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                -0.0,          -0.0
                0.1,           0.1
                3.14159265,    3.1415927
                0.001,         0.001
                0.0001,        1e-04
                0.00010001,    0.00010001
                999999.9,      999999.9
                1e6,           1e+06
                1234567,       1.234567e+06
                16777216,      1.6777216e+07
                1.4E-45,       1e-45
                3.4028235e38,  3.4028235e+38
                NaN,           nan
                """)
        void aScalarIsWrittenAsNumPysFloat32(float x, String expected) {
            assertThat(FloatFormat.scalar(DType.FLOAT32, x)).isEqualTo(expected);
        }
    }
}
