package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.Usage;
import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.ndarray.sorting.Sets;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import io.github.dlfs4j.ndarray.statistics.NaNStatistics;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Besides their results, operations allocate no more than the documentation of {@link NDArray} says. */
@BothKernels
class AllocationTest {
    private static final int ROWS = 500;
    private static final int COLUMNS = 400;
    private static final int ELEMENTS = ROWS * COLUMNS;
    private static final int BLOCKS = 256 << 10;

    private static final RandomState RANDOM = new RandomState(1);
    private static final NDArray MATRIX = RANDOM.rand(ROWS, COLUMNS);
    private static final NDArray SINGLE = MATRIX.astype(DType.FLOAT32);
    private static final NDArray BYTES = MATRIX.mul(255).astype(DType.UINT8);
    private static final NDArray LONGS = BYTES.astype(DType.INT64);
    private static final NDArray ROW = RANDOM.rand(COLUMNS);
    private static final NDArray MASK = MATRIX.gt(0.5);
    private static final NDArray POSITIONS = RANDOM.randint(0, COLUMNS, 2 * ROWS);

    @BeforeAll
    static void onlyWithThePlainKernel() {
        assumeTrue(NDArray.kernel().equals("plain"), "a vector is an object until its loop is compiled");
    }

    /** An operation, with the number of elements of its operands. */
    private record Case(String name, int elements, Callable<NDArray> operation) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Cases {
        private final List<Case> cases = new ArrayList<>();
        private final List<Case> largeProducts = new ArrayList<>();

        void add(String name, int elements, Callable<NDArray> operation) {
            cases.add(new Case(name, elements, operation));
        }

        /** Adds a product of some hundred million multiplications, which are slow with integers. */
        void addLargeProduct(String name, int elements, Callable<NDArray> operation) {
            largeProducts.add(new Case(name, elements, operation));
        }

        /** Adds an operation whose result is not an array. */
        void addVoid(String name, int elements, Runnable operation) {
            NDArray nothing = NDArray.zeros(0);
            add(name, elements, () -> {
                operation.run();
                return nothing;
            });
        }
    }

    private static Stream<Case> cases() {
        return allCases().cases.stream();
    }

    private static Stream<Case> largeProducts() {
        return allCases().largeProducts.stream();
    }

    private static Cases allCases() {
        Cases cases = new Cases();
        NDArray everySecond = MATRIX.get(Index.all(), Index.range(null, null, 2));
        for (NDArray a : List.of(MATRIX, SINGLE, BYTES, LONGS, MATRIX.transpose(), everySecond)) {
            addOfEach(cases, a.dtype() + " " + a.shape() + ": ", a);
        }
        addOfSome(cases);
        return cases;
    }

    private static void addOfEach(Cases cases, String name, NDArray a) {
        NDArray truth = a.gt(1);
        NDArray same = a.transpose().transpose();
        cases.add(name + "add", a.size(), () -> a.add(a));
        cases.add(name + "mul 3", a.size(), () -> a.mul(3));
        cases.add(name + "div 2.5", a.size(), () -> a.div(2.5));
        cases.add(name + "pow 2", a.size(), () -> a.pow(2));
        cases.add(name + "pow 3.3", a.size(), () -> a.pow(3.3));
        cases.add(name + "neg", a.size(), a::neg);
        cases.add(name + "abs", a.size(), a::abs);
        cases.add(name + "sqrt", a.size(), a::sqrt);
        cases.add(name + "exp", a.size(), a::exp);
        cases.add(name + "sin", a.size(), a::sin);
        cases.add(name + "tanh", a.size(), a::tanh);
        cases.add(name + "gt", a.size(), () -> a.gt(1));
        cases.add(name + "clip", a.size(), () -> a.clip(0, 1));
        cases.add(name + "maximum", a.size(), () -> a.maximum(1));
        cases.add(name + "where", a.size(), () -> NDArray.where(truth, a, 0L));
        cases.add(name + "sum", a.size(), a::sum);
        cases.add(name + "sum 0", a.size(), () -> a.sum(0));
        cases.add(name + "sum 1", a.size(), () -> a.sum(1));
        cases.add(name + "mean 0", a.size(), () -> a.mean(0));
        cases.add(name + "max", a.size(), a::max);
        cases.add(name + "max 1", a.size(), () -> a.max(1));
        cases.add(name + "argmax", a.size(), a::argmax);
        cases.add(name + "argmax 0", a.size(), () -> a.argmax(0));
        cases.add(name + "argmax 1", a.size(), () -> a.argmax(1));
        cases.add(name + "var", a.size(), a::var);
        cases.add(name + "std 0", a.size(), () -> a.std(0));
        cases.add(name + "copy", a.size(), a::copy);
        cases.add(name + "flatten", a.size(), a::flatten);
        cases.add(name + "float32", a.size(), () -> a.astype(DType.FLOAT32));
        cases.add(name + "int64", a.size(), () -> a.astype(DType.INT64));
        cases.add(name + "slice", a.size(), () -> a.get(Index.range(1, 100)));
        cases.add(name + "rows", a.size(), () -> a.get(POSITIONS));
        cases.add(name + "pad", a.size(), () -> a.pad(new int[][] {{1, 1}, {2, 2}}));
        cases.add(name + "stack", a.size(), () -> NDArray.stack(0, a, a));
        cases.add(name + "concatenate", a.size(), () -> NDArray.concatenate(1, a, a));
        cases.add(name + "addi", a.size(), () -> a.addi(0));
        cases.addVoid(name + "set", a.size(), () -> a.at(Index.range(0, 100)).set(1));
        cases.add(name + "eq", a.size(), () -> NDArray.scalar(a.equals(same)));
    }

