package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.drawing.Diagram;

/** Diagrams of graphs with titles of their own. */
public final class Diagrams {
    private Diagrams() {}

    /** Returns the diagram of a result. Tests belong to the module, which does not export diagrams. */
    @SuppressWarnings("exports")
    public static Diagram of(Variable result, String title) {
        return GraphDiagram.of(Graph.of(result), title);
    }
}
