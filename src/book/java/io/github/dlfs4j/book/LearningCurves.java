package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Sections 4.5.2 and 4.5.3: the loss and the accuracies of chapter 4's network while it learns MNIST. */
final class LearningCurves {
    private final int steps;
    private final List<NDArray> trainLoss = new ArrayList<>();
    private final List<Double> trainAccuracy = new ArrayList<>();
    private final List<Double> testAccuracy = new ArrayList<>();

    /** Creates the curves of a network that trains for a number of steps, before the first figure. */
    LearningCurves(int steps) {
        this.steps = steps;
    }

    /** Prints the losses of as many steps as the notes have. */
    void printLosses(PrintStream out) throws IOException {
        learnOnce();
        out.println(trainLoss.subList(0, Math.min(10, trainLoss.size())));
    }

    /** Prints the accuracies of each epoch, and a summary of the losses. */
    void printAccuracies(PrintStream out) throws IOException {
        learnOnce();
        for (int i = 0; i < trainAccuracy.size(); i++) {
            out.println("train acc: " + NDArray.scalar(trainAccuracy.get(i)) + " test acc: "
                    + NDArray.scalar(testAccuracy.get(i)));
        }
        out.println(losses());
    }

    private NDArray losses() {
        return NDArray.stack(0, trainLoss.toArray(NDArray[]::new));
    }

    Plot loss() throws IOException {
        learnOnce();
        NDArray x = NDArray.arange(trainLoss.size());
        return new Plot().line("loss", x, losses()).xLabel("iteration").yLabel("loss");
    }

    Plot accuracy() throws IOException {
        learnOnce();
        NDArray x = NDArray.arange(trainAccuracy.size());
        return new Plot()
                .line("train acc", x, array(trainAccuracy))
                .dashed("test acc", x, array(testAccuracy))
                .xLabel("epochs")
                .yLabel("accuracy")
                .yLimits(0, 1.0)
                .legend(LegendPosition.InsideSE);
    }

    private static NDArray array(List<Double> numbers) {
        return NDArray.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void learnOnce() throws IOException {
        if (trainLoss.isEmpty()) {
            System.err.printf("a network of two layers learns for %d steps%n", steps);
            learn(Mnist.options().normalize(true).oneHotLabel(true).load());
        }
    }

    private void learn(Mnist mnist) {
        NDArray xTrain = mnist.trainImages();
        NDArray tTrain = mnist.trainLabels();
        int trainSize = xTrain.shape(0);
        int batchSize = 100;
        double learningRate = 0.1;
        int iterPerEpoch = Math.max(trainSize / batchSize, 1);

        RandomState random = new RandomState(0);
        SigmoidNet network = new SigmoidNet(784, 50, 10, random);
        for (int i = 0; i < steps; i++) {
            NDArray batchMask = random.choice(trainSize, batchSize);
            NDArray xBatch = xTrain.get(batchMask);
            NDArray tBatch = tTrain.get(batchMask);

            // numericalGradient gives nearly the same, but takes half a minute for each step.
            Map<String, NDArray> grad = network.gradient(xBatch, tBatch);
            for (String key : List.of("W1", "b1", "W2", "b2")) {
                network.params().get(key).subi(grad.get(key).mul(learningRate));
            }

            trainLoss.add(network.loss(xBatch, tBatch));
            if (i % iterPerEpoch == 0) {
                trainAccuracy.add(network.accuracy(xTrain, tTrain));
                testAccuracy.add(network.accuracy(mnist.testImages(), mnist.testLabels()));
            }
        }
    }
}
