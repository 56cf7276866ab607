package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batch normalisation, section 6.3. */
@BothKernels
class BatchNormalizationTest {
    private final RandomState random = new RandomState(1);

    @Test
    void batchNormalizationNormalisesEveryFeatureOverTheBatch() {
        NDArray x = random.randn(50, 3).mul(NDArray.of(1.0, 10.0, 0.1)).add(NDArray.of(5.0, -7.0, 0.0));
        NDArray out = new BatchNormalization(NDArray.of(1.0, 2.0, 3.0), NDArray.of(0.0, 1.0, 2.0)).forward(x);
        assertThat(out.mean(0).allClose(NDArray.of(0.0, 1.0, 2.0), 0, 1e-12)).isTrue();
        assertThat(out.std(0).allClose(NDArray.of(1.0, 2.0, 3.0), 1e-3, 0)).isTrue();
    }

    @Test
    void runningStatisticsFollowTheBatches() {
        BatchNormalization norm = new BatchNormalization(NDArray.ones(2), NDArray.zeros(2), 0.8);
        NDArray first = random.randn(10, 2);
        NDArray second = random.randn(10, 2);
        norm.forward(first);
        norm.forward(second);
        assertThat(norm.runningMean()
                        .allClose(
                                first.mean(0)
                                        .mul(0.2)
                                        .mul(0.8)
                                        .add(second.mean(0).mul(0.2)),
                                1e-12,
                                0))
                .isTrue();
        assertThat(norm.runningVariance()
                        .allClose(
                                first.var(0).mul(0.2).mul(0.8).add(second.var(0).mul(0.2)), 1e-12, 0))
                .isTrue();
    }

    @Test
    void predictionsOfBatchNormalizationUseTheRunningStatistics() {
        BatchNormalization norm = new BatchNormalization(NDArray.of(2.0, 2.0), NDArray.of(1.0, 1.0), 0);
        NDArray batch = random.randn(10, 2);
        norm.forward(batch);
        NDArray one = NDArray.of(new double[][] {{0.5, -3}});
        NDArray expected = one.sub(batch.mean(0)).div(batch.std(0)).mul(2).add(1);
        assertThat(norm.infer(one).allClose(expected, 1e-5, 1e-5)).isTrue();
    }

