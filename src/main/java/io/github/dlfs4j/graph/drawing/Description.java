package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Diagram.Kind;
import io.github.dlfs4j.graph.drawing.Diagram.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A diagram in words, for readers who cannot see it: first the inputs, then the operations, numbered as in the book's
 * programs, each with its operands and its result.
 */
final class Description {
    private final String[] names;
    private final List<String> sentences = new ArrayList<>();
    private int steps;

    private Description(int nodes) {
        names = new String[nodes];
    }

    static String of(Diagram diagram) {
        Description description = new Description(diagram.nodes().size());
        diagram.nodes().stream().filter(node -> !node.isOperation()).forEach(description::give);
        diagram.nodes().stream().filter(Node::isOperation).forEach(description::compute);
        return String.join(" ", description.sentences);
    }

    private void give(Node node) {
        if (node.kind == Kind.CONSTANT) {
            names[node.index] = node.value;
            return;
        }
        names[node.index] = node.name.isEmpty() ? "an input" : node.name;
        String value = node.value.isEmpty() ? " is given" : " is " + node.value;
        sentences.add(names[node.index] + value + derivative(node) + ".");
    }

    private void compute(Node node) {
        steps++;
        String number = "(" + steps + ")";
        names[node.index] = node.name.isEmpty() ? number : node.name + " " + number;
        String gives = node.value.isEmpty() ? "" : " is " + node.value;
        String named = node.isResult()
                ? " The result" + (node.name.isEmpty() ? "" : ", " + node.name + ",") + " is " + number + "."
                : "";
        sentences.add(number + " " + formula(node) + gives + derivative(node) + "." + named);
    }

    private String formula(Node node) {
        List<String> operands =
                node.operands.stream().map(operand -> names[operand.index]).toList();
        return operands.size() == 2 && isInfix(node.symbol)
                ? operands.get(0) + " " + spoken(node.symbol) + " " + operands.get(1)
                : spoken(node.symbol) + " of " + operands.stream().collect(Collectors.joining(", "));
    }

    private static boolean isInfix(String symbol) {
        return symbol.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static String spoken(String symbol) {
        return switch (symbol) {
            case "+" -> "plus";
            case "-" -> "minus";
            case "×" -> "times";
            case "/" -> "divided by";
            default -> symbol;
        };
    }

    private static String derivative(Node node) {
        return node.hasDerivative() ? ", derivative " + node.derivative : "";
    }
}
