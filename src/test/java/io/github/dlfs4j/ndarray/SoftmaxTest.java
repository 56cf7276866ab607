package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@BothKernels
class SoftmaxTest {
    private static final RandomState RANDOM = new RandomState(5);

    /** The formula, operation by operation. */
    private static NDArray stepByStep(NDArray x) {
        NDArray exponentials = x.sub(x.max(-1, true)).exp();
        return exponentials.div(exponentials.sum(-1, true));
    }

    static Stream<UnaryOperator<NDArray>> views() {
        return Stream.of(
                a -> a,
                NDArray::transpose,
                a -> a.get(1),
                a -> a.get(Index.from(2)),
                a -> a.get(Index.all(), Index.range(null, null, -2)),
                a -> a.get(Index.range(0, 0)),
                a -> a.reshape(4, 3, -1),
                a -> a.get(0, 0));
    }

    @ParameterizedTest
    @MethodSource("views")
    void softmaxHasTheBitsOfItsFiveOperations(UnaryOperator<NDArray> view) {
        for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            NDArray x = view.apply(RANDOM.normal(0, 30, 12, 300).astype(dtype));
            assertThat(x.softmax()).isEqualTo(stepByStep(x));
            // The order of a sum is that of the output in memory.
            assertThat(x.softmax(NDArray.zerosLike(x))).isEqualTo(stepByStep(x.copy()));
            NDArray expected = stepByStep(x);
            assertThat(x.softmax(x)).isSameAs(x).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"UINT8", "INT64"})
    void softmaxOfIntegersIsFloat64(DType dtype) {
        NDArray x = RANDOM.randint(0, 9, 4, 5).astype(dtype);
        // Differences of uint8 would wrap.
        assertThat(x.softmax()).isEqualTo(stepByStep(x.astype(DType.INT64)));
        assertThat(x.softmax().dtype()).isEqualTo(DType.FLOAT64);
    }

    @Test
    void softmaxOfAnInfinityOrNaNIsNaN() {
        NDArray x = NDArray.of(new double[][] {{1, Double.NaN, 3}, {1, Double.POSITIVE_INFINITY, 3}, {1, 2, 3}});
        NDArray y = x.softmax();
        assertThat(y.get(0)).isEqualTo(NDArray.full(Double.NaN, 3));
        assertThat(y.get(1)).isEqualTo(NDArray.full(Double.NaN, 3));
        assertThat(y.get(2)).isEqualTo(NDArray.of(1.0, 2.0, 3.0).softmax());
    }
}
