package io.github.dlfs4j.graph.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a picture, and in each what stands or passes there. An operation's column is the number of operations
 * on the longest way to it, an input's the first; a constant stands just before the first operation that takes it; the
 * results end in the last. A line to a column farther away passes through those between, once for all operations that
 * take it there.
 */
final class Columns {
    /** So many lines that pass by can be drawn in some seconds; a picture with more could not be looked at. */
    private static final long MOST_PASSING = 500_000;

    private final List<List<Item>> columns = new ArrayList<>();

    Columns(Diagram diagram) {
        List<Diagram.Node> nodes = diagram.nodes();
        int[] column = columnsOf(nodes);
        int last = nodes.isEmpty() ? -1 : Arrays.stream(column).max().getAsInt() + 1;
        for (int i = 0; i <= last; i++) {
            columns.add(new ArrayList<>());
        }
        int[] farthest = farthest(nodes, column, last);
        checkSize(column, farthest);
        // The line of each node: its item, those where it passes by, and its end.
        List<List<Item>> lines = new ArrayList<>();
        for (Diagram.Node node : nodes) {
            lines.add(line(node, column[node.index()], farthest[node.index()]));
        }
        for (Diagram.Node node : nodes) {
            Item item = lines.get(node.index()).get(0);
            for (Diagram.Node operand : node.operands()) {
                int passed = column[node.index()] - column[operand.index()] - 1;
                lines.get(operand.index()).get(passed).connectTo(item);
            }
        }
        fill(nodes, column, lines);
    }

    List<List<Item>> all() {
        return columns;
    }

    private static int[] columnsOf(List<Diagram.Node> nodes) {
        int[] column = new int[nodes.size()];
        int[] firstUse = new int[nodes.size()];
        Arrays.fill(firstUse, Integer.MAX_VALUE);
        for (Diagram.Node node : nodes) {
            for (Diagram.Node operand : node.operands()) {
                column[node.index()] = Math.max(column[node.index()], column[operand.index()] + 1);
            }
            for (Diagram.Node operand : node.operands()) {
                firstUse[operand.index()] = Math.min(firstUse[operand.index()], column[node.index()]);
            }
        }
        for (Diagram.Node node : nodes) {
            if (node.kind() == Diagram.Kind.CONSTANT && !node.isResult()) {
                column[node.index()] = firstUse[node.index()] - 1;
            }
        }
        return column;
    }

    /** The last column before the one where a node's line ends. */
    private static int[] farthest(List<Diagram.Node> nodes, int[] column, int last) {
        int[] farthest = column.clone();
        for (Diagram.Node node : nodes) {
            for (Diagram.Node operand : node.operands()) {
                farthest[operand.index()] = Math.max(farthest[operand.index()], column[node.index()] - 1);
            }
            if (node.isResult()) {
                farthest[node.index()] = last - 1;
            }
        }
        return farthest;
    }

    private static void checkSize(int[] column, int[] farthest) {
        long passing = 0;
        for (int i = 0; i < column.length; i++) {
            passing += farthest[i] - column[i];
        }
        if (passing > MOST_PASSING) {
            throw new IllegalArgumentException(
                    "a graph of %d nodes with lines that pass by others %d times is too large to draw"
                            .formatted(column.length, passing));
        }
    }

    private static List<Item> line(Diagram.Node node, int from, int to) {
        List<Item> line = new ArrayList<>(to - from + 1);
        line.add(new Item(Item.Kind.NODE, node));
        for (int i = from; i < to; i++) {
            Item passing = new Item(Item.Kind.PASSING, node);
            line.get(line.size() - 1).connectTo(passing);
            line.add(passing);
        }
        return line;
    }

    /**
     * Puts the items into their columns, in the order in which one comes to their nodes who goes from the results to
     * the left and takes the first operand first. So a graph without shared nodes has no crossings from the start.
     */
    private void fill(List<Diagram.Node> nodes, int[] column, List<List<Item>> lines) {
        for (Diagram.Node node : DepthFirst.order(nodes)) {
            List<Item> line = lines.get(node.index());
            for (int i = 0; i < line.size(); i++) {
                columns.get(column[node.index()] + i).add(line.get(i));
            }
            if (node.isResult()) {
                Item end = new Item(Item.Kind.END, node);
                line.get(line.size() - 1).connectTo(end);
                columns.get(columns.size() - 1).add(end);
            }
        }
        columns.forEach(Columns::number);
    }

    /** Tells the items of a column their places. */
    static void number(List<Item> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).rank = i;
        }
    }
}
