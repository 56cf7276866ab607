package io.github.dlfs4j.ndarray.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.EveryVectorLength;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BothKernels
class WindowMaximumTest {
    private static final double NAN = Double.NaN;

    private record Found(NDArray max, NDArray positions) {
        static Found of(NDArray images, int height, int width, int stride) {
            int[] lengths = images.shape().toArray();
            lengths[lengths.length - 2] = (images.shape(-2) - height) / stride + 1;
            lengths[lengths.length - 1] = (images.shape(-1) - width) / stride + 1;
            NDArray max = NDArray.full(7.0, lengths).astype(images.dtype());
            NDArray positions = NDArray.full(7, lengths);
            WindowMaximum.find(images, height, width, stride, max, positions);
            return new Found(max, positions);
        }
    }

    /** Returns images with few different numbers, so that there are ties, and with NaN, infinities and both zeros. */
    private static NDArray images(Random random, DType dtype, int... shape) {
        double[] values = {NAN, Double.NEGATIVE_INFINITY, -0.0, 0.0, -3, 1, 2, 2, 5, Double.POSITIVE_INFINITY};
        int ordinary = dtype.isFloating() ? 0 : 2;
        int size = Shape.of(shape).size();
        double[] elements = random.ints(size, ordinary, values.length - ordinary / 2)
                .mapToDouble(i -> values[i])
                .toArray();
        return NDArray.of(elements, shape).astype(dtype);
    }

    private static void assertFindsEach(NDArray images, int height, int width, int stride) {
        Found found = Found.of(images, height, width, stride);
        NDArray windows = images.slidingWindowView(new int[] {height, width}, -2, -1);
        int axes = images.ndim();
        for (int[] o : found.max().indices()) {
            int[] from = o.clone();
            from[axes - 2] *= stride;
            from[axes - 1] *= stride;
            NDArray window = windows.get(from).flatten();
            int winner = (int) window.argmax().asLong();
            int row = from[axes - 2] + winner / width;
            int column = from[axes - 1] + winner % width;
            assertThat(found.max().get(o)).isEqualTo(window.max());
            double max = Arrays.stream(window.astype(DType.FLOAT64).toDoubleArray())
                    .reduce(Double.NEGATIVE_INFINITY, Math::max);
            assertThat(Double.compare(found.max().getDouble(o), max)).isZero(); // not so for zeros of other signs
            assertThat(found.positions().getLong(o)).isEqualTo(row * images.shape(-1) + column);
        }
        NDArray maxAlone = NDArray.zerosLike(found.max());
        WindowMaximum.find(images, height, width, stride, maxAlone, null);
        assertThat(maxAlone).isEqualTo(found.max());
        assertThat(maxAlone).hasToString(found.max().toString());
    }

