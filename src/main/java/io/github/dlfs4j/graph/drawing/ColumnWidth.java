package io.github.dlfs4j.graph.drawing;

import java.util.List;

/**
 * The width of a column without the curves to the next one.
 *
 * @param nodes the width of the left part, with circles and names
 * @param labels the width of the middle part, with labels above and below the lines
 */
record ColumnWidth(double nodes, double labels) {
    static ColumnWidth of(List<Item> column) {
        double nodes = 0;
        double labels = 0;
        for (Item item : column) {
            nodes = Math.max(nodes, width(item));
            if (item.isNode()) {
                labels = Math.max(labels, Measures.labelWidth(item.node));
            }
        }
        return new ColumnWidth(nodes, labels);
    }

    private static double width(Item item) {
        return switch (item.kind) {
            case NODE -> Measures.width(item.node);
            case PASSING -> 0;
            case END -> item.node.name.isEmpty() ? 0 : Measures.SPACE + TextSize.width(item.node.name, Measures.FONT);
        };
    }

    double total() {
        return nodes + labels;
    }
}
