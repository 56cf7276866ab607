package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.firstDifference;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;

import io.github.dlfs4j.BothKernels;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays records that NumPy made: dtypes, shapes, elements, texts and errors must be the same. */
@BothKernels
class NumPyReplayTest {
    @ParameterizedTest
    @ValueSource(strings = {"arrayprint.tsv", "seed1/arrayprint.tsv"})
    void arraysPrintAsInNumPy(String file) {
        replay(file, record -> {
            NDArray array = record.array(0);
            String difference = firstDifference(record.text(1), array.toString());
            return difference != null ? difference : firstDifference(record.text(2), array.repr());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary.tsv", "seed1/binary.tsv"})
    void binaryOperationsGiveNumPysBits(String file) {
        replay(
                file,
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
                        case "iadd" -> a.addi(b);
                        case "isubtract" -> a.subi(b);
                        case "imultiply" -> a.muli(b);
                        case "idivide" -> a.divi(b);
                        case "greater" -> a.gt(b);
                        case "greater_equal" -> a.ge(b);
                        case "less" -> a.lt(b);
                        case "less_equal" -> a.le(b);
                        case "equal" -> a.eq(b);
                        case "not_equal" -> a.ne(b);
                        case "bitwise_and" -> a.and(b);
                        case "bitwise_or" -> a.or(b);
                        default -> throw unknown(record);
                    };
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar.tsv", "seed1/scalar.tsv"})
    void weakScalarsGiveNumPysBits(String file) {
        replay(file, record -> compare(record, 3, tolerance(record), () -> withScalar(record, record.array(1))));
    }

    private static NDArray withScalar(NumPyRecord record, NDArray a) {
        return switch (record.field(0)) {
            case "add" -> apply(record, a::add, a::add);
            case "subtract" -> apply(record, a::sub, a::sub);
            case "multiply" -> apply(record, a::mul, a::mul);
            case "divide" -> apply(record, a::div, a::div);
            case "power" -> apply(record, a::pow, a::pow);
            case "maximum" -> apply(record, a::maximum, a::maximum);
            case "minimum" -> apply(record, a::minimum, a::minimum);
            case "rsubtract" -> apply(record, a::rsub, a::rsub);
            case "rdivide" -> apply(record, a::rdiv, a::rdiv);
            case "iadd" -> apply(record, a::addi, a::addi);
            case "isubtract" -> apply(record, a::subi, a::subi);
            case "imultiply" -> apply(record, a::muli, a::muli);
            case "idivide" -> apply(record, a::divi, a::divi);
            case "greater" -> apply(record, a::gt, a::gt);
            case "greater_equal" -> apply(record, a::ge, a::ge);
            case "less" -> apply(record, a::lt, a::lt);
            case "less_equal" -> apply(record, a::le, a::le);
            case "equal" -> apply(record, a::eq, a::eq);
            case "not_equal" -> apply(record, a::ne, a::ne);
            default -> throw unknown(record);
        };
    }

    private static NDArray apply(NumPyRecord record, LongFunction<NDArray> exact, DoubleFunction<NDArray> rounded) {
        return record.isInteger(2) ? exact.apply(record.integer(2)) : rounded.apply(record.number(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unary.tsv", "seed1/unary.tsv"})
    void functionsGiveNumPysBits(String file) {
        replay(
                file,
                record -> compare(record, 2, tolerance(record), () -> {
                    NDArray a = record.array(1);
                    String[] words = record.field(0).split(" ", -1);
                    return switch (words[0]) {
                        case "exp" -> a.exp();
                        case "log" -> a.log();
                        case "sqrt" -> a.sqrt();
                        case "tanh" -> a.tanh();
                        case "sin" -> a.sin();
                        case "cos" -> a.cos();
                        case "negative" -> a.neg();
                        case "abs" -> a.abs();
                        case "square" -> a.square();
                        case "sign" -> a.sign();
                        case "invert" -> a.not();
                        case "astype" -> a.astype(dtype(words[1]));
                        default -> throw unknown(record);
                    };
                }));
    }

    private static DType dtype(String name) {
        return Arrays.stream(DType.values())
                .filter(dtype -> dtype.toString().equals(name))
                .findAny()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduce.tsv", "seed1/reduce.tsv"})
    void reductionsGiveNumPysBits(String file) {
        replay(
                file,
                record -> compare(record, 4, tolerance(record), () -> {
                    NDArray a = record.array(3);
                    boolean keepDims = record.field(2).equals("1");
                    if (record.field(1).equals("-")) {
                        NDArray all = reduceAll(record, a);
                        // With keepdims and no axis every axis stays; here this takes a reshape.
                        return keepDims ? all.reshape(ones(a.ndim())) : all;
                    }
                    int axis = Integer.parseInt(record.field(1));
                    return reduceAlong(record, a, axis, keepDims);
                }));
    }

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    static NDArray reduceAlong(NumPyRecord record, NDArray a, int axis, boolean keepDims) {
        return switch (record.field(0)) {
            case "sum" -> a.sum(axis, keepDims);
            case "mean" -> a.mean(axis, keepDims);
            case "max" -> a.max(axis, keepDims);
            case "min" -> a.min(axis, keepDims);
            case "prod" -> a.prod(axis, keepDims);
            case "argmax" -> a.argmax(axis, keepDims);
            case "argmin" -> a.argmin(axis, keepDims);
            case "var" -> a.var(axis, keepDims);
            case "std" -> a.std(axis, keepDims);
            case "any" -> a.any(axis, keepDims);
            case "all" -> a.all(axis, keepDims);
            default -> throw unknown(record);
        };
    }

    static NDArray reduceAll(NumPyRecord record, NDArray a) {
        return switch (record.field(0)) {
            case "sum" -> a.sum();
            case "mean" -> a.mean();
            case "max" -> a.max();
            case "min" -> a.min();
            case "prod" -> a.prod();
            case "argmax" -> a.argmax();
            case "argmin" -> a.argmin();
            case "var" -> a.var();
            case "std" -> a.std();
            case "any" -> a.any();
            case "all" -> a.all();
            default -> throw unknown(record);
        };
    }

    /** The sum of k rounded products may be off by {@code 4 k eps} of the sum of their magnitudes. */
    @ParameterizedTest
    @ValueSource(strings = {"dot.tsv", "seed1/dot.tsv"})
    void dotProductsAreWithinTheRoundingErrorOfTheirSums(String file) {
        replay(file, record -> {
            NDArray a = record.array(0);
            NDArray b = record.array(1);
            if (record.field(2).startsWith("!") || !record.array(2).dtype().isFloating()) {
                return compare(record, 2, Tolerance.BITS, () -> a.dot(b));
            }
            NDArray expected = record.array(2);
            NDArray actual = a.dot(b);
            if (actual.dtype() != expected.dtype()) {
                return "expected dtype %s but was %s".formatted(expected.dtype(), actual.dtype());
            }
            int k = a.ndim() == 0 || b.ndim() == 0 ? 1 : a.shape(-1);
            double epsilon = expected.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
            NDArray bound = a.astype(DType.FLOAT64)
                    .abs()
                    .dot(b.astype(DType.FLOAT64).abs())
                    .mul(4 * k * epsilon);
            NDArray error = actual.astype(DType.FLOAT64)
                    .sub(expected.astype(DType.FLOAT64))
                    .abs();
            NDArray bothNaN = actual.ne(actual).and(expected.ne(expected));
            NDArray good = actual.eq(expected)
                    .or(bothNaN)
                    .or(error.le(bound).and(expected.abs().lt(Double.POSITIVE_INFINITY)));
            return good.size() == 0 || good.min().asBoolean() ? null : "not within " + bound;
        });
    }

    private static Tolerance tolerance(NumPyRecord record) {
        return switch (record.field(0)) {
            case "power", "exp", "log", "tanh", "sin", "cos" -> Tolerance.FOUR_ULPS;
            case "maximum", "minimum", "max", "min" -> Tolerance.VALUES;
            default -> Tolerance.BITS;
        };
    }
}
