package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NDArrayAssert;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Operations of networks: their place in a graph, what the mode changes, and what they refuse. */
class NetworkOperationsTest {
    private static final int[] ONE = {1, 1};
    private static final int[] NONE = {0, 0};

    private final RandomState random = new RandomState(0);
    private final Variable images = Variable.of(random.randn(2, 3, 4, 4));
    private final Variable filters = Variable.of(random.randn(5, 3, 2, 2));
    private final Variable three = Variable.of(NDArray.ones(3));

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static String nodes(Variable result) {
        return String.join(
                ", ", Graph.of(result).nodes().stream().map(Graph.Node::symbol).toList());
    }

    @Test
    void eachOperationOfNetworksIsOneNode() {
        Variable bias = Variable.of(NDArray.ones(5));
        NDArray statistics = NDArray.ones(3);
        assertThat(nodes(images.conv2d(filters, bias, 2, 1))).isEqualTo("conv2d");
        assertThat(nodes(images.conv2d(filters, ONE, NONE))).isEqualTo("conv2d");
        assertThat(nodes(images.conv2d(filters, 1, 0).deconv2d(filters, three, 1, 0)))
                .isEqualTo("conv2d, deconv2d");
        assertThat(nodes(images.averagePooling(2, 2, 2, 1))).isEqualTo("average pooling");
        assertThat(nodes(images.im2col(2, 2, 2, 1))).isEqualTo("im2col");
        assertThat(nodes(images.batchNormalization(three, three, statistics, statistics.copy())))
                .isEqualTo("batch normalisation");
        assertThat(nodes(images.invertedDropout(0.5, random))).isEqualTo("dropout");
        assertThat(nodes(images.softmax(1).leakyRelu(0.1))).isEqualTo("softmax, leaky relu");
    }

    /** Convolution, transposed convolution and the gradient of the filters are each the backward pass of the others. */
    @Test
    void convolutionsAreDerivativesOfEachOther() {
        Variable start = Variable.of(random.randn(2, 5, 3, 3));
        images.conv2d(filters, 1, 0).backward(start);
        assertThat(nodes(images.gradient())).endsWith("deconv2d");
        assertThat(nodes(filters.gradient())).endsWith("filter gradient");
        Variable ofFilters = filters.gradient();
        ofFilters.backward(filters.value());
        assertThat(start.gradient().value())
                .isEqualTo(images.conv2d(filters, 1, 0).value());
        assertThat(images.gradient().value())
                .isEqualTo(start.deconv2d(filters, 1, 0).value());
    }

    @Test
    void arraysAmongOperandsAreConstants() {
        Variable x = Variable.of(NDArray.of(1.0, 2.0));
        NDArray a = NDArray.of(3.0, 4.0);
        assertThat(x.add(a)).hasToString("[4. 6.]");
        assertThat(x.sub(a)).hasToString("[-2. -2.]");
        assertThat(x.mul(a)).hasToString("[3. 8.]");
        assertThat(x.div(NDArray.of(2, 4))).hasToString("[0.5 0.5]");
        assertThat(x.pow(a)).hasToString("[ 1. 16.]");
        assertThat(x.maximum(NDArray.scalar(1.5))).hasToString("[1.5 2. ]");
        assertThat(x.minimum(NDArray.scalar(1.5))).hasToString("[1.  1.5]");
        assertThat(x.dot(a)).hasToString("11.0");
        assertThat(x.matmul(a.reshape(2, 1))).hasToString("[11.]");
        x.mul(a).add(a).sum().backward();
        assertThat(x.gradient()).hasToString("[3. 4.]");
    }

