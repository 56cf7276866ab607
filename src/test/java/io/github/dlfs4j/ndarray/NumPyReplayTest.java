package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every record that NumPy made, replayed: the same dtype, shape and elements, the same text, the same errors. */
class NumPyReplayTest {
    /** What a record demands of floating-point elements: how many units in the last place they may be off. */
    private static final int EXACT = 0;

    private static final int LIBRARY_FUNCTION = 4;

    @Test
    void arraysPrintAsInNumPy() {
        replay("arrayprint.tsv", record -> {
            NDArray array = record.array(0);
            String difference = firstDifference(record.text(1), array.toString());
            return difference != null ? difference : firstDifference(record.text(2), array.repr());
        });
    }

    @Test
    void binaryOperationsGiveNumPysBits() {
        replay(
                "binary.tsv",
                record -> compare(record, 3, tolerance(record), () -> {
                    NDArray a = record.array(1);
                    NDArray b = record.array(2);
                    return switch (record.field(0)) {
                        case "add" -> a.add(b);
                        case "subtract" -> a.sub(b);
                        case "multiply" -> a.mul(b);
                        case "divide" -> a.div(b);
                        case "power" -> a.pow(b);
                        case "maximum" -> a.maximum(b);
                        case "minimum" -> a.minimum(b);
                        case "greater" -> a.gt(b);
                        case "greater_equal" -> a.ge(b);
                        case "less" -> a.lt(b);
                        case "less_equal" -> a.le(b);
                        case "equal" -> a.eq(b);
                        case "not_equal" -> a.ne(b);
                        default -> throw unknown(record);
                    };
                }));
    }

    @Test
    void weakScalarsGiveNumPysBits() {
        replay(
                "scalar.tsv",
                record -> compare(record, 3, EXACT, () -> {
                    NDArray a = record.array(1);
                    String number = record.field(2).substring(2);
                    return record.field(2).startsWith("i:")
                            ? withScalar(record, a, Long.parseLong(number))
                            : withScalar(record, a, Double.parseDouble(number));
                }));
    }

    private static NDArray withScalar(NumPyRecord record, NDArray a, long b) {
        return switch (record.field(0)) {
            case "add" -> a.add(b);
            case "subtract" -> a.sub(b);
            case "multiply" -> a.mul(b);
            case "divide" -> a.div(b);
            case "greater" -> a.gt(b);
            case "less_equal" -> a.le(b);
            case "equal" -> a.eq(b);
            default -> throw unknown(record);
        };
    }

    private static NDArray withScalar(NumPyRecord record, NDArray a, double b) {
        return switch (record.field(0)) {
            case "add" -> a.add(b);
            case "subtract" -> a.sub(b);
            case "multiply" -> a.mul(b);
            case "divide" -> a.div(b);
            case "greater" -> a.gt(b);
            case "less_equal" -> a.le(b);
            case "equal" -> a.eq(b);
            default -> throw unknown(record);
        };
    }

    @Test
    void functionsGiveNumPysBits() {
        replay(
                "unary.tsv",
                record -> compare(record, 2, tolerance(record), () -> {
                    NDArray a = record.array(1);
                    return switch (record.field(0)) {
                        case "exp" -> a.exp();
                        case "log" -> a.log();
                        case "sqrt" -> a.sqrt();
                        case "tanh" -> a.tanh();
                        case "negative" -> a.neg();
                        case "abs" -> a.abs();
                        case "square" -> a.square();
                        case "sign" -> a.sign();
                        default -> throw unknown(record);
                    };
                }));
    }

    @Test
    void reductionsGiveNumPysBits() {
        replay(
                "reduce.tsv",
                record -> compare(record, 4, EXACT, () -> {
                    NDArray a = record.array(3);
                    boolean keepDims = record.field(2).equals("1");
                    if (record.field(1).equals("-")) {
                        NDArray all = reduceAll(record, a);
                        // With keepdims and no axis every axis stays: a reshape here.
                        return keepDims ? all.reshape(ones(a.ndim())) : all;
                    }
                    int axis = Integer.parseInt(record.field(1));
                    return switch (record.field(0)) {
                        case "sum" -> a.sum(axis, keepDims);
                        case "mean" -> a.mean(axis, keepDims);
                        case "max" -> a.max(axis, keepDims);
                        case "min" -> a.min(axis, keepDims);
                        case "prod" -> a.prod(axis, keepDims);
                        case "argmax" -> a.argmax(axis, keepDims);
                        case "argmin" -> a.argmin(axis, keepDims);
                        default -> throw unknown(record);
                    };
                }));
    }

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static NDArray reduceAll(NumPyRecord record, NDArray a) {
        return switch (record.field(0)) {
            case "sum" -> a.sum();
            case "mean" -> a.mean();
            case "max" -> a.max();
            case "min" -> a.min();
            case "prod" -> a.prod();
            case "argmax" -> a.argmax();
            case "argmin" -> a.argmin();
            default -> throw unknown(record);
        };
    }