    private static void addOfSome(Cases cases) {
        NDArray copy = MATRIX.copy();
        cases.add("broadcast add", ELEMENTS, () -> MATRIX.add(ROW));
        cases.add("mixed add", ELEMENTS, () -> MATRIX.add(SINGLE));
        cases.add("mixed mul", ELEMENTS, () -> BYTES.mul(SINGLE));
        cases.add("mask", ELEMENTS, () -> MATRIX.get(MASK));
        cases.add(
                "pairs",
                ELEMENTS,
                () -> MATRIX.get(NDArray.arange(ROWS), NDArray.arange(ROWS).clip(0L, 300L)));
        cases.add("and", ELEMENTS, () -> MASK.and(MASK));
        cases.add("arctan", ELEMENTS, () -> MathFunctions.arctan(MATRIX));
        cases.add("arctan float", ELEMENTS, () -> MathFunctions.arctan(SINGLE));
        cases.add("remainder", ELEMENTS, () -> MathFunctions.remainder(MATRIX, ROW));
        cases.add("round", ELEMENTS, () -> MATRIX.round(2));
        cases.add("round to tens", ELEMENTS, () -> LONGS.round(-1));
        cases.add("isFinite", ELEMENTS, () -> Logic.isFinite(MATRIX));
        cases.add("isClose", ELEMENTS, () -> Logic.isClose(MATRIX, ROW));
        cases.add("left shift", ELEMENTS, () -> BitOperations.leftShift(LONGS, 3));
        cases.add("any", ELEMENTS, MASK::any);
        cases.add("sum of bool", ELEMENTS, MASK::sum);
        cases.add("dot", ELEMENTS, () -> MATRIX.dot(MATRIX.transpose()));
        cases.add("dot T", ELEMENTS, () -> MATRIX.transpose().dot(MATRIX));
        cases.add("dot float", ELEMENTS, () -> SINGLE.dot(SINGLE.transpose()));
        cases.addLargeProduct("dot long", ELEMENTS, () -> LONGS.dot(LONGS.transpose()));
        cases.add("dot vector", ELEMENTS, () -> MATRIX.dot(ROW));
        cases.addVoid("mask set", ELEMENTS, () -> copy.at(MASK).set(0.7));
        cases.addVoid("rows addi", 2 * ROWS * COLUMNS, () -> copy.at(POSITIONS).addi(0.7));
        cases.add("allClose", ELEMENTS, () -> NDArray.scalar(MATRIX.allClose(MATRIX, 1, 1)));

        addOfNarrowTypes(cases);
        cases.add("zeros", 0, () -> NDArray.zeros(ROWS, COLUMNS));
        cases.add("linspace", 0, () -> NDArray.linspace(0, 1, ELEMENTS));
        cases.add("arange", 0, () -> NDArray.arange(0, 1, 1.0 / ELEMENTS));
        cases.add("rand", 0, () -> RANDOM.rand(ROWS, COLUMNS));
        cases.add("randn", 0, () -> RANDOM.randn(ROWS, COLUMNS));
        cases.add("permutation", 0, () -> RANDOM.permutation(60_000));
        cases.add("choice without replacement", 60_000, () -> RANDOM.choice(60_000, 100, false));
        cases.add(
                "toString",
                ELEMENTS,
                () -> NDArray.scalar((long) MATRIX.toString().length()));
    }

