package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For every layout in memory, an operation gives the same result as on a contiguous copy. */
@BothKernels
class ViewsTest {
    private static final int SEEDS = 8;

    static Stream<Arguments> kindsAndSeeds() {
        return Arrays.stream(ViewKind.values()).flatMap(ViewsTest::withSeeds);
    }

    static Stream<Arguments> writableKindsAndSeeds() {
        return Arrays.stream(ViewKind.values())
                .filter(kind -> kind != ViewKind.BROADCAST)
                .flatMap(ViewsTest::withSeeds);
    }

    private static Stream<Arguments> withSeeds(ViewKind kind) {
        return Stream.iterate(0L, seed -> seed + 1).limit(SEEDS).map(seed -> Arguments.of(kind, seed));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("kindsAndSeeds")
    void functionsOfAViewGiveTheSameAsOfItsCopy(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        Map<String, UnaryOperator<NDArray>> operations = functions();
        for (DType dtype : DType.values()) {
            NDArray view = kind.array(dtype, shape, random);
            checkAll(operations, view, tolerance(dtype));
        }
    }

    private static Map<String, UnaryOperator<NDArray>> functions() {
        Map<String, UnaryOperator<NDArray>> all = new LinkedHashMap<>();
        all.put("neg", NDArray::neg);
        all.put("abs", NDArray::abs);
        all.put("sign", NDArray::sign);
        all.put("square", NDArray::square);
        all.put("sqrt", NDArray::sqrt);
        all.put("exp", NDArray::exp);
        all.put("log", NDArray::log);
        all.put("tanh", NDArray::tanh);
        all.put("sin", NDArray::sin);
        all.put("cos", NDArray::cos);
        all.put("clip(0, 1)", a -> a.clip(0, 1));
        all.put("where", a -> NDArray.where(a.gt(0), a, 2));
        all.put("not", NDArray::not);
        all.put("add(2)", a -> a.add(2));
        all.put("add(0.5)", a -> a.add(0.5));
        all.put("sub(2)", a -> a.sub(2));
        all.put("mul(3)", a -> a.mul(3));
        all.put("div(2)", a -> a.div(2));
        all.put("rsub(1)", a -> a.rsub(1));
        all.put("rdiv(1)", a -> a.rdiv(1));
        all.put("pow(2)", a -> a.pow(2));
        all.put("pow(3)", a -> a.pow(3));
        all.put("pow(0.5)", a -> a.pow(0.5));
        all.put("maximum(1)", a -> a.maximum(1));
        all.put("minimum(1.5)", a -> a.minimum(1.5));
        all.put("gt(0)", a -> a.gt(0));
        all.put("ge(1)", a -> a.ge(1));
        all.put("lt(0.5)", a -> a.lt(0.5));
        all.put("le(-1)", a -> a.le(-1));
        all.put("eq(1)", a -> a.eq(1));
        all.put("ne(1)", a -> a.ne(1));
        for (DType dtype : DType.values()) {
            all.put("astype(" + dtype + ")", a -> a.astype(dtype));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("kindsAndSeeds")
    void reductionsOfAViewGiveTheSameAsOfItsCopy(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        Map<String, UnaryOperator<NDArray>> operations = new LinkedHashMap<>();
        operations.put("sum", NDArray::sum);
        operations.put("mean", NDArray::mean);
        operations.put("max", NDArray::max);
        operations.put("min", NDArray::min);
        operations.put("argmax", NDArray::argmax);
        operations.put("argmin", NDArray::argmin);
        operations.put("any", NDArray::any);
        operations.put("all", NDArray::all);
        for (int axis = -shape.ndim(); axis < shape.ndim(); axis++) {
            int along = axis;
            for (boolean keepDims : new boolean[] {false, true}) {
                String arguments = "(" + axis + ", " + keepDims + ")";
                operations.put("sum" + arguments, a -> a.sum(along, keepDims));
                operations.put("mean" + arguments, a -> a.mean(along, keepDims));
                operations.put("max" + arguments, a -> a.max(along, keepDims));
                operations.put("min" + arguments, a -> a.min(along, keepDims));
                operations.put("any" + arguments, a -> a.any(along, keepDims));
                operations.put("all" + arguments, a -> a.all(along, keepDims));
                operations.put("argmax" + arguments, a -> a.argmax(along, keepDims));
                operations.put("argmin" + arguments, a -> a.argmin(along, keepDims));
            }
        }
        for (DType dtype : DType.values()) {
            // All sums of these elements are exact in every order, so no tolerance is needed.
            checkAll(operations, kind.array(dtype, shape, random), 0);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("kindsAndSeeds")
    void productsAndVariancesOfAViewGiveTheSameAsOfItsCopy(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        Map<String, UnaryOperator<NDArray>> operations = new LinkedHashMap<>();
        if (shape.size() <= 40) {
            operations.put("prod", NDArray::prod);
            operations.put("var", NDArray::var);
            operations.put("std", NDArray::std);
        }
        for (int axis = 0; axis < shape.ndim(); axis++) {
            int along = axis;
            operations.put("var(" + axis + ")", a -> a.var(along));
            operations.put("std(" + axis + ")", a -> a.std(along));
            operations.put("prod(" + axis + ")", a -> a.prod(along));
            operations.put("prod(" + axis + ", true)", a -> a.prod(along, true));
        }
        for (DType dtype : DType.values()) {
            checkAll(operations, kind.array(dtype, shape, random), tolerance(dtype));
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("kindsAndSeeds")
    void shapesAndIndicesOfAViewGiveTheSameAsOfItsCopy(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        Map<String, UnaryOperator<NDArray>> operations = new LinkedHashMap<>();
        operations.put("copy", NDArray::copy);
        operations.put("flatten", NDArray::flatten);
        operations.put("ravel", NDArray::ravel);
        operations.put("pad", a -> a.pad(onBothSides(shape)));
        operations.put("transpose", NDArray::transpose);
        operations.put("squeeze", NDArray::squeeze);
        operations.put("reshape(-1)", a -> a.reshape(-1));
        operations.put("reshape to the transpose's", a -> a.reshape(reversed(shape)));
        operations.put("reshape with even halves", a -> a.reshape(halved(shape)));
        operations.put("broadcastTo", a -> a.broadcastTo(Shape.of(prepended(2, shape))));
        operations.put("get(mask)", a -> a.get(a.gt(0)));
        operations.put("get(mask of none)", a -> a.get(a.gt(1000)));
        for (int i = 0; i < 12; i++) {
            Index[] index = RandomIndex.of(shape, random);
            operations.put("get" + Arrays.toString(index), a -> a.get(index));
        }
        for (int axis = 0; axis < shape.ndim(); axis++) {
            int along = axis;
            operations.put("expandDims(" + axis + ")", a -> a.expandDims(along));
            operations.put("stack(" + axis + ")", a -> NDArray.stack(along, a, a));
            operations.put("concatenate(" + axis + ")", a -> NDArray.concatenate(along, a, a));
        }
        for (DType dtype : DType.values()) {
            checkAll(operations, kind.array(dtype, shape, random), 0);
        }
    }

    /** Returns widths of 1 before and 2 after each axis. */
    private static int[][] onBothSides(Shape shape) {
        int[][] widths = new int[shape.ndim()][];
        Arrays.fill(widths, new int[] {1, 2});
        return widths;
    }

    private static int[] reversed(Shape shape) {
        int[] lengths = shape.toArray();
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = shape.get(lengths.length - 1 - i);
        }
        return lengths;
    }

    /** Splits each axis of even length in two. */
    private static int[] halved(Shape shape) {
        return Arrays.stream(shape.toArray())
                .flatMap(n -> Arrays.stream(n % 2 == 0 ? new int[] {2, n / 2} : new int[] {n}))
                .toArray();
    }

    private static int[] prepended(int length, Shape shape) {
        int[] lengths = new int[shape.ndim() + 1];
        lengths[0] = length;
        System.arraycopy(shape.toArray(), 0, lengths, 1, shape.ndim());
        return lengths;
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("kindsAndSeeds")
    void operationsOfTwoViewsGiveTheSameAsOfCopies(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        for (DType dtype : DType.values()) {
            NDArray view = kind.array(dtype, shape, random);
            NDArray other = any(ViewKind.values(), random)
                    .array(any(DType.values(), random), broadcastable(shape, random), random);
            NDArray copy = ViewKind.contiguous(view);
            NDArray otherCopy = ViewKind.contiguous(other);
            binaryOperations().forEach((name, operation) -> {
                Supplier<String> described = () -> "%s of %s %s and %s %s"
                        .formatted(name, view.dtype(), view.layout(), other.dtype(), other.layout());
                check(described, 0, () -> operation.apply(view, other), () -> operation.apply(copy, otherCopy));
                check(described, 0, () -> operation.apply(other, view), () -> operation.apply(otherCopy, copy));
            });
        }
    }

    private static Map<String, BinaryOperator<NDArray>> binaryOperations() {
        Map<String, BinaryOperator<NDArray>> all = new LinkedHashMap<>();
        all.put("add", NDArray::add);
        all.put("sub", NDArray::sub);
        all.put("mul", NDArray::mul);
        all.put("div", NDArray::div);
        all.put("pow", (a, b) -> a.pow(b.abs()));
        all.put("maximum", NDArray::maximum);
        all.put("minimum", NDArray::minimum);
        all.put("gt", NDArray::gt);
        all.put("ge", NDArray::ge);
        all.put("lt", NDArray::lt);
        all.put("le", NDArray::le);
        all.put("eq", NDArray::eq);
        all.put("ne", NDArray::ne);
        all.put("and", NDArray::and);
        all.put("or", NDArray::or);
        all.put("allClose", (a, b) -> NDArray.scalar(a.allClose(b, 0.1, 0.1)));
        return all;
    }

    /** Returns a shape that can be broadcast against the given one: axes are left out in front or have length 1. */
    private static Shape broadcastable(Shape shape, Random random) {
        int[] lengths = shape.toArray();
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = random.nextInt(4) == 0 ? 1 : lengths[axis];
        }
        int from = random.nextInt(3) == 0 && lengths.length > 0 ? random.nextInt(lengths.length) : 0;
        return Shape.of(Arrays.copyOfRange(lengths, from, lengths.length));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("kindsAndSeeds")
    void dotProductsOfViewsGiveTheSameAsOfCopies(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        for (DType dtype : DType.values()) {
            NDArray view = kind.array(dtype, shape, random);
            NDArray other = any(ViewKind.values(), random)
                    .array(any(DType.values(), random), rightOperand(shape, random), random);
            NDArray copy = ViewKind.contiguous(view);
            NDArray otherCopy = ViewKind.contiguous(other);
            Supplier<String> described = () ->
                    "dot of %s %s and %s %s".formatted(view.dtype(), view.layout(), other.dtype(), other.layout());
            check(described, 0, () -> view.dot(other), () -> copy.dot(otherCopy));
        }
    }

    /** Returns a shape of up to four axes by which a left operand can be multiplied. */
    private static Shape rightOperand(Shape left, Random random) {
        int[] lengths = new int[left.ndim() == 0 ? random.nextInt(3) : 1 + random.nextInt(3)];
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
        }
        if (left.ndim() > 0) {
            lengths[Math.max(lengths.length - 2, 0)] = left.get(-1);
        }
        return Shape.of(lengths);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("kindsAndSeeds")
    void javaArraysEqualityAndHashCodeOfAViewAreThoseOfACopy(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        for (DType dtype : DType.values()) {
            NDArray view = kind.array(dtype, shape, random);
            NDArray copy = ViewKind.contiguous(view);
            assertThat(view.equals(copy)).as(() -> view.layout().toString()).isTrue();
            assertThat(view.hashCode()).as(() -> view.layout().toString()).isEqualTo(copy.hashCode());
            Object elements = switch (dtype) {
                case BOOL -> view.toBooleanArray();
                case UINT8 -> view.toByteArray();
                case INT64 -> view.toLongArray();
                case FLOAT32 -> view.toFloatArray();
                case FLOAT64 -> view.toDoubleArray();
            };
            assertThat(elements)
                    .as(() -> view.layout().toString())
                    .isEqualTo(copy.storage().values());
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("writableKindsAndSeeds")
    void writesReachTheElementsOfTheViewAndNoOthers(ViewKind kind, long seed) {
        Random random = new Random(seed);
        Shape shape = ViewKind.randomShape(random);
        for (DType dtype : DType.values()) {
            writes(shape, random).forEach((name, write) -> {
                NDArray view = kind.array(dtype, shape, random);
                Supplier<String> described = () -> "%s to %s %s".formatted(name, dtype, view.layout());
                NDArray memory = wholeMemory(view).copy();
                NDArray expected = ViewKind.contiguous(view);
                Object error = errorOf(() -> write.accept(view));
                assertThat(error).as(described).isEqualTo(errorOf(() -> write.accept(expected)));
                NDArrayAssert.assertThat(view).as(described).isEqualTo(expected);
                Set<Integer> own = positions(view);
                NDArray after = wholeMemory(view);
                int[] changedOutside = IntStream.range(0, after.size())
                        .filter(i -> !own.contains(i) && after.getDouble(i) != memory.getDouble(i))
                        .toArray();
                assertThat(changedOutside)
                        .as(() -> "positions changed outside of the view: " + described.get())
                        .isEmpty();
            });
        }
    }

    private static Map<String, Consumer<NDArray>> writes(Shape shape, Random random) {
        Map<String, Consumer<NDArray>> all = new LinkedHashMap<>();
        NDArray other = any(ViewKind.values(), random).array(any(DType.values(), random), shape, random);
        all.put("fill(1)", a -> a.fill(1));
        all.put("fill(2.75)", a -> a.fill(2.75));
        all.put("addi(3)", a -> a.addi(3));
        all.put("subi(0.5)", a -> a.subi(0.5));
        all.put("muli(2)", a -> a.muli(2));
        all.put("divi(4)", a -> a.divi(4));
        all.put("addi(array)", a -> a.addi(other));
        all.put("subi(array)", a -> a.subi(other));
        all.put("muli(array)", a -> a.muli(other));
        all.put("divi(array)", a -> a.divi(other));
        all.put("addi(itself)", a -> a.addi(a));
        all.put("sub into", a -> other.sub(other, a));
        all.put("sqrt into", a -> other.abs().sqrt(a));
        all.put("set of all", a -> a.at(Index.ellipsis()).set(other));
        all.put("set by mask", a -> a.at(a.gt(0)).set(1));
        for (int i = 0; i < 6; i++) {
            Index[] index = RandomIndex.of(shape, random);
            String text = Arrays.toString(index);
            all.put("set(5) at " + text, a -> a.at(index).set(5));
            all.put("addi(1) at " + text, a -> a.at(index).addi(1));
            all.put("subi(0.5) at " + text, a -> a.at(index).subi(0.5));
            all.put("divi of itself at " + text, a -> a.at(index).divi(a.get(index)));
            all.put("muli of itself at " + text, a -> a.at(index).muli(a.get(index)));
        }
        return all;
    }

    private static NDArray wholeMemory(NDArray view) {
        return view.withLayout(Layout.contiguous(view.storage().length()));
    }

    private static Set<Integer> positions(NDArray view) {
        Set<Integer> positions = new HashSet<>();
        for (int[] index : view.indices()) {
            positions.add(view.layout().position(index));
        }
        return positions;
    }

    private static void checkAll(Map<String, UnaryOperator<NDArray>> operations, NDArray view, double tolerance) {
        NDArray copy = ViewKind.contiguous(view);
        operations.forEach((name, operation) -> check(
                () -> "%s of %s %s".formatted(name, view.dtype(), view.layout()),
                tolerance,
                () -> operation.apply(view),
                () -> operation.apply(copy)));
    }

    /** An operation that returns an array or throws an error. */
    @FunctionalInterface
    private interface Computation {
        NDArray run();
    }

    /** Checks that both return the same array or throw the same error. */
    private static void check(Supplier<String> described, double tolerance, Computation actual, Computation expected) {
        List<NDArray> results = new ArrayList<>();
        Object error = errorOf(() -> results.add(actual.run()));
        Object expectedError = errorOf(() -> results.add(expected.run()));
        assertThat(error).as(described).isEqualTo(expectedError);
        if (error != null) {
            return;
        }
        NDArray result = results.get(0);
        NDArray wanted = results.get(1);
        if (tolerance == 0) {
            NDArrayAssert.assertThat(result).as(described).isEqualTo(wanted);
        } else {
            NDArrayAssert.assertThat(result)
                    .as(described)
                    .hasDType(wanted.dtype())
                    .isCloseTo(wanted, tolerance);
        }
    }

    private static String errorOf(Runnable action) {
        try {
            action.run();
            return null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | UnsupportedOperationException e) {
            return e.toString();
        }
    }

    /** Returns a few units in the last place, for library functions, and products whose order follows the memory. */
    private static double tolerance(DType dtype) {
        return dtype == DType.FLOAT32 ? 1e-5 : 1e-13;
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