    @Test
    void indicesSelectWhatTheySelectInNumPy() {
        replay(
                "index.tsv",
                record -> compare(record, 2, EXACT, () -> {
                    String[] parts = record.field(0).split(";", -1);
                    Index[] index = new Index[parts.length];
                    for (int i = 0; i < parts.length; i++) {
                        index[i] = index(parts[i]);
                    }
                    return record.array(1).get(index);
                }));
    }

    private static Index index(String part) {
        if (part.equals("...")) {
            return Index.ellipsis();
        }
        if (part.equals("newaxis")) {
            return Index.newAxis();
        }
        String[] words = part.split(" ", 2);
        return switch (words[0]) {
            case "int" -> Index.at(Integer.parseInt(words[1]));
            case "slice" -> slice(words[1].split(":", -1));
            case "mask", "ints" -> Index.of(NumPyRecord.array(words[1]));
            default -> throw new IllegalArgumentException("unknown part of an index: " + part);
        };
    }

    private static Index slice(String... bounds) {
        Integer step = bound(bounds[2]);
        return Index.range(bound(bounds[0]), bound(bounds[1]), step == null ? 1 : step);
    }

    private static Integer bound(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    @Test
    void dotProductsAreWithinTheRoundingErrorOfTheirSums() {
        replay("dot.tsv", record -> {
            NDArray a = record.array(0);
            NDArray b = record.array(1);
            if (record.field(2).startsWith("!") || !record.array(2).dtype().isFloating()) {
                return compare(record, 2, EXACT, () -> a.dot(b));
            }
            NDArray expected = record.array(2);
            NDArray actual = a.dot(b);
            int k = a.ndim() == 0 ? 1 : a.shape(-1);
            double epsilon = expected.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
            NDArray bound = a.astype(DType.FLOAT64)
                    .abs()
                    .dot(b.astype(DType.FLOAT64).abs())
                    .mul(4 * k * epsilon);
            NDArray error = actual.astype(DType.FLOAT64)
                    .sub(expected.astype(DType.FLOAT64))
                    .abs();
            return actual.dtype() == expected.dtype() && error.le(bound).min().asBoolean()
                    ? null
                    : "not within " + bound;
        });
    }

    private static int tolerance(NumPyRecord record) {
        return switch (record.field(0)) {
            case "power", "exp", "log", "tanh" -> LIBRARY_FUNCTION;
            default -> EXACT;
        };
    }

    private static RuntimeException unknown(NumPyRecord record) {
        return new IllegalStateException("unknown operation: " + record.field(0));
    }

    /** Replays every record of a file; the function says what differs, or null. */
    static void replay(String file, Function<NumPyRecord, String> difference) {
        List<NumPyRecord> records = NumPyRecord.read(file);
        List<String> differences = new ArrayList<>();
        for (NumPyRecord record : records) {
            String text = difference.apply(record);
            if (text != null) {
                differences.add("line " + record.line() + ": " + text);
            }
        }
        assertThat(records).isNotEmpty();
        assertThat(differences).as("%d records of %s", records.size(), file).isEmpty();
        System.out.printf("%s: %d records replayed%n", file, records.size());
    }

    /** Compares the outcome of an operation with the array or the error in a field. */
    private static String compare(NumPyRecord record, int field, int ulps, Supplier<NDArray> operation) {
        String expected = record.field(field);
        NDArray actual;
        try {
            actual = operation.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | UnsupportedOperationException e) {
            return expected.startsWith("!")
                    ? firstDifference(
                            record.text(field).substring(1).trim(),
                            e.getMessage().trim())
                    : "unexpected " + e;
        }
        if (expected.startsWith("!")) {
            return "no error, but expected: " + expected;
        }
        return Differences.first(record.array(field), actual, ulps);
    }

    private static String firstDifference(String expected, String actual) {
        return expected.equals(actual) ? null : "expected\n" + expected + "\nbut was\n" + actual;
    }
}
