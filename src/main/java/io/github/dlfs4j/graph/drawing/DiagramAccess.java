package io.github.dlfs4j.graph.drawing;

/**
 * Makes the diagrams of graphs for figures, which have titles of their own. The class of graphs, which this package
 * does not know, hands it in when it is loaded.
 *
 * @param <G> the class of graphs
 */
public abstract class DiagramAccess<G> {
    private static volatile DiagramAccess<?> access;

    /** Creates an access. */
    protected DiagramAccess() {}

    /**
     * Hands in the access.
     *
     * @param ofGraphs makes the diagrams
     */
    public static void set(DiagramAccess<?> ofGraphs) {
        access = ofGraphs;
    }

    /** {@return what was handed in; null before the class of graphs is loaded} */
    public static DiagramAccess<?> get() {
        return access;
    }

    /**
     * Makes the diagram of a graph.
     *
     * @param graph the graph
     * @param title the title of the diagram
     * @return a new diagram
     */
    public abstract Diagram diagram(G graph, String title);

    /**
     * Makes the diagram of a graph with the steps of its computation and of its last backward.
     *
     * @param graph the graph
     * @param title the title of the diagram
     * @return a new diagram
     */
    public abstract Diagram withSteps(G graph, String title);
}
