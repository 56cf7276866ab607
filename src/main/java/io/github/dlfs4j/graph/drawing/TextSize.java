package io.github.dlfs4j.graph.drawing;

/**
 * How much room a text takes, without a font to ask: at least what it takes in DejaVu Sans, which is wider than Arial
 * and Helvetica, so that a text fits its room in each of them.
 */
final class TextSize {
    /** What a line of text takes above its baseline, as a part of the font's size. */
    static final double ASCENT = 0.93;

    /** What it takes below. */
    static final double DESCENT = 0.24;

    private static final String NARROW = " !'(),-./:;I[\\]`fijlrt|";
    private static final String WIDE = "#%&+<=>@MW^mw~¬±×÷";

    private TextSize() {}

    /** The width of a text, in the unit of the font's size. */
    static double width(String text, double fontSize) {
        return text.codePoints().mapToDouble(TextSize::width).sum() * fontSize;
    }

    private static double width(int c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.42;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 1.0;
        }
        if (c < 0x530) {
            return Character.isUpperCase(c) ? 0.8 : 0.66;
        }
        return Character.isBmpCodePoint(c) ? 1.05 : 1.3;
    }
}
