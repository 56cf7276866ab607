package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every error, word for word. The words are those of NumPy 2.4.6; if they differ, a comment says why. An operation that
 * throws an error changes nothing.
 */
class ErrorsTest {
    private static final String SEQUENCE = "setting an array element with a sequence.";
    private static final String UNACCEPTABLE = "output array is not acceptable (must have the right datatype, number of"
            + " dimensions, and be a C-Array)";

    /** An operation on an array that throws an error. */
    private record Refusal(Class<?> type, String message, NDArray array, Consumer<NDArray> action) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static Refusal refusal(Class<?> type, String message, NDArray array, Consumer<NDArray> action) {
        return new Refusal(type, message, array, action);
    }

    private static Refusal value(String message, NDArray array, Consumer<NDArray> action) {
        return refusal(IllegalArgumentException.class, message, array, action);
    }

    private static Refusal index(String message, NDArray array, Consumer<NDArray> action) {
        return refusal(IndexOutOfBoundsException.class, message, array, action);
    }

    private static Refusal type(String message, NDArray array, Consumer<NDArray> action) {
        return refusal(UnsupportedOperationException.class, message, array, action);
    }

    /** Integers from 1 on. */
    private static NDArray int64(int... shape) {
        return NDArray.arange(Shape.of(shape).size()).add(1).reshape(shape);
    }

    private static NDArray float64(int... shape) {
        return int64(shape).astype(DType.FLOAT64);
    }

    private static NDArray uint8(int... shape) {
        return int64(shape).astype(DType.UINT8);
    }

    private static NDArray bool(int... shape) {
        return int64(shape).gt(1);
    }

    @ParameterizedTest
    @MethodSource({
        "shapes",
        "manyAxes",
        "lengths",
        "dtypes",
        "outputs",
        "axes",
        "indices",
        "assignments",
        "numbers",
        "reductions",
        "joins"
    })
    void errorsHaveNumPysWordsAndChangeNothing(Refusal refusal) {
        NDArray before = refusal.array().copy();
        assertThatThrownBy(() -> refusal.action().accept(refusal.array()))
                .isExactlyInstanceOf(refusal.type())
                .hasMessage(refusal.message());
        assertThat(refusal.array()).isEqualTo(before);
    }

