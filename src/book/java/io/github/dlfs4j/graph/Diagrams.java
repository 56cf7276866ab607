package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.SvgWriter;

/**
 * Diagrams of graphs for the figures of the book, which have their own titles. What makes diagrams is visible in its
 * package alone, so they are here.
 */
@SuppressWarnings("exports")
public final class Diagrams {
    private Diagrams() {}

    /** Returns the diagram of a result. */
    public static Diagram of(Variable result, String title) {
        return GraphDiagram.of(Graph.of(result), title);
    }

    /** Returns the diagram of a result, with the steps of its computation and of its last backward. */
    public static Diagram withSteps(Variable result, String title) {
        Graph graph = Graph.of(result);
        return Narration.of(graph, WayBack.of(graph), title);
    }

    /** Returns the steps of a diagram, as a page plays them. */
    public static GraphSteps steps(Diagram diagram) {
        return new GraphSteps(SvgWriter.writeSteps(diagram), diagram.sentences());
    }
}
