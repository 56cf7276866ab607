package io.github.dlfs4j.app.console;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws images of 28x28 pixels as text. A character is about twice as high as it is wide, so each one stands for two
 * pixels, one above the other.
 */
public final class AsciiArt {
    /** From black to white. */
    private static final String SHADES = " .:-=+*#%@";

    private static final int SIZE = 28;
    private static final int LINES = SIZE / 2;
    /** The width of drawings side by side, which leave out a pixel of the margin that MNIST's digits have. */
    private static final int NARROW = SIZE - 2;

    private AsciiArt() {}

    /**
     * Draws an image.
     *
     * @param image 784 pixels of uint8
     * @param caption the text beside the middle of the drawing
     * @return the lines of the drawing
     */
    public static String of(NDArray image, String caption) {
        return of(image, List.of(caption));
    }

    /**
     * Draws an image.
     *
     * @param image 784 pixels of uint8
     * @param beside at most 14 lines beside the middle of the drawing
     * @return the lines of the drawing
     */
    public static String of(NDArray image, List<String> beside) {
        List<String> lines = lines(image);
        int first = (LINES - beside.size() + 1) / 2;
        for (int i = 0; i < beside.size(); i++) {
            lines.set(first + i, lines.get(first + i) + "  " + beside.get(i));
        }
        return text(lines);
    }

    /**
     * Draws images side by side, without the lines that are empty in all of the images.
     *
     * @param images 784 pixels of uint8 each; three fit on lines of 80 characters
     * @param captions the lines below, each with a text for every image
     * @return the lines of all drawings
     */
    public static String sideBySide(List<NDArray> images, List<List<String>> captions) {
        List<String> lines = new ArrayList<>();
        List<List<String>> drawings = new ArrayList<>();
        for (NDArray image : images) {
            drawings.add(lines(image));
        }
        for (int i = 0; i < LINES; i++) {
            StringBuilder line = new StringBuilder();
            for (List<String> drawing : drawings) {
                line.append(drawing.get(i), 1, 1 + NARROW).append(' ');
            }
            if (!line.toString().isBlank()) {
                lines.add(line.toString());
            }
        }
        for (List<String> caption : captions) {
            StringBuilder line = new StringBuilder();
            for (String text : caption) {
                line.append(text).append(" ".repeat(Math.max(1, NARROW + 1 - text.length())));
            }
            lines.add(line.toString());
        }
        return text(lines);
    }

    private static List<String> lines(NDArray image) {
        NDArray characters = image.astype(DType.FLOAT64).reshape(LINES, 2, SIZE).mean(1);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < SIZE; column++) {
                int shade = (int) (characters.getDouble(line, column) / 256 * SHADES.length());
                text.append(SHADES.charAt(shade));
            }
            lines.add(text.toString());
        }
        return lines;
    }

    /** Joins the lines, without the spaces at their ends. */
    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}
