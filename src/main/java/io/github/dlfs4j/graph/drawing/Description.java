package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Diagram.Kind;
import io.github.dlfs4j.graph.drawing.Diagram.Node;
import io.github.dlfs4j.language.Words;
import java.util.ArrayList;
import java.util.List;

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
        return description.sentences.stream()
                .reduce((text, sentence) -> Words.GRAPHS.of("sentences", text, sentence))
                .orElse("");
    }

    private void give(Node node) {
        if (node.kind == Kind.CONSTANT) {
            names[node.index] = node.value;
            return;
        }
        names[node.index] = node.name.isEmpty() ? Words.GRAPHS.of("described.input") : node.name;
        String key = node.value.isEmpty() ? "described.given" : "described.value";
        sentences.add(Words.GRAPHS.of(key, names[node.index], derivative(node), node.value));
    }

    private void compute(Node node) {
        steps++;
        String number = "(" + steps + ")";
        names[node.index] = node.name.isEmpty() ? number : node.name + " " + number;
        String key = node.value.isEmpty() ? "described.computed" : "described.computed.value";
        sentences.add(Words.GRAPHS.of(key, number, formula(node), derivative(node), node.value));
        if (node.isResult()) {
            String result = node.name.isEmpty() ? "described.result" : "described.result.named";
            sentences.add(Words.GRAPHS.of(result, number, node.name));
        }
    }

    private String formula(Node node) {
        List<String> operands =
                node.operands.stream().map(operand -> names[operand.index]).toList();
        return operands.size() == 2 && isInfix(node.symbol)
                ? Words.GRAPHS.of("described.infix", operands.get(0), spoken(node.symbol), operands.get(1))
                : Words.GRAPHS.of("described.of", spoken(node.symbol), String.join(", ", operands));
    }

    private static boolean isInfix(String symbol) {
        return symbol.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static String spoken(String symbol) {
        String key = "spoken." + symbol;
        return Words.GRAPHS.has(key) ? Words.GRAPHS.of(key) : symbol;
    }

    private static String derivative(Node node) {
        return node.hasDerivative() ? Words.GRAPHS.of("described.derivative", node.derivative) : "";
    }
}