    /** With a step of its own for each axis and with a margin, the windows are some of those at every pixel. */
    @ParameterizedTest
    @EnumSource(DType.class)
    void windowMaximaHaveStepsAndAMarginForEachAxis(DType dtype) {
        NDArray images = images(new Random(5), dtype, 2, 3, 7, 8);
        SlidingWindow window = SlidingWindow.of(2, 3, new int[] {3, 2}, new int[] {0, 1});
        int[] out = window.output("test", images.shape());
        NDArray max = NDArray.zeros(dtype, out);
        NDArray positions = NDArray.zeros(DType.INT64, out);
        WindowMaximum.find(images, window, max, positions);
        Found everywhere = Found.of(window.pad(images), 2, 3, 1);
        Index rows = Index.range(null, null, 3);
        Index columns = Index.range(null, null, 2);
        assertThat(max).isEqualTo(everywhere.max().get(Index.ellipsis(), rows, columns));
        assertThat(positions).isEqualTo(everywhere.positions().get(Index.ellipsis(), rows, columns));
        assertRefused(() -> WindowMaximum.find(images.get(0, 0, 0), window, max, positions))
                .withMessage("images need the axes height and width, not shape (8,)");
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void windowMaximaAreMaxAndArgmaxOfEachWindow(DType dtype) {
        Random random = new Random(dtype.name().hashCode());
        for (int round = 0; round < 40; round++) {
            int height = 1 + random.nextInt(4);
            int width = 1 + random.nextInt(4);
            int h = height + random.nextInt(6);
            int w = width + random.nextInt(6);
            NDArray images = images(random, dtype, random.nextInt(3), 2, h, w);
            assertFindsEach(images, height, width, 1 + random.nextInt(3));
        }
    }

    /** So many windows that they fill vectors of every length, with some left over or not. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 9, 12, 16, 17, 24, 33})
    @EveryVectorLength
    void windowMaximaOfLongRowsOfUsualWindowsAreFound(int windows) {
        Random random = new Random(windows);
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            NDArray images = images(random, dtype, 2, 5, 2 * windows + windows % 2);
            assertFindsEach(images, 2, 2, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void windowMaximaTakeViewsAndFillViews(long seed) {
        NDArray base = images(new Random(seed), DType.FLOAT64, 2, 9, 3, 10);
        NDArray images = base.transpose(0, 2, 3, 1).get(Index.ellipsis(), Index.range(null, null, -1), Index.all());
        assertFindsEach(images, 3, 2, 2);
        assertFindsEach(images.get(1), 3, 2, 2);
        assertFindsEach(images.get(0, 2), 3, 2, 2);
        Found found = Found.of(images, 3, 2, 2);
        NDArray max = NDArray.zeros(4, 4, 3, 2).transpose();
        NDArray positions = NDArray.zeros(DType.INT64, 2, 3, 4, 8).get(Index.ellipsis(), Index.range(null, null, 2));
        WindowMaximum.find(images, 3, 2, 2, max, positions);
        assertThat(max).isEqualTo(found.max());
        assertThat(positions).isEqualTo(found.positions());
    }

    @Test
    void theFirstNanOrTheFirstOfTheLargestOfAWindowWins() {
        NDArray images = NDArray.of(new double[][][] {
            {{1, 4, 4}},
            {{4, NAN, NAN}},
            {{NAN, 4, NAN}},
            {{-0.0, 0.0, -0.0}},
            {{0.0, -0.0, 0.0}},
            {{Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY}}
        });
        Found found = Found.of(images, 1, 3, 1);
        assertThat(found.positions().flatten()).isEqualTo(NDArray.of(1L, 1, 0, 0, 0, 0));
        assertThat(found.max().flatten()).isEqualTo(NDArray.of(4.0, NAN, NAN, 0.0, 0.0, Double.NEGATIVE_INFINITY));
    }

    @Test
    void windowMaximaOfIntegersStayExact() {
        long odd = (1L << 53) + 1;
        NDArray images = NDArray.of(new long[] {odd - 1, odd, Long.MIN_VALUE, Long.MIN_VALUE}, 2, 1, 2);
        Found found = Found.of(images, 1, 2, 1);
        assertThat(found.max().flatten()).isEqualTo(NDArray.of(odd, Long.MIN_VALUE));
        assertThat(found.positions().flatten()).isEqualTo(NDArray.of(1L, 0));
    }

    @ParameterizedTest
    @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOL")
    void termsAreAddedAtThePositionsOfMaxima(DType dtype) {
        NDArray positions = NDArray.of(new long[] {0, 3, 3, 5}, 2, 1, 2);
        NDArray terms = NDArray.of(new double[] {1, 2, 3, 4}, 2, 1, 2).astype(dtype);
        NDArray expected = NDArray.of(new double[] {11, 10, 10, 12, 10, 10, 10, 10, 10, 13, 10, 14}, 2, 2, 3);
        NDArray sums = NDArray.full(10.0, 2, 2, 3).astype(dtype);
        NDArray view = NDArray.full(10.0, 3, 2, 2).astype(dtype).transpose();
        WindowMaximum.addAt(sums, positions, terms);
        assertThat(sums).isEqualTo(expected.astype(dtype));
        WindowMaximum.addAt(view, positions, terms);
        assertThat(view).isEqualTo(expected.astype(dtype));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void sumsAreImagesOfZerosWithTheTermsAdded(DType dtype) {
        Random random = new Random(20261129);
        for (int round = 0; round < 20; round++) {
            int height = 1 + random.nextInt(5);
            int width = 1 + random.nextInt(5);
            NDArray terms = images(random, dtype, random.nextInt(3), 2, 3, 2);
            NDArray positions = NDArray.of(
                    random.longs(terms.size(), 0, (long) height * width).toArray(),
                    terms.shape().toArray());
            NDArray expected = NDArray.zeros(dtype, terms.shape(0), 2, height, width);
            WindowMaximum.addAt(expected, positions, terms);
            for (int i = 0; i < 2; i++) {
                // The second scope has the memory of the first, with other elements.
                try (ArrayScope scope = ArrayScope.open()) {
                    NDArray sums = WindowMaximum.sums(height, width, positions, terms);
                    assertThat(sums).isEqualTo(expected).hasToString(expected.toString());
                    assertThat(WindowMaximum.sums(height, width, inOtherOrder(positions), inOtherOrder(terms)))
                            .isEqualTo(expected);
                    if (dtype != DType.BOOL) {
                        sums.addi(1);
                    }
                    assertThat(scope).isNotNull();
                }
            }
        }
    }

    private static NDArray inOtherOrder(NDArray array) {
        return array.transpose().copy().transpose();
    }

    @Test
    void windowMaximaRefuseWhatDoesNotFitAndChangeNothing() {
        NDArray images = NDArray.of(new double[][] {{1, 2, 0, 1}, {3, 0, 2, 4}});
        NDArray max = NDArray.full(9.0, 1, 2);
        NDArray positions = NDArray.full(9, 1, 2);
        assertRefused(() -> WindowMaximum.find(images.get(0), 2, 2, 2, max, positions))
                .withMessage("images need the axes height and width, not shape (4,)");
        assertRefused(() -> WindowMaximum.find(images, 0, 2, 1, max, positions))
                .withMessage("a window needs a positive size and stride, not 0x2, stride 1");
        assertRefused(() -> WindowMaximum.find(images, 2, 2, 0, max, positions))
                .withMessage("a window needs a positive size and stride, not 2x2, stride 0");
        assertRefused(() -> WindowMaximum.find(images, 3, 2, 1, max, positions))
                .withMessage("window shape cannot be larger than input array shape");
        assertRefused(() -> WindowMaximum.find(images, 2, 2, 1, max, positions))
                .withMessage("max must be float64 of shape (1, 3), not float64 of shape (1, 2)");
        assertRefused(() -> WindowMaximum.find(images, 2, 2, 2, max, max))
                .withMessage("positions must be int64 of shape (1, 2), not float64 of shape (1, 2)");
        assertThat(max).isEqualTo(NDArray.full(9.0, 1, 2));
        assertThat(positions).isEqualTo(NDArray.full(9, 1, 2));
    }

    @Test
    void noTermIsAddedIfAPositionIsOutOfBounds() {
        NDArray sums = NDArray.zeros(2, 2, 4);
        NDArray positions = NDArray.of(new long[] {0, 1, 7, 8}, 2, 1, 2);
        NDArray terms = NDArray.ones(2, 1, 2);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> WindowMaximum.addAt(sums, positions, terms))
                .withMessage("position 8 is out of bounds for images of 8 pixels");
        positions.at(1, 0, 1).set(-1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> WindowMaximum.addAt(sums, positions, terms))
                .withMessage("position -1 is out of bounds for images of 8 pixels");
        assertRefused(() -> WindowMaximum.addAt(sums, positions, terms.get(0)))
                .withMessage("terms must be float64 of shape (2, 1, 2), not float64 of shape (1, 2)");
        assertRefused(() -> WindowMaximum.addAt(NDArray.zeros(3, 2, 4), positions, terms))
                .withMessage("terms of shape (2, 1, 2) do not belong to images of shape (3, 2, 4)");
        assertRefused(() -> WindowMaximum.addAt(sums, terms, terms))
                .withMessage("positions must be int64 of shape (2, 1, 2), not float64 of shape (2, 1, 2)");
        assertThat(sums).isEqualTo(NDArray.zeros(2, 2, 4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> WindowMaximum.sums(2, 4, positions, terms))
                .withMessage("position -1 is out of bounds for images of 8 pixels");
        assertRefused(() -> WindowMaximum.sums(2, 4, positions, terms.get(0)))
                .withMessage("terms must be float64 of shape (2, 1, 2), not float64 of shape (1, 2)");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> assertRefused(ThrowingCallable call) {
        return assertThatIllegalArgumentException().isThrownBy(call);
    }
}
