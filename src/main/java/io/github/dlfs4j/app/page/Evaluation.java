package io.github.dlfs4j.app.page;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How a network does on the test images.
 *
 * @param step after which step of its training
 * @param matrix how often it takes which digit for which
 * @param mistakes what it gets wrong, largest error first
 */
record Evaluation(long step, ConfusionMatrix matrix, List<Mistake> mistakes) {
    private static final int AT_ONCE = 250;
    private static final int MOST_MISTAKES = 60;

    /**
     * A digit that is taken for another.
     *
     * @param index its place among the test images
     * @param label what it is
     * @param prediction what it is taken for
     * @param probability how sure the network is of that
     * @param share how likely the network finds what it is; the less, the larger the error
     * @param image its pixels as base64
     */
    record Mistake(int index, long label, long prediction, double probability, double share, String image) {
        Map<String, Object> toJson() {
            return Json.object(
                    "index", index,
                    "label", label,
                    "prediction", prediction,
                    "probability", probability,
                    "image", image);
        }
    }

    static Evaluation of(Model model, long step, Samples test) {
        NDArray probabilities = ArrayScope.inBlocks(test.images(), AT_ONCE, model::probabilities);
        NDArray predictions = probabilities.argmax(1);
        return new Evaluation(
                step, ConfusionMatrix.of(test.labels(), predictions, 10), mistakes(test, probabilities, predictions));
    }

    private static List<Mistake> mistakes(Samples test, NDArray probabilities, NDArray predictions) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            int label = (int) test.labels().getLong(i);
            int prediction = (int) predictions.getLong(i);
            if (label != prediction) {
                mistakes.add(new Mistake(
                        i,
                        label,
                        prediction,
                        probabilities.getDouble(i, prediction),
                        probabilities.getDouble(i, label),
                        Picture.ofLevels(test.images().get(i))));
            }
        }
        mistakes.sort(Comparator.comparingDouble(Mistake::share));
        return List.copyOf(mistakes.subList(0, Math.min(MOST_MISTAKES, mistakes.size())));
    }
}
