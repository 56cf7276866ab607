package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Primitive;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The type of an array's elements, named as in NumPy.
 *
 * <p>Two types combine by NumPy 2's rules, see {@link #promote promote}. A Java scalar in an operation with an array is
 * <i>weak</i>, as a Python number is in NumPy: {@code float32.mul(1.5)} stays float32.
 */
public enum DType {
    /** Truth values, {@code boolean} in Java. Arithmetic reads them as 0 and 1. */
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

    /** {@return the number of bytes that an element takes: 1, 4 or 8} */
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
        return a.compareTo(Objects.requireNonNull(b, "b")) >= 0 ? a : b;
    }

    /**
     * Tests whether the values of one type can be kept in another, {@code np.can_cast(from, to)}.
     *
     * @param from the type of the values
     * @param to the type that shall hold them
     * @return whether no value changes, as by {@link CastingRule#SAFE}
     */
    public static boolean canCast(DType from, DType to) {
        return canCast(from, to, CastingRule.SAFE);
    }

    /**
     * Tests whether a rule allows a conversion, {@code np.can_cast(from, to, casting)}.
     *
     * @param from the type of the values
     * @param to the type that shall hold them
     * @param rule the rule
     * @return whether it allows the conversion
     */
    public static boolean canCast(DType from, DType to, CastingRule rule) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return switch (rule) {
            case NO, EQUIV -> from == to;
            case SAFE -> promote(from, to) == to;
            case SAME_KIND -> isSameKind(from, to);
            case UNSAFE -> true;
        };
    }

    /** Returns whether one type can hold the kind of the other: no fraction in integers, no number in bool. */
    static boolean isSameKind(DType from, DType to) {
        boolean toUnsigned = to == UINT8 && from == INT64;
        return from.order() <= to.order() && !toUnsigned;
    }

    private int order() {
        return switch (this) {
            case BOOL -> 0;
            case UINT8, INT64 -> 1;
            case FLOAT32, FLOAT64 -> 2;
        };
    }

    /**
     * Tests whether a type is of a kind, {@code np.isdtype(dtype, kind)}, or of one of several.
     *
     * @param dtype the type
     * @param kinds the kinds
     * @return whether it is of one of them
     */
    public static boolean isdtype(DType dtype, Kind... kinds) {
        Objects.requireNonNull(dtype, "dtype");
        for (Kind kind : Errors.nonNull("kinds", kinds)) {
            if (kind.dtypes.contains(dtype)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the limits of a floating-point type, {@code np.finfo(dtype)}}
     *
     * @param dtype the type
     * @throws IllegalArgumentException {@code data type <class 'numpy.int64'> not inexact}
     */
    public static FloatLimits finfo(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> new FloatLimits(dtype, 6, 1e-6f, 23, 8, Float.MAX_VALUE, Float.MIN_VALUE);
            case FLOAT64 -> new FloatLimits(dtype, 15, 1e-15, 52, 11, Double.MAX_VALUE, Double.MIN_VALUE);
            case BOOL, UINT8, INT64 ->
                throw new IllegalArgumentException("data type <class 'numpy.%s'> not inexact".formatted(dtype));
        };
    }

    /**
     * {@return the limits of an integer type, {@code np.iinfo(dtype)}}
     *
     * @param dtype the type
     * @throws IllegalArgumentException {@code Invalid integer data type 'f'.}, or {@code 'b'} for bool
     */
    public static IntegerLimits iinfo(DType dtype) {
        return switch (dtype) {
            case UINT8 -> new IntegerLimits(dtype, 8, 0, 255);
            case INT64 -> new IntegerLimits(dtype, 64, Long.MIN_VALUE, Long.MAX_VALUE);
            case BOOL, FLOAT32, FLOAT64 ->
                throw new IllegalArgumentException(
                        "Invalid integer data type '%s'.".formatted(dtype.text.substring(0, 1)));
        };
    }

    /** The rules for conversions, NumPy's {@code casting}. */
    public enum CastingRule {
        /** No conversion. */
        NO,
        /** Only another order of the bytes, which types here do not have: the same as {@link #NO}. */
        EQUIV,
        /**
         * Every value stays what it is; NumPy counts int64 to float64 among these, though large numbers are rounded.
         */
        SAFE,
        /** Also to a smaller type of the same kind, and from a kind to a later one: bool, integers, floats. */
        SAME_KIND,
        /** Every conversion. */
        UNSAFE
    }

    /** The kinds of types that the array API names. */
    public enum Kind {
        /** {@code 'bool'}. */
        BOOL(EnumSet.of(DType.BOOL)),
        /** {@code 'signed integer'}: int64. */
        SIGNED_INTEGER(EnumSet.of(INT64)),
        /** {@code 'unsigned integer'}: uint8. */
        UNSIGNED_INTEGER(EnumSet.of(UINT8)),
        /** {@code 'integral'}: int64 and uint8. */
        INTEGRAL(EnumSet.of(UINT8, INT64)),
        /** {@code 'real floating'}: float32 and float64. */
        REAL_FLOATING(EnumSet.of(FLOAT32, FLOAT64)),
        /** {@code 'complex floating'}: none here. */
        COMPLEX_FLOATING(EnumSet.noneOf(DType.class)),
        /** {@code 'numeric'}: all but bool. */
        NUMERIC(EnumSet.complementOf(EnumSet.of(DType.BOOL)));

        @SuppressWarnings("ImmutableEnumChecker") // never changed
        private final Set<DType> dtypes;

        Kind(Set<DType> dtypes) {
            this.dtypes = dtypes;
        }
    }

    /**
     * The limits of a floating-point type, with the names of {@code np.finfo}.
     *
     * <p>It keeps what it is given, null too.
     *
     * @param dtype the type
     * @param precision how many decimal digits it keeps
     * @param resolution 10 to the power of minus the precision, as a number of the type
     * @param nmant the number of bits of the mantissa, without the hidden one
     * @param nexp the number of bits of the exponent, with its sign
     * @param max the largest number
     * @param smallestSubnormal the smallest number above 0
     */
    public record FloatLimits(
            DType dtype, int precision, double resolution, int nmant, int nexp, double max, double smallestSubnormal) {
        /** {@return the number of bits of the type, 32 or 64} */
        public int bits() {
            return nmant + nexp + 1;
        }

        /** {@return the distance from 1 to the next larger number, two to the power of {@link #machep()}} */
        public double eps() {
            return Math.scalb(1.0, machep());
        }

        /** {@return the distance from 1 to the next smaller number, two to the power of {@link #negep()}} */
        public double epsneg() {
            return Math.scalb(1.0, negep());
        }

        /** {@return the exponent of {@link #eps()}, -23 or -52} */
        public int machep() {
            return -nmant;
        }

        /** {@return the exponent of {@link #epsneg()}, -24 or -53} */
        public int negep() {
            return -nmant - 1;
        }

        /** {@return the number of bits of the exponent, 8 or 11; the same as {@link #nexp()} for these types} */
        public int iexp() {
            return nexp;
        }

        /** {@return the smallest exponent of two that is too large, 128 or 1024} */
        public int maxexp() {
            return 1 << (nexp - 1);
        }

        /** {@return the exponent of {@link #smallestNormal()}, -126 or -1022} */
        public int minexp() {
            return 2 - maxexp();
        }

        /** {@return the smallest number, that is, the largest one with a minus sign, {@code -max()}} */
        public double min() {
            return -max;
        }

        /** {@return the smallest number above 0 that has all digits, two to the power of {@link #minexp()}} */
        public double smallestNormal() {
            return Math.scalb(1.0, minexp());
        }

        /** {@return {@link #smallestNormal()} by its older name} */
        public double tiny() {
            return smallestNormal();
        }
    }

    /**
     * The limits of an integer type, with the names of {@code np.iinfo}.
     *
     * <p>It keeps what it is given, null too.
     *
     * @param dtype the type
     * @param bits the number of bits
     * @param min the smallest number
     * @param max the largest number
     */
    public record IntegerLimits(DType dtype, int bits, long min, long max) {}

    /** {@return NumPy's name of this type, for example {@code float32}} */
    @Override
    public String toString() {
        return text;
    }
}
