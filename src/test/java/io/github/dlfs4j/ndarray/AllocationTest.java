package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;

import java.util.ArrayList;
import java.util.List;

import java.util.concurrent.Callable;
import java.util.stream.Stream;


import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operations allocate besides their results, as the documentation of {@link NDArray} has it. */
class AllocationTest {
    private static final int ROWS = 500;
    private static final int COLUMNS = 400;

    private static final RandomState RANDOM = new RandomState(1);
    private static final NDArray MATRIX = RANDOM.rand(ROWS, COLUMNS);
    private static final NDArray SINGLE = MATRIX.astype(DType.FLOAT32);
    private static final NDArray BYTES = MATRIX.mul(255).astype(DType.UINT8);
    private static final NDArray LONGS = BYTES.astype(DType.INT64);
    private static final NDArray ROW = RANDOM.rand(COLUMNS);
    private static final NDArray MASK = MATRIX.gt(0.5);
    private static final NDArray POSITIONS = RANDOM.randint(0, ROWS, 2 * ROWS);

    private record Case(String name, Callable<NDArray> operation) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (NDArray a : List.of(MATRIX, SINGLE, BYTES, LONGS, MATRIX.transpose(), MATRIX.get(Index.all(), Index.range(null, null, 2)))) {
            String name = a.dtype() + " " + a.shape() + " ";
            cases.add(new Case(name + "add", () -> a.add(a)));
            cases.add(new Case(name + "mul 3", () -> a.mul(3)));
            cases.add(new Case(name + "div 2.5", () -> a.div(2.5)));
            cases.add(new Case(name + "pow 2", () -> a.pow(2)));
            cases.add(new Case(name + "pow 3.3", () -> a.pow(3.3)));
            cases.add(new Case(name + "neg", a::neg));
            cases.add(new Case(name + "abs", a::abs));
            cases.add(new Case(name + "sqrt", a::sqrt));
            cases.add(new Case(name + "exp", a::exp));
            cases.add(new Case(name + "sin", a::sin));
            cases.add(new Case(name + "tanh", a::tanh));
            cases.add(new Case(name + "gt", () -> a.gt(1)));
            cases.add(new Case(name + "clip", () -> a.clip(0, 1)));
            cases.add(new Case(name + "maximum", () -> a.maximum(1)));
            cases.add(new Case(name + "where", () -> NDArray.where(a.ndim() == 2 ? MASK.get(0, 0) : MASK, a, 0L)));
            cases.add(new Case(name + "sum", a::sum));
            cases.add(new Case(name + "sum 0", () -> a.sum(0)));
            cases.add(new Case(name + "sum 1", () -> a.sum(1)));
            cases.add(new Case(name + "mean 0", () -> a.mean(0)));
            cases.add(new Case(name + "max", a::max));
            cases.add(new Case(name + "max 1", () -> a.max(1)));
            cases.add(new Case(name + "argmax", a::argmax));
            cases.add(new Case(name + "argmax 0", () -> a.argmax(0)));
            cases.add(new Case(name + "argmax 1", () -> a.argmax(1)));
            cases.add(new Case(name + "var", a::var));
            cases.add(new Case(name + "std 0", () -> a.std(0)));
            cases.add(new Case(name + "copy", a::copy));
            cases.add(new Case(name + "flatten", a::flatten));
            cases.add(new Case(name + "float32", () -> a.astype(DType.FLOAT32)));
            cases.add(new Case(name + "int64", () -> a.astype(DType.INT64)));
            cases.add(new Case(name + "slice", () -> a.get(Index.range(1, 100))));
            cases.add(new Case(name + "rows", () -> a.get(POSITIONS.mul(2).clip(0L, (long) a.shape(0) - 1))));
            cases.add(new Case(name + "pad", () -> a.pad(new int[][] {{1, 1}, {2, 2}})));
            cases.add(new Case(name + "stack", () -> NDArray.stack(0, a, a)));
            cases.add(new Case(name + "concatenate", () -> NDArray.concatenate(1, a, a)));
            cases.add(new Case(name + "addi", () -> a.addi(0)));
            cases.add(new Case(name + "set", () -> { a.at(Index.range(0, 100)).set(1); return NDArray.scalar(1L); }));
            cases.add(new Case(name + "eq", () -> NDArray.scalar(a.equals(a))));
        }
        cases.add(new Case("broadcast add", () -> MATRIX.add(ROW)));
        cases.add(new Case("mixed add", () -> MATRIX.add(SINGLE)));
        cases.add(new Case("mixed mul", () -> BYTES.mul(SINGLE)));
        cases.add(new Case("mask", () -> MATRIX.get(MASK)));
        cases.add(new Case("pairs", () -> MATRIX.get(NDArray.arange(ROWS), NDArray.arange(ROWS).clip(0L, 300L))));
        cases.add(new Case("and", () -> MASK.and(MASK)));
        cases.add(new Case("any", MASK::any));
        cases.add(new Case("sum of bool", MASK::sum));
        cases.add(new Case("dot", () -> MATRIX.dot(MATRIX.transpose())));
        cases.add(new Case("dot T", () -> MATRIX.transpose().dot(MATRIX)));
        cases.add(new Case("dot float", () -> SINGLE.dot(SINGLE.transpose())));
        cases.add(new Case("dot long", () -> LONGS.dot(LONGS.transpose())));
        cases.add(new Case("dot vector", () -> MATRIX.dot(ROW)));
        cases.add(new Case("mask set", () -> { MATRIX.at(MASK).set(0.7); return NDArray.scalar(1L); }));
        cases.add(new Case("rows addi", () -> { MATRIX.at(POSITIONS).addi(0.7); return NDArray.scalar(1L); }));
        cases.add(new Case("softmax", () -> Activations.softmax(MATRIX)));
        cases.add(new Case("sigmoid", () -> Activations.sigmoid(MATRIX)));
        cases.add(new Case("zeros", () -> NDArray.zeros(ROWS, COLUMNS)));
        cases.add(new Case("linspace", () -> NDArray.linspace(0, 1, 100_000)));
        cases.add(new Case("arange", () -> NDArray.arange(0, 1, 1e-5)));
        cases.add(new Case("rand", () -> RANDOM.rand(ROWS, COLUMNS)));
        cases.add(new Case("randn", () -> RANDOM.randn(ROWS, COLUMNS)));
        cases.add(new Case("choice", () -> RANDOM.choice(60_000, 100)));
        cases.add(new Case("permutation", () -> RANDOM.permutation(60_000)));
        cases.add(new Case("allClose", () -> NDArray.scalar(MATRIX.allClose(MATRIX, 1, 1))));
        cases.add(new Case("toString", () -> NDArray.scalar((long) MATRIX.toString().length())));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void measure(Case c) throws Exception {
        NDArray result = c.operation().call();
        long bytes = Usage.of(c.operation()).bytes();
        long own = (long) result.size() * result.dtype().itemSize();
        System.out.printf("%-40s %9d result, %9d besides, %.2f%n", c, own, bytes - own, (double) bytes / own);
    }
}
