package io.github.dlfs4j.graph.drawing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Gives every item its height: as near as possible to the mean height of its neighbours, in turn of those on the left
 * and those on the right. Only neighbours that belong to operations count, unless there are none. So a chain of
 * operations is straight, and inputs come from above and below.
 */
record Heights(List<List<Item>> columns) {
    private static final int SWEEPS = 8;

    /** The weight of an input or a constant: small, so that an operation does not move to make room for it. */
    private static final double SMALL = 0.01;

    void run() {
        columns.forEach(column -> place(column, item -> List.of()));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = columns.size() - 2; i >= 0; i--) {
                place(columns.get(i), item -> item.right);
            }
            for (int i = 1; i < columns.size(); i++) {
                place(columns.get(i), item -> item.left);
            }
        }
    }

    private static void place(List<Item> column, Function<Item, List<Item>> neighbours) {
        double[] wishes = new double[column.size()];
        double[] weights = new double[column.size()];
        double[] distances = new double[column.size()];
        for (int i = 0; i < column.size(); i++) {
            Item item = column.get(i);
            wishes[i] = middle(neighbours.apply(item)).orElse(item.y);
            weights[i] = item.isNode() && !item.node.isOperation() ? SMALL : 1;
            distances[i] = i == 0 ? 0 : column.get(i - 1).below() + Measures.GAP + item.above();
        }
        double[] places = Spacing.places(wishes, weights, distances);
        for (int i = 0; i < places.length; i++) {
            column.get(i).y = places[i];
        }
    }

    private static OptionalDouble middle(List<Item> neighbours) {
        OptionalDouble ofOperations = neighbours.stream()
                .filter(item -> item.node.isOperation())
                .mapToDouble(item -> item.y)
                .average();
        return ofOperations.isPresent()
                ? ofOperations
                : neighbours.stream().mapToDouble(item -> item.y).average();
    }
}
