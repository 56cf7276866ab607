package io.github.dlfs4j.ndarray.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected digits are those that NumPy prints. */
class ShortestDecimalTest {

    /** Follows the definition: takes ever more digits of the exact value until a decimal next to it reads back. */
    private static BigDecimal bySearch(BigDecimal exact, Predicate<BigDecimal> readsBack) {
        for (int digits = 1; ; digits++) {
            BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean downFits = readsBack.test(down);
            boolean upFits = readsBack.test(up);
            if (downFits && upFits) {
                return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
            }
            if (downFits || upFits) {
                return (downFits ? down : up).stripTrailingZeros();
            }
        }
    }

    private static BigDecimal shortest(double x) {
        return bigDecimal(ShortestDecimal.of(x));
    }

    private static BigDecimal shortest(float x) {
        return bigDecimal(ShortestDecimal.of(x));
    }

    private static BigDecimal bigDecimal(Decimal decimal) {
        return BigDecimal.valueOf(decimal.digits(), decimal.scale());
    }

    @Test
    void signsAndZerosDoNotMatterForTheShortestDecimal() {
        assertThat(shortest(-0.1)).isEqualTo("0.1");
        assertThat(shortest(-0.1f)).isEqualTo("0.1");
        assertThat(shortest(0.0)).isEqualTo("0");
        assertThat(shortest(-0.0)).isEqualTo("0");
        assertThat(shortest(0.0f)).isEqualTo("0");
        assertThat(shortest(1200.0)).isEqualTo(new BigDecimal("1.2E+3"));
    }

