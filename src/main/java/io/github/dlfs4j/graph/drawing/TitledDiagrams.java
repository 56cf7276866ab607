package io.github.dlfs4j.graph.drawing;

import java.util.function.BiFunction;

/**
 * Diagrams of graphs with a title of your own, which are no part of the public API: the figures of the book. The class
 * of graphs, which this package does not know, hands in what makes them when it is loaded.
 */
public final class TitledDiagrams {
    private static volatile BiFunction<Object, String, Diagram> maker;

    private TitledDiagrams() {}

    /**
     * Hands in what makes diagrams.
     *
     * @param ofGraphs makes a diagram of a graph and a title
     */
    public static void set(BiFunction<Object, String, Diagram> ofGraphs) {
        maker = ofGraphs;
    }

    /**
     * Returns the diagram of a graph.
     *
     * @param graph the graph
     * @param title the title
     * @return a new diagram
     */
    public static Diagram of(Object graph, String title) {
        return maker.apply(graph, title);
    }
}
