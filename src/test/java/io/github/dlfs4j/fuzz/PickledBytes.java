package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bytes of a pickle, which is not executed. Whatever its instructions are, the keys are in the file, and so are the
 * elements of each array: one after the other, in one of the types and memory orders that give this array. Protocol 2
 * writes bytes as text, in UTF-8. For a boolean, 0 is false and any other byte is true.
 */
final class PickledBytes {
    private final String bytes;
    private final String text;

    PickledBytes(byte... content) {
        bytes = new String(content, StandardCharsets.ISO_8859_1);
        text = new String(content, StandardCharsets.UTF_8);
    }

    void checkHold(Map<String, NDArray> arrays) {
        arrays.forEach((key, array) -> {
            assertThat(holds(key)).as("the key %s is in the file", key).isTrue();
            assertThat(
                            array.dtype() == DType.BOOL
                                    ? holdsTruths(array)
                                    : encodings(array).anyMatch(this::holds))
                    .as("the elements of %s are in the file: %s", key, array)
                    .isTrue();
        });
    }

    private boolean holds(String part) {
        return bytes.contains(part) || text.contains(part);
    }

    private boolean holdsTruths(NDArray array) {
        return Stream.of(bytes, text)
                .map(file -> file.replaceAll("[^\\x00]", "\1"))
                .anyMatch(file -> encodings(array).anyMatch(file::contains));
    }

    private static Stream<String> encodings(NDArray array) {
        return orders(array)
                .flatMap(order -> sizes(array.dtype())
                        .flatMap(size -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                                .map(byteOrder -> encoded(order, size, byteOrder))));
    }

    /** Returns the array with its axes in every order, since any order may be that of the memory. */
    private static Stream<NDArray> orders(NDArray array) {
        return array.ndim() == 3
                ? Stream.of("012", "021", "102", "120", "201", "210")
                        .map(axes -> array.transpose(
                                axes.chars().map(axis -> axis - '0').toArray()))
                : Stream.of(array, array.transpose());
    }

    private static Stream<Integer> sizes(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8 -> Stream.of(1);
            case INT64 -> Stream.of(8, 4, 2, 1);
            case FLOAT32 -> Stream.of(4, 2);
            case FLOAT64 -> Stream.of(8);
        };
    }

    private static String encoded(NDArray array, int size, ByteOrder byteOrder) {
        ByteBuffer out = ByteBuffer.allocate(size * array.size()).order(byteOrder);
        NDArray flat = array.flatten();
        for (int i = 0; i < flat.size(); i++) {
            put(out, flat, i, size);
        }
        return new String(out.array(), StandardCharsets.ISO_8859_1);
    }

    private static void put(ByteBuffer out, NDArray flat, int i, int size) {
        long bits = switch (flat.dtype()) {
            case BOOL, UINT8, INT64 -> flat.getLong(i);
            case FLOAT32 -> {
                int single = Float.floatToRawIntBits(flat.get(i).toFloatArray()[0]);
                yield size == 4 ? single : half(single);
            }
            case FLOAT64 -> Double.doubleToRawLongBits(flat.getDouble(i));
        };
        switch (size) {
            case 1 -> out.put((byte) bits);
            case 2 -> out.putShort((short) bits);
            case 4 -> out.putInt((int) bits);
            default -> out.putLong(bits);
        }
    }

    /** Returns the half-precision number of the same value, or another number if there is none. */
    private static int half(int single) {
        int sign = (single >>> 16) & 0x8000;
        float magnitude = Math.abs(Float.intBitsToFloat(single));
        if (magnitude < 0x1p-14f) {
            return sign | (int) (magnitude * 0x1p24f);
        }
        int exponent = Math.min(31, (single >>> 23 & 0xff) - 127 + 15);
        return sign | (exponent << 10) | ((single >>> 13) & 0x3ff);
    }
}
