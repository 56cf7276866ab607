package io.github.dlfs4j.network;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A network that learns, mostly to classify: what an optimiser and a trainer need of it.
 *
 * <p>Own networks are welcome. This one is a matrix, and its gradient is that of softmax with cross entropy:
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
 * <p>A network serves one thread at a time, unless its own documentation says more.
 */
public interface Network {
    /**
     * The arrays that learning changes.
     *
     * @return the network's own arrays by their names, not copies, in an order that stays the same
     */
    Map<String, NDArray> parameters();

    /**
     * All arrays that the network is made of: the parameters, and whatever else training changes and predictions depend
     * on, such as running means. This is what a checkpoint keeps.
     *
     * @return the network's own arrays by their names, not copies; {@link #parameters()} unless there are others
     */
    default Map<String, NDArray> state() {
        return parameters();
    }

    /**
     * Which arrays of {@link #state} are never negative, such as running variances. A checkpoint where one is negative
     * is refused.
     *
     * @return names; none unless there are such arrays
     */
    default Set<String> variances() {
        return Set.of();
    }

    /**
     * The scores of the classes: the highest is the answer. They are not probabilities, which are
     * {@link io.github.dlfs4j.activation.Activations#softmax softmax} of them, unless a network says so; of a network
     * that predicts numbers they are these.
     *
     * @param x a batch; its first axis counts the inputs
     * @return shape (n, classes)
     */
    NDArray predict(NDArray x);

    /**
     * The loss of the predictions, averaged over the batch.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return a 0-d array
     */
    NDArray loss(NDArray x, NDArray t);

    /**
     * The gradients of the loss.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return the gradients by the names of the parameters, each of its parameter's shape
     */
    Map<String, NDArray> gradient(NDArray x, NDArray t);

    /**
     * The loss that {@link #gradient} is the gradient of: that of the network as it is while learning, where dropout
     * drops and a batch is normalised by itself.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return a 0-d array; if not overridden, {@link #loss}
     */
    default NDArray trainingLoss(NDArray x, NDArray t) {
        return loss(x, t);
    }

    /**
     * The gradients of the loss by numerical differentiation, section 4.5.1: two losses for each element of each
     * parameter. It is there to check {@link #gradient}, on a small network and a small batch. Where dropout draws anew
     * for each loss, the two losses differ by more than the element, and the gradients are wrong.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return the gradients by the names of the parameters; each is {@link NumericalGradient} of {@link #trainingLoss}.
     *     The arrays of {@link #state} change while this runs, and are then as before
     */
    default Map<String, NDArray> numericalGradient(NDArray x, NDArray t) {
        Map<String, NDArray> before = new HashMap<>();
        state().forEach((name, array) -> before.put(name, array.copy()));
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        try {
            parameters()
                    .forEach((name, parameter) ->
                            gradients.put(name, NumericalGradient.of(changed -> trainingLoss(x, t), parameter)));
        } finally {
            state().forEach((name, array) -> array.at(Index.ellipsis()).set(before.get(name)));
        }
        return gradients;
    }

    /**
     * The share of inputs whose class is predicted.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return from 0 to 1
     * @throws IllegalArgumentException if t is of another shape than (n,), and not one-hot: as
     *     {@link Losses#checkTargets}
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
