package io.github.dlfs4j.app.evaluation;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.ConfusionMatrix;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How well a network classifies test images.
 *
 * @param test the test images and their labels
 * @param probabilities the probabilities of the classes, of shape (n, classes)
 * @param predictions the most probable class of each image, int64 of shape (n,)
 * @param matrix how often each class is taken for each other
 */
public record Evaluation(Samples test, NDArray probabilities, NDArray predictions, ConfusionMatrix matrix) {
    private static final int AT_ONCE = 250;

    /**
     * Evaluates a network.
     *
     * @param probabilities computes the probabilities of the classes, (n, 10), of images, (n, 784) of uint8
     * @param test the test images and their labels
     * @param progress is called with the number of images classified so far
     * @return the evaluation
     */
    public static Evaluation of(UnaryOperator<NDArray> probabilities, Samples test, IntConsumer progress) {
        // The first call is outside the scopes below, since layers keep what they allocate in it.
        int classes = probabilities.apply(test.images().get(Index.to(1))).shape(1);
        AtomicInteger done = new AtomicInteger();
        NDArray y = ArrayScope.inBlocks(test.images(), AT_ONCE, images -> {
            NDArray block = probabilities.apply(images);
            progress.accept(done.addAndGet(images.shape(0)));
            return block;
        });
        NDArray predictions = y.argmax(1);
        return new Evaluation(test, y, predictions, ConfusionMatrix.of(test.labels(), predictions, classes));
    }

    /**
     * Finds images that the network takes for another class.
     *
     * @param most the largest number of images
     * @return the mistakes, the most confident first; unmodifiable
     */
    public List<Guess> mistakes(int most) {
        NDArray wrong = predictions.ne(test.labels());
        NDArray order = NDArray.where(wrong, probabilities.max(1), 0.0).neg().argsort();
        int count = (int) Math.min(most, wrong.sum().asLong());
        return IntStream.range(0, count)
                .mapToObj(i -> guess((int) order.getLong(i)))
                .toList();
    }

    /**
     * Finds the images that a cell of the matrix counts.
     *
     * @param label the class of the images
     * @param prediction the class that the network takes them for
     * @param most the largest number of images
     * @return mistakes with the most confident first, or right answers with the least confident first; unmodifiable
     */
    public List<Guess> cell(int label, int prediction, int most) {
        Comparator<Guess> unsure = Comparator.comparingDouble(Guess::probability);
        return IntStream.range(0, predictions.size())
                .filter(i -> test.labels().getLong(i) == label && predictions.getLong(i) == prediction)
                .mapToObj(this::guess)
                .sorted(label == prediction ? unsure : unsure.reversed())
                .limit(most)
                .toList();
    }

    private Guess guess(int i) {
        return new Guess(i, test.images().get(i), test.labels().getLong(i), probabilities.get(i));
    }
}
