package io.github.dlfs4j.app;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;

/** A handwritten digit as text. A character is about twice as high as wide, so it stands for two pixels. */
final class Drawing {
    /** From black to white. */
    private static final String SHADES = " .:-=+*#%@";

    private static final int SIZE = 28;
    private static final int LINES = SIZE / 2;

    private Drawing() {}

    /**
     * Draws an image.
     *
     * @param image 784 pixels of uint8
     * @param caption what stands beside it
     */
    static String of(NDArray image, String caption) {
        NDArray characters = image.astype(DType.FLOAT64).reshape(LINES, 2, SIZE).mean(1);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            for (int column = 0; column < SIZE; column++) {
                int shade = (int) (characters.getDouble(line, column) / 256 * SHADES.length());
                text.append(SHADES.charAt(shade));
            }
            text.append(line == LINES / 2 ? "  " + caption : "");
            text.setLength(lengthWithoutTrailingSpaces(text));
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static int lengthWithoutTrailingSpaces(StringBuilder text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == ' ') {
            length--;
        }
        return length;
    }
}
