package io.github.dlfs4j.graph.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a picture, with the items in each. Inputs are in the first column. The column of an operation is the
 * number of operations on the longest path to it. A constant, and in a row of a large picture also an input, is in the
 * column before the first operation that takes it. The arrows of results end in the last column. A line to a column
 * farther away passes through the columns between, once for all operations that take it.
 */
final class Columns {
    /** The largest number of passing lines. Drawing them takes some seconds; nobody could read a larger picture. */
    private static final long MOST_PASSING = 500_000;

    private final List<List<Item>> columns = new ArrayList<>();

    Columns(Diagram diagram) {
        List<Diagram.Node> nodes = diagram.nodes();
        int[] column = columnsOf(diagram);
        int last = nodes.isEmpty() ? -1 : Arrays.stream(column).max().getAsInt() + 1;
        for (int i = 0; i <= last; i++) {
            columns.add(new ArrayList<>());
        }
        int[] farthest = farthest(nodes, column, last);
        checkSize(column, farthest);
        // The line of each node: the item of the node, and then its passing items.
        List<List<Item>> lines = new ArrayList<>();
        for (Diagram.Node node : nodes) {
            lines.add(line(node, column[node.index], farthest[node.index]));
        }
        for (Diagram.Node node : nodes) {
            Item item = lines.get(node.index).get(0);
            for (Diagram.Node operand : node.operands) {
                int passed = column[node.index] - column[operand.index] - 1;
                lines.get(operand.index).get(passed).connectTo(item);
            }
        }
        fill(nodes, column, lines);
    }

    List<List<Item>> all() {
        return columns;
    }

    /** Returns the column of each node. */
    static int[] columnsOf(Diagram diagram) {
        List<Diagram.Node> nodes = diagram.nodes();
        int[] column = new int[nodes.size()];
        int[] firstUse = new int[nodes.size()];
        Arrays.fill(firstUse, Integer.MAX_VALUE);
        for (Diagram.Node node : nodes) {
            for (Diagram.Node operand : node.operands) {
                column[node.index] = Math.max(column[node.index], column[operand.index] + 1);
            }
            for (Diagram.Node operand : node.operands) {
                firstUse[operand.index] = Math.min(firstUse[operand.index], column[node.index]);
            }
        }
        for (Diagram.Node node : nodes) {
            boolean isNearUse =
                    node.kind == Diagram.Kind.CONSTANT || (node.kind == Diagram.Kind.INPUT && diagram.inputsAreNearUse);
            if (isNearUse && !node.ends()) {
                column[node.index] = firstUse[node.index] - 1;
            }
        }
        return column;
    }

    /** Returns the last column that each node's line passes through. */
    private static int[] farthest(List<Diagram.Node> nodes, int[] column, int last) {
        int[] farthest = column.clone();
        for (Diagram.Node node : nodes) {
            for (Diagram.Node operand : node.operands) {
                farthest[operand.index] = Math.max(farthest[operand.index], column[node.index] - 1);
            }
            if (node.ends()) {
                farthest[node.index] = last - 1;
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
                    "a graph of %s nodes with lines that pass by others %s times is too large to draw"
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
     * Puts the items into their columns, in the depth-first order of their nodes. So a graph without shared nodes has
     * no crossings from the start.
     */
    private void fill(List<Diagram.Node> nodes, int[] column, List<List<Item>> lines) {
        for (Diagram.Node node : DepthFirst.order(nodes)) {
            List<Item> line = lines.get(node.index);
            for (int i = 0; i < line.size(); i++) {
                columns.get(column[node.index] + i).add(line.get(i));
            }
            if (node.ends()) {
                Item end = new Item(Item.Kind.END, node);
                line.get(line.size() - 1).connectTo(end);
                columns.get(columns.size() - 1).add(end);
            }
        }
        columns.forEach(Columns::number);
    }

    /** Sets the ranks of the items of a column. */
    static void number(List<Item> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).rank = i;
        }
    }
}
