package io.github.dlfs4j.graph;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.graph.ClassificationOperations.SoftmaxWithLoss;
import io.github.dlfs4j.graph.WayBack.Passed;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.function.Function;

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
        diagram.addStep(Words.GRAPHS.of("given", listed(given, "named", Variable::value)));
    }

    private void compute(Graph.Node node) {
        int step = diagram.addStep(sentence(node.output()));
        drawing.nodes.get(node.output()).computedAt(step);
    }

    private String sentence(Variable output) {
        List<Variable> inputs = output.inputs();
        Operation operation = output.operation();
        String symbol = operation.symbol();
        if (operation.backward() instanceof SoftmaxWithLoss loss) {
            NDArray scores = inputs.get(0).value();
            return Words.GRAPHS.of(
                    "softmax",
                    name(inputs.get(0)),
                    said("named", "y", Activations.softmax(scores)),
                    said("named", "t", loss.targets(scores)),
                    result(output));
        }
        List<String> values =
                inputs.stream().map(input -> Caption.inSentence(input.value())).toList();
        if (!Caption.fitsSentence(output.value())
                || !inputs.stream().map(Variable::value).allMatch(Caption::fitsSentence)) {
            boolean isBinary = values.size() == 2 && Words.GRAPHS.has("shapes." + symbol);
            return isBinary
                    ? Words.GRAPHS.of("shapes." + symbol, values.get(0), values.get(1), result(output))
                    : Words.GRAPHS.of("shapes", symbol, String.join(", ", values), result(output));
        }
        if (symbol.equals("-x")) {
            return Words.GRAPHS.of("negative", values.get(0), result(output));
        }
        String name = output.name() == null ? "" : output.name() + " = ";
        return Words.GRAPHS.of("computed", name + formula(symbol, values), Caption.inSentence(output.value()));
    }

    /** Says what an operation gives, with its name if it has one. */
    private static String result(Variable output) {
        return output.name() == null
                ? Caption.inSentence(output.value())
                : said("named", output.name(), output.value());
    }

    private void goBack() {
        int step = diagram.addStep(Words.GRAPHS.of("begins", name(result), said(way.sums.get(result))));
        drawing.nodes.get(result).derivativeBeginsAt(step);
        way.passed.forEach(this::passBack);
        List<Variable> inputs = variables.stream()
                .filter(variable -> variable.operation() == null && way.sums.containsKey(variable))
                .toList();
        diagram.addStep(Words.GRAPHS.of("derivatives", name(result), listed(inputs, "derivative", way.sums::get)));
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
        String back = Words.GRAPHS.of("back", output.operation().symbol(), term(passed));
        String sentence = passed.before() == null ? back : Words.GRAPHS.of("sentences", back, sum(passed));
        int step = diagram.addStepBack(operation, sentence);
        operation.givesBackAt(step, passed.edge().input(), Caption.of(passed.term()), Caption.of(passed.sum()));
    }

    /** Says what an operation makes of what comes back: for numbers, the product with its own derivative. */
    private String term(Passed passed) {
        Variable output = passed.edge().output();
        Variable input = passed.input();
        if (output.operation().backward() instanceof SoftmaxWithLoss loss) {
            return difference(passed, loss);
        }
        if (output.shape().ndim() > 0 || input.shape().ndim() > 0) {
            boolean wasRepeated = output.inputs().size() == 2
                    && !output.operation().symbol().equals("dot")
                    && !input.shape().equals(output.shape());
            String passedOn = Words.GRAPHS.of("passed", said(passed.came()), said(passed.term()), name(input));
            return wasRepeated ? Words.GRAPHS.of("sentences", passedOn, Words.GRAPHS.of("repeated")) : passedOn;
        }
        NDArray own = WayBack.term(output, passed.edge().input(), NDArray.onesLike(passed.came()));
        return Words.GRAPHS.of(
                "product", said(passed.came()), bracketed(Caption.of(own)), said(passed.term()), name(input));
    }

    /** Says that the labels are subtracted from the probabilities. */
    private String difference(Passed passed, SoftmaxWithLoss loss) {
        NDArray scores = passed.input().value();
        int rows = Targets.rows(scores);
        return Words.GRAPHS.of(
                "difference." + form(scores),
                said(passed.came()),
                rows == 1 ? "" : " / " + rows,
                Caption.inSentence(Activations.softmax(scores)),
                Caption.inSentence(loss.targets(scores)),
                said(passed.term()),
                name(passed.input()));
    }

    private String sum(Passed passed) {
        String term = bracketed(Caption.inSentence(passed.term()));
        String sum = Caption.inSentence(passed.sum());
        return Words.GRAPHS.of("sum." + form(passed.sum()), name(passed.input()), said(passed.before()), term, sum);
    }

    private String listed(List<Variable> some, String key, Function<Variable, NDArray> number) {
        return some.size() > MOST_LISTED
                ? Words.GRAPHS.of("many", String.valueOf(some.size()))
                : some.stream()
                        .map(variable -> said(key, name(variable), number.apply(variable)))
                        .reduce((list, one) -> Words.GRAPHS.of("list", list, one))
                        .orElse("");
    }

    /** Shows a small array by its numbers, and names the shape of a large one. */
    private static String said(NDArray array) {
        return Words.GRAPHS.of("array." + form(array), Caption.inSentence(array));
    }

    private static String said(String key, String name, NDArray array) {
        boolean isNone = key.equals("derivative") && array.ndim() == 0 && !Double.isFinite(array.asDouble());
        return Words.GRAPHS.of(key + "." + (isNone ? "none" : form(array)), name, Caption.inSentence(array));
    }

    private static String form(NDArray array) {
        return Caption.fitsSentence(array) ? "number" : "shape";
    }

    /** Calls a variable by its name, or else by its operation and its value, as the picture shows it. */
    private String name(Variable variable) {
        if (variable.name() != null) {
            return variable.name();
        }
        if (variable == result) {
            return Words.GRAPHS.of("result");
        }
        return variable.operation() == null
                ? Caption.inSentence(variable.value())
                : said("unnamed", variable.operation().symbol(), variable.value());
    }
}
