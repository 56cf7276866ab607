package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Primitive;

/**
 * The type of an array's elements, named as in NumPy.
 *
 * <p>Two types combine by NumPy 2's rules, see {@link #promote promote}. A Java scalar in an operation with an array is
 * <i>weak</i>, as a Python number is in NumPy: {@code float32.mul(1.5)} stays float32.
 */
public enum DType {
    /** Truth values, {@code boolean} in Java. BinaryFunction reads them as 0 and 1. */
    BOOL("bool", Primitive.BOOLEAN),
    /** Whole numbers from 0 to 255, stored in a {@code byte}; arithmetic wraps modulo 256. */
    UINT8("uint8", Primitive.BYTE),
    /** Whole numbers, {@code long} in Java; arithmetic wraps modulo 2<sup>64</sup>. */
    INT64("int64", Primitive.LONG),
    /** Single precision, {@code float} in Java. */
    FLOAT32("float32", Primitive.FLOAT),
    /** Double precision, {@code double} in Java. */
    FLOAT64("float64", Primitive.DOUBLE);

    private final String text;
    private final Primitive primitive;

    DType(String text, Primitive primitive) {
        this.text = text;
        this.primitive = primitive;
    }

    /** Returns the dtype whose elements have the Java type. */
    static DType of(Primitive primitive) {
        return switch (primitive) {
            case BOOLEAN -> BOOL;
            case BYTE -> UINT8;
            case LONG -> INT64;
            case FLOAT -> FLOAT32;
            case DOUBLE -> FLOAT64;
        };
    }

    /** Returns the Java type of the elements. */
    Primitive primitive() {
        return primitive;
    }

    /**
     * Returns the number of bytes that an element takes.
     *
     * @return 1, 4 or 8
     */
    public int itemSize() {
        return primitive.bytes();
    }

    /**
     * Tests whether this type is {@link #FLOAT32} or {@link #FLOAT64}.
     *
     * @return true if elements can be fractions
     */
    public boolean isFloating() {
        return primitive.isFloating();
    }

    /** Returns whether the elements are whole numbers; those of bool are not. */
    boolean isInteger() {
        return this == UINT8 || this == INT64;
    }

    /**
     * Returns the smallest of the five types that holds the values of both, {@code np.promote_types(a, b)}.
     *
     * <p>The order is bool, uint8, int64, float32, float64, and the later of the two types is the result. The one
     * exception is int64 with float32, which gives float64, since float32 has no room for large integers.
     *
     * @param a one type
     * @param b the other type
     * @return the type of {@code a.add(b)}
     */
    public static DType promote(DType a, DType b) {
        boolean wide = (a == INT64 && b == FLOAT32) || (a == FLOAT32 && b == INT64);
        if (wide) {
            return FLOAT64;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * Returns NumPy's name of this type.
     *
     * @return for example {@code float32}
     */
    @Override
    public String toString() {
        return text;
    }
}
