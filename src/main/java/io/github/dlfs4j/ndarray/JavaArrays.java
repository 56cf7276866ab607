package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Conversions of arrays from nested Java arrays and to Java values. */
final class JavaArrays {
    /** Returns an array of the elements of nested primitive arrays, whose lengths must match. */
    static NDArray ofNested(Object[] nested, String name, DType dtype) {
        int ndim = 1;
        Class<?> component = Objects.requireNonNull(nested, name).getClass().getComponentType();
        while (component.isArray()) {
            component = component.getComponentType();
            ndim++;
        }
        int[] lengths = new int[ndim];
        Object first = nested;
        for (int axis = 0; axis < ndim; axis++) {
            lengths[axis] = first == null ? 0 : Array.getLength(first);
            boolean deeper = axis < ndim - 1 && lengths[axis] > 0;
            first = deeper ? Array.get(first, 0) : null;
        }
        int even = evenAxes(nested, name, 0, lengths);
        if (even < ndim) {
            throw new IllegalArgumentException(
                    ("setting an array element with a sequence. The requested array has an inhomogeneous shape after %s"
                                    + " dimensions. The detected shape was %s + inhomogeneous part.")
                            .formatted(even, Shape.of(Arrays.copyOf(lengths, even))));
        }
        NDArray array = NDArray.empty(dtype, lengths);
        copy(nested, array, 0, 0);
        return array;
    }

    /** Returns how many axes, from the outermost on, have the expected lengths everywhere. */
    private static int evenAxes(Object nested, String name, int axis, int... lengths) {
        if (Array.getLength(Objects.requireNonNull(nested, name)) != lengths[axis]) {
            return axis;
        }
        int even = lengths.length;
        if (axis < lengths.length - 1) {
            for (Object inner : (Object[]) nested) {
                even = Math.min(even, evenAxes(inner, name, axis + 1, lengths));
            }
        }
        return even;
    }

    /** Copies a nested array to the position {@code start} and returns the position after it. */
    private static int copy(Object nested, NDArray to, int axis, int start) {
        int length = Array.getLength(nested);
        Object values = to.storage().values();
        if (nested.getClass() == values.getClass()) {
            System.arraycopy(nested, 0, values, start, length);
            return start + length;
        }
        int end = start;
        for (int i = 0; i < length; i++) {
            if (axis < to.ndim() - 1) {
                end = copy(Array.get(nested, i), to, axis + 1, end);
            } else {
                Array.set(values, end++, Array.get(nested, i));
            }
        }
        return end;
    }

    /** Returns the numbers of a list, in the dtype to which those of their Java types are promoted. */
    static NDArray ofNumbers(List<? extends Number> numbers) {
        DType dtype = numbers.isEmpty() ? DType.FLOAT64 : dtypeOf(numbers.get(0));
        for (Number number : numbers) {
            dtype = DType.promote(dtype, dtypeOf(number));
        }
        return dtype == DType.INT64
                ? NDArray.of(numbers.stream().mapToLong(Number::longValue).toArray())
                : Casting.converted(
                        NDArray.of(numbers.stream()
                                .mapToDouble(Number::doubleValue)
                                .toArray()),
                        dtype);
    }

    private static DType dtypeOf(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return DType.INT64;
        }
        if (number instanceof Float) {
            return DType.FLOAT32;
        }
        if (number instanceof Double) {
            return DType.FLOAT64;
        }
        throw new UnsupportedOperationException("an array is made of Integer, Long, Float or Double, not "
                + Objects.requireNonNull(number, "numbers").getClass().getSimpleName());
    }

    static int[] toIntArray(NDArray a) {
        if (a.dtype().isFloating()) {
            throw Errors.wrongDType("toIntArray", DType.INT64, a.dtype());
        }
        long[] values = Carrier.LONGS.arrayOf(a.astype(DType.INT64).storage());
        int[] ints = Allocation.positions(values.length);
        for (int i = 0; i < ints.length; i++) {
            ints[i] = checkInt(values[i]);
        }
        return ints;
    }

    static int checkInt(long value) {
        if (value != (int) value) {
            throw Errors.outOfBounds(value, "int");
        }
        return (int) value;
    }

    /** Returns whether two arrays of the same dtype and shape have the same elements. */
    static boolean elementsEqual(NDArray a, NDArray b) {
        return switch (a.dtype()) {
            case BOOL -> Arrays.equals(a.toBooleanArray(), b.toBooleanArray());
            case UINT8 -> Arrays.equals(a.toByteArray(), b.toByteArray());
            case INT64 -> Arrays.equals(a.toLongArray(), b.toLongArray());
            case FLOAT32 -> Arrays.equals(a.toFloatArray(), b.toFloatArray());
            case FLOAT64 -> Arrays.equals(a.toDoubleArray(), b.toDoubleArray());
        };
    }

    static int elementsHash(NDArray a) {
        return switch (a.dtype()) {
            case BOOL -> Arrays.hashCode(a.toBooleanArray());
            case UINT8 -> Arrays.hashCode(a.toByteArray());
            case INT64 -> Arrays.hashCode(a.toLongArray());
            case FLOAT32 -> Arrays.hashCode(a.toFloatArray());
            case FLOAT64 -> Arrays.hashCode(a.toDoubleArray());
        };
    }
}
