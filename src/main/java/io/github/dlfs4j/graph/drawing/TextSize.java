package io.github.dlfs4j.graph.drawing;

/**
 * The room that a text needs, computed without a font. It is at least that of DejaVu Sans, which is wider than Arial
 * and Helvetica, so the text fits in each of these fonts.
 */
final class TextSize {
    /** The height of a line of text above its baseline, as a share of the font size. */
    static final double ASCENT = 0.93;

    /** The height of a line of text below its baseline, as a share of the font size. */
    static final double DESCENT = 0.24;

    private static final String NARROW = " !'(),-./:;I[\\]`fijlrt|";
    private static final String WIDE = "#%&+<=>@MW^mw~¬±×÷";

    /** Returns the width of a text, in the unit of the font size. */
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
