package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.drawing.Diagram;

/** What pictures show of graphs, for tests and for the figures of the book, which have titles of their own. */
public final class Diagrams {
    private Diagrams() {}

    /** What the picture of a result shows. Tests are in the module, which keeps diagrams to itself. */
    @SuppressWarnings("exports")
    public static Diagram of(Variable result, String title) {
        return GraphDiagram.of(Graph.of(result), title);
    }
}
