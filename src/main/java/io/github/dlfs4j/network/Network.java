package io.github.dlfs4j.network;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A network that learns, in most cases to classify: what an optimiser and a trainer need.
 *
 * <p>You can write your own network. This one is a matrix with softmax and cross entropy:
 *
 * <pre>{@code
 * class OneLayer implements Network {
 *     private final NDArray w = NDArray.zeros(2, 2);
 *     private final SoftmaxWithLoss lastLayer = new SoftmaxWithLoss();
 *
 *     @Override
 *     public Map<String, NDArray> parameters() {
 *         return Map.of("W", w);
 *     }
 *
 *     @Override
 *     public NDArray predict(NDArray x) {
 *         return x.dot(w);
 *     }
 *
 *     @Override
 *     public NDArray loss(NDArray x, NDArray t) {
 *         return lastLayer.forward(predict(x), t);
 *     }
 *
 *     @Override
 *     public Map<String, NDArray> gradient(NDArray x, NDArray t) {
 *         loss(x, t);
 *         return Map.of("W", x.transpose().dot(lastLayer.backward(1)));
 *     }
 * }
 * Network network = new OneLayer();
 * NDArray x = NDArray.of(new double[][] {{1, 0}, {0, 1}});
 * NDArray t = NDArray.of(1, 0);
 * new SGD(0.1).update(network.parameters(), network.gradient(x, t));
 * System.out.println(network.parameters().get("W"));
 * System.out.println(network.accuracy(x, t));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[-0.025  0.025]
 *  [ 0.025 -0.025]]
 * 1.0
 * }</pre>
 *
 * <p>A call that a network of this library refuses, because a batch does not fit, changes neither its arrays nor a
 * generator.
 *
 * <p>Only one thread at a time may use a network, unless its class says otherwise.
 */
public interface Network {
    /**
     * Returns the arrays that training changes.
     *
     * @return the network's own arrays by name, not copies, always in the same order. {@code Map.of} and a
     *     {@code HashMap} are taken by name, as those of a {@link io.github.dlfs4j.layer.Layer Layer}
     */
    Map<String, NDArray> parameters();

    /**
     * Returns all arrays of the network: the parameters, and other arrays that training changes and predictions use,
     * such as running means. A checkpoint keeps these arrays.
     *
     * @return the network's own arrays by name, not copies; {@link #parameters() parameters} unless overridden
     */
    default Map<String, NDArray> state() {
        return parameters();
    }

    /**
     * Returns which arrays of the {@link #state state} are never negative, such as running variances. A checkpoint in
     * which one of these is negative is refused.
     *
     * @return the names of the arrays; none unless overridden
     */
    default Set<String> variances() {
        return Set.of();
    }

    /**
     * Computes the scores of the classes. The highest score is the answer. Scores are not probabilities, unless the
     * class of the network says so: {@link io.github.dlfs4j.activation.Activations#softmax softmax} makes probabilities
     * of them. A network that predicts numbers returns these numbers.
     *
     * @param x a batch; its first axis counts the inputs
     * @return shape (n, classes)
     */
    NDArray predict(NDArray x);

    /**
     * Computes with variables what {@link #predict predict} computes, so that it has all derivatives and can be written
     * as ONNX; of a {@link ThreeLayerNet}, the scores.
     *
     * @param x a batch; its first axis counts the inputs
     * @return the outputs
     * @throws UnsupportedOperationException {@code OneLayer does not say what it computes with variables}, unless
     *     overridden, or {@code layer 2 of 3, Swish: it does not say …}
     */
    default Variable predict(Variable x) {
        if (this instanceof VariableNetwork variables) {
            return variables.outputs(x);
        }
        Sequential layers = Sequential.of(this);
        if (layers == null) {
            throw new UnsupportedOperationException(
                    LayerError.name(this) + " does not say what it computes with variables");
        }
        return layers.outputs(x);
    }

    /**
     * Computes the loss of the predictions, averaged over the batch.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return a 0-d array
     */
    NDArray loss(NDArray x, NDArray t);

    /**
     * Computes the gradients of the loss.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return the gradients by the names of the parameters, each of its parameter's shape
     */
    Map<String, NDArray> gradient(NDArray x, NDArray t);

    /**
     * Computes the loss that belongs to {@link #gradient gradient}: that of the network in training, where dropout is
     * on and batch normalisation uses the statistics of the batch.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return a 0-d array; that of {@link #loss loss} unless overridden
     */
    default NDArray trainingLoss(NDArray x, NDArray t) {
        return loss(x, t);
    }

    /**
     * Computes the gradients of the loss by numerical differentiation, section 4.5.1. It computes the loss twice for
     * each element of each parameter, so use it to check {@link #gradient gradient} on a small network and a small
     * batch. The result is wrong for a network with dropout, since dropout draws anew for each loss.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return the gradients by the names of the parameters, each the {@link NumericalGradient} of {@link #trainingLoss
     *     trainingLoss}. The arrays of the {@link #state state} change while this runs, and are restored at the end
     */
    default Map<String, NDArray> numericalGradient(NDArray x, NDArray t) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(t, "t");
        Map<String, NDArray> before = NamedArrays.mapped(state(), NDArray::copy);
        try {
            return NamedArrays.mapped(
                    parameters(), parameter -> NumericalGradient.of(changed -> trainingLoss(x, t), parameter));
        } finally {
            state().forEach((name, array) -> array.at(Index.ellipsis()).set(before.get(name)));
        }
    }

    /**
     * Computes the share of inputs whose class the network predicts.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return from 0 to 1
     * @throws IllegalArgumentException if t neither has shape (n,) nor is one-hot, as {@link Losses#checkTargets
     *     checkTargets}
     */
    default double accuracy(NDArray x, NDArray t) {
        NDArray scores = predict(x);
        if (t.ndim() != 1) {
            Losses.checkTargets(scores, t);
        }
        NDArray labels = t.ndim() == 1 ? t : t.argmax(1);
        return scores.argmax(1).eq(labels).mean().asDouble();
    }
}
