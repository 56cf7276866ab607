package io.github.dlfs4j.book;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** Section 5.7: a network of two layers with ReLU, the check of its gradients, and its training on MNIST. */
final class LearningByBackpropagation {
    private final int steps;

    /** Creates a network that trains for a number of steps; the book's trains for 10,000. */
    LearningByBackpropagation(int steps) {
        this.steps = steps;
    }

    private static Mnist mnist() throws IOException {
        return Mnist.options().normalize(true).oneHotLabel(true).load();
    }

    /** Section 5.7.3: prints the differences between gradients by backpropagation and numerical ones. */
    static void checkGradient(PrintStream out) throws IOException {
        Mnist mnist = mnist();
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, new RandomState(0));
        NDArray batchMask = NDArray.arange(3);
        NDArray xBatch = mnist.trainImages().get(batchMask);
        NDArray tBatch = mnist.trainLabels().get(batchMask);

        Map<String, NDArray> gradNumerical = network.numericalGradient(xBatch, tBatch);
        Map<String, NDArray> gradBackprop = network.gradient(xBatch, tBatch);

        for (String key : gradNumerical.keySet()) {
            NDArray diff =
                    gradBackprop.get(key).sub(gradNumerical.get(key)).abs().mean();
            out.println(key + ":" + diff);
        }
    }

    /** Section 5.7.4: prints the accuracies on training and test images after the first step of each epoch. */
    void learn(PrintStream out) throws IOException {
        Mnist mnist = mnist();
        int trainSize = mnist.trainImages().shape(0);
        int batchSize = 100;
        double learningRate = 0.1;
        int iterPerEpoch = Math.max(trainSize / batchSize, 1);

        RandomState random = new RandomState(0);
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, random);
        for (int i = 0; i < steps; i++) {
            NDArray batchMask = random.choice(trainSize, batchSize);
            NDArray xBatch = mnist.trainImages().get(batchMask);
            NDArray tBatch = mnist.trainLabels().get(batchMask);

            Map<String, NDArray> grad = network.gradient(xBatch, tBatch);
            network.parameters()
                    .forEach((key, parameter) -> parameter.subi(grad.get(key).mul(learningRate)));

            if (i % iterPerEpoch == 0) {
                double trainAcc = network.accuracy(mnist.trainImages(), mnist.trainLabels());
                double testAcc = network.accuracy(mnist.testImages(), mnist.testLabels());
                out.println(trainAcc + " " + testAcc);
            }
        }
    }
}