    @Test
    void theFirstOfEqualMaximaAlongTheAxesGetsTheGradient() {
        Variable x = Variable.of(NDArray.of(new double[] {1, 7, 2, 7, 7, 3, 7, 7}, 2, 2, 2));
        Variable max = x.max(ReductionOptions.axes(2, 0).keepDims());
        assertThat(max).hasToString("[[[7.]\n  [7.]]]");
        max.sum().backward();
        assertThat(x.gradient().value().reshape(8)).hasToString("[0. 1. 0. 1. 0. 0. 0. 0.]");
        x.max(ReductionOptions.DEFAULT.keepDims()).sum().backward();
        assertThat(x.gradient().value().reshape(8)).hasToString("[0. 1. 0. 0. 0. 0. 0. 0.]");
        x.min(ReductionOptions.axes(0, 1)).sum().backward();
        assertThat(x.gradient().value().reshape(8)).hasToString("[1. 0. 0. 0. 0. 1. 0. 0.]");
        assertThat(x.min(ReductionOptions.axes(new int[0])).value()).isEqualTo(x.value());
        assertRefused(() -> x.max(ReductionOptions.axes(0, -3)), "duplicate value in 'axis'");
        assertRefused(
                () -> Variable.of(NDArray.zeros(2, 0)).max(ReductionOptions.axes(0, 1)),
                "zero-size array to reduction operation maximum which has no identity");
    }

    /** As in NumPy, and as no other axis. */
    @Test
    void aNumberMayBeReducedAlongAxis0() {
        Variable number = Variable.of(3);
        number.sum(0).mul(number.max(-1)).mul(number.min(0)).backward();
        assertThat(number.gradient()).hasToString("27.0");
    }

    @Test
    void reductionsOfVariablesTakeTheOptionsOfAxesAlone() {
        NDArray values = images.value();
        ReductionOptions corrected = ReductionOptions.axes(2, 0).ddof(1);
        NDArrayAssert.assertThat(images.var(corrected).value()).isCloseTo(values.var(corrected), 1e-15);
        ReductionOptions kept = corrected.keepDims();
        NDArrayAssert.assertThat(images.std(kept).value()).isCloseTo(values.std(kept), 1e-15);
        assertThat(images.std(ReductionOptions.axes(1)).value()).isEqualTo(values.std(1));
        ReductionOptions masked = ReductionOptions.DEFAULT.where(values.gt(0));
        for (var call : List.<Function<ReductionOptions, Variable>>of(
                images::sum, images::mean, images::max, images::min, images::var, images::std)) {
            assertThatThrownBy(() -> call.apply(masked))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("() got an unexpected keyword argument 'where'");
        }
    }

    @Test
    void reductionsOfVariablesKeepAxes() {
        ReductionOptions all = ReductionOptions.DEFAULT.keepDims();
        assertThat(images.sum(all).shape()).isEqualTo(Shape.of(1, 1, 1, 1));
        assertThat(images.mean(all).value()).isEqualTo(images.value().mean(all));
        assertThat(images.sum(ReductionOptions.axes(0, 2, 3)).value())
                .isEqualTo(images.value().sum(ReductionOptions.axes(0, 2, 3)));
        assertThat(images.mean(ReductionOptions.axes(-1, 0).keepDims()).shape()).isEqualTo(Shape.of(1, 3, 4, 1));
        assertRefused(() -> images.sum(ReductionOptions.axes(1, 1)), "duplicate value in 'axis'");
        assertRefused(
                () -> images.sumTo(Shape.of(2, 3)), "an array of shape (2, 3, 4, 4) cannot be summed to shape (2, 3)");
    }

    @Test
    void inTestModeNothingIsDroppedOrLearned() {
        NDArray mean = NDArray.zeros(3);
        NDArray variance = NDArray.ones(3);
        Variable y = Mode.testing(() -> {
            assertThat(images.invertedDropout(0.5, random)).isSameAs(images);
            return images.batchNormalization(three, three, mean, variance, 0.5, 0);
        });
        assertThat(mean).isEqualTo(NDArray.zeros(3));
        assertThat(variance).isEqualTo(NDArray.ones(3));
        assertThat(y.value()).isEqualTo(images.value().add(1));
        images.batchNormalization(three, three, mean, variance, 0.5, 0);
        assertThat(mean).isNotEqualTo(NDArray.zeros(3));
        y.sum().backward();
        assertThat(images.gradient().value()).isEqualTo(NDArray.ones(2, 3, 4, 4)); // as the averages were before
    }