    /** Adds operations that compute in a wider type than their operands have or use lists of positions. */
    private static void addOfNarrowTypes(Cases cases) {
        NDArray bytes = BYTES.ravel();
        NDArray longs = LONGS.ravel();
        for (NDArray a : List.of(BYTES, MASK, LONGS, SINGLE)) {
            NDArray square = a.get(Index.to(COLUMNS));
            NDArray few = a.get(Index.to(200), Index.to(200));
            NDArray cube = a.reshape(5, 100, COLUMNS).transpose(1, 0, 2);
            NDArray thin = a.reshape(1, -1);
            String name = a.dtype() + " ";
            cases.addLargeProduct(name + "dot", ELEMENTS, () -> a.dot(a.transpose()));
            cases.addLargeProduct(name + "square dot", square.size(), () -> square.dot(square));
            cases.add(name + "few dot", few.size(), () -> few.dot(few));
            cases.addLargeProduct(
                    name + "transposed dot",
                    square.size(),
                    () -> square.transpose().dot(square));
            cases.addLargeProduct(name + "cube dot", ELEMENTS, () -> cube.dot(cube.transpose(0, 2, 1)));
            cases.add(
                    name + "cubes dot",
                    ELEMENTS,
                    () -> cube.dot(
                            LONGS.reshape(50, 10, COLUMNS).transpose(1, 2, 0).get(Index.to(2))));
            cases.add(name + "row dot", ELEMENTS, () -> a.get(0).dot(a.transpose()));
            cases.add(name + "thin dot", ELEMENTS, () -> thin.dot(thin.transpose()));
            cases.add(name + "dot float64", ELEMENTS, () -> a.dot(MATRIX.transpose()));
            cases.addLargeProduct(name + "dot int64", ELEMENTS, () -> LONGS.dot(a.transpose()));
            cases.add(name + "max of one row", ELEMENTS, () -> thin.max(0));
            cases.add(name + "any of one row", ELEMENTS, () -> thin.any(0));
            cases.add(name + "permutation", ELEMENTS, () -> RANDOM.permutation(a.ravel()));
            cases.add(name + "permutation of rows", ELEMENTS, () -> RANDOM.permutation(a));
            cases.add(name + "allClose", ELEMENTS, () -> NDArray.scalar(a.allClose(LONGS, 1, 1e9)));
            cases.add(
                    name + "allClose T",
                    ELEMENTS,
                    () -> NDArray.scalar(BYTES.transpose().allClose(a.transpose(), 1, 1e9)));
            cases.add(name + "get bytes", ELEMENTS, () -> a.ravel().get(bytes));
            cases.add(name + "get longs", ELEMENTS, () -> a.ravel().get(longs));
            cases.add(name + "get bytes T", ELEMENTS, () -> a.ravel().get(BYTES.transpose()));
            cases.add(name + "get pairs", ELEMENTS, () -> a.get(BYTES, LONGS));
            cases.add(
                    name + "get outer",
                    ELEMENTS,
                    () -> a.get(NDArray.arange(ROWS).reshape(ROWS, 1), NDArray.arange(COLUMNS)));
            cases.add(name + "take", ELEMENTS, () -> a.ravel().take(bytes, 0));
            cases.add(name + "column", ELEMENTS, () -> a.transpose().get(NDArray.of(0, 1)));
            if (a.dtype() != DType.INT64) {
                cases.addVoid(name + "toDoubleArray", ELEMENTS, a::toDoubleArray);
            }
            if (!a.dtype().isFloating()) {
                cases.addVoid(name + "toIntArray", ELEMENTS, a::toIntArray);
            }
        }
        NDArray target = MATRIX.copy();
        NDArray values = MATRIX.get(MASK);
        cases.addVoid("mask set to an array", ELEMENTS, () -> target.at(MASK).set(values));
        cases.addVoid(
                "positions set to an array",
                ELEMENTS,
                () -> target.ravel().at(bytes).set(MATRIX.ravel()));
        NDArray cube = NDArray.zeros(halves()).transpose();
        cases.add("positions on many axes", cube.size(), () -> cube.get(NDArray.of(0, 1)));
        cases.add("roundToFloat16", ELEMENTS, MATRIX::roundToFloat16);
        cases.add("roundToFloat16 of float32", ELEMENTS, SINGLE::roundToFloat16);
        cases.add("clip", ELEMENTS, () -> MATRIX.clip(0, 1));
        cases.add("std of one row", ELEMENTS, () -> MATRIX.reshape(1, -1).std(0));
        cases.add("std of one column", ELEMENTS, () -> LONGS.reshape(-1, 1).std(1));
        for (NDArray a : List.of(BYTES, MASK, LONGS, SINGLE, MATRIX)) {
            String name = a.dtype() + " ";
            NDArray column = a.reshape(-1, 1);
            NDArray row = a.reshape(1, -1);
            cases.add(name + "var of one row", ELEMENTS, () -> row.var(0));
            cases.add(name + "var of one column", ELEMENTS, () -> column.var(1));
            cases.add(name + "roundToFloat16", ELEMENTS, a::roundToFloat16);
            if (a.dtype() != DType.BOOL) {
                cases.add(name + "softmax of one column", ELEMENTS, column::softmax);
            }
            for (NDArray b : List.of(BYTES, MASK, LONGS, SINGLE, MATRIX)) {
                NDArray left = a.ravel();
                NDArray right = b.ravel();
                Index everySecond = Index.range(null, null, 2);
                String names = name + b.dtype() + " ";
                cases.add(names + "dot of vectors", ELEMENTS, () -> left.dot(right));
                cases.add(names + "dot of a column", ELEMENTS, () -> left.dot(b.reshape(-1, 1)));
                cases.add(
                        names + "dot of steps",
                        ELEMENTS / 2,
                        () -> left.get(everySecond).dot(right.get(everySecond)));
                cases.add(
                        names + "dot of two columns",
                        ELEMENTS,
                        () -> left.reshape(2, -1).dot(right.reshape(-1, 2)));
            }
        }
        cases.add("clip to arrays", ELEMENTS, () -> BYTES.clip(ROW, ROW.add(1)));
    }

