package io.github.dlfs4j.ndarray.strided;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The words of NumPy for an array that needs more memory than there is. */
public final class AllocationMessage {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final int BITS = 10;
    private static final int DIGITS = 3;

    /**
     * Returns the message.
     *
     * @param bytes the memory that the elements take
     * @param shape the shape as it prints
     * @param dtype the dtype as it prints
     * @return such as {@code Unable to allocate 8.00 GiB for an array with shape (1073741824,) and data type float64}
     */
    public static String of(long bytes, String shape, String dtype) {
        return "Unable to allocate %s for an array with shape %s and data type %s".formatted(size(bytes), shape, dtype);
    }

    /** Writes a size with three digits, or with all digits before the point if there are more. */
    static String size(long bytes) {
        int unit = Math.max(Long.SIZE - Long.numberOfLeadingZeros(bytes) - 1, 1) / BITS;
        double units = bytes / (double) (1L << (unit * BITS));
        if (Math.rint(units) == 1 << BITS) {
            unit++;
            units /= 1 << BITS;
        }
        return number(units, unit == 0) + " " + UNITS[unit];
    }

    private static String number(double units, boolean isWhole) {
        BigDecimal exact = new BigDecimal(units);
        if (isWhole || Math.rint(units) >= 1000) {
            return exact.setScale(0, RoundingMode.HALF_EVEN) + (isWhole ? "" : ".");
        }
        BigDecimal rounded = exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int decimals = Math.max(0, DIGITS - (rounded.precision() - rounded.scale()));
        return rounded.setScale(decimals).toPlainString() + (decimals == 0 ? "." : "");
    }
}
