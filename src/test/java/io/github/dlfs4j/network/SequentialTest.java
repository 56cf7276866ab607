package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequentialTest {
    /** The backward pass ignores the 1e-7 in the logarithm, which matters if a probability is small. */
    private static final double TOLERANCE = 1e-5;

    private final RandomState random = new RandomState(5);
    private final NDArray t = NDArray.of(0, 2, 1, 1);

    private void assertGradients(Sequential net, NDArray x) {
        Map<String, NDArray> gradients = net.gradient(x, t);
        GradientCheck check = GradientCheck.of(() -> net.trainingLoss(x, t), net.parameters(), gradients);
        assertThat(check.isBelow(TOLERANCE)).as(check.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void aNetworkBackpropagatesThroughFullyConnectedLayers(double weightDecay) {
        MultiLayerNet plan = MultiLayerNet.ofSizes(4, 6, 5, 3)
                .initialization(Initialization.normal(0.3))
                .weightDecay(weightDecay);
        assertGradients(plan.activation(Sigmoid::new).build(random), random.randn(4, 4));
        assertGradients(plan.batchNormalization().build(random), random.randn(4, 4));
    }

    @Test
    void aNetworkBackpropagatesThroughConvolutions() {
        Layer[] layers = {
            new Convolution(random.randn(3, 1, 3, 3).muli(0.3), random.randn(3), 1, 1),
            new BatchNormalization(NDArray.ones(3), NDArray.zeros(3)),
            new Sigmoid(),
            new Pooling(2, 2, 2, 0),
            new Affine(random.randn(12, 3).muli(0.1), random.randn(3))
        };
        assertGradients(new Sequential(layers), random.randn(4, 1, 4, 4));
    }

    /** Computing the losses changes the running statistics, which are restored. */
    @Test
    void numericalGradientsRestoreTheStateOfANetwork() {
        Sequential net = MultiLayerNet.ofSizes(4, 6, 3).batchNormalization().build(random);
        net.gradient(random.randn(4, 4), t);
        Map<String, NDArray> before = new HashMap<>();
        net.state().forEach((name, array) -> before.put(name, array.copy()));
        NDArray x = random.randn(4, 4);
        Map<String, NDArray> numerical = net.numericalGradient(x, t);
        assertThat(net.state()).isEqualTo(before);
        assertThat(numerical.keySet())
                .containsExactlyElementsOf(net.parameters().keySet());
        net.gradient(x, t)
                .forEach((name, gradient) -> assertThat(numerical.get(name).allClose(gradient, 0, TOLERANCE))
                        .as(name)
                        .isTrue());
    }

    @Test
    void aNetworkBackpropagatesFromNumbers() {
        MultiLayerNet plan =
                MultiLayerNet.ofSizes(4, 6, 2).activation(Tanh::new).lastLayer(IdentityWithLoss::new);
        Sequential net = plan.weightDecay(0.1).build(random);
        NDArray x = random.randn(5, 4);
        NDArray numbers = random.randn(5, 2);
        Map<String, NDArray> gradients = net.gradient(x, numbers);
        GradientCheck check = GradientCheck.of(() -> net.trainingLoss(x, numbers), net.parameters(), gradients);
        assertThat(check.isBelow(1e-8)).as(check.toString()).isTrue();
        assertThat(net.loss(x, numbers)).isEqualTo(net.trainingLoss(x, numbers));
    }

    @Nested
    class OfNumbers {
        private final Sequential net =
                new Sequential(new IdentityWithLoss(), Affine.of(2, 1, Initialization.xavier(), random));
        private final NDArray x = random.randn(64, 2);
        private final NDArray targets =
                x.dot(NDArray.of(new double[][] {{3}, {-2}})).add(0.5);

        @Test
        void aNetworkOfNumbersFitsAPlane() {
            Dataset plane = Dataset.of(x, targets);
            new Trainer(net, new SGD(0.3), Batches.shuffled(plane, 16, random)).runEpochs(60);
            assertThat(plane.loss(net)).isLessThan(1e-20);
            assertThat(net.parameters().get("W1").allClose(NDArray.of(new double[][] {{3}, {-2}}), 0, 1e-10))
                    .isTrue();
        }

        @Test
        void aNetworkOfNumbersHasNoAccuracy() {
            assertThatThrownBy(() -> net.accuracy(x, targets))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("a network that ends in IdentityWithLoss has a loss, but no accuracy");
        }

        @Test
        void aNetworkOfNumbersRefusesLabels() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> net.gradient(x, random.randint(0, 2, 64)))
                    .withMessage("targets must have the shape (64, 1) of the outputs, not (64,)");
        }
    }

    /** Otherwise they would silently be trained as a softmax of one class. */
    @Test
    void aNetworkOfClassesRefusesNumbers() {
        Sequential one = MultiLayerNet.ofSizes(4, 1).build(random);
        NDArray x = random.randn(3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.gradient(x, random.randn(3, 1)))
                .withMessage("softmax needs scores of at least 2 classes, not the shape (3, 1)");
        Sequential three = MultiLayerNet.ofSizes(4, 3).build(random);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.gradient(x, NDArray.full(2.0, 3, 3)))
                .withMessageStartingWith("targets must be labels or probabilities that add up to 1 in each row");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.accuracy(x, random.randn(3, 1)))
                .withMessageStartingWith("targets must be one-hot, of shape (3, 3), or labels, of shape (3,)");
    }

    @Nested
    class NamesTheLayerInAnException {
        private final Affine first = new Affine(NDArray.zeros(5, 3), NDArray.zeros(3));
        private final Affine second = new Affine(NDArray.zeros(4, 2), NDArray.zeros(2));

        private void assertRefused(ThrowingCallable call, Class<?> type, String message, String cause) {
            assertThatThrownBy(call)
                    .isExactlyInstanceOf(type)
                    .hasMessage(message)
                    .hasRootCauseMessage(cause);
        }

        @Test
        void anExceptionOfTheForwardPassNamesTheLayer() {
            Sequential net = new Sequential(first, new Relu(), second);
            String words = "shapes (6,3) and (4,2) not aligned: 3 (dim 1) != 4 (dim 0)";
            String message = "layer 3 of 3, Affine: " + words;
            NDArray x = NDArray.zeros(6, 5);
            assertRefused(() -> net.predict(x), IllegalArgumentException.class, message, words);
            assertRefused(() -> net.gradient(x, t), IllegalArgumentException.class, message, words);
            assertRefused(
                    () -> net.summary(),
                    IllegalArgumentException.class,
                    message.replace("(6,", "(1,"),
                    words.replace("(6,", "(1,"));
        }

        @Test
        void anExceptionAboutImagesNamesTheLayer() {
            Sequential net = new Sequential(
                    new Relu(), new Convolution(NDArray.zeros(2, 3, 3, 3), NDArray.zeros(2), 1, 0), new Relu());
            String words = "Convolution of 3 channels cannot take images of 1";
            assertRefused(
                    () -> net.predict(NDArray.zeros(40, 1, 5, 5)),
                    IllegalArgumentException.class,
                    "layer 2 of 3, Convolution: " + words,
                    words);
        }

        /** A user's layer throws an exception of each class. */
        @Test
        void anExceptionOfTheBackwardPassNamesTheLayer() {
            for (RuntimeException e : List.of(
                    new IllegalArgumentException("this"),
                    new IndexOutOfBoundsException("that"),
                    new UnsupportedOperationException("those"))) {
                Sequential net = new Sequential(new Failing(e), new Affine(NDArray.zeros(2, 3), NDArray.zeros(3)));
                assertRefused(
                        () -> net.gradient(NDArray.zeros(4, 2), t),
                        e.getClass(),
                        "layer 1 of 2, Failing: " + e.getMessage(),
                        e.getMessage());
            }
            Sequential wrong =
                    new Sequential(new Affine(NDArray.zeros(2, 3), NDArray.zeros(3)), new Failing(null), new Relu());
            String words = "dout of Affine must have the shape (4, 3) of its output, not (4,)";
            assertRefused(
                    () -> wrong.gradient(NDArray.zeros(4, 2), t),
                    IllegalArgumentException.class,
                    "layer 1 of 3, Affine: " + words,
                    words);
        }

        /** Nothing is what a layer returns that has not been written yet. */
        @Test
        void aLayerThatHasComputedNothingIsNamed() {
            NDArray x = NDArray.zeros(4, 2);
            Affine affine = new Affine(NDArray.zeros(2, 3), NDArray.zeros(3));
            String words = "Unwritten has computed no array";
            Sequential forward = new Sequential(affine, new Unwritten(false));
            String message = "layer 2 of 2, Unwritten: " + words;
            assertRefused(() -> forward.predict(x), IllegalStateException.class, message, words);
            assertRefused(() -> forward.gradient(x, t), IllegalStateException.class, message, words);
            assertRefused(() -> forward.summary().toString(), IllegalStateException.class, message, words);
            Sequential backward = new Sequential(affine, new Unwritten(true));
            assertRefused(() -> backward.gradient(x, t), IllegalStateException.class, message, words);
            Sequential last = new Sequential(new UnwrittenLoss(), affine);
            for (ThrowingCallable call : List.<ThrowingCallable>of(() -> last.loss(x, t), () -> last.gradient(x, t))) {
                assertThatThrownBy(call)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("UnwrittenLoss has computed no array");
            }
        }

        @Test
        void anExceptionOfAnotherClassIsThrownAsItIs() {
            ArithmeticException e = new ArithmeticException("mine");
            Sequential net = new Sequential(new Failing(e), new Affine(NDArray.zeros(2, 3), NDArray.zeros(3)));
            assertThatThrownBy(() -> net.gradient(NDArray.zeros(4, 2), t)).isSameAs(e);
        }
    }

    /** A layer that returns null from both passes, or from the backward pass. */
    record Unwritten(boolean hasForward) implements Layer {
        @Override
        public NDArray forward(NDArray x) {
            return hasForward ? x : null;
        }

        @Override
        public NDArray backward(NDArray dout) {
            return null;
        }
    }

    /** A last layer that returns null. */
    private record UnwrittenLoss() implements LastLayer {
        @Override
        public NDArray forward(NDArray x, NDArray t) {
            return null;
        }

        @Override
        public NDArray infer(NDArray x, NDArray t) {
            return null;
        }

        @Override
        public NDArray backward(double dout) {
            return null;
        }
    }

    /** A layer whose backward pass throws an exception, or returns an array of another shape. */
    private static final class Failing implements Layer {
        private final RuntimeException e;

        Failing(RuntimeException e) {
            this.e = e;
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.copy();
        }

        @Override
        public NDArray backward(NDArray dout) {
            if (e != null) {
                throw e;
            }
            return dout.sum(1);
        }
    }

    @Test
    void aNetworkDescribesItself() {
        Sequential net = MultiLayerNet.ofSizes(4, 3, 2)
                .batchNormalization()
                .dropout(0.2)
                .weightDecay(0.1)
                .lastLayer(IdentityWithLoss::new)
                .build(random);
        assertThat(net)
                .hasToString("Sequential(Affine(4, 3), BatchNormalization(3, momentum=0.9), Relu, Dropout(ratio=0.2),"
                        + " Affine(3, 2), IdentityWithLoss, weightDecay=0.1)");
    }

    @Nested
    class Summarises {
        @Test
        void aSummaryIsForTheSmallestImagesThatFit() {
            assertThat(SimpleConvNet.initial(random).summary()).isEqualTo("""
                    Sequential for inputs of shape (1, 28, 28), with SoftmaxWithLoss at its end
                    __________________________________________________________
                    Layer (type)            Output Shape               Param #
                    ==========================================================
                    1 Convolution           (None, 30, 24, 24)             780
                    2 Relu                  (None, 30, 24, 24)               0
                    3 Pooling               (None, 30, 12, 12)               0
                    4 Affine                (None, 100)                432,100
                    5 Relu                  (None, 100)                      0
                    6 Affine                (None, 10)                   1,010
                    ==========================================================
                    Total params: 433,890
                    Trainable params: 433,890
                    Non-trainable params: 0
                    """);
            assertThat(DeepConvNet.initial(random).summary()).contains("(1, 28, 28)", "(None, 64, 4, 4)");
        }

        @Test
        void aSummaryCountsStatistics() {
            assertThat(new Sequential(BatchNormalization.of(8), new Relu()).summary())
                    .endsWith("""
                    1 BatchNormalization    (None, 8)                       32
                    2 Relu                  (None, 8)                        0
                    ==========================================================
                    Total params: 32
                    Trainable params: 16
                    Non-trainable params: 16
                    """);
        }

        @Test
        void aSummaryIsMadeForOtherInputs() {
            Layer[] layers = {
                new Convolution(NDArray.zeros(2, 1, 3, 3), NDArray.zeros(2), 1, 0),
                new BatchNormalization(NDArray.ones(2), NDArray.zeros(2)),
                new Affine(NDArray.zeros(36, 3), NDArray.zeros(3))
            };
            // 36 = 2 * 6 * 3, but no 2 times a square.
            Sequential net = new Sequential(layers);
            assertThatIllegalArgumentException()
                    .isThrownBy(net::summary)
                    .withMessage("the shape of an input is needed, as in summary(1, 28, 28)");
            assertThat(net.summary(1, 8, 5))
                    .contains("inputs of shape (1, 8, 5)", "(None, 2, 6, 3)")
                    .endsWith("Total params: 139\nTrainable params: 135\nNon-trainable params: 4\n");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Sequential(new Relu()).summary())
                    .withMessage("the shape of an input is needed, as in summary(1, 28, 28)");
        }

        @Test
        void aLayerOfAUserMayNeedTheShape() {
            Affine affine = new Affine(NDArray.zeros(2, 3), NDArray.zeros(3));
            IdentityLayer scaled = new IdentityLayer() {
                @Override
                public Map<String, NDArray> parameters() {
                    return Map.of("scale", NDArray.zeros(64));
                }
            };
            IdentityLayer shorter = new IdentityLayer() {
                @Override
                public NDArray forward(NDArray x) {
                    return x.get(Index.all(), Index.from(1));
                }
            };
            for (Layer own : new Layer[] {scaled, shorter}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Sequential(own, affine).summary())
                        .withMessage("the shape of an input is needed, as in summary(1, 28, 28)");
            }
            assertThat(new Sequential(shorter, affine).summary(3)).contains("2 Affine                (None, 3)");
            assertThat(new Sequential(new IdentityLayer(), affine).summary()).contains("inputs of shape (2,)");
        }
    }

    @Test
    void parametersOfTheSameNameAreNumbered() {
        Sequential net = MultiLayerNet.ofSizes(4, 3, 2).batchNormalization().build(random);
        assertThat(net.parameters().keySet()).containsExactly("W1", "b1", "gamma1", "beta1", "W2", "b2");
        assertThat(net.state().keySet())
                .containsExactly("W1", "b1", "gamma1", "beta1", "W2", "b2", "runningMean1", "runningVariance1");
        assertThat(net.gradient(random.randn(4, 4), NDArray.of(0, 1, 1, 0)).keySet())
                .containsExactlyElementsOf(net.parameters().keySet());
    }

    @Test
    void aNetworkPredictsWithoutDroppingOrLearning() {
        Sequential net = MultiLayerNet.ofSizes(4, 30, 3)
                .batchNormalization()
                .dropout(0.5)
                .build(random);
        NDArray x = random.randn(4, 4);
        NDArray first = net.predict(x);
        assertThat(net.predict(x)).isEqualTo(first);
        assertThat(net.loss(x, t)).isEqualTo(net.loss(x, t));
        net.gradient(x, t);
        assertThat(net.predict(x)).isNotEqualTo(first);
    }

    @Test
    void weightDecayAddsToTheLossForWeightsOnly() {
        NDArray w = NDArray.of(new double[][] {{1, 2}, {3, 4}});
        NDArray x = NDArray.of(new double[][] {{1, 0}});
        NDArray label = NDArray.of(0);
        Layer[] layers = {new Affine(w, NDArray.of(5.0, 6.0)), new Relu()};
        double plain = new Sequential(layers).loss(x, label).asDouble();
        double decayed = new Sequential(0.1, layers).loss(x, label).asDouble();
        assertThat(new Sequential(layers).withWeightDecay(0.1).loss(x, label).item())
                .isEqualTo(decayed);
        assertThat(decayed - plain).isCloseTo(0.5 * 0.1 * 30, offset(1e-12));
    }

    @Test
    void aNetworkRefusesOptionsOutOfRange() {
        for (double wrong : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> MultiLayerNet.ofSizes(3, 2).weightDecay(wrong).build(new RandomState(0)))
                    .withMessage("the weight decay must be finite and not negative, but is " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Initialization.normal(wrong))
                    .withMessage("a standard deviation must be finite and not negative, but is " + wrong);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(-0.1))
                .withMessage("the weight decay must be finite and not negative, but is -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLayerNet.ofSizes(3))
                .withMessage("a network needs at least the numbers of inputs and of outputs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initialization.normal(-1))
                .withMessage("a standard deviation must be finite and not negative, but is -1.0");
    }
}
