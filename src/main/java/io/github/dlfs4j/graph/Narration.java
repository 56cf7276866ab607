package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.WayBack.Passed;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a computation step by step: each has a sentence, and the nodes of the diagram learn when they appear. */
final class Narration {
    /** More inputs than these are not listed. */
    private static final int MOST_LISTED = 6;

    private final List<Variable> variables;
    private final Variable result;
    private final WayBack way;
    private final GraphDiagram drawing;
    private final Diagram diagram;

    private Narration(Graph graph, WayBack way, String title) {
        variables = graph.variables();
        result = graph.result();
        this.way = way;
        drawing = new GraphDiagram(graph, title, way.sums);
        diagram = drawing.diagram;
    }

    /** Returns the diagram of a graph with the steps of its computation, and of a way back. */
    static Diagram of(Graph graph, WayBack way, String title) {
        Narration narration = new Narration(graph, way, title);
        narration.give();
        graph.nodes().forEach(narration::compute);
        if (!way.sums.isEmpty()) {
            narration.goBack();
        }
        return narration.diagram;
    }

    private void give() {
        List<Variable> given = variables.stream()
                .filter(variable -> variable.operation() == null && variable.name() != null)
                .toList();
        diagram.addStep("Given: %s.".formatted(listed(given, "%s = %s", Variable::value)));
    }

    private void compute(Graph.Node node) {
        List<String> values =
                node.inputs().stream().map(input -> Caption.of(input.value())).toList();
        String name = node.output().name() == null ? "" : node.output().name() + " = ";
        String value = Caption.of(node.output().value());
        int step = diagram.addStep("%s%s = %s.".formatted(name, formula(node.symbol(), values), value));
        drawing.nodes.get(node.output()).computedAt(step);
    }

    private void goBack() {
        String start = Caption.of(way.sums.get(result));
        int step = diagram.addStep("The way back begins at %s with %s.".formatted(name(result), start));
        drawing.nodes.get(result).derivativeBeginsAt(step);
        way.passed.forEach(this::passBack);
        List<Variable> inputs = variables.stream()
                .filter(variable -> variable.operation() == null && way.sums.containsKey(variable))
                .toList();
        diagram.addStep("Derivatives of %s with respect to %s."
                .formatted(name(result), listed(inputs, "%s: %s", way.sums::get)));
    }

    /** Writes an operation with the values of its inputs. */
    private static String formula(String symbol, List<String> values) {
        boolean isName = symbol.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ');
        if (isName || values.size() > 2) {
            return symbol + "(" + String.join(", ", values) + ")";
        }
        if (values.size() == 2) {
            return values.get(0) + " " + symbol + " " + bracketed(values.get(1));
        }
        // Symbols of one operand are ^2, 1/x and -x.
        return symbol.startsWith("^")
                ? bracketed(values.get(0)) + symbol
                : symbol.replace("x", bracketed(values.get(0)));
    }

    private static String bracketed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private void passBack(Passed passed) {
        Variable output = passed.edge().output();
        Diagram.Node operation = drawing.nodes.get(output);
        String symbol = output.operation().symbol();
        int step =
                diagram.addStepBack(operation, "Back through %s: %s%s".formatted(symbol, product(passed), sum(passed)));
        operation.givesBackAt(step, passed.edge().input(), Caption.of(passed.term()), Caption.of(passed.sum()));
    }

    /** Says what an operation makes of what comes back: for numbers, the product with its own derivative. */
    private String product(Passed passed) {
        Variable output = passed.edge().output();
        String came = Caption.of(passed.came());
        String term = Caption.of(passed.term());
        if (output.shape().ndim() > 0 || passed.input().shape().ndim() > 0) {
            boolean wasRepeated = output.inputs().size() == 2
                    && !output.operation().symbol().equals("dot")
                    && !passed.input().shape().equals(output.shape());
            String copies = wasRepeated ? " It was repeated, so the derivatives of its copies are added up." : "";
            return "%s comes back, and %s goes to %s.%s".formatted(came, term, name(passed.input()), copies);
        }
        NDArray own = WayBack.term(output, passed.edge().input(), NDArray.onesLike(passed.came()));
        return "%s × %s = %s goes to %s.".formatted(came, bracketed(Caption.of(own)), term, name(passed.input()));
    }

    private String sum(Passed passed) {
        if (passed.before() == null) {
            return "";
        }
        String before = Caption.of(passed.before());
        String term = bracketed(Caption.of(passed.term()));
        return " %s has %s already, and %s + %s = %s."
                .formatted(name(passed.input()), before, before, term, Caption.of(passed.sum()));
    }

    private String listed(List<Variable> some, String format, Function<Variable, NDArray> number) {
        return some.size() > MOST_LISTED
                ? some.size() + " of them"
                : some.stream()
                        .map(variable -> format.formatted(name(variable), Caption.of(number.apply(variable))))
                        .collect(Collectors.joining(", "));
    }

    /** Calls a variable by its name, or else by its operation and its value, as the picture shows it. */
    private String name(Variable variable) {
        if (variable.name() != null) {
            return variable.name();
        }
        if (variable == result) {
            return "the result";
        }
        String value = Caption.of(variable.value());
        return variable.operation() == null
                ? value
                : "%s (%s)".formatted(variable.operation().symbol(), value);
    }
}
