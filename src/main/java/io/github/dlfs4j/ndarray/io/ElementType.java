package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.DType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The types of elements in files, with NumPy's codes, the names of PyTorch's storages, and the dtype that each becomes
 * in an array. NumPy has no bfloat16.
 */
enum ElementType {
    BOOL("b1", "Bool", DType.BOOL),
    UINT8("u1", "Byte", DType.UINT8),
    INT8("i1", "Char", DType.INT64),
    INT16("i2", "Short", DType.INT64),
    INT32("i4", "Int", DType.INT64),
    INT64("i8", "Long", DType.INT64),
    UINT16("u2", null, DType.INT64),
    UINT32("u4", null, DType.INT64),
    UINT64("u8", null, DType.INT64),
    FLOAT16("f2", "Half", DType.FLOAT32),
    BFLOAT16("bf2", "BFloat16", DType.FLOAT32),
    FLOAT32("f4", "Float", DType.FLOAT32),
    FLOAT64("f8", "Double", DType.FLOAT64);

    private final String code;
    private final String storage;
    private final DType dtype;

    /** @param storage the name of PyTorch's storage without its end, or null if there is none */
    ElementType(String code, String storage, DType dtype) {
        this.code = code;
        this.storage = storage == null ? null : storage + "Storage";
        this.dtype = dtype;
    }

    /** Returns the type with NumPy's code, or null if there is none. */
    static ElementType ofCode(String code) {
        for (ElementType type : values()) { // without a lambda, which would delay the start of a program
            if (type.code.equals(code) && type != BFLOAT16) {
                return type;
            }
        }
        return null;
    }

    /** Returns the type with the name of safetensors, such as {@code F32}, or null if there is none. */
    static ElementType ofSafetensors(String name) {
        return first(type -> type.safetensors().equals(name));
    }

    /** Returns the type of PyTorch's {@code FloatStorage} or {@code float32}, or null if there is none. */
    static ElementType ofTorch(String name) {
        return first(type -> name.equals(type.storage)
                || type.name().toLowerCase(Locale.ROOT).equals(name));
    }

    private static ElementType first(Predicate<ElementType> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst().orElse(null);
    }

    /** Returns the type in which files store arrays of the dtype. It has the same name. */
    static ElementType of(DType dtype) {
        return valueOf(dtype.name());
    }

    /** Lists all codes, for errors. */
    static String codes() {
        return Arrays.stream(values())
                .map(ElementType::code)
                .filter(code -> code.length() == 2)
                .collect(Collectors.joining(" "));
    }

    /** Returns NumPy's code, for example {@code f4}. */
    String code() {
        return code;
    }

    /** Returns the name in safetensors files. */
    String safetensors() {
        return this == BOOL ? name() : code.replaceAll("\\d", "").toUpperCase(Locale.ROOT) + Byte.SIZE * size();
    }

    int size() {
        return code.charAt(code.length() - 1) - '0';
    }

    DType dtype() {
        return dtype;
    }

    /** Reads the next element of a type that becomes int64. A uint64 that does not fit comes out negative. */
    long readLong(ByteBuffer bytes) {
        return switch (this) {
            case INT8 -> bytes.get();
            case INT16 -> bytes.getShort();
            case INT32 -> bytes.getInt();
            case UINT16 -> Short.toUnsignedLong(bytes.getShort());
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt());
            case INT64, UINT64 -> bytes.getLong();
            case BOOL, UINT8, FLOAT16, BFLOAT16, FLOAT32, FLOAT64 ->
                throw new IllegalStateException(this + " is not read as int64");
        };
    }

    /** Converts an IEEE 754 half-precision number: sign, 5 bits of exponent, 10 bits of fraction. */
    static float halfToFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int wideExponent = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | wideExponent << 23 | fraction << 13);
    }

    /** Converts a number that half precision holds exactly. */
    static short floatToHalf(float x) {
        int sign = Float.floatToIntBits(x) >>> 16 & 0x8000;
        float size = Math.abs(x);
        if (!Float.isFinite(size)) {
            return (short) (sign | (Float.isNaN(size) ? 0x7e00 : 0x7c00));
        }
        int exponent = Math.max(Math.getExponent(size), -14);
        int units = (int) Math.scalb(size, 10 - exponent); // from 1024 on, unless the number is subnormal
        return (short) (sign | (((exponent + 14) << 10) + units));
    }
}
