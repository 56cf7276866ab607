package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.Diagram.Node;
import io.github.dlfs4j.language.Words;
import java.util.List;

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
        List<String> given =
                nodes.stream().filter(Node::isInput).map(Node::name).toList();
        diagram.addStep(Words.GRAPHS.of("given", String.join(", ", given)));
        for (Node node : nodes) {
            if (node.isOperation()) {
                node.computedAt(diagram.addStep(sentence(node)));
            }
        }
        for (Node result : nodes) {
            if (result.isResult() && result.hasDerivative()) {
                result.derivativeBeginsAt(
                        diagram.addStep(Words.GRAPHS.of("begins", text(result), result.derivative())));
            }
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            goBack(diagram, nodes.get(i));
        }
        return diagram;
    }

    private static void goBack(Diagram diagram, Node node) {
        for (int i = 0; i < node.operands().size(); i++) {
            Node operand = node.operands().get(i);
            if (operand.hasDerivative()) {
                String derivative = operand.derivative();
                String target = isCase(operand)
                        ? Words.GRAPHS.of("operand.where", operand.value(), operand.name())
                        : text(operand);
                String passed = Words.GRAPHS.of("passed", node.derivative(), derivative, target);
                int step = diagram.addStepBack(node, Words.GRAPHS.of("back", node.symbol(), passed));
                node.givesBackAt(step, i, derivative, derivative);
            }
        }
    }

    private static String sentence(Node node) {
        String result = text(node);
        String formula = formula(node);
        Node first = node.operands().get(0);
        if (isCase(first)) {
            return Words.GRAPHS.of("letters.where", first.name(), result, formula, node.value());
        }
        return formula.equals(result)
                ? Words.GRAPHS.of("letters", node.symbol(), text(first), result)
                : Words.GRAPHS.of("computed", result, formula);
    }

    /** Returns whether an input stands for some of its numbers, such as x where x > 0. */
    private static boolean isCase(Node node) {
        return node.isInput() && !node.value().isEmpty();
    }

    private static String text(Node node) {
        return node.name().isEmpty() ? node.value() : node.name();
    }

    private static String letter(Node operand) {
        return isCase(operand) ? operand.value() : text(operand);
    }

    private static String factor(Node operand) {
        String letter = letter(operand);
        return letter.startsWith("-") ? "(" + letter + ")" : letter;
    }

    private static String formula(Node node) {
        List<String> operands = node.operands().stream().map(Letters::factor).toList();
        return switch (node.symbol()) {
            case "+", "×" -> String.join(" " + node.symbol() + " ", operands);
            case "^2" -> operands.get(0) + "²";
            case "/" -> "1 / (%s)".formatted(operands.get(0));
            default -> "%s(%s)".formatted(node.symbol(), letter(node.operands().get(0)));
        };
    }
}