    static Stream<Refusal> shapes() {
        return Stream.of(
                value("negative dimensions are not allowed", int64(2), a -> NDArray.zeros(2, -1)),
                // NumPy counts bytes and allows more elements than a Java array.
                value(
                        "array is too big; 50000 x 50000 elements are more than the maximum of 2147483639",
                        int64(2),
                        a -> NDArray.zeros(50_000, 50_000)),
                value(
                        "setting an array element with a sequence. The requested array has an inhomogeneous shape after"
                                + " 1 dimensions. The detected shape was (2,) + inhomogeneous part.",
                        int64(2),
                        a -> NDArray.of(new int[][] {{1, 2}, {3}})),
                value(
                        "setting an array element with a sequence. The requested array has an inhomogeneous shape after"
                                + " 2 dimensions. The detected shape was (2, 2) + inhomogeneous part.",
                        int64(2),
                        a -> NDArray.of(new double[][][] {{{1, 2}, {3}}, {{4}, {5}}})),
                value("cannot reshape array of size 6 into shape (4,2)", int64(2, 3), a -> a.reshape(4, 2)),
                value("cannot reshape array of size 6 into shape (4,)", int64(2, 3), a -> a.reshape(4)),
                value("cannot reshape array of size 6 into shape ()", int64(2, 3), NDArray::reshape),
                value("cannot reshape array of size 6 into shape (4,newaxis)", int64(2, 3), a -> a.reshape(4, -1)),
                value("cannot reshape array of size 6 into shape (4,newaxis,2)", int64(6), a -> a.reshape(4, -1, 2)),
                value("cannot reshape array of size 6 into shape (4)", int64(2, 3), a -> a.reshape(-1, 4)),
                value("cannot reshape array of size 0 into shape (0,newaxis)", int64(0), a -> a.reshape(0, -1)),
                value("cannot reshape array of size 2 into shape (3,)", int64(2), a -> NDArray.of(new int[] {1, 2}, 3)),
                value("can only specify one unknown dimension", int64(2, 3), a -> a.reshape(-1, -1)),
                // To NumPy every negative length is unknown.
                value("negative dimensions are not allowed", int64(2, 3), a -> a.reshape(-2, 3)),
                value("axes don't match array", int64(2, 3), a -> a.transpose(0)),
                value("repeated axis in transpose", int64(2, 3), a -> a.transpose(0, 0)),
                value("repeated axis in transpose", int64(2, 3), a -> a.transpose(1, -1)),
                value(
                        "operands could not be broadcast together with shapes (2,3) (4,)",
                        int64(2, 3),
                        a -> a.add(int64(4))),
                value(
                        "operands could not be broadcast together with shapes (4,) (2,3)",
                        int64(2, 3),
                        a -> int64(4).gt(a)),
                value("operands could not be broadcast together with shapes (2,) (3,)", bool(2), a -> a.and(bool(3))),
                value("operands could not be broadcast together with shapes (2,) (3,)", int64(2), a -> a.pow(int64(3))),
                value(
                        "operands could not be broadcast together with shapes (2,) (3,)",
                        int64(2),
                        a -> a.allClose(int64(3), 0, 0)),
                value(
                        "operands could not be broadcast together with remapped shapes [original->remapped]: (3,)  and"
                                + " requested shape (4,)",
                        int64(3),
                        a -> a.broadcastTo(Shape.of(4))),
                value(
                        "operands could not be broadcast together with remapped shapes [original->remapped]: (2,3)  and"
                                + " requested shape (0,3)",
                        int64(2, 3),
                        a -> a.broadcastTo(Shape.of(0, 3))),
                value(
                        "input operand has more dimensions than allowed by the axis remapping",
                        int64(2, 3),
                        a -> a.broadcastTo(Shape.of(3))),
                value("cannot broadcast a non-scalar to a scalar array", int64(1), a -> a.broadcastTo(Shape.of())),
                value(
                        "shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)",
                        int64(2, 3),
                        a -> a.dot(int64(2, 3))),
                value("shapes (3,) and (2,) not aligned: 3 (dim 0) != 2 (dim 0)", int64(3), a -> a.dot(int64(2))),
                value(
                        "shapes (2,3) and (5,4,3) not aligned: 3 (dim 1) != 4 (dim 1)",
                        int64(2, 3),
                        a -> a.dot(int64(5, 4, 3))));
    }

    private static int[] ones(int ndim) {
        int[] shape = new int[ndim];
        Arrays.fill(shape, 1);
        return shape;
    }

    private static NDArray axes(int ndim) {
        return NDArray.zeros(ones(ndim));
    }

    /** NumPy has a different message for each operation whose result would have more than 64 axes. */
    static Stream<Refusal> manyAxes() {
        String shape = "maximum supported dimension for an ndarray is currently 64, found 65";
        String index = "number of dimensions must be within [0, 64], indexing result would have 65";
        return Stream.of(
                value(shape, int64(1), a -> NDArray.zeros(ones(65))),
                value(shape, int64(1), a -> NDArray.ones(DType.UINT8, ones(65))),
                value(shape, int64(1), a -> NDArray.full(1.0, ones(65))),
                value(shape, int64(1), a -> NDArray.of(new int[] {1}, ones(65))),
                value(shape, int64(1), a -> Shape.of(ones(65))),
                value(shape, int64(1), a -> a.reshape(ones(65))),
                value(shape, int64(2), a -> a.reshape(ones(65))),
                value(shape, axes(64), a -> a.expandDims(0)),
                value(shape, axes(64), a -> a.transpose(new int[65])),
                value(shape, int64(1), a -> new RandomState(0).rand(ones(65))),
                value(shape, axes(33), a -> a.take(NDArray.zeros(DType.INT64, ones(33)), 0)),
                index(index, axes(64), a -> a.get(Index.newAxis())),
                index(index, axes(64), a -> a.at(Index.newAxis()).set(1)),
                index(index, axes(64), a -> a.get(NDArray.zeros(DType.INT64, 1, 1))),
                index(index, axes(64), a -> NDArray.stack(0, a, a)),
                value(
                        "number of dimensions must be within [0, 64], got 65",
                        axes(64),
                        a -> a.slidingWindowView(new int[] {1}, 0)),
                value("dot: too many dimensions in result", axes(34), a -> a.dot(axes(33).expandDims(0))));
    }

