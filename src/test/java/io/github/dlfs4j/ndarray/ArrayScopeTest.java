package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // a scope is used by being open
class ArrayScopeTest {
    private static final String CLOSED =
            "the ArrayScope of this array is closed; keep() copies an array that must outlive it";

    private final NDArray outside = NDArray.arange(0.0, 6.0, 1.0).reshape(2, 3);

    @Test
    void theDocumentedExampleOfAScopeHolds() {
        NDArray x = NDArray.arange(0.0, 6.0, 1.0).reshape(2, 3);
        NDArray row = NDArray.of(0.5, 1, 2);
        NDArray sums;
        try (ArrayScope scope = ArrayScope.open()) {
            sums = x.add(row).mul(2).sum(0).keep();
        }
        assertThat(sums).hasToString("[ 8. 14. 22.]");
    }

    /** Operations that return a new array. */
    static Stream<UnaryOperator<NDArray>> operations() {
        return Stream.of(
                x -> x.add(1),
                NDArray::exp,
                x -> x.gt(2),
                x -> x.dot(x.transpose()),
                NDArray::sum,
                x -> x.sum(0),
                x -> x.argmax(1),
                NDArray::argmax,
                x -> x.get(x.gt(1)),
                x -> x.get(NDArray.of(1, 0)),
                NDArray::copy,
                x -> x.astype(DType.FLOAT32),
                x -> x.pad(new int[][] {{1, 1}, {0, 2}}),
                x -> NDArray.concatenate(0, x, x),
                x -> NDArray.where(x.gt(2), x, 0),
                x -> NDArray.zeros(3, 4),
                x -> NDArray.ones(2),
                x -> NDArray.full(DType.UINT8, 7, 5),
                x -> NDArray.full(DType.FLOAT32, 0.5, 5),
                x -> NDArray.arange(DType.FLOAT32, 0.5, 9, 1.5),
                x -> NDArray.of(new int[][][] {{{1, 2}, {3, 4}}}),
                x -> x.repeat(3, 1),
                x -> Manipulation.tile(x, 2, 3),
                x -> Manipulation.roll(x, 1, 1),
                x -> Manipulation.insert(x, Index.at(1), NDArray.scalar(8.0), 1),
                x -> Manipulation.insert(x, Index.of(NDArray.of(0, 2)), NDArray.of(8.0, 9.0), 1),
                x -> Creation.indices(3, 2),
                x -> Calculus.gradient(x, 1, 1),
                x -> Calculus.gradient(x, 1, 1, 2),
                x -> x.astype(DType.UINT8).dot(x.astype(DType.BOOL).transpose()),
                x -> new RandomState(0).uniform(1, 2, 4),
                x -> new RandomState(0).normal(1, 2, 4),
                x -> new RandomState(0).randint(0, 9, 4),
                x -> new RandomState(0).randint(DType.BOOL, 0, 2, 4),
                x -> new RandomState(0).permutation(7),
                x -> new RandomState(0).exponential(2, 3),
                x -> new RandomState(0).poisson(2, 3),
                x -> new RandomState(0).randn(3),
                NDArray::softmax);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aScopeEndsItsArraysOfAnySize(UnaryOperator<NDArray> operation) {
        NDArray expected = operation.apply(outside);
        NDArray ended;
        NDArray view;
        for (int step = 0; step < 3; step++) {
            try (ArrayScope scope = ArrayScope.open()) {
                NDArray.full(9.5, 2, 3);
                ended = operation.apply(outside);
                view = ended.reshape(-1);
                assertThat(ended).isEqualTo(expected);
            }
            assertEnded(ended);
            assertEnded(view);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyElementIsWrittenOverThoseOfTheLastScope(UnaryOperator<NDArray> operation) {
        NDArray expected = operation.apply(outside);
        try (ArrayScope scope = ArrayScope.open()) {
            for (int i = 0; i < 9; i++) {
                NDArray.full(expected.dtype(), 99, expected.size());
            }
        }
        try (ArrayScope scope = ArrayScope.open()) {
            assertThat(operation.apply(outside)).isEqualTo(expected);
        }
    }

    private static void assertEnded(NDArray array) {
        List<Supplier<Object>> uses = List.of(
                array::toString,
                array::copy,
                array::keep,
                () -> array.add(1),
                array::sum,
                () -> array.reshape(-1).getDouble(0),
                () -> array.fill(1),
                array::hashCode);
        for (Supplier<Object> use : uses) {
            assertThatIllegalStateException().isThrownBy(use::get).withMessage(CLOSED);
        }
    }

    @Test
    void aScopeGivesItsMemoryToTheNextOneCleared() {
        for (int step = 0; step < 3; step++) {
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(NDArray.zeros(1000).sum().asDouble()).isZero();
                NDArray.full(7.0, 1000);
                NDArray.zeros(1000).fill(3);
            }
        }
    }

    @Test
    void aScopeDoesNotEndArraysFromOutside() {
        NDArray view;
        try (ArrayScope scope = ArrayScope.open()) {
            view = outside.transpose().get(Index.at(1));
            outside.muli(2);
            outside.add(outside, outside);
        }
        assertThat(view).isEqualTo(NDArray.of(4.0, 16.0));
    }

    @Test
    void elementsAsJavaArraysOutliveTheirScope() {
        double[] doubles;
        try (ArrayScope scope = ArrayScope.open()) {
            doubles = outside.add(1).toDoubleArray();
        }
        try (ArrayScope scope = ArrayScope.open()) {
            outside.mul(-1);
        }
        assertThat(doubles).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void anInnerScopeEndsBeforeTheOuterOne() {
        try (ArrayScope outer = ArrayScope.open()) {
            NDArray first = outside.add(1);
            NDArray inner;
            try (ArrayScope scope = ArrayScope.open()) {
                inner = outside.add(2);
                assertThat(inner.sub(first)).isEqualTo(NDArray.ones(2, 3));
            }
            assertEnded(inner);
            NDArray second = outside.add(3);
            assertThat(second.sub(first)).isEqualTo(NDArray.full(2.0, 2, 3));
        }
    }

    @Test
    void aScopeClosesThoseThatWereLeftOpenInIt() {
        NDArray inner;
        try (ArrayScope outer = ArrayScope.open()) {
            ArrayScope.open();
            inner = outside.add(1);
        }
        assertEnded(inner);
        // No scope is open now.
        assertThat(outside.add(1)).isEqualTo(outside.add(1));
        NDArray free = outside.add(1);
        ArrayScope.open().close();
        assertThat(free.sum().asDouble()).isEqualTo(21);
    }

    @Test
    void aScopeMayBeClosedTwice() {
        ArrayScope scope = ArrayScope.open();
        scope.close();
        scope.close();
        assertThat(outside.add(1).sum().asDouble()).isEqualTo(21);
    }

    @Test
    void anExceptionInTheMiddleClosesTheScope() {
        NDArray[] escaped = new NDArray[1];
        assertThatThrownBy(() -> {
                    try (ArrayScope scope = ArrayScope.open()) {
                        escaped[0] = outside.add(1);
                        outside.dot(outside);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shapes (2,3) and (2,3) not aligned");
        assertEnded(escaped[0]);
        assertThat(outside.add(1).sum().asDouble()).isEqualTo(21);
    }

    @Test
    void aScopeBelongsToItsThread() {
        try (ArrayScope scope = ArrayScope.open()) {
            NDArray own = outside.add(1);
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(own::sum).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage(
                            "only the thread that opened an ArrayScope can use its arrays; keep() copies one for others");
            NDArray kept = own.keep();
            assertThat(CompletableFuture.supplyAsync(kept::sum).join().asDouble())
                    .isEqualTo(21);
            assertThatThrownBy(() -> CompletableFuture.runAsync(scope::close).get())
                    .hasRootCauseMessage("only the thread that opened an ArrayScope can close it");
            // Others have no scope open.
            NDArray others = CompletableFuture.supplyAsync(() -> outside.add(1)).join();
            assertThat(others).isEqualTo(own);
        }
    }

    /** Checks arrays that are large enough for all threads of the library. */
    @ParameterizedTest
    @ValueSource(ints = {1_000_000})
    void largeArraysInAScopeAreSharedAmongThreads(int n) {
        NDArray x = new RandomState(0).rand(n / 1000, 1000);
        NDArray expected = x.mul(x).add(x).exp();
        try (ArrayScope scope = ArrayScope.open()) {
            NDArray y = x.add(0.0);
            assertThat(y.mul(y).add(y).exp()).isEqualTo(expected);
            assertThat(y.sum(1)).isEqualTo(x.sum(1));
            assertThat(y.dot(y.transpose())).isEqualTo(x.dot(x.transpose()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void blocksGiveTheSameResultAsTheWhole(int rows) {
        NDArray x = new RandomState(0).randn(7, 3);

        NDArray blocks = ArrayScope.inBlocks(x, rows, block -> block.mul(2).exp());

        assertThat(blocks).isEqualTo(x.mul(2).exp());
        assertThat(ArrayScope.inBlocks(NDArray.zeros(0, 3), rows, block -> block.add(1))
                        .shape())
                .isEqualTo(Shape.of(0, 3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000_000_000L})
    void partsOfALoopWriteToSeparatePlaces(long multiplyAdds) {
        NDArray x = new RandomState(0).randn(40, 8, 8);
        NDArray out = NDArray.zeros(40, 8, 8);
        NDArray sums = NDArray.zeros(5);

        ArrayScope.forEach(40, 1, multiplyAdds, n -> out.at(n).set(x.get(n).dot(x.get(n))));
        ArrayScope.forEach(
                40, 8, multiplyAdds, n -> sums.at(n / 8).addi(x.get(n).sum()));

        for (int n = 0; n < 40; n++) {
            assertThat(out.get(n)).isEqualTo(x.get(n).dot(x.get(n)));
        }
        for (int i = 0; i < 5; i++) {
            NDArray expected = NDArray.scalar(0.0);
            for (int n = 8 * i; n < 8 * i + 8; n++) {
                expected = expected.add(x.get(n).sum());
            }
            assertThat(sums.get(i)).isEqualTo(expected);
        }
    }

    @Test
    void arraysCreatedInAPartOfALoopEndWithIt() {
        NDArray[] escaped = new NDArray[1];
        ArrayScope.forEach(1, 1, 1, n -> escaped[0] = NDArray.ones(2));
        assertThatIllegalStateException().isThrownBy(escaped[0]::sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void blocksHaveAtLeastOneRow(int rows) {
        assertThatThrownBy(() -> ArrayScope.inBlocks(NDArray.ones(3, 2), rows, NDArray::square))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must be at least 1, not " + rows);
        assertThatThrownBy(() -> ArrayScope.forEach(3, rows, 1, n -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("together must be at least 1, not " + rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void anyAmountOfWorkIsDoneOnce(long multiplyAdds) {
        NDArray counts = NDArray.zeros(3);
        ArrayScope.forEach(3, Integer.MAX_VALUE, multiplyAdds, n -> counts.at(n).addi(1));
        assertThat(counts).isEqualTo(NDArray.ones(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFunctionOfBlocksThatIsNullIsNamed(int rows) {
        assertThatThrownBy(() -> ArrayScope.inBlocks(NDArray.ones(3, 2), rows, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("function");
    }

    @Test
    void blocksHaveARowForEachRow() {
        NDArray x = NDArray.ones(5, 3);
        assertThatThrownBy(() -> ArrayScope.inBlocks(x, 2, block -> block.sum(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function has returned float64 of shape (3,), not float64 of shape (2,)");
        assertThatThrownBy(() -> ArrayScope.inBlocks(x, 2, NDArray::sum))
                .hasMessage("the function has returned float64 of shape (), not float64 of shape (2,)");
        assertThatThrownBy(() -> ArrayScope.inBlocks(
                        x, 2, block -> block.astype(block.shape(0) == 2 ? DType.FLOAT64 : DType.INT64)))
                .hasMessage("the function has returned int64 of shape (1, 3), not float64 of shape (1, 3)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFunctionOfBlocksThatReturnsNullIsRefused(int rows) {
        assertThatThrownBy(() -> ArrayScope.inBlocks(NDArray.ones(3, 2), rows, block -> null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function has returned no array");
    }
}
