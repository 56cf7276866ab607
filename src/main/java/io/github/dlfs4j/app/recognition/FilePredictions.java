package io.github.dlfs4j.app.recognition;

import io.github.dlfs4j.app.console.AsciiArt;
import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.digit.DigitGuess;
import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recognises digits in your own images: draws what the network sees, with a bar for each digit beside it. */
public final class FilePredictions {
    private static final int LONGEST_BAR = 30;

    private FilePredictions() {}

    /**
     * Prints the predictions for all files that can be read.
     *
     * @param out where they are printed
     * @param classifier the network
     * @param files the files
     * @throws Refusal at the end, with a line for each file that cannot be read
     */
    public static void print(PrintStream out, Classifier classifier, List<Path> files) {
        List<String> troubles = new ArrayList<>();
        for (Path file : files) {
            try {
                print(out, classifier, Excerpt.endOf(file.toString()), DigitImage.readAll(file));
            } catch (IOException e) {
                troubles.add(FileTrouble.line(FileTrouble.of(file, e)));
            } catch (UnsupportedOperationException e) {
                troubles.add(e.getMessage());
            }
        }
        if (!troubles.isEmpty()) {
            throw new Refusal(troubles.toArray(String[]::new));
        }
    }

    private static void print(PrintStream out, Classifier classifier, String file, List<DigitImage> digits) {
        List<NDArray> probabilities = new ArrayList<>();
        List<DigitGuess> guesses = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        int unsure = 0;
        for (DigitImage digit : digits) {
            NDArray y = classifier.probabilities(digit.pixels().reshape(1, -1)).get(0);
            probabilities.add(y);
            DigitGuess guess = DigitGuess.of(y);
            guesses.add(guess);
            boolean isSure = guess.isSure() && !digit.isDoubtful();
            number.append(guess.digit()).append(isSure ? "" : "?");
            unsure += isSure ? 0 : 1;
        }
        if (digits.size() == 1) {
            out.println(file + ": " + inWords(digits.get(0), guesses.get(0)) + ", by " + classifier.name());
            out.print(AsciiArt.of(digits.get(0).pixels(), bars(probabilities.get(0))));
            return;
        }
        String count = digits.size() + " digits" + (unsure == 0 ? "" : ", " + unsure + " unsure");
        out.println("%s: %s, %s, by %s".formatted(file, number, count, classifier.name()));
        for (int i = 0; i < digits.size(); i++) {
            out.println("digit " + (i + 1) + " from the left: " + inWords(digits.get(i), guesses.get(i)));
            out.print(AsciiArt.of(digits.get(i).pixels(), bars(probabilities.get(i))));
        }
    }

    private static String inWords(DigitImage digit, DigitGuess guess) {
        String words = guess.digit() + " (" + Figures.fraction(guess.probability()) + ")";
        if (digit.isDoubtful()) {
            return words + ", unsure: it may touch another digit, be two, or be a shadow";
        }
        return guess.isSure()
                ? words
                : words + ", unsure: perhaps " + guess.next() + " (" + Figures.fraction(guess.nextProbability()) + ")";
    }

    private static List<String> bars(NDArray y) {
        List<String> bars = new ArrayList<>();
        for (int digit = 0; digit < y.size(); digit++) {
            double probability = y.getDouble(digit);
            String bar = "#".repeat((int) Math.round(LONGEST_BAR * probability));
            bars.add(digit + " " + Figures.fraction(probability) + " " + bar);
        }
        return bars;
    }
}