    @Nested
    class OfFloat64 {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 4, 8, 14, 15, 16, 17, 22, 23})
        void theShortestOfFloat64IsTheDecimalThatWasRead(int places) {
            Random random = new Random(places);
            for (int i = 0; i < 1000; i++) {
                long digits = random.nextLong((long) Math.pow(10, 1 + random.nextInt(15)));
                BigDecimal decimal = BigDecimal.valueOf(digits, places).stripTrailingZeros();
                assertThat(shortest(decimal.doubleValue())).isEqualTo(decimal);
            }
        }

        private static void check(double x) {
            BigDecimal expected = bySearch(new BigDecimal(x), decimal -> decimal.doubleValue() == x);
            assertThat(shortest(x)).as(Double.toHexString(x)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                0x0.0000000000001p-1022, 5e-324
                0x0.0000000000002p-1022, 1e-323
                0x0.0000000000003p-1022, 1.5e-323
                0x0.0000000000004p-1022, 2e-323
                0x1p-1030,               8.691694759794e-311
                0x1p-1023,               1.1125369292536007e-308
                0x0.fffffffffffffp-1022, 2.225073858507201e-308
                0x1p-1022,               2.2250738585072014e-308
                0x1p-1021,               4.450147717014403e-308
                0x1p-500,                3.054936363499605e-151
                0x1.fffffffffffffp-45,   5.684341886080801e-14
                0x1p-44,                 5.684341886080802e-14
                0x1.0000000000001p-44,   5.684341886080803e-14
                0x1p-24,                 5.960464477539063e-08
                0x1p-10,                 0.0009765625
                0x1.0624dd2f1a9fcp-9,    0.002
                0x1.374bc6a7ef9dbp-7,    0.0095
                0x1.999999999999ap-4,    0.1
                0x1.3333333333334p-2,    0.30000000000000004
                0x1.5555555555555p-2,    0.3333333333333333
                0x1.fffffffffffffp-1,    0.9999999999999999
                0x1p0,                   1
                0x1.0000000000001p0,     1.0000000000000002
                0x1.1666666666666p2,     4.35
                0x1p53,                  9007199254740992
                0x1p54,                  1.8014398509481984e+16
                0x1.fffffffffffffp63,    1.844674407370955e+19
                0x1p64,                  1.8446744073709552e+19
                0x1.0000000000001p64,    1.8446744073709556e+19
                0x1.c7e83209e90b2p72,    8.41e+21
                0x1.0f0cf064dd592p73,    1e+22
                0x1.52d02c7e14af6p76,    1e+23
                0x1.52d02c7e14af6p77,    2e+23
                0x1p332,                 8.749002899132048e+99
                0x1p1000,                1.0715086071862673e+301
                0x1p1023,                8.98846567431158e+307
                0x1.fffffffffffffp1023,  1.7976931348623157e+308
                """)
        void theShortestOfFloat64HasTheDigitsOfNumPy(double x, BigDecimal expected) {
            assertThat(shortest(x)).isEqualTo(expected.stripTrailingZeros());
        }

        @Test
        void theShortestOfFloat64ReadsBackAroundEveryPowerOfTwo() {
            for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
                double power = Math.scalb(1.0, exponent);
                Stream.of(Math.nextDown(power), power, Math.nextUp(power))
                        .filter(x -> x > 0)
                        .forEach(OfFloat64::check);
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void theShortestOfFloat64ReadsBackForRandomBits(long seed) {
            new Random(seed)
                    .longs(500)
                    .mapToDouble(bits -> Double.longBitsToDouble(bits & Long.MAX_VALUE))
                    .filter(Double::isFinite)
                    .forEach(OfFloat64::check);
        }

        @ParameterizedTest
        @ValueSource(longs = {4, 5, 6})
        void theShortestOfFloat64ReadsBackForNumbersFrom0To1(long seed) {
            new Random(seed).doubles(2000).forEach(OfFloat64::check);
        }

        @Test
        void theShortestOfFloat64ReadsBackForTheSmallestNumbers() {
            for (long bits = 1; bits <= 1000; bits++) {
                check(Double.longBitsToDouble(bits));
            }
        }
    }

    @Nested
    class OfFloat32 {
        private static void check(float x) {
            BigDecimal expected = bySearch(new BigDecimal(x), decimal -> decimal.floatValue() == x);
            assertThat(shortest(x)).as(Float.toHexString(x)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                0x1p-149,        1e-45
                0x1p-148,        3e-45
                0x1p-147,        6e-45
                0x1.cp-147,      1e-44
                0x1p-146,        1.1e-44
                0x1p-140,        7.17e-43
                0x1p-127,        5.877472e-39
                0x1.fffffcp-127, 1.1754942e-38
                0x1p-126,        1.1754944e-38
                0x1p-125,        2.3509887e-38
                0x1.5c87fap-84,  7.038531e-26
                0x1.fffffep-25,  5.960464e-08
                0x1p-24,         5.9604645e-08
                0x1.000002p-24,  5.960465e-08
                0x1.0624dep-10,  0.001
                0x1.99999ap-4,   0.1
                0x1.555556p-2,   0.33333334
                0x1.666666p-1,   0.7
                0x1.fffffep-1,   0.99999994
                0x1.000002p0,    1.0000001
                0x1p24,          1.6777216e+07
                0x1.fffffep24,   3.355443e+07
                0x1.00004cp33,   8.589974e+09
                0x1.2a05f2p33,   1e+10
                0x1p64,          1.8446744e+19
                0x1.52d02cp77,   2e+23
                0x1p127,         1.7014118e+38
                0x1.fffffep127,  3.4028235e+38
                """)
        void theShortestOfFloat32HasTheDigitsOfNumPy(float x, BigDecimal expected) {
            assertThat(shortest(x)).isEqualTo(expected.stripTrailingZeros());
        }

        @Test
        void theShortestOfFloat32ReadsBackAroundEveryPowerOfTwo() {
            for (int exponent = Float.MIN_EXPONENT - 23; exponent <= Float.MAX_EXPONENT; exponent++) {
                float power = Math.scalb(1f, exponent);
                Stream.of(Math.nextDown(power), power, Math.nextUp(power))
                        .filter(x -> x > 0)
                        .forEach(OfFloat32::check);
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void theShortestOfFloat32ReadsBackForRandomBits(long seed) {
            new Random(seed)
                    .ints(4000)
                    .mapToObj(bits -> Float.intBitsToFloat(bits & Integer.MAX_VALUE))
                    .filter(Float::isFinite)
                    .forEach(OfFloat32::check);
        }

        @Test
        void theShortestOfFloat32ReadsBackForTheSmallestNumbers() {
            for (int bits = 1; bits <= 1000; bits++) {
                check(Float.intBitsToFloat(bits));
            }
        }
    }
}
