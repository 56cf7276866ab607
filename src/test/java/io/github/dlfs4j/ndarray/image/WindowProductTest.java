package io.github.dlfs4j.ndarray.image;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.EveryVectorLength;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of filters with windows have the bits of products with a matrix of the windows. */
@BothKernels
class WindowProductTest {
    private static final int IMAGES = 19;

    /** A batch of images, filters of the window's size, and gradients of the results. */
    private record Batch(NDArray images, NDArray filters, NDArray bias, NDArray dout, SlidingWindow window) {
        static Batch random(DType dtype, int filters, int channels, int height, int width, SlidingWindow window) {
            RandomState random = new RandomState(31 * channels + height);
            NDArray images = random.randn(IMAGES, channels, height, width);
            int[] out = window.output("test", images.shape());
            return new Batch(
                    images.astype(dtype),
                    random.randn(filters, channels, window.height(), window.width())
                            .astype(dtype),
                    random.randn(filters).astype(dtype),
                    random.randn(IMAGES, filters, out[2], out[3]).astype(dtype),
                    window);
        }

        WindowProduct product() {
            return new WindowProduct(images, filters, window);
        }

        NDArray columns(int n) {
            return window.unfold(images.get(n)).copy().reshape(filters.get(0).size(), -1);
        }

        NDArray rowsOfFilters() {
            return filters.reshape(filters.shape(0), -1);
        }

        NDArray rowsOfGradient(int n) {
            return dout.get(n).reshape(filters.shape(0), -1);
        }

        NDArray filteredColumns() {
            NDArray result = NDArray.zeros(dout.dtype(), dout.shape().toArray());
            for (int n = 0; n < IMAGES; n++) {
                NDArray product = rowsOfFilters().dot(columns(n)).add(bias.expandDims(1));
                result.at(n).set(product.reshape(dout.get(n).shape().toArray()));
            }
            return result;
        }

        NDArray gradientOfFilters() {
            NDArray sums = NDArray.zeros(dout.dtype(), (IMAGES + 7) / 8, filters.size());
            for (int n = 0; n < IMAGES; n++) {
                NDArray gradient = rowsOfGradient(n).dot(columns(n).transpose());
                sums.get(n / 8).addi(gradient.ravel());
            }
            return sums.sum(0).reshape(filters.shape().toArray());
        }

        NDArray gradientOfBias() {
            NDArray sums = NDArray.zeros(dout.dtype(), (IMAGES + 7) / 8, filters.shape(0));
            for (int n = 0; n < IMAGES; n++) {
                sums.get(n / 8).addi(rowsOfGradient(n).sum(1));
            }
            return sums.sum(0);
        }

        NDArray gradientOfImages() {
            NDArray result = NDArray.zeros(dout.dtype(), images.shape().toArray());
            for (int n = 0; n < IMAGES; n++) {
                NDArray columns = rowsOfFilters().transpose().dot(rowsOfGradient(n));
                int[] out = {images.shape(1), window.height(), window.width(), dout.shape(2), dout.shape(3)};
                NDArray seen = columns.reshape(out);
                NDArray sums = window.pad(
                        NDArray.zeros(dout.dtype(), images.get(n).shape().toArray()));
                for (int y = 0; y < window.height(); y++) {
                    for (int x = 0; x < window.width(); x++) {
                        Index rows = steps(y, window.strideY(), out[3]);
                        Index pixels = steps(x, window.strideX(), out[4]);
                        sums.get(Index.all(), rows, pixels)
                                .addi(seen.get(Index.all(), Index.at(y), Index.at(x), Index.all(), Index.all()));
                    }
                }
                Index down = steps(window.paddingY(), 1, images.shape(2));
                Index across = steps(window.paddingX(), 1, images.shape(3));
                result.at(n).set(sums.get(Index.all(), down, across));
            }
            return result;
        }

        private static Index steps(int first, int step, int count) {
            return Index.range(first, first + step * (count - 1) + 1, step);
        }

        void assertSameBits() {
            assertThat(product().filtered(bias)).isEqualTo(filteredColumns());
            assertThat(product().gradientOfFilters(dout)).isEqualTo(gradientOfFilters());
            assertThat(product().gradientOfImages(dout)).isEqualTo(gradientOfImages());
            assertThat(product().gradientOfBias(dout)).isEqualTo(gradientOfBias());
        }
    }