    private static int[] halves() {
        int[] shape = new int[17];
        Arrays.fill(shape, 2);
        return shape;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOperationAllocatesAtMostTwoArraysBesidesItsResult(Case of) throws Exception {
        // The first call also loads classes.
        NDArray result = of.operation().call();
        long bytes = Usage.of(of.operation()).bytes();
        int largest = Math.max(of.elements(), result.size());
        assertThat(bytes - bytesOf(result)).isLessThan(2L * Double.BYTES * largest + BLOCKS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("largeProducts")
    void aLargeProductAllocatesAtMostTwoArraysBesidesItsResult(Case of) throws Exception {
        anOperationAllocatesAtMostTwoArraysBesidesItsResult(of);
    }

    private static Stream<Case> sortingCases() {
        Cases cases = new Cases();
        for (NDArray a : List.of(MATRIX, SINGLE, BYTES, LONGS, MATRIX.transpose())) {
            String name = a.dtype() + " " + a.shape() + ": ";
            NDArray line = a.ravel();
            cases.add(name + "sort", a.size(), () -> NDArray.sort(a, 1));
            cases.add(name + "sort line", a.size(), () -> NDArray.sort(line));
            cases.add(name + "argsort", a.size(), () -> a.argsort(0));
            cases.add(name + "argsort line", a.size(), line::argsort);
            cases.add(name + "nonzero", a.size(), () -> Sorting.argwhere(a));
            cases.add(name + "cumsum", a.size(), () -> a.cumsum(0));
            cases.add(name + "sum over axes", a.size(), () -> a.sum(ReductionOptions.axes(0, 1)));
            cases.add(name + "unique", a.size(), () -> Sets.unique(a));
            cases.add(name + "isin", a.size(), () -> Sets.isin(a, a));
            cases.add(name + "median", a.size(), () -> Statistics.median(a, 0));
            cases.add(name + "percentile", a.size(), () -> Statistics.percentile(a, 30));
            cases.add(
                    name + "histogram",
                    a.size(),
                    () -> Statistics.histogram(a, 7).counts());
            cases.add(name + "nanmedian", a.size(), () -> NaNStatistics.nanmedian(a, 1));
            cases.add(name + "nanvar", a.size(), () -> NaNStatistics.nanvar(a, 1));
            cases.add(name + "gradient", a.size(), () -> Calculus.gradient(a, 1, 0));
            cases.add(name + "interp", a.size(), () -> Calculus.interp(a, NDArray.of(0, 1), NDArray.of(0, 1)));
        }
        return cases.cases.stream();
    }

    @ParameterizedTest
    @MethodSource("sortingCases")
    void sortingAllocatesAtMostSixArraysOfItsSizeBesidesItsResult(Case of) throws Exception {
        NDArray result = of.operation().call();
        long bytes = Usage.of(of.operation()).bytes();
        assertThat(bytes - bytesOf(result)).isLessThan(6L * Double.BYTES * of.elements() + BLOCKS);
    }

    @Test
    void aViewAllocatesNoElements() {
        Callable<NDArray> view = () -> MATRIX.transpose().get(Index.from(1)).reshape(COLUMNS - 1, ROWS, 1);
        // The first call also loads classes.
        Usage.of(view);
        assertThat(Usage.of(view).bytes()).isLessThan(10_000);
    }

    @Test
    void operationsInPlaceAndIntoAnArrayAllocateOnlyBlocks() {
        NDArray out = MATRIX.copy();
        for (Callable<NDArray> operation : List.<Callable<NDArray>>of(
                () -> out.addi(MATRIX),
                () -> out.muli(0.5),
                () -> MATRIX.add(ROW, out),
                () -> MATRIX.exp(out),
                () -> out.fill(1))) {
            Usage.of(operation);
            assertThat(Usage.of(operation).bytes()).isLessThan(BLOCKS);
        }
    }

    @Test
    void anActivationFunctionAllocatesAtMostOneArrayBesidesItsResult() throws Exception {
        for (NDArray x : List.of(MATRIX, SINGLE, MATRIX.transpose())) {
            for (Callable<NDArray> function : List.<Callable<NDArray>>of(
                    () -> Activations.step(x),
                    () -> Activations.sigmoid(x),
                    () -> Activations.relu(x),
                    () -> Activations.softmax(x),
                    () -> Activations.naiveSoftmax(x))) {
                NDArray result = function.call();
                assertThat(Usage.of(function).bytes()).isLessThan(2 * bytesOf(result) + BLOCKS);
            }
        }
    }

    @Test
    void anActivationFunctionIntoAnArrayAllocatesOnlyBlocks() {
        NDArray out = MATRIX.copy();
        for (Callable<NDArray> function : List.<Callable<NDArray>>of(
                () -> Activations.sigmoid(MATRIX, out), () -> Activations.softmax(MATRIX, out))) {
            Usage.of(function);
            assertThat(Usage.of(function).bytes()).isLessThan(BLOCKS);
        }
    }

    @Test
    void writingAFileAllocatesTheSizeOfItsArraysOnce(@TempDir Path folder) {
        Callable<?> write = () -> {
            Npy.write(folder.resolve("a.npy"), MATRIX);
            return null;
        };
        Usage.of(write);
        assertThat(Usage.of(write).bytes()).isLessThan(bytesOf(MATRIX) + BLOCKS);
    }

    @Test
    void readingAFileAllocatesTheSizeOfItsArraysOnce(@TempDir Path folder) throws Exception {
        Path npy = folder.resolve("a.npy");
        Path npz = folder.resolve("a.npz");
        Npy.write(npy, MATRIX);
        Npz.write(npz, Map.of("a", MATRIX, "b", SINGLE));
        Npy.read(npy);
        Npz.read(npz);
        assertThat(Usage.of(() -> Npy.read(npy)).bytes()).isLessThan(bytesOf(MATRIX) + BLOCKS);
        assertThat(Usage.of(() -> Npz.read(npz)).bytes()).isLessThan(bytesOf(MATRIX) + bytesOf(SINGLE) + 2 * BLOCKS);
    }

    private static long bytesOf(NDArray array) {
        return (long) array.size() * array.dtype().itemSize();
    }
}
