package io.github.dlfs4j.app.recognition;

import io.github.dlfs4j.app.console.AsciiArt;
import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.app.data.ClassNames;
import io.github.dlfs4j.app.evaluation.Evaluation;
import io.github.dlfs4j.app.evaluation.Guess;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints an evaluation: the confusion matrix, and drawings of the most confident mistakes. */
public final class EvaluationReport {
    /** The number of drawings that fit on a line of 80 characters. */
    private static final int BESIDE = 3;

    private static final int MISTAKES = 2 * BESIDE;

    private EvaluationReport() {}

    /**
     * Evaluates a network, prints all but its accuracy, and returns that.
     *
     * @param out where it is printed
     * @param classifier the network
     * @param test the test images
     * @param names the names of the classes
     * @param progress shows how far it is
     * @return the accuracy
     */
    public static double print(
            PrintStream out, Classifier classifier, Samples test, ClassNames names, Progress progress) {
        int count = test.images().shape(0);
        Evaluation evaluation =
                Evaluation.of(classifier::probabilities, test, done -> progress.update("evaluating…", done, count));
        progress.end();
        evaluation.matrix().toString().lines().forEach(out::println);
        names.printLegend(out);
        List<Guess> mistakes = evaluation.mistakes(MISTAKES);
        if (!mistakes.isEmpty()) {
            out.println("the most confident mistakes:");
            draw(out, mistakes, names);
        }
        return evaluation.matrix().accuracy();
    }

    /**
     * Draws images in rows of three, with labels, predictions and probabilities below.
     *
     * @param out where they are drawn
     * @param guesses the images, and what the network takes them for
     * @param names the names of the classes
     */
    public static void draw(PrintStream out, List<Guess> guesses, ClassNames names) {
        for (int from = 0; from < guesses.size(); from += BESIDE) {
            List<Guess> row = guesses.subList(from, Math.min(from + BESIDE, guesses.size()));
            List<NDArray> images = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            List<String> predictions = new ArrayList<>();
            List<String> probabilities = new ArrayList<>();
            for (Guess guess : row) {
                images.add(guess.image());
                labels.add("label " + names.of(guess.label()));
                predictions.add("taken for " + names.of(guess.prediction()));
                probabilities.add("probability " + Figures.fraction(guess.probability()));
            }
            out.print(AsciiArt.sideBySide(images, List.of(labels, predictions, probabilities)));
        }
    }
}
