package io.github.dlfs4j.ndarray.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both results of a rectification have the bits of the expressions that they stand for. */
@BothKernels
class RectificationTest {
    private static final long SEED = 20261129;

    /** More elements than one thread computes alone, and no whole number of vectors. */
    private static final int MANY = 70_003;

    private static final NDArray VALUES = NDArray.of(
            -1.5, -0.0, 0.0, 2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);

    /** Returns numbers of every kind that the dtype has. */
    private static NDArray numbers(DType dtype, int n) {
        RandomState random = new RandomState(SEED);
        return dtype.isFloating()
                ? VALUES.get(random.randint(0, VALUES.size(), n)).astype(dtype)
                : random.randint(-2, 3, n).astype(dtype);
    }

    private static void assertRectified(NDArray x) {
        NDArray before = x.copy();
        Rectification rectification = Rectification.of(x);

        assertThat(bits(rectification.output())).isEqualTo(bits(x.maximum(0)));
        assertThat(rectification.mask()).isEqualTo(x.le(0));
        assertThat(x).isEqualTo(before);
    }

    /** Returns an array with the sign of each zero, which {@code equals} does not see. */
    private static NDArray bits(NDArray x) {
        return x.dtype().isFloating() ? NDArray.stack(0, x, x.pow(-1)) : x;
    }

    @ParameterizedTest
    @EnumSource
    void rectificationHasTheBitsOfTheExpressions(DType dtype) {
        for (int n : new int[] {0, 1, 7, 33, 1009, MANY}) {
            assertRectified(numbers(dtype, n));
        }
        assertRectified(numbers(dtype, 1).get(0));
    }

    @ParameterizedTest
    @EnumSource
    void rectificationTakesViews(DType dtype) {
        NDArray x = numbers(dtype, 6 * 35).reshape(6, 35);
        assertRectified(x.transpose());
        assertRectified(x.get(Index.range(2, 5)));
        assertRectified(x.get(Index.range(0, 3)));
        assertRectified(x.get(Index.all(), Index.range(null, null, -2)));
        assertRectified(x.get(0).broadcastTo(Shape.of(4, 35)));
    }
}
