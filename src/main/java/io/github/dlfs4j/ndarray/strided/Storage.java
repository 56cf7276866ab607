package io.github.dlfs4j.ndarray.strided;

import java.lang.reflect.Array;

/**
 * The memory of an array and its views, a primitive array. Elements are copied in runs, a stride apart, to and from the
 * blocks of a {@link Carrier} and converted on the way, as the functions here say.
 *
 * <p>The build makes the records from a template: see {@code Templates}.
 */
public sealed interface Storage permits BooleanStorage, ByteStorage, LongStorage, FloatStorage, DoubleStorage {
    /** The greatest array length that every Java virtual machine supports. */
    int MAX_LENGTH = Integer.MAX_VALUE - 8;

    /** Returns the type of the elements. */
    Primitive primitive();

    /** Returns the primitive array, not a copy. */
    Object values();

    default int length() {
        return Array.getLength(values());
    }

    /**
     * Copies some elements to new memory, which Java need not clear first as it must for {@link Primitive#allocate}.
     */
    Storage copyOf(int offset, int n);

    double getDouble(int position);

    /** Returns the element, truncated to an integer. */
    long getLong(int position);

    void setDouble(int position, double value);

    void setLong(int position, long value);

    void load(int offset, int stride, boolean[] block, int at, int n);

    void load(int offset, int stride, long[] block, int at, int n);

    void load(int offset, int stride, float[] block, int at, int n);

    void load(int offset, int stride, double[] block, int at, int n);

    void store(int offset, int stride, boolean[] block, int at, int n);

    void store(int offset, int stride, long[] block, int at, int n);

    void store(int offset, int stride, float[] block, int at, int n);

    void store(int offset, int stride, double[] block, int at, int n);

    /** Returns whether a number, truncated, is an int64. */
    static boolean isLong(double value) {
        return value >= -0x1p63 && value < 0x1p63;
    }

    /** Returns whether an element is true: every number except 0 is, even NaN. */
    static boolean toBoolean(double value) {
        return value != 0;
    }

    static boolean toBoolean(long value) {
        return value != 0;
    }

    /** Truncates modulo 256; NaN and numbers out of the range of int32 give 0, as in NumPy on x86-64. */
    static byte toByte(double value) {
        return (byte) (value < 0x1p31 ? (int) value : 0);
    }

    static byte toByte(long value) {
        return (byte) value;
    }

    static byte toByte(boolean value) {
        return (byte) toInt(value);
    }

    /** Truncates; NaN and numbers out of range give the smallest int64, as in NumPy on x86-64. */
    static long toLong(double value) {
        return isLong(value) ? (long) value : Long.MIN_VALUE;
    }

    static long toLong(long value) {
        return value;
    }

    static long toLong(byte unsigned) {
        return unsigned & 0xff;
    }

    static long toLong(boolean value) {
        return toInt(value);
    }

    static float toFloat(double value) {
        return (float) value;
    }

    /** Rounds once, since it does not convert to double first. */
    static float toFloat(long value) {
        return value;
    }

    static float toFloat(byte unsigned) {
        return unsigned & 0xff;
    }

    static float toFloat(boolean value) {
        return toInt(value);
    }

    static double toDouble(double value) {
        return value;
    }

    static double toDouble(long value) {
        return (double) value;
    }

    static double toDouble(byte unsigned) {
        return unsigned & 0xff;
    }

    static double toDouble(boolean value) {
        return toInt(value);
    }

    /** Returns 0 or 1 as int. Of any other type it would be chosen by a branch, half of them mispredicted. */
    private static int toInt(boolean value) {
        return value ? 1 : 0;
    }
}
