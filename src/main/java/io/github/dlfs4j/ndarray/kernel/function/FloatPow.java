package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * Powers of {@code float}, with the same bits on every platform. They are those of the GNU C library (2.28 and later)
 * on x86-64 processors with fused multiply-add, and so of NumPy there.
 *
 * <p>The algorithm, its constants and its table are those of Sz. Nagy in Arm's <i>optimized routines</i> (math/powf.c,
 * powf_log2_data.c and exp2f_data.c, 2017), which the GNU C library has adopted: x<sup>y</sup> = 2<sup>y log2 x</sup>.
 * It is computed in {@code double}, which has enough digits to do without the low parts of {@link DoublePow}. The
 * logarithm uses 16 intervals; the powers of two come from a table of 2<sup>k/32</sup>. The error is at most 0.82 ulp.
 */
public final class FloatPow {
    /** The bits of the number where the first interval begins. The intervals end at twice this number. */
    private static final int FIRST_INTERVAL = Float.floatToRawIntBits(0x1.66p-1f);

    private static final double A1 = 0x1.71547652ab82bp0;
    private static final double A2 = -0x1.7154748bef6c8p-1;
    private static final double A3 = 0x1.ec70a6ca7baddp-2;
    private static final double A4 = -0x1.71969a075c67ap-2;
    private static final double A5 = 0x1.27616c9496e0bp-2;

    private static final double C1 = 0x1.62e42ff0c52d6p-1;
    private static final double C2 = 0x1.ebfce50fac4f3p-3;
    private static final double C3 = 0x1.c6af84b912394p-5;

    private static final int STEPS = 32;

    /** Adding this to a number rounds it to 32nds, whose count is then in the low bits of the sum. */
    private static final double THIRTY_SECONDS = 0x1.8p52 / STEPS;

    /** Below this size of the exponent, the power of two is a normal number. */
    private static final double USUAL_EXPONENT = 126;

    /** Above this exponent, the power is rounded to infinity. */
    private static final double LARGEST_EXPONENT = 0x1.fffffffd1d571p6;

    private static final double SMALLEST_EXPONENT = -149;

    /**
     * Returns a power.
     *
     * @param x the base, any number
     * @param y the exponent, any number
     * @return x<sup>y</sup>: 1 if x is 1 or y is 0; otherwise NaN if x or y is NaN, or if x is negative and y is not an
     *     integer
     */
    public static float pow(float x, float y) {
        boolean isUsual = x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE && Math.abs(y) <= Float.MAX_VALUE;
        return isUsual ? powOfNormal(Float.floatToRawIntBits(x), y, 0) : powOfOther(x, y);
    }

    /**
     * Returns the power. The bits are those of a normal number, or those that a subnormal one would have if exponents
     * continued below 0. y is finite.
     */
    private static float powOfNormal(int bits, float y, long sign) {
        double exponent = y * log2(bits);
        if (!(Math.abs(exponent) < USUAL_EXPONENT)) {
            if (exponent > LARGEST_EXPONENT) {
                return signed(Float.POSITIVE_INFINITY, sign);
            }
            if (exponent < SMALLEST_EXPONENT) {
                return signed(exponent > SMALLEST_EXPONENT - 1 ? Float.MIN_VALUE : 0, sign);
            }
        }
        return (float) exp2(exponent, sign);
    }

    private static double log2(int bits) {
        int distance = bits - FIRST_INTERVAL;
        int k = distance >> 23;
        double z = Float.intBitsToFloat(bits - (k << 23));

        int interval = (distance >> (23 - 4)) & 15;
        double r = fma(z, LOG2_TABLE[2 * interval], -1);
        double start = LOG2_TABLE[2 * interval + 1] + SmallInteger.toDouble(k);
        double r2 = r * r;
        return fma(r2 * r2, fma(r, A5, A4), fma(r2, fma(r, A3, A2), fma(r, A1, start)));
    }

    private static double exp2(double x, long sign) {
        double shifted = x + THIRTY_SECONDS;
        double r = x - (shifted - THIRTY_SECONDS);
        long step = Double.doubleToRawLongBits(shifted);
        double power = Double.longBitsToDouble(PowersOfTwo.bits(step * (PowersOfTwo.STEPS / STEPS)) + sign);
        return fma(r * r, fma(r, C3, C2), fma(r, C1, 1)) * power;
    }

    private static float powOfOther(float x, float y) {
        if (x == 1 || y == 0) {
            return isSignaling(x) || isSignaling(y) ? Float.NaN : 1;
        }
        if (Float.isNaN(x) || Float.isNaN(y)) {
            return Float.NaN;
        }
        float size = Math.abs(x);
        boolean isLarge = (size > 1) == (y > 0);
        if (Float.isInfinite(y)) {
            return size == 1 ? 1 : isLarge ? Float.POSITIVE_INFINITY : 0;
        }
        boolean isInteger = y == Math.rint(y);
        boolean isOdd = isInteger && 0.5 * y != Math.rint(0.5 * y);
        long sign = isOdd ? (long) Float.floatToRawIntBits(x) << 32 & Long.MIN_VALUE : 0;
        if (size == 0 || size == Float.POSITIVE_INFINITY) {
            return signed(isLarge ? Float.POSITIVE_INFINITY : 0, sign);
        }
        if (x < 0 && !isInteger) {
            return Float.NaN;
        }
        boolean isNormal = size >= Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(isNormal ? size : size * 0x1p23f) - (isNormal ? 0 : 23 << 23);
        return powOfNormal(bits, y, sign);
    }

    private static float signed(float size, long sign) {
        return sign == 0 ? size : -size;
    }

    /**
     * Returns whether x is a signalling NaN. C's {@code powf} returns NaN for it, even if it would return 1 for another
     * NaN.
     */
    private static boolean isSignaling(float x) {
        return Float.isNaN(x) && (Float.floatToRawIntBits(x) & 1 << 22) == 0;
    }

    /** 1 / c and the logarithm of c to base 2, for a number c in each interval. */
    private static final double[] LOG2_TABLE = {
        0x1.661ec79f8f3bep0, -0x1.efec65b963019p-2,
        0x1.571ed4aaf883dp0, -0x1.b0b6832d4fca4p-2,
        0x1.49539f0f010bp0, -0x1.7418b0a1fb77bp-2,
        0x1.3c995b0b80385p0, -0x1.39de91a6dcf7bp-2,
        0x1.30d190c8864a5p0, -0x1.01d9bf3f2b631p-2,
        0x1.25e227b0b8eap0, -0x1.97c1d1b3b7afp-3,
        0x1.1bb4a4a1a343fp0, -0x1.2f9e393af3c9fp-3,
        0x1.12358f08ae5bap0, -0x1.960cbbf788d5cp-4,
        0x1.0953f419900a7p0, -0x1.a6f9db6475fcep-5,
        0x1p0, 0,
        0x1.e608cfd9a47acp-1, 0x1.338ca9f24f53dp-4,
        0x1.ca4b31f026aap-1, 0x1.476a9543891bap-3,
        0x1.b2036576afce6p-1, 0x1.e840b4ac4e4d2p-3,
        0x1.9c2d163a1aa2dp-1, 0x1.40645f0c6651cp-2,
        0x1.886e6037841edp-1, 0x1.88e9c2c1b9ff8p-2,
        0x1.767dcf5534862p-1, 0x1.ce0a44eb17bccp-2,
    };
}
