package io.github.dlfs4j.graph.drawing;

import java.util.List;

/** How large things are, in pixels of a screen. */
final class Measures {
    /** Around the picture. */
    static final double MARGIN = 12;

    /** Between what stands one below the other. */
    static final double GAP = 10;

    /** The size of names, values and derivatives. */
    static final double FONT = 13;

    /** Between a text and what it belongs to. */
    static final double SPACE = 5;

    /** Above and below a line that passes by, or an end. */
    static final double PASSING = FONT * 0.7;

    /** From the middle to a line and to the arrow back, where there are both. */
    static final double LINE_OFFSET = 3.5;

    /** How long the head of an arrow is. */
    static final double HEAD = 8;

    /** Half its width. */
    static final double HALF_HEAD = 4;

    /** Half the width of the head of an arrow back. */
    static final double HALF_BACK_HEAD = 5.5;

    /** From one arrow to the next at the edge of a circle. */
    static final double ARROW_PITCH = 15;

    /** How far from its left end an arrow may meet a circle, as an angle upwards or downwards. */
    static final double STEEPEST = 50 * (Math.PI / 180);

    /** From the middle of a line to the text below the arrow back. */
    static final double BELOW = LINE_OFFSET + HALF_BACK_HEAD + 1;

    private static final double SMALLEST_RADIUS = 21;

    private Measures() {}

    /** Half the height of what a node is by itself. */
    static double halfHeight(Diagram.Node node) {
        return node.isOperation() ? radius(node) : FONT * 0.7;
    }

    static double radius(Diagram.Node node) {
        List<String> lines = symbolLines(node.symbol());
        double size = symbolSize(node.symbol());
        double width = lines.stream()
                .mapToDouble(line -> TextSize.width(line, size))
                .max()
                .orElse(0);
        double text = StrictMath.hypot(width, lines.size() * size) / 2 + 3;
        double arrows = (node.operands().size() - 1) * ARROW_PITCH / (2 * STEEPEST);
        return Math.max(SMALLEST_RADIUS, Math.max(text, arrows));
    }

    /** A symbol is large, a function's name less so. */
    static double symbolSize(String symbol) {
        int length = symbol.codePointCount(0, symbol.length());
        return length <= 2 ? 20 : length <= 4 ? 14 : 12;
    }

    /** Every word of a long name on a line of its own: mean, Squared, Error. */
    static List<String> symbolLines(String symbol) {
        return symbol.length() <= 8 ? List.of(symbol) : List.of(symbol.split(" |(?<=\\p{Ll})(?=\\p{Lu})", -1));
    }

    /** Where the line that leaves a node lies, from its middle. */
    static double forward(Diagram.Node node) {
        return node.hasDerivative() ? -LINE_OFFSET : 0;
    }

    static double labelAbove(Diagram.Node node) {
        return node.label().isEmpty() ? 0 : SPACE + TextSize.ASCENT * FONT - forward(node);
    }

    static double labelBelow(Diagram.Node node) {
        return node.hasDerivative() ? BELOW + (TextSize.ASCENT + TextSize.DESCENT) * FONT : 0;
    }

    /** The way along which a node's line is straight and has its labels. */
    static double labelWidth(Diagram.Node node) {
        return 2 * SPACE + Math.max(TextSize.width(node.label(), FONT), TextSize.width(node.derivative(), FONT));
    }

    /** The room for a node by itself, from left to right. */
    static double width(Diagram.Node node) {
        if (node.isOperation()) {
            return 2 * radius(node);
        }
        return node.name().isEmpty() ? 0 : TextSize.width(node.name(), FONT) + SPACE;
    }
}
