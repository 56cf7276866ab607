package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Read-only arrays and views, NumPy's {@code flags.writeable}. */
class ReadOnlyTest {
    private static final NDArray ORIGINAL = NDArray.of(new double[][] {{1, 2}, {3, 4}});

    /** Every way to write to an array of float64 of shape (2, 2). */
    private static Map<String, Consumer<NDArray>> writes() {
        Map<String, Consumer<NDArray>> writes = new TreeMap<>();
        NDArray a = NDArray.of(new double[][] {{5, 6}, {7, 8}});
        writes.put("at(int)", x -> x.at(0, 0).set(9));
        writes.put("at(Index)", x -> x.at(Index.range(0, 1)).addi(9));
        writes.put("at(mask)", x -> x.at(x.gt(0)).set(9));
        writes.put("at(positions)", x -> x.at(NDArray.of(0, 1)).set(a));
        writes.put("fill(double)", x -> x.fill(9.0));
        writes.put("fill(long)", x -> x.fill(9));
        writes.put("put", x -> x.put(NDArray.of(0), a));
        writes.put("addi", x -> x.addi(a));
        writes.put("subi", x -> x.subi(1));
        writes.put("muli", x -> x.muli(2.0));
        writes.put("divi", x -> x.divi(a));
        writes.put("add", x -> a.add(a, x));
        writes.put("maximum", x -> a.maximum(a, x));
        writes.put("clip", x -> a.clip(a, a, x));
        writes.put("le", x -> a.le(a, x));
        writes.put("round", x -> a.round(1, x));
        writes.put("floorDivide", x -> MathFunctions.floorDivide(a, a, x));
        writes.put("greater", x -> Logic.greater(a, a, x));
        writes.put("exp", x -> a.exp(x));
        writes.put("sigmoid", x -> a.sigmoid(x));
        writes.put("softmax", x -> a.softmax(x));
        writes.put("where", x -> NDArray.where(a.gt(6), a, a, x));
        writes.put("copyto", x -> Manipulation.copyto(x, a));
        writes.put("copyto(mask)", x -> Manipulation.copyto(x, a, a.gt(6)));
        writes.put("fillDiagonal", x -> IndexRoutines.fillDiagonal(x, a));
        writes.put("fillDiagonal(double)", x -> IndexRoutines.fillDiagonal(x, 0.5));
        writes.put("fillDiagonal(long)", x -> IndexRoutines.fillDiagonal(x, 0));
        writes.put("dot", x -> a.dot(a, x));
        writes.put("shuffle", x -> new RandomState(0).shuffle(x));
        return writes;
    }

    static Stream<String> namesOfWrites() {
        return writes().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("namesOfWrites")
    void aReadOnlyArrayCannotBeWritten(String name) {
        NDArray copy = ORIGINAL.readOnlyCopy();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writes().get(name).accept(copy))
                .withMessageEndingWith(" is read-only");
        assertThat(copy).hasToString(ORIGINAL.toString());
    }

    @ParameterizedTest
    @MethodSource("namesOfWrites")
    void aReadOnlyArrayHasWriteableCopies(String name) {
        NDArray copy = ORIGINAL.readOnlyCopy().copy();

        writes().get(name).accept(copy);

        assertThat(copy.toString()).isNotEqualTo(ORIGINAL.toString());
    }

    @ParameterizedTest
    @MethodSource("namesOfWrites")
    void anArrayCannotBeWrittenThroughAReadOnlyView(String name) {
        NDArray base = ORIGINAL.copy();
        Map<String, NDArray> views = new TreeMap<>();
        views.put("broadcastTo its own shape", base.broadcastTo(base.shape()));
        views.put(
                "broadcastTo a longer one", base.broadcastTo(Shape.of(1, 2, 2)).squeeze());
        views.put("broadcast again", base.broadcastTo(base.shape()).broadcastTo(base.shape()));
        views.put("transposed", base.transpose().broadcastTo(base.shape()).transpose());
        views.put("sliced", base.broadcastTo(base.shape()).get(Index.all(), Index.ellipsis()));
        views.put("reshaped", base.reshape(-1).broadcastTo(Shape.of(4)).reshape(2, 2));
        views.put("one window", base.slidingWindowView(new int[] {2, 2}, 0, 1).get(0, 0));
        views.put("windows of one", base.slidingWindowView(new int[] {1}, 0).squeeze());

        views.forEach((kind, view) -> {
            assertThat(view.isWriteable()).as(kind).isFalse();
            assertThatIllegalArgumentException()
                    .as(kind)
                    .isThrownBy(() -> writes().get(name).accept(view))
                    .withMessageEndingWith(" is read-only");
            assertThat(base).isEqualTo(ORIGINAL);
            writes().get(name).accept(view.copy());
        });
    }

    @Test
    void aReadOnlyViewSeesChangesOfTheArray() {
        NDArray base = ORIGINAL.copy();
        NDArray view = base.broadcastTo(base.shape());

        base.fill(7);

        assertThat(view.getDouble(1, 1)).isEqualTo(7);
        assertThat(base.isWriteable()).isTrue();
        assertThat(view.astype(DType.INT64).isWriteable()).isTrue();
        assertThat(view.reshape(-1).copy().isWriteable()).isTrue();
        assertThat(base.get(0).broadcastTo(Shape.of(2, 2)).reshape(4).isWriteable())
                .isTrue();
    }

    @Test
    void aReadOnlyCopyDoesNotFollowTheArray() {
        NDArray a = ORIGINAL.copy();
        NDArray copy = a.readOnlyCopy();

        a.fill(0);

        assertThat(copy).hasToString(ORIGINAL.toString());
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void viewsOfAReadOnlyArrayAreReadOnlyToo(DType dtype) {
        NDArray copy = ORIGINAL.astype(dtype).readOnlyCopy();

        assertThat(copy.dtype()).isEqualTo(dtype);
        assertThat(copy.isWriteable()).isFalse();
        assertThat(copy.transpose().isWriteable()).isFalse();
        assertThat(copy.get(0).isWriteable()).isFalse();
        assertThat(copy.get(Index.range(0, 1)).isWriteable()).isFalse();
        assertThat(copy.reshape(-1).isWriteable()).isFalse();
        assertThat(copy.reshape(4, 1).squeeze().expandDims(0).isWriteable()).isFalse();
    }

    @Test
    void resultsOfReadOnlyArraysAreWriteable() {
        NDArray copy = ORIGINAL.readOnlyCopy();

        assertThat(copy.copy().isWriteable()).isTrue();
        assertThat(copy.astype(DType.FLOAT64).isWriteable()).isTrue();
        assertThat(copy.add(copy).isWriteable()).isTrue();
        assertThat(copy.get(0, 0).isWriteable()).isTrue();
        assertThat(copy.get(NDArray.of(0)).isWriteable()).isTrue();
        assertThat(ORIGINAL.transpose().isWriteable()).isTrue();
        assertThat(ORIGINAL.broadcastTo(Shape.of(3, 2, 2)).isWriteable()).isFalse();
    }
}
