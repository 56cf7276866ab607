package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ExportedTypes;
import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradients of every layer agree with numerical gradients of a random weighted sum of its outputs. The layers are
 * found among the compiled classes, so that none is forgotten.
 */
class LayerGradientsTest {
    private static final double TOLERANCE = 1e-7;
    private static final int[][] SHAPES_OF_OPERANDS = {{3, 4}, {4}, {3, 1}, {}};

    /** How the gradients of each layer are checked: one that is no function of each element needs a line here. */
    private static final Map<Class<?>, Consumer<Random>> CHECKS = Map.ofEntries(
            Map.entry(AddLayer.class, LayerGradientsTest::addLayer),
            Map.entry(Affine.class, LayerGradientsTest::affine),
            Map.entry(BatchNormalization.class, LayerGradientsTest::batchNormalization),
            Map.entry(Convolution.class, LayerGradientsTest::convolution),
            Map.entry(Dropout.class, LayerGradientsTest::dropout),
            Map.entry(IdentityWithLoss.class, LayerGradientsTest::identityWithLoss),
            Map.entry(MulLayer.class, LayerGradientsTest::mulLayer),
            Map.entry(Pooling.class, LayerGradientsTest::pooling),
            Map.entry(SoftmaxWithLoss.class, LayerGradientsTest::softmaxWithLoss));

    /** Every class of the package that has a backward pass, with each seed. */
    static List<Arguments> layers() throws IOException {
        List<Arguments> layers = new ArrayList<>();
        for (Class<?> type : ExportedTypes.of(Path.of("target", "classes"))) {
            boolean isLayer = type.getPackage() == Layer.class.getPackage()
                    && !Modifier.isAbstract(type.getModifiers())
                    && Stream.of(type.getMethods())
                            .anyMatch(method -> method.getName().equals("backward"));
            for (long seed = 0; isLayer && seed < 3; seed++) {
                layers.add(Arguments.of(type, seed));
            }
        }
        return layers;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfEveryLayerAgreeWithNumericalOnes(Class<?> layer, long seed) {
        Random random = new Random(seed);
        if (ElementwiseLayer.class.isAssignableFrom(layer)) {
            // All numbers are away from 0, where a function may have a corner.
            NDArray x = random(random, 4, 5);
            assertInputGradient(LayerExamples.of(layer), x.add(x.sign().mul(0.001)), random);
            return;
        }
        assertThat(CHECKS)
                .as("no gradient check of %s: add a line to CHECKS of LayerGradientsTest", layer.getSimpleName())
                .containsKey(layer);
        CHECKS.get(layer).accept(random);
    }

    private static NDArray random(Random random, int... shape) {
        int size = NDArray.zeros(shape).size();
        return NDArray.of(random.doubles(size, -2, 2).toArray(), shape);
    }

    private static void assertGradients(GradientCheck check) {
        assertThat(check.isBelow(TOLERANCE)).as(check.toString()).isTrue();
    }

    private static void assertInputGradient(Layer layer, NDArray x, Random random) {
        assertAllGradients(layer, x, Map.of(), random);
    }

    private static void assertAllGradients(Layer layer, NDArray x, Map<String, NDArray> parameters, Random random) {
        NDArray dout = random(random, layer.forward(x).shape().toArray());
        Map<String, NDArray> gradients = new HashMap<>(Map.of("x", layer.backward(dout)));
        gradients.putAll(layer.gradients());
        Map<String, NDArray> inputs = new HashMap<>(Map.of("x", x));
        inputs.putAll(parameters);
        assertGradients(GradientCheck.of(() -> layer.forward(x).mul(dout).sum(), inputs, gradients));
    }

    private static void identityWithLoss(Random random) {
        NDArray x = random(random, 5, 3);
        NDArray t = random(random, 5, 3);
        IdentityWithLoss layer = new IdentityWithLoss();
        layer.forward(x, t);
        NDArray dx = layer.backward(1);
        assertGradients(GradientCheck.of(() -> layer.forward(x, t), Map.of("x", x), Map.of("x", dx)));
    }

    private static void affine(Random random) {
        for (int[] shape : new int[][] {{6}, {5, 6}, {5, 3, 2}, {5, 1, 2, 3}}) {
            NDArray weights = random(random, 6, 4);
            NDArray bias = random(random, 4);
            NDArray x = random(random, shape);
            Affine layer = new Affine(weights, bias);
            assertAllGradients(layer, x, Map.of("W", weights, "b", bias), random);
        }
    }

    private static void convolution(Random random) {
        for (int[] strideAndPadding : new int[][] {{1, 0}, {1, 1}, {2, 1}, {3, 2}}) {
            NDArray weights = random(random, 3, 2, 3, 2);
            NDArray bias = random(random, 3);
            NDArray x = random(random, 9, 2, 6, 5);
            Convolution layer = new Convolution(weights, bias, strideAndPadding[0], strideAndPadding[1]);
            assertAllGradients(layer, x, Map.of("W", weights, "b", bias), random);
        }
    }

    private static void pooling(Random random) {
        assertInputGradient(new Pooling(2, 2, 2, 0), distinct(random, 2, 3, 6, 4), random);
        assertInputGradient(new Pooling(3, 2, 1, 1), distinct(random, 2, 3, 6, 4), random);
    }

    /** The numbers differ by more than the step of the differences, so that the largest stays the largest. */
    private static NDArray distinct(Random random, int... shape) {
        int size = NDArray.zeros(shape).size();
        NDArray order = new RandomState(random.nextInt(1000)).permutation(size);
        return order.reshape(shape).mul(0.01).add(0.5);
    }

    private static void batchNormalization(Random random) {
        for (int[] shape : new int[][] {{7, 6}, {5, 6, 2, 3}, {7, 3, 2, 1}}) {
            NDArray gamma = random(random, 6);
            NDArray beta = random(random, 6);
            NDArray x = random(random, shape);
            BatchNormalization layer = new BatchNormalization(gamma, beta);
            assertAllGradients(layer, x, Map.of("gamma", gamma, "beta", beta), random);
        }
    }

    private static void dropout(Random random) {
        NDArray x = random(random, 4, 5);
        NDArray dout = random(random, 4, 5);
        int seed = random.nextInt(100);
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

    private static void softmaxWithLoss(Random random) {
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

    private static void mulLayer(Random random) {
        for (int[] shape : SHAPES_OF_OPERANDS) {
            NDArray dout = random(random, 3, 4);
            MulLayer layer = new MulLayer();
            assertOperandGradients(random, shape, (x, y) -> layer.forward(x, y).mul(dout), () -> layer.backward(dout));
        }
    }

    private static void addLayer(Random random) {
        for (int[] shape : SHAPES_OF_OPERANDS) {
            NDArray dout = random(random, 3, 4);
            AddLayer layer = new AddLayer();
            assertOperandGradients(random, shape, (x, y) -> layer.forward(x, y).mul(dout), () -> layer.backward(dout));
        }
    }

    private static void assertOperandGradients(
            Random random, int[] shape, BinaryOperator<NDArray> forward, Supplier<OperandGradients> backward) {
        NDArray x = random(random, 3, 4);
        NDArray y = random(random, shape);
        assertThat(forward.apply(x, y).size()).isEqualTo(12);
        OperandGradients gradients = backward.get();
        assertGradients(GradientCheck.of(
                () -> forward.apply(x, y).sum(),
                Map.of("x", x, "y", y),
                Map.of("x", gradients.dx(), "y", gradients.dy())));
    }
}
