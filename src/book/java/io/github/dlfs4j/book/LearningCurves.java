package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Sections 4.5.2 and 4.5.3: the loss and the accuracies of chapter 4's network while it learns MNIST.
 *
 * @param trainLossList the loss after each step
 * @param trainAccList the accuracy on all training images after the first step of each epoch
 * @param testAccList the same on all test images
 */
record LearningCurves(List<NDArray> trainLossList, List<NDArray> trainAccList, List<NDArray> testAccList) {
    static LearningCurves learn(int itersNum) throws IOException {
        Mnist mnist = Mnist.options().normalize(true).oneHotLabel(true).load();
        NDArray xTrain = mnist.trainImages();
        NDArray tTrain = mnist.trainLabels();
        NDArray xTest = mnist.testImages();
        NDArray tTest = mnist.testLabels();

        int trainSize = xTrain.shape(0);
        int batchSize = 100;
        double learningRate = 0.1;
        int iterPerEpoch = Math.max(trainSize / batchSize, 1);
        List<NDArray> trainLossList = new ArrayList<>();
        List<NDArray> trainAccList = new ArrayList<>();
        List<NDArray> testAccList = new ArrayList<>();

        RandomState random = new RandomState(0);
        SigmoidNet network = new SigmoidNet(784, 50, 10, random);
        for (int i = 0; i < itersNum; i++) {
            NDArray batchMask = random.choice(trainSize, batchSize);
            NDArray xBatch = xTrain.get(batchMask);
            NDArray tBatch = tTrain.get(batchMask);

            // numericalGradient gives nearly the same, but takes half a minute for each step.
            Map<String, NDArray> grad = network.gradient(xBatch, tBatch);
            for (String key : List.of("W1", "b1", "W2", "b2")) {
                network.params().get(key).subi(grad.get(key).mul(learningRate));
            }

            trainLossList.add(network.loss(xBatch, tBatch));
            if (i % iterPerEpoch == 0) {
                trainAccList.add(NDArray.scalar(network.accuracy(xTrain, tTrain)));
                testAccList.add(NDArray.scalar(network.accuracy(xTest, tTest)));
            }
        }
        return new LearningCurves(trainLossList, trainAccList, testAccList);
    }

    /** Prints the losses of as many steps as the notes have. */
    void printLosses() {
        print(trainLossList.subList(0, Math.min(10, trainLossList.size())));
    }

    /** Prints the accuracies of each epoch, and a summary of the losses. */
    void printAccuracies() {
        for (int i = 0; i < trainAccList.size(); i++) {
            print("train acc:", trainAccList.get(i), "test acc:", testAccList.get(i));
        }
        print(array(trainLossList));
    }

    Plot loss() {
        NDArray x = NDArray.arange(trainLossList.size());
        return new Plot()
                .line("loss", x, array(trainLossList))
                .xLabel("iteration")
                .yLabel("loss");
    }

    Plot accuracy() {
        NDArray x = NDArray.arange(trainAccList.size());
        return new Plot()
                .line("train acc", x, array(trainAccList))
                .dashed("test acc", x, array(testAccList))
                .xLabel("epochs")
                .yLabel("accuracy")
                .yLimits(0, 1.0)
                .legend(LegendPosition.InsideSE);
    }

    private static NDArray array(List<NDArray> numbers) {
        return NDArray.stack(0, numbers);
    }
}
