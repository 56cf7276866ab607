package arrays;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a value of a request fits a parameter, and the value as the parameter's type has it. */
final class Argument {
    /** What a value costs that does not fit. */
    static final int UNFIT = 1000;

    private Argument() {}

    /** Returns how badly a value fits, 0 being best. */
    static int cost(Object value, Class<?> type) {
        if (value == null) {
            return type.isPrimitive() ? UNFIT : 0;
        } else if (value instanceof Long) {
            return type == long.class || type == int.class ? 0 : type == double.class ? 1 : array(type, 2);
        } else if (value instanceof Double) {
            return type == double.class ? 0 : array(type, 2);
        } else if (value instanceof Boolean) {
            return type == boolean.class ? 0 : type == long.class ? 3 : array(type, 1);
        } else if (value instanceof String text) {
            return type == String.class || type.isEnum() && constant(text, type) != null ? 0 : UNFIT;
        } else if (value instanceof Wire.Key) {
            return type == Index[].class ? 0 : UNFIT;
        } else if (value instanceof List<?> list) {
            return list(list, type);
        }
        return type.isInstance(value) ? 0 : UNFIT;
    }

    private static int array(Class<?> type, int cost) {
        return type == NDArray.class ? cost : UNFIT;
    }

    private static int list(List<?> list, Class<?> type) {
        if (type == Shape.class) {
            return Math.min(UNFIT, 1 + list(list, int[].class));
        }
        if (type == ReductionOptions.class) {
            return 0;
        }
        boolean fits = type == int[].class && list.stream().allMatch(Long.class::isInstance)
                || type == NDArray[].class && list.stream().allMatch(NDArray.class::isInstance)
                || type.isArray()
                        && type.getComponentType().isEnum()
                        && list.stream().allMatch(element -> cost(element, type.getComponentType()) == 0);
        return fits ? 0 : UNFIT;
    }

    private static Object constant(String text, Class<?> type) {
        String name = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findAny()
                .orElse(null);
    }

    /** Returns a value that fits; a number in an array's place becomes an array beside the others. */
    static Object convert(Object value, Class<?> type, List<?> beside) {
        if (value instanceof Long number) {
            return type == int.class
                    ? (Object) Math.toIntExact(number)
                    : type == double.class
                            ? (Object) number.doubleValue()
                            : type == NDArray.class ? weak(number, beside) : value;
        } else if (type == NDArray.class && (value instanceof Double || value instanceof Boolean)) {
            return weak(value, beside);
        } else if (value instanceof Boolean truth && type == long.class) {
            return truth ? 1L : 0L;
        } else if (value instanceof String text && type.isEnum()) {
            return constant(text, type);
        } else if (value instanceof Wire.Key key) {
            return key.parts().stream().map(Argument::index).toArray(Index[]::new);
        } else if (value instanceof List<?> list) {
            return type == Shape.class
                    ? Shape.of(ints(list))
                    : type == ReductionOptions.class
                            ? options(list.get(0), list.get(1), list.get(2))
                            : array(list, type);
        }
        return value;
    }

    /** Returns options of the axes, or of null for all, of whether they stay, and of a correction or null. */
    private static ReductionOptions options(Object axes, Object keepDims, Object ddof) {
        ReductionOptions options =
                axes == null ? ReductionOptions.DEFAULT : ReductionOptions.axes(ints((List<?>) axes));
        options = (Boolean) keepDims ? options.keepDims() : options;
        return ddof == null ? options : options.ddof(((Number) ddof).doubleValue());
    }

    private static Object array(List<?> list, Class<?> type) {
        if (type == int[].class) {
            return ints(list);
        }
        Object array = Array.newInstance(type.getComponentType(), list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, convert(list.get(i), type.getComponentType(), list));
        }
        return array;
    }

    private static int[] ints(List<?> list) {
        return list.stream().mapToInt(Argument::toInt).toArray();
    }

    private static int toInt(Object number) {
        return Math.toIntExact((Long) number);
    }

    /** A scalar takes the dtype of the first array, unless only a wider one has its kind. */
    private static NDArray weak(Object scalar, List<?> beside) {
        DType dtype = beside.stream()
                .filter(NDArray.class::isInstance)
                .map(array -> ((NDArray) array).dtype())
                .findFirst()
                .orElse(DType.BOOL);
        if (scalar instanceof Boolean truth) {
            return NDArray.scalar(truth).astype(dtype);
        } else if (scalar instanceof Double number) {
            return NDArray.full(dtype.isFloating() ? dtype : DType.FLOAT64, number);
        }
        return NDArray.full(dtype == DType.BOOL ? DType.INT64 : dtype, (Long) scalar);
    }

    private static Index index(Object part) {
        if (part == null) {
            return Index.newAxis();
        } else if (part instanceof Long position) {
            return Index.at(Math.toIntExact(position));
        } else if (part instanceof List<?> slice) {
            return Index.range(
                    bound(slice.get(0)), bound(slice.get(1)), slice.get(2) == null ? 1 : toInt(slice.get(2)));
        } else if (part instanceof NDArray array) {
            return Index.of(array);
        }
        return Index.ellipsis();
    }

    /** A bound beyond every array is as good as the largest. */
    private static Integer bound(Object bound) {
        return bound == null
                ? null
                : (Integer) (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (Long) bound));
    }
}
