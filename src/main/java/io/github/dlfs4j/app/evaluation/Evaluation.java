package io.github.dlfs4j.app.evaluation;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.ConfusionMatrix;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How well a network classifies test images.
 *
 * @param matrix how often each class is taken for each other
 * @param mistakes images that the network takes for another class, the most confident mistake first; unmodifiable
 */
public record Evaluation(ConfusionMatrix matrix, List<Guess> mistakes) {
    private static final int AT_ONCE = 250;

    /**
     * Evaluates a network.
     *
     * @param probabilities computes the probabilities of the classes, (n, 10), of images, (n, 784) of uint8
     * @param test the test images and their labels
     * @param mostMistakes the largest number of mistakes to keep
     * @param progress is called with the number of images classified so far
     * @return the evaluation
     */
    public static Evaluation of(
            UnaryOperator<NDArray> probabilities, Samples test, int mostMistakes, IntConsumer progress) {
        // The first call is outside the scopes below, since layers keep what they allocate in it.
        int classes = probabilities.apply(test.images().get(Index.to(1))).shape(1);
        AtomicInteger done = new AtomicInteger();
        NDArray y = ArrayScope.inBlocks(test.images(), AT_ONCE, images -> {
            NDArray block = probabilities.apply(images);
            progress.accept(done.addAndGet(images.shape(0)));
            return block;
        });
        NDArray predictions = y.argmax(1);
        NDArray confidence = y.max(1);
        NDArray wrong = predictions.ne(test.labels());
        NDArray order = NDArray.where(wrong, confidence, 0.0).neg().argsort();
        int count = (int) Math.min(mostMistakes, wrong.sum().asLong());
        List<Guess> mistakes = IntStream.range(0, count)
                .map(i -> (int) order.getLong(i))
                .mapToObj(i -> new Guess(
                        i,
                        test.images().get(i),
                        test.labels().getLong(i),
                        predictions.getLong(i),
                        confidence.getDouble(i)))
                .toList();
        return new Evaluation(ConfusionMatrix.of(test.labels(), predictions, classes), mistakes);
    }
}