    @Test
    void anArrayMayHave64Axes() {
        NDArray a = axes(64);
        assertThat(a.add(a).transpose().get(NDArray.of(0))).isEqualTo(a);
        assertThat(a.sum()).isEqualTo(NDArray.scalar(0.0));
        assertThat(axes(33).dot(axes(33))).hasShape(ones(64));
        assertThat(a.get(a.eq(0))).hasElements(0);
    }

    /** Lengths greater than those of Java arrays; NumPy allows them or lacks the memory. */
    static Stream<Refusal> lengths() {
        int most = Integer.MAX_VALUE;
        NDArray empty = NDArray.zeros(most, 0);
        NDArray wide = NDArray.zeros(DType.UINT8, 1).broadcastTo(Shape.of(1 << 30));
        String axis = "array is too big; an axis of %s elements is longer than the maximum of 2147483647";
        return Stream.of(
                value(axis.formatted("4294967294"), int64(1), a -> NDArray.concatenate(0, empty, empty)),
                value(axis.formatted("4294967296"), int64(1), a -> NDArray.concatenate(0, wide, wide, wide, wide)),
                value(axis.formatted("2147483648"), int64(1), a -> a.pad(new int[][] {{most, 0}})),
                value(axis.formatted("4294967295"), int64(1), a -> a.pad(new int[][] {{most, most}})),
                value(
                        "array is too big; 2147483647 elements are more than the maximum of 2147483639",
                        int64(1),
                        a -> a.pad(new int[][] {{most - 1, 0}})),
                value(
                        "array is too big; 2147483647 elements are more than the maximum of 2147483639",
                        int64(1),
                        a -> NDArray.linspace(0, 1, most)),
                value("Maximum allowed size exceeded", int64(1), a -> NDArray.arange(most)),
                value(
                        "array is too big; 2 x 1073741824 elements are more than the maximum of 2147483639",
                        int64(1),
                        a -> NDArray.stack(0, wide, wide)),
                value(
                        "array is too big; 65536 x 65536 elements are more than the maximum of 2147483639",
                        int64(1),
                        a -> NDArray.zeros(1 << 16, 0).dot(NDArray.zeros(0, 1 << 16))),
                value(
                        "array is too big; 65536 x 65536 elements are more than the maximum of 2147483639",
                        int64(1),
                        a -> NDArray.zeros(0, 1 << 16, 1 << 16).sum(0)));
    }

    @Test
    void anArrayWithoutElementsMayHaveLongAxes() {
        NDArray a = NDArray.zeros(0, 30_000, 65_536);
        NDArray none = NDArray.of(new int[0]);
        assertThat(a.get(none)).hasShape(0, 30_000, 65_536);
        assertThat(a.transpose().get(Index.all(), Index.of(none))).hasShape(65_536, 0, 0);
        assertThat(a.take(none, 2)).hasShape(0, 30_000, 0);
        assertThat(a.take(NDArray.of(1, 2), 1)).hasShape(0, 2, 65_536);
        assertThat(a.sum(1)).hasShape(0, 65_536);
        assertThat(NDArray.concatenate(0, a, a)).hasShape(0, 30_000, 65_536);
        assertThat(a.pad(new int[][] {{0, 0}})).isEqualTo(a);
        assertThat(a.add(a).exp()).isEqualTo(a);
        assertThat(a.dot(NDArray.zeros(65_536, 2))).hasShape(0, 30_000, 2);
        a.at(none).set(1);
    }

