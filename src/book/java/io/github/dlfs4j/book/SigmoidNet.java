package io.github.dlfs4j.book;

import static io.github.dlfs4j.activation.Activations.sigmoid;
import static io.github.dlfs4j.activation.Activations.softmax;
import static io.github.dlfs4j.loss.Losses.crossEntropy;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Section 4.5.1: the network of two layers, in formulas. In the book it is the {@code TwoLayerNet} of chapter 4; that
 * of chapter 5 is made of layers, and is {@link io.github.dlfs4j.network.TwoLayerNet TwoLayerNet} here.
 *
 * @param params the parameters W1, b1, W2 and b2, which training changes
 */
record SigmoidNet(Map<String, NDArray> params) {
    /** Creates a network with random weights of standard deviation 0.01 and with biases of 0. */
    SigmoidNet(int inputSize, int hiddenSize, int outputSize, RandomState random) {
        this(new LinkedHashMap<>());
        params.put("W1", random.randn(inputSize, hiddenSize).mul(0.01));
        params.put("b1", NDArray.zeros(hiddenSize));
        params.put("W2", random.randn(hiddenSize, outputSize).mul(0.01));
        params.put("b2", NDArray.zeros(outputSize));
    }

    /** Returns the probability of each class for each row of x. */
    NDArray predict(NDArray x) {
        NDArray w1 = params.get("W1");
        NDArray b1 = params.get("b1");
        NDArray w2 = params.get("W2");
        NDArray b2 = params.get("b2");

        NDArray a1 = x.dot(w1).add(b1);
        NDArray z1 = sigmoid(a1);
        NDArray a2 = z1.dot(w2).add(b2);
        NDArray y = softmax(a2);
        return y;
    }

    /** Returns the cross entropy of the predictions for x; t has a one-hot row for each row of x. */
    NDArray loss(NDArray x, NDArray t) {
        NDArray y = predict(x);
        return crossEntropy(y, t);
    }

    /** Returns the share of right predictions for x. */
    double accuracy(NDArray x, NDArray t) {
        NDArray y = predict(x).argmax(1);
        return y.eq(t.argmax(1)).sum().asDouble() / x.shape(0);
    }

    /**
     * Returns the gradients by numerical differentiation, which computes two losses for each element of a parameter.
     */
    Map<String, NDArray> numericalGradient(NDArray x, NDArray t) {
        // The argument is a parameter that has changed in place, so loss sees the change.
        Function<NDArray, NDArray> lossW = w -> loss(x, t);

        Map<String, NDArray> grads = new LinkedHashMap<>();
        grads.put("W1", NumericalGradient.of(lossW, params.get("W1")));
        grads.put("b1", NumericalGradient.of(lossW, params.get("b1")));
        grads.put("W2", NumericalGradient.of(lossW, params.get("W2")));
        grads.put("b2", NumericalGradient.of(lossW, params.get("b2")));
        return grads;
    }

    /** Returns nearly the same gradients much faster, by formulas that chapter 5 explains. */
    Map<String, NDArray> gradient(NDArray x, NDArray t) {
        NDArray w1 = params.get("W1");
        NDArray b1 = params.get("b1");
        NDArray w2 = params.get("W2");
        NDArray b2 = params.get("b2");
        int batchNum = x.shape(0);

        // forward
        NDArray a1 = x.dot(w1).add(b1);
        NDArray z1 = sigmoid(a1);
        NDArray a2 = z1.dot(w2).add(b2);
        NDArray y = softmax(a2);

        // backward
        Map<String, NDArray> grads = new LinkedHashMap<>();
        NDArray dy = y.sub(t).div(batchNum);
        NDArray dz1 = dy.dot(w2.transpose());
        NDArray da1 = z1.rsub(1.0).mul(z1).mul(dz1);
        grads.put("W1", x.transpose().dot(da1));
        grads.put("b1", da1.sum(0));
        grads.put("W2", z1.transpose().dot(dy));
        grads.put("b2", dy.sum(0));
        return grads;
    }
}
