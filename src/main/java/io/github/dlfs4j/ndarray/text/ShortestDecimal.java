package io.github.dlfs4j.ndarray.text;

import java.math.BigInteger;

/**
 * The decimal with the fewest digits that reads back as a given floating-point number; of several, the nearest to the
 * number.
 *
 * <p>A floating-point number stands for the interval of all real numbers that round to it. Take the largest power of
 * ten that is not longer than the interval. The interval holds a multiple of this power, and at most one multiple of
 * ten times this power. So only the multiples of these two powers next to the number need to be compared. The idea is
 * from Raffaello Giulietti, <i>The Schubfach way to render doubles</i> (2020), here with exact integers in place of his
 * tables. Guy Steele and Jon White posed the problem in <i>How to print floating-point numbers accurately</i> (1990);
 * NumPy prints with their algorithm Dragon4.
 *
 * <p>{@link Double#toString(double)} does not do: before JDK 19 it often has a digit too many (2e23 is
 * {@code 1.9999999999999998E23}). Since then it prints at least two digits, the nearest ones, even if one digit is
 * enough ({@code 4.9E-324}, which NumPy prints as {@code 5e-324}).
 */
public final class ShortestDecimal {
    /** The number of bits of a significand. */
    private static final int FLOAT_PRECISION = 24;

    private static final int DOUBLE_PRECISION = 53;
    private static final double LOG10_OF_2 = 0.3010299956639812;
    private static final double LOG10_OF_THREE_QUARTERS = -0.12493873660829993;

    /** Powers of ten with exponents up to this one are exact in float64. */
    private static final int MAX_PLACES = 22;

    private ShortestDecimal() {}

    /**
     * Returns the shortest decimal of a float64.
     *
     * @param x a finite number
     * @return the decimal of |x|
     */
    public static Decimal of(double x) {
        Decimal decimal = ofFewDigits(Math.abs(x));
        return decimal != null ? decimal : shortest(x, DOUBLE_PRECISION, Double.MIN_EXPONENT);
    }

    /**
     * Returns the shortest decimal of a float32.
     *
     * @param x a finite number
     * @return the decimal of |x|
     */
    public static Decimal of(float x) {
        return shortest(x, FLOAT_PRECISION, Float.MIN_EXPONENT);
    }

    /**
     * Returns the decimal digits / 10<sup>places</sup> if it has at most 15 digits and equals the number. Both operands
     * are exact, so the quotient is rounded only once, and with so few digits no other decimal of that length reads
     * back as the number.
     *
     * @param x a number of at least 0
     * @return the decimal, or null if it would need more than 15 digits
     */
    private static Decimal ofFewDigits(double x) {
        double power = 1;
        for (int places = 0; places <= MAX_PLACES; places++) {
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
     * The real numbers that round to {@code significand * 2^unit}. Distances are measured from {@code floor *
     * 10^power}, the largest such multiple that is not greater; they are integers in a unit such that {@code one}
     * stands for {@code 10^power}.
     */
    private static final class Interval {
        private static final BigInteger FIVE = BigInteger.valueOf(5);

        private final BigInteger one;
        private final long floor;
        private final BigInteger aboveFloor;
        private final BigInteger reachDown;
        private final BigInteger reachUp;
        /** Whether the ends belong to the interval: ties are rounded to even, so they do if the significand is even. */
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