    static Stream<Refusal> dtypes() {
        String notInteger = " not supported for the input types, and the inputs could not be safely coerced to any"
                + " supported types according to the casting rule ''safe''";
        // The others have no message in NumPy, where their result is int8.
        return Stream.of(
                type("ufunc 'bitwise_and'" + notInteger, float64(2), a -> a.and(a)),
                type("ufunc 'bitwise_or'" + notInteger, bool(2), a -> a.or(float64(2))),
                type(
                        "ufunc 'bitwise_xor'" + notInteger,
                        bool(2),
                        a -> float64(2).xor(a)),
                type("ufunc 'invert'" + notInteger, float64(2), NDArray::not),
                type("ufunc 'left_shift' not supported for the input type bool", bool(2), a -> {
                    BitOperations.leftShift(a, a, a);
                }),
                type("ufunc 'remainder' not supported for the input type bool", bool(2), a -> {
                    MathFunctions.remainder(a, a, a);
                }),
                type(
                        "Cannot cast ufunc 'remainder' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(2),
                        a -> MathFunctions.remainder(a, float64(2), a)),
                value("invalid output shape", int64(2), a -> float64(3).round(1, a)),
                type(
                        "Cannot cast array data from dtype('int64') to dtype('uint8') according to the rule 'same_kind'",
                        uint8(2),
                        a -> int64(2).round(0, a)),
                type(
                        "Cannot cast ufunc 'rint' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(2),
                        a -> float64(2).round(0, a)),
                type(
                        "Cannot cast ufunc 'divide' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(2),
                        a -> a.round(-1, a)),
                type("ufunc 'power' not supported for the input type bool", bool(2), a -> a.pow(a)),
                type("ufunc 'square' not supported for the input type bool", bool(2), NDArray::square),
                type("ufunc 'sign' not supported for the input type bool", bool(2), NDArray::sign),
                type(
                        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^`"
                                + " operator, or the logical_xor function instead.",
                        bool(2),
                        a -> a.sub(bool(3))),
                type(
                        "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the"
                                + " logical_not function instead.",
                        bool(2),
                        NDArray::neg),
                // NumPy's message names Python scalars.
                type("only 0-dimensional arrays can be converted to Java scalars", float64(2), NDArray::asDouble),
                type("only 0-dimensional arrays can be converted to Java scalars", float64(1, 2), NDArray::asLong),
                type(
                        "only 0-dimensional arrays can be converted to Java scalars; squeeze() makes one of this",
                        float64(1),
                        NDArray::asInt),
                value(
                        "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
                        bool(2),
                        NDArray::asBoolean),
                value(
                        "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is"
                                + " not empty.",
                        float64(0),
                        NDArray::asBoolean),
                value("can only convert an array of size 1 to a Java scalar", float64(2), NDArray::item),
                value("can only convert an array of size 1 to a Java scalar", float64(0), NDArray::item),
                type("iteration over a 0-d array", float64(), NDArray::rows),
                type(
                        "toFloatArray() needs an array of float32, not float64; use astype first",
                        float64(2),
                        NDArray::toFloatArray),
                type(
                        "toLongArray() needs an array of int64, not uint8; use astype first",
                        uint8(2),
                        NDArray::toLongArray),
                type(
                        "toByteArray() needs an array of uint8, not bool; use astype first",
                        bool(2),
                        NDArray::toByteArray),
                type(
                        "toBooleanArray() needs an array of bool, not int64; use astype first",
                        int64(2),
                        NDArray::toBooleanArray),
                type(
                        "toIntArray() needs an array of int64, not float64; use astype first",
                        float64(2),
                        NDArray::toIntArray));
    }

    static Stream<Refusal> outputs() {
        return Stream.of(
                value(
                        "operands could not be broadcast together with shapes (2,3) (4,) (2,3)",
                        int64(2, 3),
                        a -> a.addi(int64(4))),
                value(
                        "operands could not be broadcast together with shapes (2,3) (4,)",
                        float64(4),
                        a -> float64(2, 3).exp(a)),
                value(
                        "non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)",
                        int64(3),
                        a -> a.addi(int64(2, 3))),
                value(
                        "non-broadcastable output operand with shape (1,) doesn't match the broadcast shape (3,)",
                        int64(1),
                        a -> a.subi(int64(3))),
                value(
                        "non-broadcastable output operand with shape (1,3) doesn't match the broadcast shape (2,3)",
                        float64(1, 3),
                        a -> float64(2, 3).log(a)),
                value("output array is read-only", int64(3).broadcastTo(Shape.of(2, 3)), a -> a.muli(2)),
                type(
                        "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(3),
                        a -> a.addi(float64(3))),
                type(
                        "Cannot cast ufunc 'subtract' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(3),
                        // NumPy checks the dtypes first, too.
                        a -> a.subi(float64(4))),
                type(
                        "Cannot cast ufunc 'multiply' output from dtype('int64') to dtype('uint8') with casting rule"
                                + " 'same_kind'",
                        uint8(3),
                        a -> a.muli(int64(3))),
                type(
                        "Cannot cast ufunc 'divide' output from dtype('float64') to dtype('uint8') with casting rule"
                                + " 'same_kind'",
                        uint8(3),
                        a -> a.divi(2)),
                type(
                        "Cannot cast ufunc 'maximum' output from dtype('int64') to dtype('bool') with casting rule"
                                + " 'same_kind'",
                        bool(3),
                        a -> a.maximum(int64(3), a)),
                type(
                        "Cannot cast ufunc 'minimum' output from dtype('float32') to dtype('bool') with casting rule"
                                + " 'same_kind'",
                        bool(3),
                        a -> a.minimum(NDArray.of(1f), a)),
                type(
                        "Cannot cast ufunc 'negative' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(3),
                        a -> float64(3).neg(a)),
                type(
                        "Cannot cast ufunc 'sqrt' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(3),
                        a -> a.sqrt(a)),
                type(
                        "Cannot cast ufunc 'exp' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(3),
                        a -> a.exp(a)),
                type(
                        "Cannot cast ufunc 'log' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(3),
                        a -> a.log(a)),
                type(
                        "Cannot cast ufunc 'tanh' output from dtype('float64') to dtype('int64') with casting rule"
                                + " 'same_kind'",
                        int64(3),
                        a -> a.tanh(a)),
                value(
                        "output array has wrong dimensions",
                        int64(3),
                        a -> int64(2, 3).dot(int64(3), a)),
                value(UNACCEPTABLE, int64(2), a -> float64(2, 3).dot(int64(3), a)),
                value(UNACCEPTABLE, int64(2, 1), a -> int64(2, 3).dot(int64(3), a)),
                value(UNACCEPTABLE, int64(3, 2), a -> int64(2, 1).dot(int64(1, 3), a.transpose())),
                value(UNACCEPTABLE, int64(4), a -> int64(2, 3).dot(int64(3), a.get(Index.range(null, null, 2)))),
                value(UNACCEPTABLE, int64(3, 2), a -> NDArray.scalar(2).dot(int64(2, 3), a.transpose())));
    }

    static Stream<Refusal> axes() {
        return Stream.of(
                index("axis 2 is out of bounds for array of dimension 2", int64(2, 3), a -> a.shape(2)),
                index("axis 2 is out of bounds for array of dimension 2", int64(2, 3), a -> a.transpose(0, 2)),
                index("axis -3 is out of bounds for array of dimension 2", int64(2, 3), a -> a.transpose(-3, 0)),
                index("axis 4 is out of bounds for array of dimension 3", int64(2, 3), a -> a.expandDims(4)),
                index("axis -4 is out of bounds for array of dimension 3", int64(2, 3), a -> a.expandDims(-4)),
                index("axis 2 is out of bounds for array of dimension 2", int64(2, 3), a -> a.sum(2)),
                index("axis -3 is out of bounds for array of dimension 2", int64(2, 3), a -> a.prod(-3)),
                index("axis 2 is out of bounds for array of dimension 2", int64(2, 3), a -> a.mean(2, true)),
                index("axis 2 is out of bounds for array of dimension 2", int64(0, 3), a -> a.max(2)),
                index("axis 2 is out of bounds for array of dimension 2", int64(0, 3), a -> a.argmax(2)),
                index("axis 1 is out of bounds for array of dimension 0", NDArray.scalar(1), a -> a.sum(1)),
                index(
                        "axis 2 is out of bounds for array of dimension 2",
                        int64(2, 3),
                        a -> NDArray.concatenate(2, a, a)));
    }

    static Stream<Refusal> indices() {
        return Stream.of(
                index("index 2 is out of bounds for axis 0 with size 2", int64(2, 3), a -> a.get(2)),
                index("index -4 is out of bounds for axis 1 with size 3", int64(2, 3), a -> a.get(0, -4)),
                index("index 0 is out of bounds for axis 0 with size 0", int64(0, 3), a -> a.get(0)),
                index(
                        "index -2147483648 is out of bounds for axis 0 with size 2",
                        int64(2),
                        a -> a.getLong(Integer.MIN_VALUE)),
                index("index 7 is out of bounds for axis 1 with size 3", int64(2, 3), a -> a.getDouble(1, 7)),
                index(
                        "index 7 is out of bounds for axis 1 with size 3",
                        int64(2, 3),
                        a -> a.at(Index.newAxis(), Index.all(), Index.of(0, 7)).set(1)),
                index(
                        "too many indices for array: array is 2-dimensional, but 3 were indexed",
                        int64(2, 3),
                        a -> a.get(9, 0, 0)),
                index(
                        "too many indices for array: array is 0-dimensional, but 1 were indexed",
                        NDArray.scalar(1),
                        a -> a.at(0).set(1)),
                index(
                        "too many indices for array: array is 2-dimensional, but 3 were indexed",
                        int64(2, 3),
                        a -> a.get(bool(2, 3, 1))),
                index(
                        "too many indices for array: array is 2-dimensional, but 3 were indexed",
                        int64(2, 3),
                        a -> a.getDouble(0, 0, 0)),
                // NumPy returns an array of the remaining axes.
                index(
                        "too few indices for one element: array is 2-dimensional, but 1 were indexed",
                        int64(2, 3),
                        a -> a.getDouble(0)),
                index(
                        "an index can only have a single ellipsis ('...')",
                        int64(2, 3),
                        a -> a.get(Index.ellipsis(), Index.ellipsis())),
                value("slice step cannot be zero", int64(2, 3), a -> a.get(Index.range(null, null, 0))),
                value("slice step cannot be zero", int64(2, 3), a -> a.get(new Index.Range(null, null, 0))),
                index(
                        "arrays used as indices must be of integer (or boolean) type",
                        int64(2, 3),
                        a -> a.get(float64(1))),
                index(
                        "boolean index did not match indexed array along axis 0; size of axis is 2 but size of"
                                + " corresponding boolean axis is 3",
                        int64(2, 3),
                        a -> a.get(bool(3, 3))),
                index(
                        "boolean index did not match indexed array along axis 1; size of axis is 3 but size of"
                                + " corresponding boolean axis is 4",
                        int64(2, 3),
                        a -> a.at(Index.all(), Index.of(bool(4))).set(0)),
                index(
                        "boolean index did not match indexed array along axis 2; size of axis is 3 but size of"
                                + " corresponding boolean axis is 2",
                        int64(4, 2, 3),
                        a -> a.get(Index.all(), Index.of(bool(2, 2)))),
                index(
                        "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)",
                        int64(4, 4),
                        a -> a.get(NDArray.of(0, 1), NDArray.of(0, 1, 2))),
                // As in NumPy, single positions are not listed, and a mask is listed once for each axis.
                index(
                        "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (5,) (5,)",
                        int64(4, 4, 2, 3),
                        a -> a.get(Index.at(0), Index.of(0, 1), Index.of(bool(2, 3)))));
    }

    static Stream<Refusal> assignments() {
        NDArray mask = NDArray.of(true, true, false);
        return Stream.of(
                value(
                        "could not broadcast input array from shape (4,) into shape (2,3)",
                        int64(2, 3),
                        a -> a.at(Index.ellipsis()).set(int64(4))),
                value(
                        "could not broadcast input array from shape (2,3) into shape (3,)",
                        int64(2, 3),
                        a -> a.at(0).set(int64(2, 3))),
                value(SEQUENCE, float64(2, 3), a -> a.at(0, 0).set(NDArray.of(7.0))),
                value(SEQUENCE, uint8(2, 3), a -> a.at(1, -1).set(int64(1, 1))),
                value(SEQUENCE, int64(3), a -> a.at(Index.at(0)).set(int64(0))),
                value(SEQUENCE, int64(3), a -> a.at(NDArray.scalar(0)).set(int64(1))),
                value(
                        SEQUENCE,
                        int64(2, 3),
                        a -> a.at(Index.at(0), Index.of(NDArray.scalar(0))).set(int64(2))),
                value(SEQUENCE, NDArray.scalar(1), a -> a.at(new int[0]).set(int64(1))),
                value(SEQUENCE, bool(3), a -> a.at(1).set(int64(2))),
                value(SEQUENCE, float64(2, 3), a -> a.at(0, 0).addi(NDArray.of(7.0))),
                value(SEQUENCE, float64(2, 3), a -> a.at(0, 0).divi(float64(2))),
                value(
                        "could not broadcast input array from shape (4,) into shape (3,)",
                        int64(3),
                        a -> a.at(Index.all()).set(int64(1, 1, 4))),
                value(
                        "assignment destination is read-only",
                        int64(3).broadcastTo(Shape.of(2, 3)),
                        a -> a.at(0, 0).set(1)),
                value(
                        "shape mismatch: value array of shape (3,) could not be broadcast to indexing result of shape"
                                + " (2,)",
                        int64(4),
                        a -> a.at(NDArray.of(0, 1)).set(int64(3))),
                value(
                        "shape mismatch: value array of shape (3,) could not be broadcast to indexing result of shape"
                                + " (2,2)",
                        int64(3, 2),
                        a -> a.at(mask).set(int64(3))),
                value(
                        "NumPy boolean array indexing assignment cannot assign 3 input values to the 2 output values"
                                + " where the mask is true",
                        int64(3),
                        a -> a.at(mask).set(int64(3))),
                type(
                        "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has 2"
                                + " dimensions",
                        int64(3),
                        a -> a.at(mask).set(int64(1, 2))),
                value(
                        "operands could not be broadcast together with shapes (2,) (3,) (2,)",
                        int64(3),
                        a -> a.at(mask).addi(int64(3))));
    }

    static Stream<Refusal> numbers() {
        return Stream.of(
                value("Python integer 300 out of bounds for uint8", uint8(2), a -> a.add(300)),
                value("Python integer -1 out of bounds for uint8", uint8(2), a -> a.rsub(-1)),
                value("Python integer 256 out of bounds for uint8", uint8(2), a -> a.muli(256)),
                value("Python integer -1 out of bounds for uint8", uint8(2), a -> a.pow(-1)),
                value("Python integer 300 out of bounds for uint8", uint8(2), a -> a.fill(300)),
                value("Python integer 300 out of bounds for uint8", uint8(2), a -> a.fill(300.7)),
                value(
                        "Python integer -1 out of bounds for uint8",
                        uint8(2),
                        a -> a.at(0).set(-1.5)),
                value(
                        "Python integer 300 out of bounds for uint8",
                        uint8(2),
                        a -> a.at(NDArray.of(new int[0])).set(300)),
                value(
                        "cannot convert float NaN to integer",
                        int64(2),
                        a -> a.at(0).set(Double.NaN)),
                value("cannot convert float NaN to integer", uint8(2), a -> a.fill(Double.NaN)),
                value("cannot convert float NaN to integer", NDArray.scalar(Double.NaN), NDArray::asLong),
                value("cannot convert float NaN to integer", NDArray.scalar(Float.NaN), NDArray::asInt),
                value(
                        "Python int too large to convert to C long",
                        int64(2),
                        a -> a.at(0).set(1e30)),
                value(
                        "Python int too large to convert to C long",
                        uint8(2),
                        a -> a.at(bool(2)).set(-0x1p64)),
                value("cannot convert float infinity to integer", int64(2), a -> a.fill(Double.NEGATIVE_INFINITY)),
                value("cannot convert float infinity to integer", uint8(2), a -> a.fill(Double.POSITIVE_INFINITY)),
                value("cannot convert float infinity to integer", NDArray.scalar(-1 / 0.0), NDArray::asLong),
                // Python's integers can hold it.
                value("float 9.223372036854776E18 out of bounds for int64", NDArray.of(0x1p63), a -> a.getLong(0)),
                value("integer 3000000000 out of bounds for int", NDArray.scalar(3_000_000_000L), NDArray::asInt),
                value("integer -3000000000 out of bounds for int", NDArray.of(1, -3_000_000_000L), NDArray::toIntArray),
                value("Integers to negative integer powers are not allowed.", int64(2), a -> a.pow(-1)),
                value("Integers to negative integer powers are not allowed.", int64(2), a -> a.pow(NDArray.of(1, -1))),
                value("Integers to negative integer powers are not allowed.", bool(2), a -> a.pow(-2)),
                // NumPy's message: division by zero
                value("division by zero: the step of a range cannot be zero", int64(1), a -> NDArray.arange(0, 1, 0)),
                value(
                        "division by zero: the step of a range cannot be zero",
                        int64(1),
                        a -> NDArray.arange(0.0, 1.0, 0.0)),
                value("Maximum allowed size exceeded", int64(1), a -> NDArray.arange(0, 1L << 40, 1)),
                value("Maximum allowed size exceeded", int64(1), a -> NDArray.arange(0, Double.POSITIVE_INFINITY, 1)),
                value("Maximum allowed size exceeded", int64(1), a -> NDArray.arange(Double.POSITIVE_INFINITY, 0, 1)),
                value("arange: cannot compute length", int64(1), a -> NDArray.arange(0, 1, Double.NaN)));
    }

    static Stream<Refusal> reductions() {
        return Stream.of(
                value(
                        "zero-size array to reduction operation maximum which has no identity",
                        float64(0, 3),
                        NDArray::max),
                value(
                        "zero-size array to reduction operation maximum which has no identity",
                        float64(0, 3),
                        a -> a.max(0)),
                value(
                        "zero-size array to reduction operation minimum which has no identity",
                        float64(3, 0),
                        a -> a.min(1)),
                value("zero-size array to reduction operation minimum which has no identity", bool(0), NDArray::min),
                value("attempt to get argmax of an empty sequence", float64(0, 3), NDArray::argmax),
                value("attempt to get argmax of an empty sequence", float64(0, 3), a -> a.argmax(0)),
                value("attempt to get argmin of an empty sequence", float64(0), NDArray::argmin),
                value("attempt to get argmin of an empty sequence", float64(3, 0), a -> a.argmin(-1, true)));
    }

    static Stream<Refusal> joins() {
        return Stream.of(
                value("need at least one array to concatenate", int64(1), a -> NDArray.concatenate(0)),
                value(
                        "zero-dimensional arrays cannot be concatenated",
                        NDArray.scalar(1),
                        a -> NDArray.concatenate(0, a, int64(2))),
                value(
                        "all the input arrays must have same number of dimensions, but the array at index 0 has 2"
                                + " dimension(s) and the array at index 1 has 1 dimension(s)",
                        int64(2, 3),
                        a -> NDArray.concatenate(0, a, int64(3))),
                value(
                        "all the input array dimensions except for the concatenation axis must match exactly, but along"
                                + " dimension 0, the array at index 0 has size 2 and the array at index 2 has size 3",
                        int64(2, 3),
                        a -> NDArray.concatenate(1, a, a, int64(3, 4))));
    }
}
