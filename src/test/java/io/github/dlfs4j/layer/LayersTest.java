package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
    /** Returns layers for an input of shape (2, 3). */
    static Stream<Layer> layers() throws IOException {
        Layer affine = new Affine(NDArray.ones(3, 2), NDArray.ones(2));
        return Stream.concat(LayerExamples.ofAnyShape().stream(), Stream.of(affine));
    }

    static List<Layer> layersOfImages() throws IOException {
        return LayerExamples.ofImages();
    }

    @ParameterizedTest
    @MethodSource("layersOfImages")
    void aLayerInfersTheSameWithVariablesAndTheyHaveTheDerivatives(Layer layer) {
        layer.forward(LayerExamples.IMAGES.mul(3).add(1)); // running statistics of its own
        Variable x = Variable.of(LayerExamples.IMAGES.get(Index.to(2)).copy());
        Variable y = layer.infer(x);
        assertThat(y.value()).isEqualTo(layer.infer(x.value()));
        NDArray dout = new RandomState(4).randn(y.shape().toArray());
        y.backward(dout);
        GradientCheck check = GradientCheck.of(
                () -> layer.infer(x.value()).mul(dout).sum(),
                Map.of("x", x.value()),
                Map.of("x", x.gradient().value()));
        assertThat(check.isBelow(y.value().dtype() == DType.FLOAT32 ? 0.1 : 1e-6))
                .as(check.toString())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerChangesNeitherInputNorGradient(Layer layer) {
        NDArray x = NDArray.of(new double[][] {{1, -2, 3}, {-4, 5, -6}});
        NDArray dout = NDArray.full(7.0, layer.forward(x).shape().toArray());
        NDArray copy = dout.copy();
        NDArray dx = layer.backward(dout);
        assertThat(x).isEqualTo(NDArray.of(new double[][] {{1, -2, 3}, {-4, 5, -6}}));
        dx.fill(9);
        assertThat(dout).isEqualTo(copy);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerGivesTheSameGradientTwice(Layer layer) {
        NDArray dout = NDArray.ones(layer.forward(NDArray.ones(2, 3)).shape().toArray());
        NDArray first = layer.backward(dout).copy();
        assertThat(layer.backward(dout)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerDoesNotChangeItsEarlierResults(Layer layer) {
        NDArray x = NDArray.of(new double[][] {{1, -2, 3}, {-4, 5, -6}});
        NDArray out = layer.forward(x);
        NDArray copyOfOut = out.copy();
        NDArray dx = layer.backward(out);
        NDArray copyOfDx = dx.copy();
        layer.backward(layer.forward(x.neg().add(0.5)));
        layer.backward(layer.forward(x.neg().sub(0.5)));
        assertThat(out).isEqualTo(copyOfOut);
        assertThat(dx).isEqualTo(copyOfDx);
    }

    @Test
    void aLayerOfYourOwnNeedsOnlyForwardAndBackward() {
        Layer negation = new Layer() {
            @Override
            public NDArray forward(NDArray x) {
                return x.neg();
            }

            @Override
            public NDArray backward(NDArray dout) {
                return dout.neg();
            }
        };
        assertThat(negation.infer(NDArray.of(1.0, 2.0))).isEqualTo(NDArray.of(-1.0, -2.0));
        negation.backwardToParameters(NDArray.of(1.0, 2.0));
        assertThat(negation.parameters()).isEmpty();
        assertThat(negation.gradients()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerRefusesBackwardBeforeForward(Layer layer) {
        assertThatThrownBy(() -> layer.backward(NDArray.ones(2, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(layer.getClass().getSimpleName() + ".backward needs a forward before it");
        assertThatThrownBy(() -> layer.backwardToParameters(NDArray.ones(2, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(layer.getClass().getSimpleName() + ".backward needs a forward before it");
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerRefusesAGradientOfAnotherShape(Layer layer) {
        NDArray out = layer.forward(NDArray.ones(2, 3));
        String message = "dout of %s must have the shape %s of its output, not "
                .formatted(layer.getClass().getSimpleName(), out.shape());
        // Broadcasting would accept both.
        assertThatThrownBy(() -> layer.backward(NDArray.scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "()");
        assertThatThrownBy(() -> layer.backward(NDArray.ones(out.shape(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "(%d,)", out.shape(1));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerTakesAnEmptyBatch(Layer layer) {
        NDArray out = layer.forward(NDArray.zeros(0, 3));
        assertThat(out.shape(0)).isZero();
        assertThat(layer.backward(out).shape()).hasToString("(0, 3)");
    }

    @Test
    void layersDescribeThemselves() {
        NDArray filters = NDArray.zeros(4, 3, 5, 2);
        assertThat(List.of(
                        new Affine(NDArray.zeros(3, 2), NDArray.zeros(2)),
                        new Convolution(filters, NDArray.zeros(4), 2, 1),
                        new Pooling(2, 3, 4, 0),
                        new BatchNormalization(NDArray.ones(7), NDArray.zeros(7)),
                        new Dropout(0.5, new RandomState(0)),
                        new LeakyRelu(0.25)))
                .extracting(Object::toString)
                .containsExactly(
                        "Affine(3, 2)",
                        "Convolution(4, 3, 5, 2, stride=2, padding=1)",
                        "Pooling(height=2, width=3, stride=4, padding=0)",
                        "BatchNormalization(7, momentum=0.9)",
                        "Dropout(ratio=0.5)",
                        "LeakyRelu(slope=0.25)");
        assertThat(Stream.of(new Relu(), new SoftmaxWithLoss(), new IdentityWithLoss(), new AddLayer(), new MulLayer()))
                .allSatisfy(
                        layer -> assertThat(layer).hasToString(layer.getClass().getSimpleName()));
    }

    @Test
    void anAffineDrawsItsWeightsByTheInitializer() {
        Affine affine =
                Affine.of(3, 2, (random, inputs, shape) -> random.randn(shape).div(inputs), new RandomState(4));
        assertThat(affine.weights()).isEqualTo(new RandomState(4).randn(3, 2).div(3));
        assertThat(affine.bias()).isEqualTo(NDArray.zeros(2));
    }

    @Nested
    class OfLeakyRelu {
        @Test
        void leakyReluPassesAShareOfNegativeNumbers() {
            LeakyRelu leaky = new LeakyRelu(0.5);
            assertThat(leaky.forward(NDArray.of(-4.0, 0.0, 2.0, Double.NaN))).hasToString("[-2.  0.  2. nan]");
            assertThat(leaky.backward(NDArray.of(1.0, 2.0, 3.0, 4.0))).hasToString("[0.5 1.  3.  4. ]");
        }

        @Test
        void leakyReluHasTheSlopeOfThePaper() {
            assertThat(new LeakyRelu().forward(NDArray.of(-100.0))).hasToString("[-1.]");
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
        void leakyReluRefusesASlopeOutsideZeroToOne(double slope) {
            assertThatThrownBy(() -> new LeakyRelu(slope))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the slope of LeakyRelu must be from 0 to 1, not " + slope);
        }
    }

    @Nested
    class OfIdentityWithLoss {
        private final IdentityWithLoss last = new IdentityWithLoss();
        private final NDArray y = NDArray.of(new double[][] {{1, 2}, {3, 5}});

        @Test
        void identityWithLossIsHalfTheMeanSquaredErrorOfABatch() {
            NDArray t = NDArray.of(new double[][] {{1, 0}, {0, 5}});
            assertThat(last.forward(y, t)).hasToString("3.25");
            assertThat(last.infer(y, t)).hasToString("3.25");
            assertThat(last.backward(1)).isEqualTo(NDArray.of(new double[][] {{0, 1}, {1.5, 0}}));
            assertThat(last.backward(-2)).isEqualTo(last.backward(1).mul(-2));
        }

        @Test
        void identityWithLossTakesOneInputWithoutABatch() {
            assertThat(last.forward(y.get(0), NDArray.of(0, 0))).hasToString("2.5");
            assertThat(last.backward(1)).isEqualTo(y.get(0));
        }

        @Test
        void identityWithLossRefusesTargetsOfAnotherShape() {
            last.forward(y, y);
            assertThatThrownBy(() -> last.forward(y, NDArray.of(1, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("targets must have the shape (2, 2) of the outputs, not (2,)");
            assertThatThrownBy(() -> last.backward(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("IdentityWithLoss.backward needs a forward before it");
        }
    }

    @Nested
    class OfRelu {
        private final Relu relu = new Relu();

        @Test
        void reluStopsNumbersThatAreNotAboveZero() {
            NDArray out = relu.forward(NDArray.of(-1.0, -0.0, 0.0, 2.0, Double.NaN));
            assertThat(out).hasToString("[ 0.  0.  0.  2. nan]");
            NDArray dout = NDArray.of(Double.NaN, Double.POSITIVE_INFINITY, 3, 4, 5);
            assertThat(relu.backward(dout)).hasToString("[0. 0. 0. 4. 5.]");
        }

        @Test
        void reluTakesAScalar() {
            assertThat(relu.forward(NDArray.scalar(-2.0))).hasToString("0.0");
            assertThat(relu.backward(NDArray.scalar(5.0))).hasToString("0.0");
        }
    }

    @Nested
    class OfSigmoid {
        @Test
        void sigmoidIsFlatFarOut() {
            Sigmoid sigmoid = new Sigmoid();
            sigmoid.forward(NDArray.of(-1000.0, 1000.0));
            assertThat(sigmoid.backward(NDArray.of(1.0, 1.0))).hasToString("[0. 0.]");
        }
    }

    @Nested
    class OfSoftmaxWithLoss {
        private final SoftmaxWithLoss last = new SoftmaxWithLoss();
        private final NDArray x = NDArray.of(new double[][] {{0.3, 2.9, 4.0}, {1, 1, 1}});

        @Test
        void softmaxWithLossTakesOneHotTargetsAndLabelsAlike() {
            NDArray loss = last.forward(x, NDArray.of(new int[][] {{0, 1, 0}, {1, 0, 0}}));
            NDArray dx = last.backward(1);
            assertThat(last.forward(x, NDArray.of(1, 0))).isEqualTo(loss);
            assertThat(last.backward(1)).isEqualTo(dx);
            assertThat(last.forward(x, NDArray.of(new byte[] {1, 0}))).isEqualTo(loss);
            assertThat(last.backward(1)).isEqualTo(dx);
        }

        @Test
        void softmaxWithLossTakesOneInputWithoutABatch() {
            // -np.log(softmax(x)[1] + 1e-7) and softmax(x) - [0, 1, 0]
            assertThat(last.forward(x.get(0), NDArray.scalar(1)).asDouble())
                    .isCloseTo(1.405714056968575, within(1e-14));
            assertThat(last.backward(1)).hasToString("[ 0.01821127 -0.75480819  0.73659691]");
            last.forward(x.get(0), NDArray.of(0, 1, 0));
            assertThat(last.backward(1)).hasToString("[ 0.01821127 -0.75480819  0.73659691]");
        }

        @Test
        void softmaxWithLossMultipliesByTheGradientFromUpstream() {
            last.forward(x, NDArray.of(1, 0));
            assertThat(last.backward(-2)).isEqualTo(last.backward(1).mul(-2));
        }

        @Test
        void softmaxWithLossChangesNeitherItsArgumentsNorItsMemory() {
            NDArray labels = NDArray.of(1, 0);
            NDArray copy = x.copy();
            last.forward(x, labels);
            NDArray first = last.backward(1).copy();
            last.backward(1).fill(9);
            assertThat(last.backward(1)).isEqualTo(first);
            assertThat(x).isEqualTo(copy);
            assertThat(labels).isEqualTo(NDArray.of(1, 0));
        }

        @Test
        void softmaxWithLossNeedsAnotherForwardAfterOneThatFailed() {
            last.forward(x, NDArray.of(1, 0));
            assertThatThrownBy(() -> last.forward(x, NDArray.of(0, 3))).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> last.backward(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("SoftmaxWithLoss.backward needs a forward before it");
        }

        @Test
        void softmaxWithLossRefusesBackwardBeforeForward() {
            assertThatThrownBy(() -> last.backward(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("SoftmaxWithLoss.backward needs a forward before it");
        }

        @Test
        void inferringSoftmaxWithLossRemembersNothing() {
            last.forward(x, NDArray.of(1, 0));
            NDArray dx = last.backward(1);
            assertThat(last.infer(x, NDArray.of(0, 2))).isEqualTo(new SoftmaxWithLoss().forward(x, NDArray.of(0, 2)));
            assertThat(last.backward(1)).isEqualTo(dx);
        }

        /** The softmax of a single class is always 1, so nothing could be learned. */
        @Test
        void softmaxWithLossRefusesNumbersInsteadOfClasses() {
            NDArray one = NDArray.of(new double[][] {{0.5}, {2.5}});
            assertThatThrownBy(() -> last.forward(one, one))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("softmax needs scores of at least 2 classes, not the shape (2, 1)");
            assertThatThrownBy(() -> last.forward(x, x))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("targets must be labels or probabilities that add up to 1 in each row,"
                            + " but row 0 adds up to 7.199999999999999");
        }

        @Test
        void softmaxWithLossRefusesTargetsThatDoNotFit() {
            assertThatThrownBy(() -> last.forward(x, NDArray.of(0, 1, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("targets must be one-hot, of shape (2, 3), or labels, of shape (2,),");
            assertThatThrownBy(() -> last.forward(x, NDArray.of(0, 3)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("label 3 is out of bounds for 3 classes");
        }
    }
}
