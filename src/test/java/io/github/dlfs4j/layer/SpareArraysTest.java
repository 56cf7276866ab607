package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays that are given back to a layer change nothing but where its results are. */
class SpareArraysTest {
    private static final int BATCH = 19;

    /** Layers for images of 2 channels of 6x5; each call gives equal ones. */
    static Stream<Supplier<Layer>> layers() {
        return Stream.of(
                () -> new Convolution(random().randn(3, 2, 3, 3), random().randn(3), 2, 1),
                () -> new Pooling(3, 2, 2, 1),
                () -> new Pooling(2, 2, 2, 0),
                Relu::new,
                Sigmoid::new,
                () -> new Dropout(0.5, random()),
                () -> new BatchNormalization(random().rand(2), random().rand(2)),
                () -> new Affine(random().randn(60, 4), random().randn(4)));
    }

    private static RandomState random() {
        return new RandomState(7);
    }

    private static NDArray images(int n) {
        return new RandomState(n).randn(n, 2, 6, 5);
    }

    /** An array that has been used: of the shape and dtype of the other, but full of NaN. */
    private static NDArray used(NDArray other) {
        return NDArray.full(Double.NaN, other.shape().toArray()).astype(other.dtype());
    }

    /** The same in another order of memory. */
    private static NDArray transposed(NDArray other) {
        return used(other.transpose()).transpose();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void inferTheSame(Supplier<Layer> layers) {
        Layer layer = layers.get();
        for (NDArray x : new NDArray[] {images(BATCH), images(BATCH).astype(DType.FLOAT32), images(0)}) {
            NDArray out = layer.infer(x);
            NDArray spare = used(out);
            assertThat(layer.infer(x, spare)).isEqualTo(out);
            assertThat(layer.infer(x, transposed(out))).isEqualTo(out);
            assertThat(layer.infer(x, NDArray.zeros(3))).isEqualTo(out);
            assertThat(layer.infer(x, null)).isEqualTo(out);
        }
    }

    /** All but the one for which it is not worth it. */
    @ParameterizedTest
    @MethodSource("layers")
    void holdWhatWasInferred(Supplier<Layer> layers) {
        Layer layer = layers.get();
        NDArray out = layer.infer(images(BATCH));
        NDArray spare = used(out);
        layer.infer(images(BATCH), spare);
        boolean isPassedBy = layer instanceof BatchNormalization || layer instanceof Sigmoid;
        assertThat(spare).isEqualTo(isPassedBy ? used(out) : out);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void learnTheSame(Supplier<Layer> layers) {
        Layer plain = layers.get();
        Layer saving = layers.get();
        NDArray out = null;
        NDArray dx = null;
        for (int n : new int[] {BATCH, BATCH, 1, 8, BATCH, 0}) {
            NDArray expected = plain.forward(images(n));
            out = saving.forward(images(n), out);
            assertThat(out).isEqualTo(expected);
            NDArray dout = new RandomState(n + 1).randn(expected.shape().toArray());
            NDArray expectedDx = plain.backward(dout);
            dx = saving.backward(dout, dx);
            assertThat(dx).isEqualTo(expectedDx);
            assertThat(saving.gradients()).isEqualTo(plain.gradients());
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void mayBeInAnotherOrder(Supplier<Layer> layers) {
        Layer plain = layers.get();
        Layer saving = layers.get();
        NDArray out = plain.forward(images(BATCH));
        assertThat(saving.forward(images(BATCH), transposed(out))).isEqualTo(out);
        NDArray dx = plain.backward(out);
        assertThat(saving.backward(out, transposed(dx))).isEqualTo(dx);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theFirstLayerNeedsNoGradientByItsInput(Supplier<Layer> layers) {
        Layer plain = layers.get();
        Layer first = layers.get();
        for (int n : new int[] {BATCH, BATCH, 3}) {
            NDArray dout = plain.forward(images(n)).mul(0.5);
            first.forward(images(n));
            plain.backward(dout);
            first.backwardToParameters(dout);
            assertThat(first.gradients()).isEqualTo(plain.gradients());
        }
    }

    /** Who asked without giving anything back keeps the gradients. */
    @ParameterizedTest
    @MethodSource("layers")
    void areOnlyThoseGivenBack(Supplier<Layer> layers) {
        Layer layer = layers.get();
        NDArray dout = layer.forward(images(BATCH)).mul(0.5);
        layer.backward(dout);
        Map<String, NDArray> gradients = layer.gradients();
        Map<String, NDArray> copies = new HashMap<>();
        gradients.forEach((name, gradient) -> copies.put(name, gradient.copy()));
        layer.forward(images(BATCH).neg());
        layer.backward(dout.add(1));
        assertThat(gradients).isEqualTo(copies);
    }

    /** As single precision meets double where someone mixes them. */
    @Test
    void aConvolutionTakesGradientsOfAnotherPrecision() {
        NDArray w = random().randn(3, 2, 3, 3);
        Convolution layer = new Convolution(w, NDArray.zeros(3), 1, 0);
        NDArray dout = layer.forward(images(9));
        NDArray dx = layer.backward(dout);
        NDArray dW = layer.dW();
        NDArray single = layer.backward(dout.astype(DType.FLOAT32));
        assertThat(single.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(single.allClose(dx, 1e-5, 1e-5)).isTrue();
        assertThat(layer.dW().allClose(dW, 1e-5, 1e-4)).isTrue();
    }
}