    /**
     * Computes the gradient column by column. Java's arithmetic of doubles is NumPy's; sums along the first axis go row
     * by row.
     */
    @Test
    void batchNormalizationGoesBackByTheBooksFormulaToTheBit() {
        int n = 37;
        NDArray x = random.randn(n, 5);
        NDArray dout = random.randn(n, 5);
        NDArray gamma = random.randn(5);
        BatchNormalization norm = new BatchNormalization(gamma, random.randn(5));
        norm.forward(x);
        NDArray dx = norm.backward(dout);
        for (int j = 0; j < 5; j++) {
            double[] xc = column(x, j);
            double mean = Arrays.stream(xc).reduce(0, Double::sum) / n;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                xc[i] -= mean;
                squares += xc[i] * xc[i];
            }
            double std = Math.sqrt(squares / n + 10e-7);
            double[] dxn = column(dout, j);
            double dstd = 0;
            for (int i = 0; i < n; i++) {
                dxn[i] *= gamma.getDouble(j);
                dstd += dxn[i] * xc[i] / (std * std);
            }
            double dvar = 0.5 * -dstd / std;
            double dmu = 0;
            double[] dxc = new double[n];
            for (int i = 0; i < n; i++) {
                dxc[i] = dxn[i] / std + 2.0 / n * xc[i] * dvar;
                dmu += dxc[i];
            }
            for (int i = 0; i < n; i++) {
                assertThat(dx.getDouble(i, j)).isEqualTo(dxc[i] - dmu / n);
            }
        }
    }

    private static double[] column(NDArray x, int j) {
        return x.transpose().get(j).copy().toDoubleArray();
    }

    @Nested
    class Images {
        private final NDArray x = random.randn(4, 2, 3, 5);

        @Test
        void imagesAreNormalisedByChannel() {
            NDArray out = new BatchNormalization(NDArray.ones(2), NDArray.zeros(2)).forward(x);
            NDArray byChannel = x.transpose(1, 0, 2, 3).reshape(2, -1);
            NDArray expected = byChannel
                    .sub(byChannel.mean(1, true))
                    .div(byChannel.var(1, true).add(1e-6).sqrt());
            assertThat(out.shape()).isEqualTo(x.shape());
            assertThat(out.transpose(1, 0, 2, 3).reshape(2, -1).allClose(expected, 1e-12, 1e-12))
                    .isTrue();
        }

        /** A matrix with a row for each pixel of each image, which is what the definition of the layer needs. */
        @ParameterizedTest
        @CsvSource({"2,2,1,1", "3,5,4,3", "2,9,7,5", "4,8,1,6", "6,4,9,9", "1,3,4,4", "3,1,4,4", "0,3,2,2"})
        void normalisedImagesHaveTheBitsOfTheRowsOfTheirPixels(int n, int channels, int height, int width) {
            for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
                for (int special = 0; special < 2; special++) {
                    NDArray images = random.randn(n, channels, height, width).astype(dtype);
                    NDArray dout = random.randn(n, channels, height, width).astype(dtype);
                    if (special == 1 && n > 0) {
                        images.at(0, 0, 0, 0).set(Double.NaN);
                        images.at(n - 1, channels - 1, 0, 0).set(Double.POSITIVE_INFINITY);
                        dout.at(Index.all(), Index.at(channels / 2)).set(-0.0);
                    }
                    NDArray gamma = random.randn(channels).astype(dtype);
                    NDArray beta = random.randn(channels).astype(dtype);
                    assertHasTheBitsOfRows(images, dout, gamma, beta);
                    assertHasTheBitsOfRows(channelsLast(images), dout, gamma, beta);
                    assertHasTheBitsOfRows(images, channelsLast(dout), gamma, beta);
                    assertHasTheBitsOfRows(images, dout.astype(DType.FLOAT64), gamma, beta);
                    assertHasTheBitsOfRows(images, dout, gamma, beta.astype(DType.FLOAT64));
                }
            }
        }

        private void assertHasTheBitsOfRows(NDArray images, NDArray dout, NDArray gamma, NDArray beta) {
            BatchNormalization ofRows = new BatchNormalization(gamma, beta);
            BatchNormalization ofImages = new BatchNormalization(gamma, beta);
            NDArray y = ofRows.forward(rows(images));
            assertSameBits(rows(ofImages.forward(images)), y);
            NDArray dx = ofRows.backward(rows(dout));
            NDArray dImages = ofImages.backward(dout);
            assertSameBits(rows(dImages), dx);
            assertSameBits(ofImages.dGamma(), ofRows.dGamma());
            assertSameBits(ofImages.dBeta(), ofRows.dBeta());
            assertSameBits(ofImages.runningMean(), ofRows.runningMean());
            assertSameBits(ofImages.runningVariance(), ofRows.runningVariance());
            assertSameBits(rows(ofImages.infer(images)), ofRows.infer(rows(images)));
            // The order in memory shows in sums.
            Shape s = images.shape();
            NDArray channelsLast = dx.reshape(s.get(0), s.get(2), s.get(3), s.get(1));
            assertSameBits(dImages.sum(3), channelsLast.transpose(0, 3, 1, 2).sum(3));
        }

        private static NDArray rows(NDArray images) {
            int pixels = images.size() / images.shape(1);
            return images.transpose(0, 2, 3, 1).reshape(pixels, images.shape(1));
        }

        private static NDArray channelsLast(NDArray images) {
            return images.transpose(0, 2, 3, 1).copy().transpose(0, 3, 1, 2);
        }

        private static void assertSameBits(NDArray actual, NDArray expected) {
            assertThat(actual).isEqualTo(expected);
            assertThat(Arrays.equals(actual.toDoubleArray(), expected.toDoubleArray()))
                    .as("zeros of the same sign")
                    .isTrue();
        }

        @Test
        void imagesAreNormalisedByPixelIfGammaHasOneForEach() {
            NDArray out = new BatchNormalization(NDArray.ones(30), NDArray.zeros(30)).forward(x);
            NDArray flat = new BatchNormalization(NDArray.ones(30), NDArray.zeros(30)).forward(x.reshape(4, 30));
            assertThat(out).isEqualTo(flat.reshape(4, 2, 3, 5));
        }
    }

    @Test
    void batchNormalizationOfFeaturesHasLearnedNothing() {
        for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            BatchNormalization norm = BatchNormalization.of(3, dtype);
            assertThat(norm.gamma()).isEqualTo(NDArray.ones(dtype, 3));
            assertThat(norm.beta()).isEqualTo(NDArray.zeros(dtype, 3));
            assertThat(norm).hasToString("BatchNormalization(3, momentum=0.9)");
        }
        assertThat(BatchNormalization.of(3).gamma().dtype()).isEqualTo(DType.FLOAT64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchNormalization.of(3, DType.INT64))
                .withMessage("BatchNormalization computes in float32 or float64, not int64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchNormalization(NDArray.of(1, 2), NDArray.zeros(2)))
                .withMessage("BatchNormalization computes in float32 or float64, not int64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchNormalization(NDArray.ones(1), NDArray.of(true)))
                .withMessage("BatchNormalization computes in float32 or float64, not bool");
    }

    @Test
    void anotherEpsilonIsAddedToTheVariance() {
        BatchNormalization norm = new BatchNormalization(NDArray.of(2.0, 3.0), NDArray.of(0.5, -1.0), 0.8);
        NDArray x = random.randn(7, 2).mul(0.1);
        norm.forward(x);
        BatchNormalization other = norm.withEpsilon(0.01);
        assertThat(other.runningMean()).isSameAs(norm.runningMean());
        NDArray deviation = norm.runningVariance().add(0.01).sqrt();
        assertThat(other.infer(x)).isEqualTo(scaled(x.sub(norm.runningMean()).div(deviation)));
        NDArray centered = x.sub(x.mean(0));
        NDArray ofBatch = centered.square().mean(0).add(0.01).sqrt();
        assertThat(other.forward(x)).isEqualTo(scaled(centered.div(ofBatch)));
        assertThat(norm.withEpsilon(1e-6).infer(x)).isEqualTo(norm.infer(x));
    }

    private static NDArray scaled(NDArray standard) {
        return standard.mul(NDArray.of(2.0, 3.0)).add(NDArray.of(0.5, -1.0));
    }

    @Test
    void anotherEpsilonStandsInTheTextOfTheLayer() {
        BatchNormalization norm = new BatchNormalization(NDArray.ones(2), NDArray.zeros(2), 0.99).withEpsilon(1e-3);
        assertThat(norm).hasToString("BatchNormalization(2, momentum=0.99, epsilon=0.001)");
        assertThat(new Layers().of(norm.toString(), norm.parameters()::get, null))
                .hasToString(norm.toString());
        assertThat(norm.withEpsilon(1e-6)).hasToString("BatchNormalization(2, momentum=0.99)");
        for (double number : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> norm.withEpsilon(number))
                    .withMessage("the epsilon of BatchNormalization must be above 0 and finite, but is " + number);
        }
    }

    @Test
    void batchNormalizationRefusesParametersAndInputsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchNormalization(NDArray.ones(2), NDArray.zeros(3)))
                .withMessage("γ and β must have one shape (features,), not (2,) and (3,)");
        for (double momentum : new double[] {-0.5, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BatchNormalization(NDArray.ones(2), NDArray.zeros(2), momentum))
                    .withMessage("the momentum of BatchNormalization must be from 0 to 1, not " + momentum);
        }
        BatchNormalization norm = new BatchNormalization(NDArray.ones(2), NDArray.zeros(2));
        for (Shape shape : new Shape[] {Shape.of(4, 3), Shape.of(2), Shape.of(), Shape.of(4, 3, 2, 2)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> norm.forward(NDArray.zeros(shape.toArray())))
                    .withMessage("BatchNormalization of 2 features cannot take an input of shape " + shape);
        }
    }
}
