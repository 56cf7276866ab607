package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A step has the same bits with and without an {@link ArrayScope}, and predictions the same bits in any blocks. */
@SuppressWarnings("try") // nothing uses the scopes; they only have to be open
class ScopedNetworkTest {
    private static final int[] BATCHES = {20, 20, 7, 1, 20, 33, 8};

    private final RandomState images = new RandomState(3);

    /** Returns equal networks in every call. */
    private static Sequential net(DType dtype, double weightDecay) {
        RandomState random = new RandomState(4);
        Layer[] layers = {
            new Convolution(random.randn(4, 1, 3, 3).astype(dtype), NDArray.zeros(dtype, 4), 1, 1),
            new BatchNormalization(NDArray.ones(dtype, 4), NDArray.zeros(dtype, 4)),
            new Relu(),
            new Convolution(random.randn(5, 4, 2, 2).astype(dtype), NDArray.zeros(dtype, 5), 2, 0),
            new Sigmoid(),
            new Pooling(2, 2, 1, 1),
            new Affine(random.randn(80, 12).astype(dtype), NDArray.zeros(dtype, 12)),
            new Relu(),
            new Dropout(0.3, random),
            new Affine(random.randn(12, 3).astype(dtype), NDArray.zeros(dtype, 3))
        };
        return new Sequential(weightDecay, layers);
    }

    private NDArray images(int n) {
        return images.rand(n, 1, 6, 6);
    }

    private static Map<String, NDArray> copies(Map<String, NDArray> gradients) {
        Map<String, NDArray> copies = new HashMap<>();
        gradients.forEach((name, gradient) -> copies.put(name, gradient.copy()));
        return copies;
    }

    @ParameterizedTest
    @CsvSource({"FLOAT64, 0", "FLOAT64, 0.1", "FLOAT32, 0", "FLOAT32, 0.1"})
    void aStepOfANetworkIsTheSameInAScope(DType dtype, double weightDecay) {
        Sequential plain = net(dtype, weightDecay);
        Sequential saving = net(dtype, weightDecay);
        Optimizer plainAdam = new Adam(0.01);
        Optimizer savingAdam = new Adam(0.01);
        for (int n : BATCHES) {
            NDArray x = images(n).astype(dtype);
            NDArray t = images.randint(0, 3, n);
            Map<String, NDArray> expected = plain.gradient(x, t);
            plainAdam.update(plain.parameters(), expected);
            try (ArrayScope scope = ArrayScope.open()) {
                Map<String, NDArray> gradients = saving.gradient(x, t);
                assertThat(gradients).isEqualTo(expected);
                savingAdam.update(saving.parameters(), gradients);
            }
            assertThat(saving.state()).isEqualTo(plain.state());
            assertThat(saving.predict(x)).isEqualTo(plain.predict(x));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "0.1"})
    void gradientsOfANetworkWithoutAScopeDoNotChange(double weightDecay) {
        Sequential net = net(DType.FLOAT64, weightDecay);
        NDArray t = images.randint(0, 3, 9);
        Map<String, NDArray> first = net.gradient(images(9), t);
        Map<String, NDArray> copiesOfFirst = copies(first);
        net.gradient(images(9), t);
        assertThat(first).isEqualTo(copiesOfFirst);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void blocksOfImagesArePredictedAsIfAlone(DType dtype) {
        Sequential net = net(dtype, 0);
        net.gradient(images(20).astype(dtype), images.randint(0, 3, 20));
        NDArray x = images(35).astype(dtype);
        NDArray scores = net.predict(x);
        for (int first = 0; first < 35; first += 8) {
            Index block = Index.range(first, Math.min(first + 8, 35));
            assertThat(net.predict(x.get(block))).isEqualTo(scores.get(block));
        }
        NDArray view = NDArray.zeros(dtype, 6, 6, 1, 35).transpose();
        view.at(Index.ellipsis()).set(x);
        assertThat(net.predict(view)).isEqualTo(scores);
    }

    /** Not to the bit: a matrix product with few rows adds up in another order. */
    @ParameterizedTest
    @CsvSource({"FLOAT64, 1e-13", "FLOAT32, 1e-4"})
    void anImageIsPredictedTheSameInAnyBatch(DType dtype, double tolerance) {
        Sequential net = net(dtype, 0);
        NDArray x = images(35).astype(dtype);
        NDArray scores = net.predict(x);
        for (int n = 0; n < 35; n++) {
            Index image = Index.range(n, n + 1);
            assertThat(net.predict(x.get(image)).allClose(scores.get(image), tolerance, tolerance))
                    .isTrue();
        }
    }

    @Test
    void aNetworkWithoutLayersPredictsItsInput() {
        NDArray x = images(20);
        assertThat(new Sequential().predict(x)).isEqualTo(x);
    }

    /** A user's layer may return its argument. */
    @Test
    void aLayerOfYourOwnMayReturnItsInput() {
        Layer identity = new IdentityLayer();
        NDArray w = new RandomState(1).randn(36, 3);
        Sequential own = new Sequential(identity, new Affine(w, NDArray.zeros(3)), identity);
        Sequential plain = new Sequential(new Affine(w, NDArray.zeros(3)));
        for (int n : BATCHES) {
            NDArray x = images(n);
            NDArray t = images.randint(0, 3, n);
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(own.gradient(x, t)).isEqualTo(plain.gradient(x, t));
            }
            assertThat(own.predict(x)).isEqualTo(plain.predict(x.reshape(n, 36)));
        }
    }
}
