package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * What an attention looks at: a row for each character, with a square for each character that came before it. The
 * darker the square, the larger the weight.
 */
public final class AttentionMap implements Figure {
    private static final int SIDE = 10;
    private static final int TEXT_SIZE = 8;

    private final NDArray weights;
    private final int[] characters;

    /**
     * Creates a map.
     *
     * @param weights from 0 to 1, of shape (length, length)
     * @param text the characters, as many as rows
     * @throws IllegalArgumentException {@code 5 characters have weights of shape (5, 5), not (4, 4)}
     */
    public AttentionMap(NDArray weights, String text) {
        characters = text.codePoints().toArray();
        int length = characters.length;
        if (weights.ndim() != 2 || weights.shape(0) != length || weights.shape(1) != length) {
            throw new IllegalArgumentException(
                    "%s characters have weights of shape (%<s, %<s), not %s".formatted(length, weights.shape()));
        }
        this.weights = weights;
    }

    @Override
    public BufferedImage draw() {
        int side = (characters.length + 1) * SIDE;
        BufferedImage image = new BufferedImage(side * SCALE, side * SCALE, BufferedImage.TYPE_INT_RGB);
        try (Pen pen = Pen.ofPoints(image)) {
            for (int row = 0; row < characters.length; row++) {
                pen.text(letter(row), TEXT_SIZE, new Point2D.Double(SIDE / 2.0, (row + 1.5) * SIDE));
                pen.text(letter(row), TEXT_SIZE, new Point2D.Double((row + 1.5) * SIDE, SIDE / 2.0));
                for (int column = 0; column <= row; column++) {
                    int grey = 245 - (int) Math.round(245 * weights.getDouble(row, column));
                    pen.fill(
                            new Color(grey, grey, grey),
                            new Rectangle2D.Double((column + 1) * SIDE, (row + 1) * SIDE, SIDE, SIDE));
                }
            }
        }
        return image;
    }

    /** Returns a character that can be seen. */
    private String letter(int place) {
        return Character.isWhitespace(characters[place]) ? "␣" : Character.toString(characters[place]);
    }
}
