package io.github.dlfs4j.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The packages in layers, each below those that use it, in an order with few crossings. Packages that use each other
 * share a place. An arrow that follows from others is left out: if a uses b and b uses c, none leads from a to c.
 *
 * <p>The order is that of Sugiyama's method: an arrow that passes a layer has a place there, and every item moves to
 * the middle of its neighbours above, then below, some times.
 */
final class PackageLayers {
    private static final int SWEEPS = 40;

    /** The least distance between the edges of two neighbours in a layer. */
    static final double GAP = 22;

    private final Packages packages;
    private final List<Item> items = new ArrayList<>();
    private final List<List<Item>> layers = new ArrayList<>();

    /** Packages that use each other, mostly one alone, or the place where an arrow passes. */
    static final class Item {
        /** Empty where an arrow passes. */
        final List<String> names;

        final List<Item> above = new ArrayList<>();
        final List<Item> below = new ArrayList<>();
        int layer;

        /** The middle. */
        double x;

        Item(List<String> names) {
            this.names = names;
        }

        boolean isPassing() {
            return names.isEmpty();
        }

        /** Whether these are packages that use each other. */
        boolean isCircle() {
            return names.size() > 1;
        }

        double width() {
            return isPassing() ? 0 : names.size() * (PackagePicture.WIDTH + GAP) - GAP;
        }
    }

    PackageLayers(Packages packages) {
        this.packages = packages;
        connect();
        items.stream()
                .filter(item -> item.above.isEmpty() && !item.below.isEmpty())
                .forEach(PackageLayers::setLayers);
        items.forEach(PackageLayers::raise);
        fill();
        order();
    }

    /** From the top. */
    List<List<Item>> layers() {
        return layers;
    }

    private void connect() {
        Map<String, Item> itemOf = new LinkedHashMap<>();
        for (String name : packages.names()) {
            List<String> mutual = packages.reachableFrom(name).stream()
                    .filter(other ->
                            other.equals(name) || packages.reachableFrom(other).contains(name))
                    .toList();
            List<String> names = mutual.isEmpty() ? List.of(name) : mutual;
            if (names.get(0).equals(name)) {
                Item item = new Item(names);
                items.add(item);
                names.forEach(each -> itemOf.put(each, item));
            }
        }
        for (Item item : items) {
            SortedSet<String> used = new TreeSet<>();
            item.names.forEach(name -> used.addAll(packages.usedBy(name)));
            used.removeAll(item.names);
            used.stream()
                    .filter(name -> used.stream()
                            .noneMatch(other -> itemOf.get(other) != itemOf.get(name)
                                    && packages.reachableFrom(other).contains(name)))
                    .map(itemOf::get)
                    .distinct()
                    .forEach(below -> {
                        item.below.add(below);
                        below.above.add(item);
                    });
        }
    }

    /** The number of a layer is the length of the longest way from there to the bottom. */
    private static void setLayers(Item item) {
        item.layer = 0;
        for (Item below : item.below) {
            setLayers(below);
            item.layer = Math.max(item.layer, below.layer + 1);
        }
    }

    /** What uses nothing stands just below its lowest user. */
    private static void raise(Item item) {
        if (item.below.isEmpty()) {
            item.layer = item.above.stream().mapToInt(user -> user.layer).min().orElse(1) - 1;
        }
    }

    private void fill() {
        int top = items.stream().mapToInt(item -> item.layer).max().orElse(0);
        for (int i = 0; i <= top; i++) {
            layers.add(new ArrayList<>());
        }
        for (Item item : items) {
            layers.get(top - item.layer).add(item);
            for (int i = 0; i < item.below.size(); i++) {
                Item below = item.below.get(i);
                if (item.layer - below.layer > 1) {
                    Item passing = new Item(List.of());
                    passing.layer = item.layer - 1;
                    join(item, i, passing, below);
                }
            }
        }
    }

    private void join(Item from, int index, Item passing, Item to) {
        from.below.set(index, passing);
        passing.above.add(from);
        passing.below.add(to);
        to.above.set(to.above.indexOf(from), passing);
        layers.get(layers.size() - 1 - passing.layer).add(passing);
        if (passing.layer - to.layer > 1) {
            Item next = new Item(List.of());
            next.layer = passing.layer - 1;
            join(passing, 0, next, to);
        }
    }

    private void order() {
        layers.forEach(layer -> place(layer, item -> List.of()));
        for (int i = 0; i < SWEEPS; i++) {
            for (int j = 1; j < layers.size(); j++) {
                place(layers.get(j), item -> item.above);
            }
            for (int j = layers.size() - 2; j >= 0; j--) {
                place(layers.get(j), item -> item.below);
            }
        }
        for (List<Item> layer : layers) {
            place(layer, item -> {
                List<Item> both = new ArrayList<>(item.above);
                both.addAll(item.below);
                return both;
            });
        }
        // Arrows that pass are straight lines down to their ends, where there is room.
        for (int i = layers.size() - 2; i >= 0; i--) {
            place(layers.get(i), item -> item.isPassing() ? item.below : List.of());
        }
    }

    /** Moves each to the middle of its neighbours, as far as there is room. */
    private static void place(List<Item> layer, Function<Item, List<Item>> neighbours) {
        for (Item item : layer) {
            item.x = neighbours.apply(item).stream()
                    .mapToDouble(other -> other.x)
                    .average()
                    .orElse(item.x);
        }
        layer.sort(Comparator.comparingDouble(item -> item.x));
        int n = layer.size();
        double[] fromTheLeft = new double[n];
        double[] fromTheRight = new double[n];
        for (int i = 0; i < n; i++) {
            fromTheLeft[i] = layer.get(i).x;
            if (i > 0) {
                fromTheLeft[i] = Math.max(fromTheLeft[i], fromTheLeft[i - 1] + distance(layer, i));
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            fromTheRight[i] = layer.get(i).x;
            if (i < n - 1) {
                fromTheRight[i] = Math.min(fromTheRight[i], fromTheRight[i + 1] - distance(layer, i + 1));
            }
        }
        for (int i = 0; i < n; i++) {
            layer.get(i).x = (fromTheLeft[i] + fromTheRight[i]) / 2;
        }
    }

    private static double distance(List<Item> layer, int i) {
        return (layer.get(i - 1).width() + layer.get(i).width()) / 2 + GAP;
    }
}