    /** Filters, channels, height and width of images; height, width, stride and padding of the window. */
    @ParameterizedTest
    @CsvSource({
        "30, 1, 28, 28, 5, 5, 1, 0",
        "16, 3, 14, 14, 3, 3, 1, 1",
        "5, 2, 9, 40, 3, 2, 1, 2",
        "3, 7, 8, 8, 3, 3, 1, 0",
        "1, 5, 6, 5, 1, 1, 1, 0",
        "13, 2, 17, 35, 3, 4, 2, 1",
        "4, 5, 20, 19, 2, 3, 3, 2",
        "2, 3, 5, 5, 5, 5, 1, 0",
        "6, 2, 5, 6, 3, 3, 1, 0",
        "17, 1, 40, 4, 2, 2, 1, 0",
        "9, 9, 5, 70, 1, 3, 4, 0",
        "5, 9, 18, 18, 3, 3, 1, 0",
        "2, 1, 6, 6, 2, 2, 1, 0"
    })
    void windowProductsHaveTheBitsOfProductsWithColumns(
            int filters, int channels, int height, int width, int fh, int fw, int stride, int padding) {
        SlidingWindow window = new SlidingWindow(fh, fw, stride, padding);
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            Batch.random(dtype, filters, channels, height, width, window).assertSameBits();
        }
    }

    /** Filters, channels, height and width of images; height and width, strides and paddings of the window. */
    @ParameterizedTest
    @CsvSource({
        "13, 2, 17, 35, 3, 4, 2, 1, 1, 0",
        "4, 5, 20, 39, 2, 3, 1, 3, 0, 2",
        "5, 2, 9, 40, 3, 2, 3, 2, 2, 1",
        "6, 3, 40, 40, 5, 3, 1, 1, 2, 1",
        "3, 2, 6, 5, 3, 1, 2, 1, 0, 1",
        "5, 9, 18, 34, 3, 3, 1, 2, 0, 0",
        "3, 10, 9, 5, 1, 1, 2, 1, 0, 0"
    })
    @EveryVectorLength
    void windowProductsHaveTheBitsWithAStepAndAMarginForEachAxis(
            int filters, int channels, int height, int width, int fh, int fw, int sy, int sx, int py, int px) {
        SlidingWindow window = new SlidingWindow(fh, fw, sy, sx, py, px);
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            Batch.random(dtype, filters, channels, height, width, window).assertSameBits();
        }
    }

    /** A margin must not spread what is infinite, and zeros keep their signs. */
    @ParameterizedTest
    @CsvSource({"9, 3, 1, 1", "21, 2, 1, 2", "12, 3, 2, 1", "6, 3, 1, 1", "18, 3, 1, 0"})
    void windowProductsHaveTheBitsForInfinitiesAndZerosToo(int size, int side, int stride, int padding) {
        SlidingWindow window = new SlidingWindow(side, side, stride, padding);
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            Batch batch = Batch.random(dtype, 5, 3, size, size, window);
            batch.images().at(3, 1, 2, 2).set(Double.POSITIVE_INFINITY);
            batch.images().at(4).set(-0.0);
            batch.images().at(5, 0, 0, 0).set(Double.NaN);
            batch.filters().at(2, 1, 0, 1).set(Double.NEGATIVE_INFINITY);
            batch.filters().at(3).set(0.0);
            batch.bias().at(3).set(-0.0);
            batch.dout().at(6).set(-0.0);
            batch.dout().at(7, 2, 0, 1).set(Double.NaN);
            batch.assertSameBits();
        }
    }

    @Test
    void windowProductsTakeViews() {
        Batch whole = Batch.random(DType.FLOAT32, 8, 4, 12, 11, new SlidingWindow(3, 3, 1, 1));
        Index some = Index.range(3, 10);
        NDArray images = whole.images().transpose(0, 1, 3, 2).copy().transpose(0, 1, 3, 2);
        NDArray filters = whole.filters().transpose(1, 0, 2, 3).copy().transpose(1, 0, 2, 3);
        NDArray dout = whole.dout().transpose(0, 2, 3, 1).copy().transpose(0, 3, 1, 2);
        NDArray bias = NDArray.concatenate(0, NDArray.zeros(DType.FLOAT32, 2), whole.bias())
                .get(Index.from(2));
        WindowProduct ofViews = new WindowProduct(images.get(some), filters, whole.window());
        WindowProduct ofCopies = new WindowProduct(whole.images().get(some).copy(), whole.filters(), whole.window());
        NDArray gradient = whole.dout().get(some).copy();
        assertThat(ofViews.filtered(bias)).isEqualTo(ofCopies.filtered(whole.bias()));
        assertThat(ofViews.gradientOfFilters(dout.get(some))).isEqualTo(ofCopies.gradientOfFilters(gradient));
        assertThat(ofViews.gradientOfImages(dout.get(some))).isEqualTo(ofCopies.gradientOfImages(gradient));
        // A sum has the order of its operand's layout, as in NumPy.
        assertThat(ofViews.gradientOfBias(dout.get(some))).isCloseTo(ofCopies.gradientOfBias(gradient), 1e-5);
    }

    @Test
    void windowProductsComputeInThePromotedDtype() {
        SlidingWindow window = new SlidingWindow(3, 3, 1, 1);
        Batch batch = Batch.random(DType.FLOAT32, 5, 2, 9, 9, window);
        NDArray bytes = batch.images().mul(40).astype(DType.UINT8);
        NDArray filtered = new WindowProduct(bytes, batch.filters(), window).filtered(batch.bias());
        assertThat(filtered)
                .isEqualTo(
                        new WindowProduct(bytes.astype(DType.FLOAT32), batch.filters(), window).filtered(batch.bias()));
        NDArray wide =
                new WindowProduct(batch.images().astype(DType.FLOAT64), batch.filters(), window).filtered(batch.bias());
        assertThat(wide)
                .isEqualTo(new WindowProduct(
                                batch.images().astype(DType.FLOAT64),
                                batch.filters().astype(DType.FLOAT64),
                                window)
                        .filtered(batch.bias().astype(DType.FLOAT64)));
        NDArray whole = NDArray.of(new long[] {1, 2, 3, 4}, 1, 1, 2, 2);
        NDArray counts = new WindowProduct(NDArray.arange(9).reshape(1, 1, 3, 3), whole, new SlidingWindow(2, 2, 1, 0))
                .filtered(NDArray.of(100L));
        assertThat(counts).isEqualTo(NDArray.of(new long[] {127, 137, 157, 167}, 1, 1, 2, 2));
    }

    @Test
    void windowProductsRefuseImagesOfOtherChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowProduct(
                        NDArray.zeros(1, 1, 4, 4), NDArray.zeros(2, 3, 2, 2), new SlidingWindow(2, 2, 1, 0)))
                .withMessage("Convolution of 3 channels cannot take images of 1");
    }
}
