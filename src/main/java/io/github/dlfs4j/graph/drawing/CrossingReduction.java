package io.github.dlfs4j.graph.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Orders the items of each column so that few lines cross. This is the median heuristic of Sugiyama's method (Gansner,
 * Koutsofios, North and Vo, <i>A Technique for Drawing Directed Graphs</i>, 1993). Column by column, from the left and
 * from the right in turn, each item moves to the median place of its neighbours in the column before. Then neighbours
 * in a column swap if that saves crossings. The best order stays.
 */
final class CrossingReduction {
    private static final int SWEEPS = 12;

    private final List<List<Item>> columns;

    CrossingReduction(List<List<Item>> columns) {
        this.columns = columns;
    }

    void run() {
        long fewest = crossings();
        List<List<Item>> best = copy();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            sweep(sweep % 2 == 0);
            exchangeNeighbours();
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.set(i, best.get(i));
            Columns.number(best.get(i));
        }
    }

    private List<List<Item>> copy() {
        return columns.stream().map(List::copyOf).toList();
    }

    private void sweep(boolean rightwards) {
        if (rightwards) {
            for (int i = 1; i < columns.size(); i++) {
                order(columns.get(i), item -> item.left);
            }
        } else {
            for (int i = columns.size() - 2; i >= 0; i--) {
                order(columns.get(i), item -> item.right);
            }
        }
    }

    private record Wish(Item item, double median) {}

    /** Orders the items with neighbours by their medians; the others keep their places. */
    private static void order(List<Item> column, Function<Item, List<Item>> neighbours) {
        List<Wish> wishes = new ArrayList<>();
        for (Item item : column) {
            if (!neighbours.apply(item).isEmpty()) {
                wishes.add(new Wish(item, median(neighbours.apply(item))));
            }
        }
        wishes.sort(Comparator.comparingDouble(Wish::median));
        int next = 0;
        for (int i = 0; i < column.size(); i++) {
            if (!neighbours.apply(column.get(i)).isEmpty()) {
                column.set(i, wishes.get(next++).item());
            }
        }
        Columns.number(column);
    }

    private static double median(List<Item> neighbours) {
        int[] ranks = ranks(neighbours);
        int middle = ranks.length / 2;
        return ranks.length % 2 == 1 ? ranks[middle] : (ranks[middle - 1] + ranks[middle]) / 2.0;
    }

    private static int[] ranks(List<Item> items) {
        return items.stream().mapToInt(item -> item.rank).sorted().toArray();
    }

    private void exchangeNeighbours() {
        for (List<Item> column : columns) {
            for (int i = 1; i < column.size(); i++) {
                Item upper = column.get(i - 1);
                Item lower = column.get(i);
                long now = crossings(upper.left, lower.left) + crossings(upper.right, lower.right);
                long exchanged = crossings(lower.left, upper.left) + crossings(lower.right, upper.right);
                if (exchanged < now) {
                    column.set(i - 1, lower);
                    column.set(i, upper);
                    lower.rank = i - 1;
                    upper.rank = i;
                }
            }
        }
    }

    /** Counts how often the lines to the neighbours of two items cross, where one item is above the other. */
    private static long crossings(List<Item> ofUpper, List<Item> ofLower) {
        if (ofUpper.isEmpty() || ofLower.isEmpty()) {
            return 0;
        }
        int[] upper = ranks(ofUpper);
        int[] lower = ranks(ofLower);
        long crossings = 0;
        int before = 0;
        for (int rank : upper) {
            while (before < lower.length && lower[before] < rank) {
                before++;
            }
            crossings += before;
        }
        return crossings;
    }

    /** Counts the crossings in the whole picture. */
    long crossings() {
        return IntStream.range(1, columns.size())
                .mapToLong(i -> crossings(columns.get(i - 1), columns.get(i).size()))
                .sum();
    }

    /** Counts the inversions of the lines' right ends, with a binary indexed tree. */
    private static long crossings(List<Item> column, int nextSize) {
        long[] tree = new long[nextSize + 1];
        long lines = 0;
        long crossings = 0;
        for (Item item : column) {
            for (Item next : item.right) {
                long notBelow = 0;
                for (int i = next.rank + 1; i > 0; i -= i & -i) {
                    notBelow += tree[i];
                }
                crossings += lines - notBelow;
            }
            for (Item next : item.right) {
                for (int i = next.rank + 1; i <= nextSize; i += i & -i) {
                    tree[i]++;
                }
                lines++;
            }
        }
        return crossings;
    }
}
