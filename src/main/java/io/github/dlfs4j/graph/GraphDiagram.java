package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the diagram of a graph: each variable with its name, its value and, after a backward, its derivative. */
final class GraphDiagram {
    private final Map<Variable, Diagram.Node> nodes = new HashMap<>();
    private final Map<Variable, NDArray> derivatives;
    private final Map<Backpropagation.Edge, NDArray> derivativesOfArrows;
    private final Diagram diagram;

    private GraphDiagram(Graph graph, String title) {
        derivatives = graph.derivatives();
        derivativesOfArrows = graph.derivativesOfArrows();
        diagram = new Diagram(title);
    }

    static Diagram of(Graph graph) {
        List<Variable> variables = graph.variables();
        String result = variables.get(variables.size() - 1).name();
        return of(graph, "Computational graph" + (result == null ? "" : " of " + result));
    }

    static Diagram of(Graph graph, String title) {
        GraphDiagram drawing = new GraphDiagram(graph, title);
        graph.variables().forEach(drawing::add);
        return drawing.diagram;
    }

    private void add(Variable variable) {
        String name = variable.name() == null ? "" : variable.name();
        String value = Caption.of(variable.value());
        Diagram.Node node;
        if (variable.operation() != null) {
            List<Diagram.Node> operands =
                    variable.inputs().stream().map(nodes::get).toList();
            node = diagram.operation(variable.operation().symbol(), operands)
                    .named(name)
                    .operandDerivatives(IntStream.range(0, operands.size())
                            .mapToObj(input ->
                                    caption(derivativesOfArrows.get(new Backpropagation.Edge(variable, input))))
                            .toList());
        } else if (variable.isConstant() && name.isEmpty()) {
            node = diagram.constant(value);
        } else {
            node = diagram.input(name);
        }
        node.value(value).derivative(caption(derivatives.get(variable)));
        nodes.put(variable, node);
    }

    private static String caption(NDArray derivative) {
        return derivative == null ? "" : Caption.of(derivative);
    }
}
