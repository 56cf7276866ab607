package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers compute the same in an {@link ArrayScope}, where results reuse the memory of earlier steps. */
@SuppressWarnings("try") // nothing uses the scopes; they only have to be open
class ScopedLayersTest {
    private static final int BATCH = 19;

    /** Returns layers for images of 2 channels of 6x5; every call returns equal layers. */
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

    @ParameterizedTest
    @MethodSource("layers")
    void layersPredictTheSameInAScope(Supplier<Layer> layers) {
        Layer layer = layers.get();
        for (NDArray x : new NDArray[] {images(BATCH), images(BATCH).astype(DType.FLOAT32), images(0), images(BATCH)}) {
            NDArray expected = layer.infer(x);
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(layer.infer(x)).isEqualTo(expected);
            }
        }
    }

    /** Trains in the memory of earlier steps, whose arrays had other sizes or other numbers. */
    @ParameterizedTest
    @MethodSource("layers")
    void layersLearnTheSameInAScope(Supplier<Layer> layers) {
        Layer plain = layers.get();
        Layer scoped = layers.get();
        for (int n : new int[] {BATCH, BATCH, 1, 8, BATCH, 0}) {
            NDArray expected = plain.forward(images(n));
            NDArray dout = new RandomState(n + 1).randn(expected.shape().toArray());
            NDArray expectedDx = plain.backward(dout);
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(scoped.forward(images(n))).isEqualTo(expected);
                assertThat(scoped.backward(dout)).isEqualTo(expectedDx);
                assertThat(scoped.gradients()).isEqualTo(plain.gradients());
            }
            assertThat(scoped.statistics()).isEqualTo(plain.statistics());
        }
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

    @ParameterizedTest
    @MethodSource("layers")
    void layersInAScopeKeepTheirEarlierGradients(Supplier<Layer> layers) {
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

    /** A user may mix float32 and float64. */
    @Test
    void aConvolutionTakesGradientsOfAnotherDtype() {
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
