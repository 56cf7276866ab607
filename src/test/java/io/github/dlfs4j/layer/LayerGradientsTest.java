package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradients of every layer agree with numerical gradients of a random weighted sum of its outputs. */
@BothKernels
class LayerGradientsTest {
    private static final double TOLERANCE = 1e-7;

    private static NDArray random(Random random, int... shape) {
        int size = NDArray.zeros(shape).size();
        return NDArray.of(random.doubles(size, -2, 2).toArray(), shape);
    }

    private static void assertGradients(GradientCheck check) {
        assertThat(check.isBelow(TOLERANCE)).as(check.toString()).isTrue();
    }

    private static void assertInputGradient(Layer layer, NDArray x, Random random) {
        NDArray dout = random(random, layer.forward(x).shape().toArray());
        NDArray dx = layer.backward(dout);
        assertGradients(GradientCheck.of(() -> layer.forward(x).mul(dout).sum(), Map.of("x", x), Map.of("x", dx)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void sigmoid(long seed) {
        Random random = new Random(seed);
        assertInputGradient(new Sigmoid(), random(random, 4, 5), random);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void tanh(long seed) {
        Random random = new Random(seed);
        assertInputGradient(new Tanh(), random(random, 4, 5), random);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void leakyRelu(long seed) {
        Random random = new Random(seed);
        NDArray x = random(random, 4, 5);
        assertInputGradient(new LeakyRelu(0.1), x.add(x.sign().mul(0.001)), random);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void identityWithLoss(long seed) {
        Random random = new Random(seed);
        NDArray x = random(random, 5, 3);
        NDArray t = random(random, 5, 3);
        IdentityWithLoss layer = new IdentityWithLoss();
        layer.forward(x, t);
        NDArray dx = layer.backward(1);
        assertGradients(GradientCheck.of(() -> layer.forward(x, t), Map.of("x", x), Map.of("x", dx)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void relu(long seed) {
        Random random = new Random(seed);
        NDArray x = random(random, 4, 5);
        // All numbers are away from 0, where there is no derivative.
        assertInputGradient(new Relu(), x.add(x.sign().mul(0.001)), random);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void affine(long seed) {
        Random random = new Random(seed);
        for (int[] shape : new int[][] {{6}, {5, 6}, {5, 3, 2}, {5, 1, 2, 3}}) {
            NDArray weights = random(random, 6, 4);
            NDArray bias = random(random, 4);
            NDArray x = random(random, shape);
            Affine layer = new Affine(weights, bias);
            NDArray dout = random(random, layer.forward(x).shape().toArray());
            NDArray dx = layer.backward(dout);
            assertGradients(GradientCheck.of(
                    () -> layer.forward(x).mul(dout).sum(),
                    Map.of("x", x, "W", weights, "b", bias),
                    Map.of("x", dx, "W", layer.dW(), "b", layer.db())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void convolution(long seed) {
        Random random = new Random(seed);
        for (int[] strideAndPadding : new int[][] {{1, 0}, {1, 1}, {2, 1}, {3, 2}}) {
            NDArray weights = random(random, 3, 2, 3, 2);
            NDArray bias = random(random, 3);
            NDArray x = random(random, 9, 2, 6, 5);
            Convolution layer = new Convolution(weights, bias, strideAndPadding[0], strideAndPadding[1]);
            NDArray dout = random(random, layer.forward(x).shape().toArray());
            NDArray dx = layer.backward(dout);
            assertGradients(GradientCheck.of(
                    () -> layer.forward(x).mul(dout).sum(),
                    Map.of("x", x, "W", weights, "b", bias),
                    Map.of("x", dx, "W", layer.dW(), "b", layer.db())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void pooling(long seed) {
        Random random = new Random(seed);
        assertInputGradient(new Pooling(2, 2, 2, 0), distinct(random, 2, 3, 6, 4), random);
        assertInputGradient(new Pooling(3, 2, 1, 1), distinct(random, 2, 3, 6, 4), random);
    }

    /** The numbers differ by more than the step of the differences, so that the largest stays the largest. */
    private static NDArray distinct(Random random, int... shape) {
        int size = NDArray.zeros(shape).size();
        NDArray order = new RandomState(random.nextInt(1000)).permutation(size);
        return order.reshape(shape).mul(0.01).add(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void batchNormalization(long seed) {
        Random random = new Random(seed);
        for (int[] shape : new int[][] {{7, 6}, {5, 6, 2, 3}, {7, 3, 2, 1}}) {
            NDArray gamma = random(random, 6);
            NDArray beta = random(random, 6);
            NDArray x = random(random, shape);
            BatchNormalization layer = new BatchNormalization(gamma, beta);
            NDArray dout = random(random, shape);
            layer.forward(x);
            NDArray dx = layer.backward(dout);
            assertGradients(GradientCheck.of(
                    () -> layer.forward(x).mul(dout).sum(),
                    Map.of("x", x, "gamma", gamma, "beta", beta),
                    Map.of("x", dx, "gamma", layer.dGamma(), "beta", layer.dBeta())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void dropout(long seed) {
        Random random = new Random(seed);
        NDArray x = random(random, 4, 5);
        NDArray dout = random(random, 4, 5);
        Dropout layer = new Dropout(0.5, new RandomState(seed));
        layer.forward(x);
        NDArray dx = layer.backward(dout);
        // A new layer with the same seed draws the same neurons.
        assertGradients(GradientCheck.of(
                () -> new Dropout(0.5, new RandomState(seed))
                        .forward(x)
                        .mul(dout)
                        .sum(),
                Map.of("x", x),
                Map.of("x", dx)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void softmaxWithLoss(long seed) {
        Random random = new Random(seed);
        // The backward pass ignores the 1e-7 in the logarithm, which matters if a probability is small.
        NDArray x = random(random, 5, 4).mul(0.25);
        NDArray labels = NDArray.of(random.ints(5, 0, 4).toArray());
        NDArray oneHot = NDArray.eye(4).get(labels);
        for (NDArray t : new NDArray[] {labels, oneHot}) {
            SoftmaxWithLoss layer = new SoftmaxWithLoss();
            layer.forward(x, t);
            NDArray dx = layer.backward(1);
            assertGradients(GradientCheck.of(() -> layer.forward(x, t), Map.of("x", x), Map.of("x", dx)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void mulLayer(long seed) {
        Random random = new Random(seed);
        for (int[] shape : new int[][] {{3, 4}, {4}, {3, 1}, {}}) {
            NDArray x = random(random, 3, 4);
            NDArray y = random(random, shape);
            NDArray dout = random(random, 3, 4);
            MulLayer layer = new MulLayer();
            layer.forward(x, y);
            OperandGradients gradients = layer.backward(dout);
            assertGradients(GradientCheck.of(
                    () -> layer.forward(x, y).mul(dout).sum(),
                    Map.of("x", x, "y", y),
                    Map.of("x", gradients.dx(), "y", gradients.dy())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void addLayer(long seed) {
        Random random = new Random(seed);
        for (int[] shape : new int[][] {{3, 4}, {4}, {3, 1}, {}}) {
            NDArray x = random(random, 3, 4);
            NDArray y = random(random, shape);
            NDArray dout = random(random, 3, 4);
            AddLayer layer = new AddLayer();
            layer.forward(x, y);
            OperandGradients gradients = layer.backward(dout);
            assertGradients(GradientCheck.of(
                    () -> layer.forward(x, y).mul(dout).sum(),
                    Map.of("x", x, "y", y),
                    Map.of("x", gradients.dx(), "y", gradients.dy())));
        }
    }
}
