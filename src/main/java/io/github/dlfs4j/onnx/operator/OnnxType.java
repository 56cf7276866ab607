package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.BitOperations;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The types of elements in ONNX that an array can hold, with the number that a file says. */
public enum OnnxType {
    /** 32 bits, floating-point. */
    FLOAT(1, DType.FLOAT32, Float.BYTES),
    /** 8 bits, unsigned. */
    UINT8(2, DType.UINT8, Byte.BYTES),
    /** 32 bits, which an int64 holds. */
    INT32(6, DType.INT64, Integer.BYTES),
    /** 64 bits. */
    INT64(7, DType.INT64, Long.BYTES),
    /** A truth value. */
    BOOL(9, DType.BOOL, Byte.BYTES),
    /** 64 bits, floating-point. */
    DOUBLE(11, DType.FLOAT64, Double.BYTES);

    /** All names in ONNX, by number. */
    private static final List<String> NAMES = List.of(
            ("undefined float uint8 int8 uint16 int16 int32 int64 string bool float16 double uint32 uint64 complex64"
                            + " complex128 bfloat16 float8e4m3fn float8e4m3fnuz float8e5m2 float8e5m2fnuz uint4 int4"
                            + " float4e2m1")
                    .split(" "));

    private final int number;
    private final DType dtype;
    private final int bytes;

    OnnxType(int number, DType dtype, int bytes) {
        this.number = number;
        this.dtype = dtype;
        this.bytes = bytes;
    }

    /**
     * {@return the type of a number, or null if no array can hold it}
     *
     * @param number the number in a file
     */
    public static OnnxType of(long number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElse(null);
    }

    /**
     * {@return the name of a type in ONNX}
     *
     * @param number the number in a file
     */
    public static String name(long number) {
        return number < 0 || number >= NAMES.size() ? "type " + number : NAMES.get((int) number);
    }

    /** {@return the names of all, for messages} */
    public static String all() {
        return Arrays.stream(values()).map(OnnxType::toString).collect(Collectors.joining(", "));
    }

    /** {@return the dtype of an array of the type} */
    public DType dtype() {
        return dtype;
    }

    /** {@return the number of bytes of an element in a file} */
    public int bytes() {
        return bytes;
    }

    /**
     * {@return the elements as the type has them: int32 keeps the lowest 32 bits}
     *
     * @param array an array of the dtype
     */
    public NDArray wrapped(NDArray array) {
        return this == INT32
                ? BitOperations.rightShift(BitOperations.leftShift(array, Integer.SIZE), Integer.SIZE)
                : array;
    }

    /** {@return the name in ONNX} */
    @Override
    public String toString() {
        return NAMES.get(number);
    }
}
