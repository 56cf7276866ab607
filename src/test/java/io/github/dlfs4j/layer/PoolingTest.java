package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Max pooling, section 7.4.4. */
@BothKernels
class PoolingTest {
    @ParameterizedTest
    @CsvSource({"2,2,2,0", "2,2,1,0", "3,2,2,1", "3,3,3,0", "1,1,1,0", "6,5,1,0"})
    void poolingTakesTheLargestPixelOfEveryWindow(int height, int width, int stride, int padding) {
        NDArray x = new RandomState(5).rand(2, 3, 6, 5);
        NDArray padded = x.pad(new int[][] {{0, 0}, {0, 0}, {padding, padding}, {padding, padding}});
        NDArray out = new Pooling(height, width, stride, padding).forward(x);
        assertThat(out.shape(2)).isEqualTo((6 + 2 * padding - height) / stride + 1);
        assertThat(out.shape(3)).isEqualTo((5 + 2 * padding - width) / stride + 1);
        for (int[] o : out.indices()) {
            int y = o[2] * stride;
            int z = o[3] * stride;
            NDArray window =
                    padded.get(Index.at(o[0]), Index.at(o[1]), Index.range(y, y + height), Index.range(z, z + width));
            assertThat(out.get(o)).isEqualTo(window.max());
        }
    }

    @Test
    void theFirstOfEqualPixelsOfAPoolGetsTheGradient() {
        Pooling pool = new Pooling(2, 2, 2, 0);
        pool.forward(NDArray.of(new double[] {0, 7, 7, 7}, 1, 1, 2, 2));
        assertThat(pool.backward(NDArray.full(3.0, 1, 1, 1, 1)).flatten()).hasToString("[0. 3. 0. 0.]");
    }

    /** The book's backward pass uses {@code argmax}, for which NaN is the largest. */
    @Test
    void theFirstNanOfAPoolGetsTheGradient() {
        Pooling pool = new Pooling(2, 2, 2, 0);
        NDArray x = NDArray.of(new double[] {0, 7, Double.NaN, Double.NaN}, 1, 1, 2, 2);
        assertThat(pool.forward(x).flatten()).hasToString("[nan]");
        assertThat(pool.backward(NDArray.full(3.0, 1, 1, 1, 1)).flatten()).hasToString("[0. 0. 3. 0.]");
    }

    @Test
    void pooledIntegersStayExactForwardAndBackward() {
        long odd = (1L << 53) + 1;
        Pooling pool = new Pooling(1, 2, 2, 0);
        NDArray x = NDArray.of(new long[] {odd - 1, odd, odd, -odd}, 1, 1, 1, 4);
        assertThat(pool.forward(x).flatten()).isEqualTo(NDArray.of(odd, odd));
        assertThat(pool.infer(x).flatten()).isEqualTo(NDArray.of(odd, odd));
        NDArray dout = NDArray.of(new long[] {odd, -odd}, 1, 1, 1, 2);
        assertThat(pool.backward(dout).flatten()).isEqualTo(NDArray.of(0, odd, -odd, 0));
    }

    @Test
    void inferringAPoolAgreesWithForward() {
        NDArray x = NDArray.of(new double[] {-0.0, 0.0, 0.0, -0.0, -0.0, -0.0, Double.NaN, 1}, 1, 1, 1, 8);
        Pooling pool = new Pooling(1, 2, 2, 0);
        assertThat(pool.forward(x).flatten()).hasToString("[ 0.  0. -0. nan]");
        assertThat(pool.infer(x)).isEqualTo(pool.forward(x));
    }

    /** All 256 windows of four of NaN, an infinity and both zeros, at every place of a row. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void windowsOfTwoByTwoAgreeWithRowsOfFour(DType dtype) {
        double[] values = {Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 0.0};
        NDArray windows = NDArray.empty(256, 4);
        for (int[] i : windows.indices()) {
            windows.at(i[0], i[1]).set(values[(i[0] >> (2 * i[1])) & 3]);
        }
        NDArray rows = windows.reshape(256, 1, 1, 4).astype(dtype);
        NDArray squares = rows.reshape(16, 1, 16, 2, 2).transpose(0, 1, 3, 2, 4).reshape(16, 1, 2, 32);
        Pooling byRow = new Pooling(1, 4, 4, 0);
        Pooling bySquare = new Pooling(2, 2, 2, 0);
        String expected = byRow.forward(rows).flatten().toString();
        assertThat(bySquare.forward(squares).flatten()).hasToString(expected);
        assertThat(bySquare.infer(squares).flatten()).hasToString(expected);
        NDArray dout = NDArray.arange(1.0, 257.0, 1.0).astype(dtype);
        NDArray dx = byRow.backward(dout.reshape(256, 1, 1, 1));
        NDArray dSquares = dx.reshape(16, 1, 16, 2, 2).transpose(0, 1, 3, 2, 4).reshape(16, 1, 2, 32);
        assertThat(bySquare.backward(dout.reshape(16, 1, 1, 16))).isEqualTo(dSquares);
    }

    @Test
    void overlappingWindowsOfAPoolAddTheirGradients() {
        Pooling pool = new Pooling(1, 2, 1, 0);
        pool.forward(NDArray.of(new double[] {1, 9, 2}, 1, 1, 1, 3));
        assertThat(pool.backward(NDArray.of(new double[] {3, 4}, 1, 1, 1, 2)).flatten())
                .hasToString("[0. 7. 0.]");
    }

    @Test
    void rowsOutsideEveryWindowGetAGradientOfZero() {
        Pooling pool = new Pooling(2, 2, 2, 0);
        assertThat(pool.forward(NDArray.ones(1, 1, 5, 3)).shape()).isEqualTo(Shape.of(1, 1, 2, 1));
        NDArray dx = pool.backward(NDArray.ones(1, 1, 2, 1));
        assertThat(dx.shape()).isEqualTo(Shape.of(1, 1, 5, 3));
        assertThat(dx.sum().asDouble()).isEqualTo(2);
    }

    @Test
    void poolingRefusesImagesAndWindowsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pooling(2, 2, 2, 0).forward(NDArray.ones(3, 3)))
                .withMessage("Pooling needs images of shape (n, channels, height, width), not (3, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pooling(2, 2, 2, -1))
                .withMessage("a window needs a positive size and stride and no negative padding, not 2x2, stride 2,"
                        + " padding -1");
    }
}
