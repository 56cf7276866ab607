package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.network.Sequential;

/**
 * The layers of a network as a computational graph, which finds derivatives with respect to the image. The weights are
 * constants.
 */
final class ScoreGraph {
    /**
     * Computes the scores of images as the network does when it predicts.
     *
     * @param images what the network gets, (n, 784) or (n, 1, 28, 28)
     * @return shape (n, 10)
     */
    static Variable scores(Sequential network, Variable images) {
        Variable values = images;
        for (Layer layer : network.layers()) {
            values = output(layer, values);
        }
        return values;
    }

    private static Variable output(Layer layer, Variable x) {
        if (layer instanceof Affine affine) {
            return x.reshape(x.shape().get(0), -1).dot(affine.weights()).add(affine.bias());
        }
        if (layer instanceof Convolution convolution) {
            SlidingWindow window = convolution.window();
            Variable bias = Variable.constant(convolution.bias());
            return x.conv2d(Variable.constant(convolution.weights()), bias, stride(window), padding(window));
        }
        if (layer instanceof Pooling pooling) {
            SlidingWindow window = pooling.window();
            return x.pooling(window.height(), window.width(), stride(window), padding(window));
        }
        if (layer instanceof BatchNormalization norm) {
            NDArray deviation = norm.runningVariance().add(norm.epsilon()).sqrt();
            return x.sub(norm.runningMean()).div(deviation).mul(norm.gamma()).add(norm.beta());
        }
        if (layer instanceof Dropout dropout) {
            return x.mul(1 - dropout.ratio());
        }
        if (layer instanceof Relu) {
            return x.relu();
        }
        if (layer instanceof Sigmoid) {
            return x.sigmoid();
        }
        throw new IllegalArgumentException("no operation for the layer " + layer);
    }

    private static int[] stride(SlidingWindow window) {
        return new int[] {window.strideY(), window.strideX()};
    }

    private static int[] padding(SlidingWindow window) {
        return new int[] {window.paddingY(), window.paddingX()};
    }
}
