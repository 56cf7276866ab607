package io.github.dlfs4j.ndarray.image;

import static org.assertj.core.api.Assertions.assertThat;

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
            NDArray positions = NDArray.full(7, lengths);
            return new Found(
                    WindowMaximum.find(images, new SlidingWindow(height, width, stride, 0), positions), positions);
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
        NDArray maxAlone = WindowMaximum.find(images, new SlidingWindow(height, width, stride, 0), null);
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
        NDArray positions = NDArray.zeros(DType.INT64, out);
        NDArray max = WindowMaximum.find(images, window, positions);
        Found everywhere = Found.of(window.pad(images), 2, 3, 1);
        Index rows = Index.range(null, null, 3);
        Index columns = Index.range(null, null, 2);
        assertThat(max).isEqualTo(everywhere.max().get(Index.ellipsis(), rows, columns));
        assertThat(positions).isEqualTo(everywhere.positions().get(Index.ellipsis(), rows, columns));
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
    void windowMaximaTakeViews(long seed) {
        NDArray base = images(new Random(seed), DType.FLOAT64, 2, 9, 3, 10);
        NDArray images = base.transpose(0, 2, 3, 1).get(Index.ellipsis(), Index.range(null, null, -1), Index.all());
        assertFindsEach(images, 3, 2, 2);
        assertFindsEach(images.get(1), 3, 2, 2);
        assertFindsEach(images.get(0, 2), 3, 2, 2);
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
        NDArray expected = NDArray.of(new double[] {1, 0, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4}, 2, 2, 3);
        assertThat(WindowMaximum.sums(2, 3, positions, terms)).isEqualTo(expected.astype(dtype));
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
            NDArray expected = summed(height, width, positions, terms);
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

    private static NDArray summed(int height, int width, NDArray positions, NDArray terms) {
        NDArray sums = NDArray.zeros(terms.dtype(), terms.shape(0), 2, height * width);
        for (int[] i : terms.indices()) {
            NDArray sum = sums.get(i[0], i[1], (int) positions.getLong(i));
            sums.at(i[0], i[1], (int) positions.getLong(i)).set(sum.add(terms.get(i)));
        }
        return sums.reshape(terms.shape(0), 2, height, width);
    }

    private static NDArray inOtherOrder(NDArray array) {
        return array.transpose().copy().transpose();
    }
}
