package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.GraphSteps;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.DiagramAccess;
import io.github.dlfs4j.graph.drawing.SvgWriter;

/** Diagrams of graphs for the figures of the book, which have their own titles. */
@SuppressWarnings("exports")
public final class Diagrams {
    private Diagrams() {}

    /** Returns the diagram of a result. */
    public static Diagram of(Variable result, String title) {
        Graph graph = Graph.of(result);
        return access().diagram(graph, title);
    }

    /** Returns the diagram of a result, with the steps of its computation and of its last backward. */
    public static Diagram withSteps(Variable result, String title) {
        Graph graph = Graph.of(result);
        return access().withSteps(graph, title);
    }

    /** The class of graphs is loaded before. */
    @SuppressWarnings("unchecked") // there is one class of graphs
    private static DiagramAccess<Graph> access() {
        return (DiagramAccess<Graph>) DiagramAccess.get();
    }

    /** Returns the steps of a diagram, as a page plays them. */
    public static GraphSteps steps(Diagram diagram) {
        return new GraphSteps(SvgWriter.writeSteps(diagram), diagram.sentences());
    }
}
