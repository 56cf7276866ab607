package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What an operator sees of a node: the inputs, null for those that it does not have, and the attributes.
 *
 * @param defaults the attributes of the operator, with the values of those that a node need not have
 */
@SuppressWarnings("ArrayRecordComponent") // stays in this package
record Call(Node node, Map<String, String> defaults, NDArray... inputs) {
    private static final int NO_INPUT = Integer.MAX_VALUE;

    /** Returns the first input. */
    NDArray x() {
        return in(0);
    }

    /** Returns an input that must be there. */
    NDArray in(int i) {
        if (!has(i)) {
            throw new IllegalArgumentException("input %s is missing".formatted(i));
        }
        return inputs[i];
    }

    boolean has(int i) {
        return i < inputs.length && inputs[i] != null;
    }

    /** Returns the second input; in opset 6, an attribute says at which axis of the first it begins. */
    NDArray beside() {
        NDArray b = in(1);
        if (!has("axis")) {
            return b;
        }
        int[] lengths = Arrays.copyOf(b.shape().toArray(), Math.max(x().ndim() - number("axis"), b.ndim()));
        Arrays.fill(lengths, b.ndim(), lengths.length, 1);
        return b.reshape(lengths);
    }

    /** Returns all inputs, put together two by two. */
    NDArray reduced(BinaryOperator<NDArray> function) {
        return IntStream.range(0, inputs.length)
                .mapToObj(this::in)
                .reduce(function)
                .orElseGet(this::x);
    }

    /** Returns the number of outputs. */
    int outputs() {
        return node.outputs().size();
    }

    boolean has(String attribute) {
        return node.attributes().containsKey(attribute);
    }

    /** Returns an attribute of a class, or its default made of a text. */
    private <T> T value(String attribute, Class<T> wanted, Function<String, T> fromText) {
        String usual = defaults.get(attribute);
        Object value = has(attribute) || usual == null ? node.attributes().get(attribute) : fromText.apply(usual);
        if (!wanted.isInstance(value)) {
            throw new IllegalArgumentException(
                    "attribute %s %s".formatted(attribute, value == null ? "is missing" : "is of another kind"));
        }
        return wanted.cast(value);
    }

    float real(String attribute) {
        return value(attribute, Float.class, Float::valueOf);
    }

    int number(String attribute) {
        return clipped(value(attribute, Long.class, Long::valueOf));
    }

    boolean flag(String attribute) {
        return number(attribute) != 0;
    }

    String text(String attribute) {
        return value(attribute, String.class, text -> text);
    }

    /**
     * Returns numbers of axes or elements, which are an attribute in some versions and an input in others; null if they
     * are neither.
     */
    int[] optional(String attribute, int input) {
        if (!has(attribute) && !has(input)) {
            return null;
        }
        long[] numbers = has(attribute)
                ? value(attribute, long[].class, null)
                : in(input).astype(DType.INT64).toLongArray();
        return Arrays.stream(numbers).mapToInt(Call::clipped).toArray();
    }

    /** Returns such numbers that must be there. */
    int[] numbers(String attribute, int input) {
        int[] numbers = optional(attribute, input);
        if (numbers == null) {
            throw new IllegalArgumentException(attribute + " is missing");
        }
        return numbers;
    }

    /** Returns the numbers of an attribute. */
    int[] numbers(String attribute) {
        return numbers(attribute, NO_INPUT);
    }

    /** Returns the numbers of an attribute for so many axes, or the same number for each. */
    int[] numbersOr(String attribute, int count, int each) {
        int[] numbers = has(attribute) ? numbers(attribute) : new int[count];
        if (!has(attribute)) {
            Arrays.fill(numbers, each);
        } else if (numbers.length != count) {
            throw new IllegalArgumentException(
                    "attribute %s needs %s numbers, not %s".formatted(attribute, count, numbers.length));
        }
        return numbers;
    }

    /** Returns a number that fits: no axis has more elements, so a slice may end there. */
    private static int clipped(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(number, Integer.MAX_VALUE));
    }
}
