package io.github.dlfs4j.app;

import io.github.dlfs4j.mnist.DigitImage;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recognises digits in your own images: draws what the network sees, with a bar for each digit beside it. */
final class FilePredictions {
    private static final int LONGEST_BAR = 30;

    private FilePredictions() {}

    /** Prints the predictions, after it has read all files. */
    static void print(PrintStream out, Classifier classifier, List<Path> files) throws IOException {
        List<NDArray> images = new ArrayList<>();
        for (Path file : files) {
            images.add(read(file));
        }
        for (int i = 0; i < files.size(); i++) {
            NDArray y = classifier.probabilities(images.get(i).reshape(1, -1)).get(0);
            int digit = y.argmax().asInt();
            out.println(Printable.endOf(files.get(i).toString()) + ": " + digit + " ("
                    + Figures.fraction(y.getDouble(digit)) + "), by " + classifier.name());
            out.print(AsciiArt.of(images.get(i), bars(y)));
        }
    }

    private static NDArray read(Path file) throws IOException {
        try {
            return DigitImage.read(file).pixels();
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
