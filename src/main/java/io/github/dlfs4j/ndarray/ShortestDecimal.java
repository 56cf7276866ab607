package io.github.dlfs4j.ndarray;

import java.math.BigInteger;

/**
 * The decimal with the fewest digits that reads back as a given float, and of those the nearest.
 *
 * <p>A float stands for the interval of all real numbers that round to it. Of the largest power of ten not longer than
 * the interval there is a multiple in it, of ten times that power at most one: only the multiples of these two next to
 * the float need to be compared. This is the idea of Raffaello Giulietti, <i>The Schubfach way to render doubles</i>
 * (2020), here with exact integers in place of his tables. The problem is that of Guy Steele and Jon White, <i>How to
 * print floating-point numbers accurately</i> (1990), whose Dragon4 NumPy prints with.
 *
 * <p>{@link Double#toString(double)} would not do: before JDK 19 it often has a digit too many (2e23 is
 * {@code 1.9999999999999998E23}), and since then it prefers the nearest of two digits to the only one of one
 * ({@code 4.9E-324}, which NumPy prints as {@code 5e-324}).
 */
final class ShortestDecimal {
    /** Bits of a significand. */
    private static final int FLOAT_PRECISION = 24;

    private static final int DOUBLE_PRECISION = 53;
    private static final double LOG10_OF_2 = 0.3010299956639812;
    private static final double LOG10_OF_THREE_QUARTERS = -0.12493873660829993;

    /** Powers of ten up to this one are exact. */
    private static final int PLACES = 22;

    private ShortestDecimal() {}

    /**
     * The shortest decimal of a float64.
     *
     * @param x a finite number
     * @return the decimal of |x|
     */
    static Decimal of(double x) {
        Decimal decimal = ofFewDigits(Math.abs(x));
        return decimal != null ? decimal : shortest(x, DOUBLE_PRECISION, Double.MIN_EXPONENT);
    }

    /**
     * The shortest decimal of a float32.
     *
     * @param x a finite number
     * @return the decimal of |x|
     */
    static Decimal of(float x) {
        return shortest(x, FLOAT_PRECISION, Float.MIN_EXPONENT);
    }

    /**
     * A number of so few digits that no other decimal as short reads back as it: digits / 10<sup>places</sup>, where
     * both are exact, so that the quotient is rounded once.
     *
     * @param x a number of at least 0
     * @return null if it has more than 15 digits
     */
    private static Decimal ofFewDigits(double x) {
        double power = 1;
        for (int places = 0; places <= PLACES; places++) {
            double digits = Math.rint(x * power);
            if (digits >= 1e15) {
                return null;
            }
            if (digits / power == x) {
                return Decimal.of((long) digits, places);
            }
            power *= 10;
        }
        return null;
    }

    private static Decimal shortest(double x, int precision, int minExponent) {
        if (x == 0) {
            return Decimal.of(0, 0);
        }
        int exponent = Math.max(Math.getExponent(x), minExponent);
        int unit = exponent - (precision - 1);
        long significand = (long) Math.scalb(Math.abs(x), -unit);
        // The next float below a power of two is half as far away as the one above.
        boolean narrowBelow = significand == 1L << (precision - 1) && exponent > minExponent;
        int power = (int) Math.floor(unit * LOG10_OF_2 + (narrowBelow ? LOG10_OF_THREE_QUARTERS : 0));
        long digits = new Interval(significand, unit, power, narrowBelow).shortest();
        return Decimal.of(digits, -power);
    }

    /**
     * The real numbers that round to {@code significand * 2^unit}, as seen from the multiple of {@code 10^power} below.
     * Distances are integers, of which {@code one} stands for {@code 10^power}.
     */
    private static final class Interval {
        private static final BigInteger FIVE = BigInteger.valueOf(5);

        private final BigInteger one;
        private final long floor;
        private final BigInteger aboveFloor;
        private final BigInteger reachDown;
        private final BigInteger reachUp;
        /** A tie is rounded to the even significand, so only then the ends of the interval belong to it. */
        private final boolean closed;

        Interval(long significand, int unit, int power, boolean narrowBelow) {
            // quarter / one is 2^(unit - 2) / 10^power, without a common factor.
            int twos = unit - 2 - power;
            BigInteger quarter = FIVE.pow(Math.max(-power, 0)).shiftLeft(Math.max(twos, 0));
            one = FIVE.pow(Math.max(power, 0)).shiftLeft(Math.max(-twos, 0));
            BigInteger[] parts =
                    quarter.multiply(BigInteger.valueOf(4 * significand)).divideAndRemainder(one);
            floor = parts[0].longValue();
            aboveFloor = parts[1];
            reachUp = quarter.shiftLeft(1);
            reachDown = narrowBelow ? quarter : reachUp;
            closed = significand % 2 == 0;
        }

        long shortest() {
            long lastDigit = floor % 10;
            BigInteger aboveTens = one.multiply(BigInteger.valueOf(lastDigit)).add(aboveFloor);
            if (isWithin(aboveTens, reachDown)) {
                return floor - lastDigit;
            }
            BigInteger belowTens = one.multiply(BigInteger.TEN).subtract(aboveTens);
            if (isWithin(belowTens, reachUp)) {
                return floor - lastDigit + 10;
            }
            return isFloorBest() ? floor : floor + 1;
        }

        private boolean isFloorBest() {
            BigInteger belowCeiling = one.subtract(aboveFloor);
            if (!isWithin(aboveFloor, reachDown)) {
                return false;
            }
            if (!isWithin(belowCeiling, reachUp)) {
                return true;
            }
            int order = aboveFloor.compareTo(belowCeiling);
            return order < 0 || (order == 0 && floor % 2 == 0);
        }

        private boolean isWithin(BigInteger distance, BigInteger reach) {
            int order = distance.compareTo(reach);
            return order < 0 || (order == 0 && closed);
        }
    }
}
