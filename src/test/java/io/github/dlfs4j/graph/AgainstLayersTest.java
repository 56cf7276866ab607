package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.AddLayer;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Im2Col;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.LeakyRelu;
import io.github.dlfs4j.layer.MulLayer;
import io.github.dlfs4j.layer.OperandGradients;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Variables have the same values and gradients as the layers, whose backward passes are written by hand. */
class AgainstLayersTest {
    private static final double TOLERANCE = 1e-12;
    private static final double FLOAT32_TOLERANCE = 1e-4;

    private final RandomState random = new RandomState(0);

    private NDArray random(DType dtype, int... shape) {
        return random.randn(shape).astype(dtype);
    }

    private static void assertSame(Layer layer, UnaryOperator<Variable> function, NDArray x, NDArray dout) {
        Variable input = Variable.of(x);
        Variable output = function.apply(input);
        output.backward(dout);
        assertThat(output.value()).isEqualTo(layer.forward(x));
        assertThat(input.gradient().value()).isEqualTo(layer.backward(dout));
    }

    private static void assertClose(Variable actual, NDArray expected) {
        double tolerance = expected.dtype() == DType.FLOAT32 ? FLOAT32_TOLERANCE : TOLERANCE;
        assertThat(actual.value().dtype()).isEqualTo(expected.dtype());
        assertThat(actual.value().allClose(expected, tolerance, tolerance))
                .as("%s%nnot%n%s", actual, expected)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void activationsOfVariablesAgreeWithTheLayers(DType dtype) {
        NDArray x = random(dtype, 4, 5);
        NDArray dout = random(dtype, 4, 5);
        assertSame(new Sigmoid(), Variable::sigmoid, x, dout);
        assertSame(new Relu(), Variable::relu, x, dout);
        NDArray bends = NDArray.of(0.0, -0.0, Double.NaN, 1, -1).astype(dtype);
        assertSame(new Relu(), Variable::relu, bends, random(dtype, 5));
        assertSame(new LeakyRelu(0.1), v -> v.leakyRelu(0.1), x, dout);
        assertSame(new LeakyRelu(0.1), v -> v.leakyRelu(0.1), bends, random(dtype, 5));
        assertThat(Variable.of(x).softmax().value()).isEqualTo(Activations.softmax(x));
        assertClose(Variable.of(x).logSoftmax(), Activations.softmax(x).log());
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void dropoutOfVariablesAgreesWithTheLayer(DType dtype) {
        NDArray x = random(dtype, 4, 5);
        assertSame(
                new Dropout(0.4, new RandomState(1)), v -> v.dropout(0.4, new RandomState(1)), x, random(dtype, 4, 5));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void poolingOfVariablesWithTiesAgreesWithTheLayer(DType dtype) {
        NDArray images = random.randint(-2, 3, 2, 3, 5, 6).astype(dtype);
        images.at(0, 0, 1, 1).set(Double.NaN);
        for (int[] window : new int[][] {{2, 2, 2, 0}, {3, 2, 1, 1}, {2, 3, 3, 1}}) {
            Pooling layer = new Pooling(window[0], window[1], window[2], window[3]);
            NDArray dout = random(dtype, layer.forward(images).shape().toArray());
            assertSame(layer, x -> x.pooling(window[0], window[1], window[2], window[3]), images, dout);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void operandsOfVariablesAgreeWithTheLayers(DType dtype) {
        for (int[] shape : new int[][] {{3, 4}, {4}, {3, 1}, {}}) {
            Variable x = Variable.of(random(dtype, 3, 4));
            Variable y = Variable.of(random.rand(shape).astype(dtype));
            NDArray dout = random(dtype, 3, 4);
            MulLayer mul = new MulLayer();
            x.mul(y).backward(dout);
            assertThat(x.mul(y).value()).isEqualTo(mul.forward(x.value(), y.value()));
            assertThat(new OperandGradients(x.gradient().value(), y.gradient().value()))
                    .isEqualTo(mul.backward(dout));
            AddLayer add = new AddLayer();
            x.add(y).backward(dout);
            assertThat(x.add(y).value()).isEqualTo(add.forward(x.value(), y.value()));
            assertThat(new OperandGradients(x.gradient().value(), y.gradient().value()))
                    .isEqualTo(add.backward(dout));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void affineOfVariablesAgreesWithTheLayer(DType dtype) {
        Variable weights = Variable.of(random(dtype, 6, 4));
        Variable bias = Variable.of(random(dtype, 4));
        Affine layer = new Affine(weights.value(), bias.value());
        for (int[] shape : new int[][] {{6}, {5, 6}, {5, 3, 2}}) {
            Variable x = Variable.of(random(dtype, shape));
            Variable rows = shape.length > 2 ? x.reshape(shape[0], -1) : x;
            Variable output = rows.dot(weights).add(bias);
            assertThat(output.value()).isEqualTo(layer.forward(x.value()));
            NDArray dout = random(dtype, output.shape().toArray());
            output.backward(dout);
            assertClose(x.gradient(), layer.backward(dout));
            assertClose(weights.gradient(), layer.dW());
            assertClose(bias.gradient(), layer.db());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void convolutionOfVariablesAgreesWithTheLayer(DType dtype) {
        Variable x = Variable.of(random(dtype, 3, 2, 6, 5));
        Variable filters = Variable.of(random(dtype, 4, 2, 3, 2));
        Variable bias = Variable.of(random(dtype, 4));
        for (int[] slide : new int[][] {{1, 0}, {1, 1}, {2, 1}, {3, 2}}) {
            Convolution layer = new Convolution(filters.value(), bias.value(), slide[0], slide[1]);
            NDArray expected = layer.forward(x.value());
            Variable columns = x.im2col(3, 2, slide[0], slide[1]);
            assertThat(columns.value()).isEqualTo(Im2Col.im2col(x.value(), 3, 2, slide[0], slide[1]));
            NDArray dout = random(dtype, expected.shape().toArray());
            NDArray dx = layer.backward(dout);
            Variable output = columns.dot(filters.reshape(4, -1).transpose())
                    .add(bias)
                    .reshape(3, expected.shape(2), expected.shape(3), 4)
                    .transpose(0, 3, 1, 2);
            assertClose(output, expected);
            output.backward(dout);
            assertClose(x.gradient(), dx);
            assertClose(filters.gradient(), layer.dW());
            assertClose(bias.gradient(), layer.db());
            Variable single = x.conv2d(filters, bias, slide[0], slide[1]);
            assertThat(single.value()).isEqualTo(expected);
            single.backward(dout);
            assertThat(x.gradient().value()).isEqualTo(dx);
            assertThat(filters.gradient().value()).isEqualTo(layer.dW());
            assertThat(bias.gradient().value()).isEqualTo(layer.db());
            columns.backward(columns.value());
            NDArray sums = Im2Col.col2im(columns.value(), x.shape(), 3, 2, slide[0], slide[1]);
            assertThat(x.gradient().value()).isEqualTo(sums);
            Variable constant = Variable.constant(columns.value());
            assertThat(constant.col2im(x.shape(), 3, 2, slide[0], slide[1]).value())
                    .isEqualTo(sums);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void batchNormalizationOfVariablesAgreesWithTheLayer(DType dtype) {
        Variable x = Variable.of(random(dtype, 7, 6));
        Variable gamma = Variable.of(random(dtype, 6));
        Variable beta = Variable.of(random(dtype, 6));
        BatchNormalization layer = new BatchNormalization(gamma.value(), beta.value());
        Variable centered = x.sub(x.mean(0));
        Variable deviation = centered.pow(2).mean(0).add(1e-6).sqrt();
        Variable output = centered.div(deviation).mul(gamma).add(beta);
        assertClose(output, layer.forward(x.value()));
        NDArray dout = random(dtype, 7, 6);
        output.backward(dout);
        assertClose(x.gradient(), layer.backward(dout));
        assertClose(gamma.gradient(), layer.dGamma());
        assertClose(beta.gradient(), layer.dBeta());
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void batchNormalizationInOneNodeAgreesWithTheLayer(DType dtype) {
        int[][] shapes = {{7, 6}, {4, 6, 3, 2}, {5, 2, 1, 3}, {1, 6, 4, 4}};
        for (int[] shape : shapes) {
            Variable x = Variable.of(random(dtype, shape));
            Variable gamma = Variable.of(random(dtype, 6));
            Variable beta = Variable.of(random(dtype, 6));
            NDArray mean = NDArray.zeros(dtype, 6);
            NDArray variance = NDArray.zeros(dtype, 6);
            BatchNormalization layer = new BatchNormalization(gamma.value(), beta.value());
            for (int step = 0; step < 3; step++) {
                Variable y = x.batchNormalization(gamma, beta, mean, variance);
                assertThat(y.value()).isEqualTo(layer.forward(x.value()));
                assertThat(mean).isEqualTo(layer.runningMean());
                assertThat(variance).isEqualTo(layer.runningVariance());
                NDArray dout = random(dtype, shape);
                y.backward(dout);
                assertClose(x.gradient(), layer.backward(dout));
                assertClose(gamma.gradient(), layer.dGamma());
                assertClose(beta.gradient(), layer.dBeta());
            }
            Variable tested = Mode.testing(() -> x.batchNormalization(gamma, beta, mean, variance));
            assertThat(tested.value()).isEqualTo(layer.infer(x.value()));
            assertThat(mean).isEqualTo(layer.runningMean());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void lossesOfVariablesAgreeWithTheLayers(DType dtype) {
        NDArray labels = NDArray.of(2, 0, 1, 1, 3);
        NDArray[][] batches = {
            {random(dtype, 5, 4), labels},
            {random(dtype, 5, 4), labels.astype(DType.UINT8)},
            {random(dtype, 5, 4), NDArray.eye(4).astype(dtype).get(labels)},
            {random(dtype, 4), NDArray.scalar(2)},
            {random(dtype, 4), NDArray.of(0, 0, 1, 0).astype(dtype)}
        };
        for (NDArray[] batch : batches) {
            Variable x = Variable.of(batch[0]);
            NDArray t = batch[1];
            SoftmaxWithLoss layer = new SoftmaxWithLoss();
            Variable loss = x.softmaxWithLoss(t);
            assertThat(loss.value()).isEqualTo(layer.forward(x.value(), t));
            loss.backward();
            assertThat(x.gradient().value()).isEqualTo(layer.backward(1));
            Variable y = x.softmax();
            assertThat(y.crossEntropy(t).value()).isEqualTo(Losses.crossEntropy(y.value(), t));
        }
        NDArray targets = random(dtype, 5, 4);
        assertThat(Variable.of(batches[0][0]).sumSquaredError(targets).value())
                .isEqualTo(Losses.sumSquaredError(batches[0][0], targets));
    }
}