    @Test
    void operationsOfNetworksPromoteDtypesAndTakeEmptyBatches() {
        Variable bytes = Variable.constant(NDArray.full(200, 1, 3, 4, 4).astype(DType.UINT8));
        Variable narrow = filters.astype(DType.FLOAT32);
        Variable y = bytes.conv2d(narrow, 1, 0);
        assertThat(y.value().dtype()).isEqualTo(DType.FLOAT32);
        y.sum().backward();
        assertThat(filters.gradient().value()).isEqualTo(NDArray.full(1800.0, 5, 3, 2, 2));
        assertThat(y.deconv2d(filters, 1, 0).value().dtype()).isEqualTo(DType.FLOAT64);
        Variable none = Variable.of(NDArray.zeros(0, 3, 4, 4));
        none.conv2d(filters, 1, 0).sum().backward();
        assertThat(filters.gradient().value()).isEqualTo(NDArray.zeros(5, 3, 2, 2));
        assertThat(none.gradient().shape()).isEqualTo(none.shape());
        assertThat(none.averagePooling(2, 2, 2, 0).shape()).isEqualTo(Shape.of(0, 3, 2, 2));
    }

    @Test
    void convolutionsRefuseWhatDoesNotFit() {
        Variable matrix = Variable.of(NDArray.ones(3, 3));
        assertRefused(
                () -> images.conv2d(matrix, 1, 0),
                "W must have the shape (filters, channels, height, width), not (3, 3)");
        assertRefused(
                () -> matrix.conv2d(filters, 1, 0),
                "conv2d needs images of shape (n, channels, height, width), not (3, 3)");
        assertRefused(
                () -> matrix.deconv2d(filters, 1, 0),
                "deconv2d needs images of shape (n, channels, height, width), not (3, 3)");
        assertRefused(
                () -> images.conv2d(filters.transpose(1, 0, 2, 3), 1, 0),
                "conv2d of 5 channels cannot take images of 3");
        assertRefused(() -> images.deconv2d(filters, 1, 0), "deconv2d of 5 channels cannot take images of 3");
        assertRefused(() -> images.conv2d(filters, three, 1, 0), "b must have the shape (5,), not (3,)");
        Variable small = Variable.of(NDArray.ones(1, 5, 1, 1));
        assertRefused(() -> small.deconv2d(filters, 1, 1), "deconv2d of images of 1x1 leaves none of 0x0");
        assertRefused(
                () -> images.conv2d(filters, new int[] {1}, NONE),
                "stride needs a number for the height and one for the width, not [1]");
        assertRefused(
                () -> images.conv2d(filters, new int[] {1, 0}, NONE),
                "a window needs a positive size and stride and no negative padding, not 2x2, stride 1x0, padding 0");
        assertRefused(
                () -> images.averagePooling(5, 5, 1, 0),
                "a window of 5x5 does not fit into images of 4x4 with padding 0");
        assertRefused(
                () -> matrix.averagePooling(2, 2, 1, 0),
                "average pooling needs images of shape (n, channels, height, width), not (3, 3)");
        assertRefused(
                () -> matrix.col2im(images.shape(), 2, 2, 1, 0),
                "cannot reshape array of size 9 into shape (2,3,3,3,2,2)");
    }

    @Test
    void normalizationAndDropoutRefuseWhatDoesNotFit() {
        NDArray statistics = NDArray.ones(3);
        Variable two = Variable.of(NDArray.ones(2));
        assertRefused(
                () -> images.batchNormalization(three, two, statistics, statistics),
                "γ and β must have one shape (features,), not (3,) and (2,)");
        assertRefused(
                () -> images.batchNormalization(three, three, NDArray.ones(2), statistics),
                "γ and the running mean must have one shape (features,), not (3,) and (2,)");
        assertRefused(
                () -> images.batchNormalization(two, two, NDArray.ones(2), NDArray.ones(2)),
                "batch normalisation of 2 features cannot take an input of shape (2, 3, 4, 4)");
        assertRefused(
                () -> images.batchNormalization(three, three, statistics, statistics, 1.5, 0),
                "the momentum of batch normalisation must be from 0 to 1, not 1.5");
        assertRefused(
                () -> images.batchNormalization(three, three, statistics, statistics, 0.5, -1),
                "the epsilon of batch normalisation must be finite and not negative, but is -1.0");
        assertRefused(
                () -> images.invertedDropout(1, random),
                "the ratio of inverted dropout must be from 0 to below 1, not 1.0");
        assertRefused(() -> images.leakyRelu(1.5), "the slope of leakyRelu must be from 0 to 1, not 1.5");
    }
}
