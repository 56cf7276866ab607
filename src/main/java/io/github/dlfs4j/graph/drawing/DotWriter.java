package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Diagram.Node;
import java.util.Locale;

/**
 * Writes a diagram in the DOT language of Graphviz, which chooses the places: {@code dot -Tsvg} draws inputs at the
 * left, operations in circles, values at the arrows, and derivatives at thick arrows back.
 */
public final class DotWriter {
    private final StringBuilder dot = new StringBuilder();

    private DotWriter() {}

    /**
     * Writes a diagram in DOT.
     *
     * @param diagram the diagram
     * @return the text of a DOT file
     */
    public static String write(Diagram diagram) {
        DotWriter writer = new DotWriter();
        writer.line("digraph %s {", quoted(diagram.title()));
        writer.line("  rankdir=LR");
        writer.line("  node [shape=circle fontname=\"sans-serif\"]");
        writer.line("  edge [fontname=\"sans-serif\" fontsize=12]");
        diagram.nodes().forEach(writer::writeNode);
        diagram.nodes().forEach(writer::writeArrows);
        writer.line("}");
        return writer.dot.toString();
    }

    private void writeNode(Node node) {
        if (node.isOperation()) {
            line("  n%d [label=%s]", node.index, quoted(node.symbol));
        } else if (node.name.isEmpty()) {
            line("  n%d [shape=point]", node.index);
        } else {
            line("  n%d [shape=plaintext label=%s]", node.index, quoted(node.name));
        }
        if (node.isResult()) {
            line("  r%d [shape=plaintext label=%s]", node.index, quoted(node.name));
        }
    }

    private void writeArrows(Node node) {
        for (int i = 0; i < node.operands.size(); i++) {
            writeArrow(node.operands.get(i), "n" + node.index, node.operandDerivative(i));
        }
        if (node.isResult()) {
            writeArrow(node, "r" + node.index, node.derivative);
        }
    }

    private void writeArrow(Node from, String to, String derivative) {
        line("  n%d -> %s [label=%s]", from.index, to, quoted(from.label()));
        if (!derivative.isEmpty()) {
            line(
                    "  n%d -> %s [dir=back label=%s penwidth=3 color=\"#d9622b\" fontcolor=\"#b23c0a\"]",
                    from.index, to, quoted(derivative));
        }
    }

    private void line(String format, Object... parts) {
        dot.append(String.format(Locale.ROOT, format, parts)).append('\n');
    }

    /** Quotes a text for DOT, in which backslashes and ampersands have a meaning of their own. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '&' -> quoted.append("&amp;");
                default -> quoted.appendCodePoint(XmlText.printable(c));
            }
        });
        return quoted.append('"').toString();
    }
}
