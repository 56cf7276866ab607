package io.github.dlfs4j.network;

import static io.github.dlfs4j.graph.Variable.constant;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.LeakyRelu;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Layers of this library in a row, which compute by operations of variables what they infer. */
record VariableLayers(List<Layer> layers) {
    private static final Map<Class<?>, UnaryOperator<Variable>> FUNCTIONS =
            Map.of(Relu.class, Variable::relu, Sigmoid.class, Variable::sigmoid, Tanh.class, Variable::tanh);

    Variable outputs(Variable x) {
        Variable out = x;
        for (Layer layer : layers) {
            out = output(layer, out);
        }
        return out;
    }

    private static Variable output(Layer layer, Variable x) {
        if (layer instanceof Affine affine) {
            Variable rows = x.shape().ndim() > 2 ? x.reshape(x.shape().get(0), -1) : x;
            return rows.dot(affine.weights()).add(affine.bias());
        } else if (layer instanceof Convolution convolution) {
            SlidingWindow window = convolution.window();
            return x.conv2d(
                    constant(convolution.weights()), constant(convolution.bias()), window.strideY(), window.paddingY());
        } else if (layer instanceof Pooling pooling) {
            SlidingWindow window = pooling.window();
            return x.pooling(window.height(), window.width(), window.strideY(), window.paddingY());
        } else if (layer instanceof BatchNormalization norm) {
            Variable gamma = constant(norm.gamma());
            Variable beta = constant(norm.beta());
            return x.batchNormalization(gamma, beta, norm.runningMean(), norm.runningVariance(), 1, norm.epsilon());
        } else if (layer instanceof Dropout dropout) {
            return x.mul(1 - dropout.ratio());
        } else if (layer instanceof LeakyRelu leaky) {
            return x.leakyRelu(-leaky.infer(NDArray.scalar(-1.0)).item());
        }
        UnaryOperator<Variable> function = FUNCTIONS.get(layer.getClass());
        if (function == null) {
            throw new IllegalArgumentException(
                    LayerError.name(layer) + ", a layer of this library, cannot be written as ONNX");
        }
        return function.apply(x);
    }
}
