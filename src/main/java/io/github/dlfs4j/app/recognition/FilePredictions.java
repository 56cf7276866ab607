package io.github.dlfs4j.app.recognition;

import io.github.dlfs4j.app.console.AsciiArt;
import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Printable;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.digit.DigitGuess;
import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recognises digits in your own images: draws what the network sees, with a bar for each digit beside it. */
public final class FilePredictions {
    private static final int LONGEST_BAR = 30;

    private FilePredictions() {}

    /**
     * Prints the predictions, after it has read all files.
     *
     * @param out where they are printed
     * @param classifier the network
     * @param files the files
     * @throws IOException if a file cannot be read
     */
    public static void print(PrintStream out, Classifier classifier, List<Path> files) throws IOException {
        List<List<DigitImage>> pictures = new ArrayList<>();
        for (Path file : files) {
            pictures.add(read(file));
        }
        for (int i = 0; i < files.size(); i++) {
            print(out, classifier, Printable.endOf(files.get(i).toString()), pictures.get(i));
        }
    }

    private static void print(PrintStream out, Classifier classifier, String file, List<DigitImage> digits) {
        List<NDArray> probabilities = new ArrayList<>();
        List<DigitGuess> guesses = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        for (DigitImage digit : digits) {
            NDArray y = classifier.probabilities(digit.pixels().reshape(1, -1)).get(0);
            probabilities.add(y);
            guesses.add(DigitGuess.of(y));
            number.append(y.argmax().asInt());
        }
        if (digits.size() == 1) {
            out.println(file + ": " + inWords(digits.get(0), guesses.get(0)) + ", by " + classifier.name());
            out.print(AsciiArt.of(digits.get(0).pixels(), bars(probabilities.get(0))));
            return;
        }
        out.println("%s: %s, %s digits, by %s".formatted(file, number, digits.size(), classifier.name()));
        for (int i = 0; i < digits.size(); i++) {
            out.println("digit " + (i + 1) + " from the left: " + inWords(digits.get(i), guesses.get(i)));
            out.print(AsciiArt.of(digits.get(i).pixels(), bars(probabilities.get(i))));
        }
    }

    private static String inWords(DigitImage digit, DigitGuess guess) {
        String words = guess.digit() + " (" + Figures.fraction(guess.probability()) + ")";
        if (digit.isDoubtful()) {
            return words + ", unsure: it may touch another digit, or be two";
        }
        return guess.isSure()
                ? words
                : words + ", unsure: perhaps " + guess.next() + " (" + Figures.fraction(guess.nextProbability()) + ")";
    }

    private static List<DigitImage> read(Path file) throws IOException {
        try {
            return DigitImage.readAll(file);
        } catch (FileSystemException e) {
            throw FileTrouble.of(file, e);
        } catch (UnsupportedOperationException e) {
            throw new Refusal(e.getMessage());
        }
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
