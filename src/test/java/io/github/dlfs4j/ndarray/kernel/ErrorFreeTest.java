package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with {@code BigDecimal} and {@code Math.fma}. The numbers have few bits or many, so that ties occur. */
class ErrorFreeTest {
    private static final long SEED = 20260103;
    private static final int COUNT = 100_000;

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        -Double.MIN_NORMAL,
        0x1p500,
        0x1p-900,
        0x1p1000,
        0x1p-1000,
        Float.MAX_VALUE,
        Float.MIN_VALUE,
        1 - 0x1p-53,
        -1 - 0x1p-52
    };

    private final Random random = new Random(SEED);

    /** Returns a number between about 2<sup>-exponent</sup> and 2<sup>exponent</sup>, or 0. */
    private double number(int exponent) {
        double mantissa = switch (random.nextInt(4)) {
            case 0 -> random.nextDouble();
            case 1 -> random.nextInt(32) / 32.0;
            case 2 -> 1 + random.nextInt(8) * Math.ulp(1.0);
            default -> random.nextInt(1 << 27) * 0x1p-27;
        };
        double scaled = Math.scalb(mantissa, random.nextInt(2 * exponent + 1) - exponent);
        return random.nextBoolean() ? scaled : -scaled;
    }

    /** Returns a term that almost cancels the product, or almost gives a tie with it. */
    private double critical(double product) {
        double half = Math.ulp(product) / 2;
        double halves = half * (random.nextInt(9) - 4);
        return switch (random.nextInt(3)) {
            case 0 -> halves - product;
            case 1 -> halves;
            default -> halves * 0x1p53;
        };
    }

    @Test
    void aSumAndItsErrorAreExact() {
        for (int i = 0; i < COUNT; i++) {
            double a = number(60);
            double b = number(60);
            double sum = a + b;
            assertThat(new BigDecimal(sum).add(new BigDecimal(ErrorFree.errorOfSum(a, b, sum))))
                    .as("%s + %s, seed %d", a, b, SEED)
                    .isEqualByComparingTo(new BigDecimal(a).add(new BigDecimal(b)));
        }
    }

    @Test
    void aProductAndItsErrorAreExact() {
        for (int i = 0; i < COUNT; i++) {
            double a = number(400);
            double b = number(400);
            double product = a * b;
            assertThat(new BigDecimal(product).add(new BigDecimal(ErrorFree.errorOfProduct(a, b, product))))
                    .as("%s * %s, seed %d", a, b, SEED)
                    .isEqualByComparingTo(new BigDecimal(a).multiply(new BigDecimal(b)));
        }
    }

    @Nested
    class MultiplyAddOfDouble {
        private static void check(double a, double b, double c) {
            double actual = ErrorFree.fma(a, b, c);
            double expected = Math.fma(a, b, c);
            if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
                assertThat(actual).as("fma(%s, %s, %s), seed %d", a, b, c, SEED).isEqualTo(expected);
            }
        }

        @ParameterizedTest
        @CsvSource({"2, 60", "1080, 1080"})
        void multiplyAddOfDoubleEqualsMathFmaForSimilarNumbersAndAllSizes(int factors, int terms) {
            for (int i = 0; i < COUNT; i++) {
                double a = number(factors);
                double b = number(factors);
                check(a, b, number(terms));
                check(a, b, critical(a * b));
            }
        }

        @Test
        void multiplyAddOfDoubleEqualsMathFmaForSpecialNumbers() {
            for (double a : SPECIAL) {
                for (double b : SPECIAL) {
                    for (double c : SPECIAL) {
                        check(a, b, c);
                    }
                    check(a, b, -(a * b));
                }
            }
        }
    }

    @Nested
    class MultiplyAddOfFloat {
        private static void check(float a, float b, float c) {
            float actual = ErrorFree.fma(a, b, c);
            float expected = Math.fma(a, b, c);
            if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
                assertThat(actual).as("fma(%s, %s, %s), seed %d", a, b, c, SEED).isEqualTo(expected);
            }
        }

        private float critical(float product) {
            float half = Math.ulp(product) / 2;
            float halves = half * (random.nextInt(9) - 4);
            return switch (random.nextInt(3)) {
                case 0 -> halves - product;
                case 1 -> halves;
                default -> halves * 0x1p24f;
            };
        }

        @ParameterizedTest
        @CsvSource({"2, 30", "150, 150"})
        void multiplyAddOfFloatEqualsMathFmaForSimilarNumbersAndAllSizes(int factors, int terms) {
            for (int i = 0; i < COUNT; i++) {
                float a = (float) number(factors);
                float b = (float) number(factors);
                check(a, b, (float) number(terms));
                check(a, b, critical(a * b));
            }
        }

        /** The product differs from half a unit in the last place of the term by less than a double can represent. */
        @Test
        void multiplyAddOfFloatEqualsMathFmaForTiesInDouble() {
            for (int i = 0; i < COUNT; i++) {
                float c = Math.scalb(1 + random.nextInt(1 << 23) * 0x1p-23f, random.nextInt(250) - 125);
                float half = Math.ulp(c) / 2;
                float a = 1 + random.nextInt(3) * 0x1p-23f;
                float b = half * (1 + (random.nextInt(3) - 1) * 0x1p-23f);
                check(a, b, c);
                check(-a, b, c);
                check(a, -b, -c);
                check(Math.nextDown(a), b, -c);
            }
        }

        /** The product is half the smallest number, or differs from that by so little that double loses it. */
        @Test
        void multiplyAddOfFloatEqualsMathFmaForSubnormalTies() {
            for (int i = 0; i < COUNT; i++) {
                float c = random.nextInt(1 << 23) * Float.MIN_VALUE;
                float a = (1 + (random.nextInt(3) - 1) * 0x1p-23f) * 0x1p-75f;
                float b = (1 + (random.nextInt(3) - 1) * 0x1p-23f) * 0x1p-75f;
                check(a, b, c);
                check(-a, b, c);
            }
        }

        /** A subnormal sum has fewer bits. */
        @Test
        void multiplyAddOfFloatEqualsMathFmaForSubnormalNumbers() {
            for (int i = 0; i < COUNT; i++) {
                float a = Math.scalb((float) number(1), -random.nextInt(80));
                float b = Math.scalb((float) number(1), -random.nextInt(80));
                check(a, b, Float.intBitsToFloat(random.nextInt(1 << 24)));
                check(a, b, -random.nextInt(4) * Float.MIN_VALUE);
                check(a, -Float.MIN_NORMAL, random.nextInt(1 << 23) * Float.MIN_VALUE);
            }
        }

        @Test
        void multiplyAddOfFloatEqualsMathFmaForSpecialNumbers() {
            for (double a : SPECIAL) {
                for (double b : SPECIAL) {
                    for (double c : SPECIAL) {
                        check((float) a, (float) b, (float) c);
                    }
                    check((float) a, (float) b, -((float) a * (float) b));
                }
            }
        }
    }
}
