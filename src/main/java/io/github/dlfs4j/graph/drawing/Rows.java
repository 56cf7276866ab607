package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Diagram.Kind;
import io.github.dlfs4j.graph.drawing.Diagram.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a picture, each a diagram of its own. A picture that is wider than a page has as few rows as possible; of
 * all ways to cut it, the one that cuts the fewest lines is taken, and of these the one whose rows are most alike in
 * width. A row has the inputs that its operations take. A line from another row begins like an input, with its name,
 * its value and its derivative.
 */
final class Rows {
    private final List<Node> nodes;
    private final int[] column;
    private final int[] lastUse;
    private final String[] names;

    /** The operations of each column. */
    private final List<List<Node>> operations = new ArrayList<>();

    /** The rows that end with each column, and may fit a page. */
    private final List<List<Row>> rowsTo = new ArrayList<>();

    /** The inputs that no operation takes. */
    private final List<Node> unused = new ArrayList<>();

    Rows(Diagram diagram) {
        nodes = diagram.nodes();
        column = Columns.columnsOf(diagram);
        lastUse = new int[nodes.size()];
        names = new String[nodes.size()];
        int unnamed = 0;
        for (Node node : nodes) {
            boolean named = !node.name.isEmpty() || node.kind == Kind.CONSTANT;
            names[node.index] = named ? node.name : "#" + ++unnamed;
            for (Node operand : node.operands) {
                lastUse[operand.index] = Math.max(lastUse[operand.index], column[node.index]);
            }
            while (node.isOperation() && operations.size() <= column[node.index]) {
                operations.add(new ArrayList<>());
            }
            if (node.isOperation()) {
                operations.get(column[node.index]).add(node);
            } else if (node.isResult()) {
                unused.add(node);
            }
        }
        for (int to = 1; to < operations.size(); to++) {
            rowsTo.add(rowsTo(to));
        }
    }

    /**
     * The operations of some columns.
     *
     * @param from the first column
     * @param to the last column
     * @param width the width without curves
     * @param gaps the number of gaps with curves
     * @param lines the number of lines that begin in the row
     */
    private record Row(int from, int to, double width, int gaps, int lines) {
        double width(double bend) {
            return width + bend * gaps;
        }
    }

    /** Returns the rows up to a column that may fit a page, at least the one with this column alone. */
    private List<Row> rowsTo(int to) {
        List<Row> rows = new ArrayList<>();
        Row row = row(to, to);
        rows.add(row);
        for (int from = to - 1; from > 0 && row.width(Measures.SHORTEST_BEND) <= Measures.PAGE; from--) {
            row = row(from, to);
            rows.add(row);
        }
        return rows;
    }

    private Row row(int from, int to) {
        Diagram diagram = diagram(from, to);
        double width = 2 * Measures.MARGIN;
        List<List<Item>> columns = new Columns(diagram).all();
        for (List<Item> items : columns) {
            width += ColumnWidth.of(items).total();
        }
        long lines =
                diagram.nodes().stream().filter(node -> node.kind == Kind.INPUT).count();
        return new Row(from, to, width, columns.size() - 1, (int) lines);
    }

    /**
     * A way to cut the columns up to the end of a row.
     *
     * @param last the last row
     * @param before the rows before it, or null
     * @param count the number of rows
     * @param lines the number of lines that begin in all rows
     * @param unevenness the sum of the squares of the widths
     */
    private record Cut(Row last, Cut before, int count, int lines, double unevenness) {
        static final Comparator<Cut> ORDER =
                Comparator.comparingInt(Cut::count).thenComparingInt(Cut::lines).thenComparingDouble(Cut::unevenness);

        static Cut of(Row row, Cut before, double bend) {
            double width = row.width(bend);
            return before == null
                    ? new Cut(row, null, 1, row.lines, width * width)
                    : new Cut(
                            row, before, before.count + 1, before.lines + row.lines, before.unevenness + width * width);
        }
    }

    /**
     * Cuts the picture into rows: the best cuts for longer and longer beginnings of it.
     *
     * @param bend the room for curves between two columns
     */
    List<Diagram> of(double bend) {
        if (operations.isEmpty()) {
            return List.of(diagram(1, 0));
        }
        Cut[] best = new Cut[operations.size()];
        for (List<Row> rows : rowsTo) {
            for (Row row : rows) {
                if (row.from == row.to || row.width(bend) <= Measures.PAGE) {
                    Cut cut = Cut.of(row, best[row.from - 1], bend);
                    Cut other = best[row.to];
                    best[row.to] = other == null || Cut.ORDER.compare(cut, other) < 0 ? cut : other;
                }
            }
        }
        Deque<Diagram> rows = new ArrayDeque<>();
        for (Cut cut = best[best.length - 1]; cut != null; cut = cut.before) {
            rows.addFirst(diagram(cut.last.from, cut.last.to));
        }
        return List.copyOf(rows);
    }

    /** Returns the diagram of the operations of some columns. */
    private Diagram diagram(int from, int to) {
        Diagram row = new Diagram("");
        row.inputsAreNearUse = true;
        Map<Node, Node> copies = new HashMap<>();
        if (from == 1) {
            unused.forEach(node -> copy(node, row));
        }
        for (int i = from; i <= to; i++) {
            for (Node node : operations.get(i)) {
                List<Node> operands = new ArrayList<>();
                for (Node operand : node.operands) {
                    operands.add(copies.computeIfAbsent(operand, begun -> copy(begun, row)));
                }
                Node copy = row.operation(node.symbol, operands);
                copy.goesOn = lastUse[node.index] > to;
                copy.named(copy.goesOn ? names[node.index] : node.name);
                copies.put(node, copy.as(node));
            }
        }
        return row;
    }

    /** Copies a node at which the line of a row begins. */
    private Node copy(Node node, Diagram row) {
        Node copy = node.kind == Kind.CONSTANT
                ? row.constant(node.value)
                : row.input(node.isOperation() ? names[node.index] : node.name);
        return copy.as(node);
    }
}
