package io.github.dlfs4j.app;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network takes an image for.
 *
 * @param image 784 pixels of uint8
 * @param label what it is
 * @param prediction what it is taken for
 * @param probability how sure the network is
 */
record Guess(NDArray image, long label, long prediction, double probability) {
    /** As many as stand side by side on a line of 80 characters. */
    private static final int BESIDE = 3;

    /** Draws images side by side, in rows, with what they are and what they are taken for below. */
    static void draw(PrintStream out, List<Guess> guesses, ClassNames names) {
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
            out.print(Drawing.sideBySide(images, List.of(labels, predictions, probabilities)));
        }
    }
}
