package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Diagram.Kind;
import io.github.dlfs4j.graph.drawing.Diagram.Node;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps of diagrams whose arrows carry letters, for the figures of the book: each operation in turn, then the way back
 * from each result.
 */
public final class Letters {
    private Letters() {}

    /**
     * Adds the steps to a diagram. What comes back along an arrow is the derivative of its operand, so none may be used
     * twice.
     */
    @SuppressWarnings("exports")
    public static Diagram withSteps(Diagram diagram) {
        List<Node> nodes = diagram.nodes();
        List<String> given = nodes.stream()
                .filter(node -> node.kind == Kind.INPUT)
                .map(node -> node.name)
                .toList();
        diagram.addStep("Given: %s.".formatted(String.join(", ", given)));
        for (Node node : nodes) {
            if (node.isOperation()) {
                node.computedAt(diagram.addStep("%s = %s.".formatted(text(node), formula(node))));
            }
        }
        for (Node result : nodes) {
            if (result.isResult() && result.hasDerivative()) {
                result.derivativeBeginsAt(diagram.addStep(
                        "The way back begins at %s with %s.".formatted(text(result), result.derivative)));
            }
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            goBack(diagram, nodes.get(i));
        }
        return diagram;
    }

    private static void goBack(Diagram diagram, Node node) {
        for (int i = 0; i < node.operands.size(); i++) {
            Node operand = node.operands.get(i);
            if (operand.hasDerivative()) {
                String derivative = operand.derivative;
                int step = diagram.addStepBack(
                        node,
                        "Back through %s: %s comes back, and %s goes to %s."
                                .formatted(node.symbol, node.derivative, derivative, text(operand)));
                node.givesBackAt(step, i, derivative, derivative);
            }
        }
    }

    private static String text(Node node) {
        return node.name.isEmpty() ? node.value : node.name;
    }

    private static String formula(Node node) {
        List<String> operands = node.operands.stream().map(Letters::text).toList();
        return switch (node.symbol) {
            case "+", "×" ->
                operands.stream()
                        .map(operand -> operand.startsWith("-") ? "(" + operand + ")" : operand)
                        .collect(Collectors.joining(" " + node.symbol + " "));
            case "^2" -> operands.get(0) + "²";
            case "/" -> "1 / (%s)".formatted(operands.get(0));
            default -> "%s(%s)".formatted(node.symbol, String.join(", ", operands));
        };
    }
}
