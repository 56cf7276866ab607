package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every layer says on the way back is what differences say: the loss is a random weighted sum of its outputs. */
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
    void relu(long seed) {
        Random random = new Random(seed);
        NDArray x = random(random, 4, 5);
        // Away from the bend at 0, where there is no derivative.
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
    void softmaxWithLoss(long seed) {
        Random random = new Random(seed);
        // The way back leaves out the 1e-7 inside the logarithm, which shows where a probability is small.
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
