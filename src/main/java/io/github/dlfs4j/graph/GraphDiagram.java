package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the diagram of a graph: each variable with its name, its value and, after a backward, its derivative. */
final class GraphDiagram {
    final Map<Variable, Diagram.Node> nodes = new HashMap<>();
    final Diagram diagram;
    private final Map<Variable, NDArray> derivatives;

    /** Makes a diagram with derivatives, which need not be those of the last backward. */
    GraphDiagram(Graph graph, String title, Map<Variable, NDArray> derivatives) {
        this.derivatives = derivatives;
        diagram = new Diagram(title);
        graph.variables().forEach(this::add);
    }

    static Diagram of(Graph graph, String title) {
        return new GraphDiagram(graph, title, graph.derivatives()).diagram;
    }

    /** Makes a diagram in which each arrow has the part of the derivative that comes back along it. */
    static Diagram withDerivativesOfArrows(Graph graph) {
        GraphDiagram drawing = new GraphDiagram(graph, title(graph), graph.derivatives());
        Map<Backpropagation.Edge, NDArray> terms = graph.derivativesOfArrows();
        for (Graph.Node node : graph.nodes()) {
            Variable output = node.output();
            drawing.nodes
                    .get(output)
                    .operandDerivatives(IntStream.range(0, node.inputs().size())
                            .mapToObj(input -> caption(terms.get(new Backpropagation.Edge(output, input))))
                            .toList());
        }
        return drawing.diagram;
    }

    static String title(Graph graph) {
        List<Variable> variables = graph.variables();
        String result = variables.get(variables.size() - 1).name();
        return result == null ? Words.GRAPHS.of("title") : Words.GRAPHS.of("title.of", result);
    }

    private void add(Variable variable) {
        String name = variable.name() == null ? "" : variable.name();
        String value = Caption.of(variable.value());
        Diagram.Node node;
        if (variable.operation() != null) {
            List<Diagram.Node> operands =
                    variable.inputs().stream().map(this::operand).toList();
            node = diagram.operation(variable.operation().symbol(), operands).named(name);
        } else if (variable.isConstant() && name.isEmpty()) {
            node = diagram.constant(value);
        } else {
            node = diagram.input(name);
        }
        node.value(value).derivative(caption(derivatives.get(variable)));
        nodes.put(variable, node);
    }

    /** Returns the node of a variable; a Java number has one for each use. */
    private Diagram.Node operand(Variable variable) {
        if (!variable.isNumber()) {
            return nodes.get(variable);
        }
        if (!nodes.containsKey(variable)) {
            add(variable);
        }
        return nodes.remove(variable);
    }

    private static String caption(NDArray derivative) {
        return derivative == null ? "" : Caption.of(derivative);
    }
}
