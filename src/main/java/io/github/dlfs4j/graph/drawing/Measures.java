package io.github.dlfs4j.graph.drawing;

import java.util.List;

/** The sizes of things, in pixels of a screen. */
final class Measures {
    /** The margin around the picture. */
    static final double MARGIN = 12;

    /** The width of a page. A wider picture has several rows. */
    static final double PAGE = 1400;

    /** The space between two rows. */
    static final double ROW_GAP = 40;

    /** The least room for curves between two columns. */
    static final double SHORTEST_BEND = 30;

    /** The greatest room for curves between two columns. */
    static final double LONGEST_BEND = 170;

    /** The least space between two items of a column. */
    static final double GAP = 10;

    /** The font size of names, values and derivatives. */
    static final double FONT = 13;

    /** The space between a text and its line or circle. */
    static final double SPACE = 5;

    /** The space above and below a passing line or an end. */
    static final double PASSING = FONT * 0.7;

    /** The distance of a line, and of its arrow back, from the middle between the two. */
    static final double LINE_OFFSET = 3.5;

    /** The length of the head of an arrow. */
    static final double HEAD = 8;

    /** Half the width of the head of an arrow. */
    static final double HALF_HEAD = 4;

    /** Half the width of the head of an arrow back. */
    static final double HALF_BACK_HEAD = 5.5;

    /** The distance between neighbouring arrows at the edge of a circle. */
    static final double ARROW_PITCH = 15;

    /** The largest angle, up or down from the left end of a circle, at which an arrow may meet it. */
    static final double STEEPEST = 50 * (Math.PI / 180);

    /** The distance from the middle of a line to the text below its arrow back. */
    static final double BELOW = LINE_OFFSET + HALF_BACK_HEAD + 1;

    private static final double SMALLEST_RADIUS = 21;

    /** Returns half the height of a node without its labels. */
    static double halfHeight(Diagram.Node node) {
        return node.isOperation() ? radius(node) : FONT * 0.7;
    }

    static double radius(Diagram.Node node) {
        List<String> lines = symbolLines(node.symbol);
        double size = symbolSize(node.symbol);
        double width = lines.stream()
                .mapToDouble(line -> TextSize.width(line, size))
                .max()
                .orElse(0);
        double text = StrictMath.hypot(width, lines.size() * size) / 2 + 3;
        double arrows = (node.operands.size() - 1) * ARROW_PITCH / (2 * STEEPEST);
        return Math.max(SMALLEST_RADIUS, Math.max(text, arrows));
    }

    /** Returns the font size of a symbol: large for a sign, smaller for the name of a function. */
    static double symbolSize(String symbol) {
        int length = symbol.codePointCount(0, symbol.length());
        return length <= 2 ? 20 : length <= 4 ? 14 : 12;
    }

    /** Splits a long name into lines of one word: meanSquaredError becomes mean, Squared, Error. */
    static List<String> symbolLines(String symbol) {
        return symbol.length() <= 8 ? List.of(symbol) : List.of(symbol.split(" |(?<=\\p{Ll})(?=\\p{Lu})", -1));
    }

    /** Returns the offset, from the middle of a node, of the line that leaves it. */
    static double forward(Diagram.Node node) {
        return node.hasDerivative() ? -LINE_OFFSET : 0;
    }

    static double labelAbove(Diagram.Node node) {
        return node.label().isEmpty() ? 0 : SPACE + TextSize.ASCENT * FONT - forward(node);
    }

    static double labelBelow(Diagram.Node node) {
        return node.hasDerivative() ? BELOW + (TextSize.ASCENT + TextSize.DESCENT) * FONT : 0;
    }

    /** Returns the width of the straight part of a node's line, which has its labels. */
    static double labelWidth(Diagram.Node node) {
        double derivatives = node.sums().values().stream()
                .mapToDouble(sum -> TextSize.width(sum, FONT))
                .max()
                .orElse(0);
        return 2 * SPACE + Math.max(TextSize.width(node.label(), FONT), derivatives);
    }

    /** Returns the width of a node without its labels. */
    static double width(Diagram.Node node) {
        if (node.isOperation()) {
            return 2 * radius(node);
        }
        return node.name.isEmpty() ? 0 : TextSize.width(node.name, FONT) + SPACE;
    }
}
