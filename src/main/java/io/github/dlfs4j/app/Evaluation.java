package io.github.dlfs4j.app;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.ConfusionMatrix;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How well a network does on test images, and where it is most wrong.
 *
 * @param matrix which class was taken for which
 * @param mistakes the images that it is most sure of and yet gets wrong, the surest first
 */
record Evaluation(ConfusionMatrix matrix, List<Guess> mistakes) {
    private static final int CLASSES = 10;
    private static final int AT_ONCE = 250;
    /** Two rows of three. */
    private static final int SHOWN = 6;

    Evaluation {
        mistakes = List.copyOf(mistakes);
    }

    /** Evaluates a network that has been used before: what a layer makes in its first call lives on. */
    static Evaluation of(Classifier classifier, Samples test, Progress progress) {
        int count = test.images().shape(0);
        classifier.probabilities(test.images().get(Index.to(1)));
        AtomicInteger done = new AtomicInteger();
        NDArray probabilities = ArrayScope.inBlocks(test.images(), AT_ONCE, images -> {
            NDArray y = classifier.probabilities(images);
            progress.update("evaluating…", done.addAndGet(images.shape(0)), count);
            return y;
        });
        progress.end();
        NDArray predictions = probabilities.argmax(1);
        NDArray sureness = probabilities.max(1);
        NDArray wrong = predictions.ne(test.labels());
        NDArray order = NDArray.where(wrong, sureness, 0.0).neg().argsort();
        int shown = (int) Math.min(SHOWN, wrong.sum().asLong());
        List<Guess> mistakes = IntStream.range(0, shown)
                .map(i -> (int) order.getLong(i))
                .mapToObj(i -> new Guess(
                        test.images().get(i), test.labels().getLong(i), predictions.getLong(i), sureness.getDouble(i)))
                .toList();
        return new Evaluation(ConfusionMatrix.of(test.labels(), predictions, CLASSES), mistakes);
    }

    /** Prints all but the accuracy. */
    void print(PrintStream out, ClassNames names) {
        matrix.toString().lines().forEach(out::println);
        names.printLegend(out);
        if (!mistakes.isEmpty()) {
            out.println("the most confident mistakes:");
            Guess.draw(out, mistakes, names);
        }
    }
}
