package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.DotWriter;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The graph of everything that a variable was computed from: the operations in order, each after its inputs.
 *
 * <pre>{@code
 * Variable apple = Variable.of("apple", 100);
 * Variable number = Variable.of("number of apples", 2);
 * Variable tax = Variable.of("tax", 1.1);
 * Variable price = apple.mul(number).mul(tax);
 * price.backward();
 * System.out.println(Graph.of(price));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 *                   operation  inputs                   value               derivative
 * apple                                                 100.0               2.2
 * number of apples                                      2.0                 110.00000000000001
 * #1                ×          apple, number of apples  200.0               1.1
 * tax                                                   1.1                 200.0
 * #2                ×          #1, tax                  220.00000000000003  1.0
 * }</pre>
 */
public final class Graph {
    private final List<Variable> variables;
    private final List<Node> nodes;
    private final Variable result;

    /**
     * An operation with its inputs and its output.
     *
     * @param operation the operation
     * @param inputs the inputs in order
     * @param output the output
     */
    record Node(Operation operation, List<Variable> inputs, Variable output) {
        /** Returns the text in its circle: {@code +}, {@code ×}, {@code exp}, {@code 1/x}, {@code ^2}, … */
        String symbol() {
            return operation.symbol();
        }
    }

    private Graph(List<Variable> variables) {
        this.variables = variables;
        this.result = variables.get(variables.size() - 1);
        this.nodes = variables.stream()
                .filter(variable -> variable.operation() != null)
                .map(variable -> new Node(variable.operation(), variable.inputs(), variable))
                .toList();
    }

    /**
     * Returns the graph of a variable.
     *
     * @param result the variable with which the graph ends
     * @return the graph as it is now; it shows later gradients, but not later operations
     */
    public static Graph of(Variable result) {
        return new Graph(inOrder(Objects.requireNonNull(result, "result"), Variable::inputs));
    }

    /** Returns the variable with which the graph ends. */
    Variable result() {
        return result;
    }

    /** Returns the operations, each after its inputs. */
    List<Node> nodes() {
        return nodes;
    }

    /** Returns inputs, constants and outputs, each after what it depends on; the last is the result. */
    List<Variable> variables() {
        return variables;
    }

    /** Returns the derivative of the result with respect to each variable; none before a backward from this result. */
    Map<Variable, NDArray> derivatives() {
        Map<Variable, NDArray> derivatives = new HashMap<>();
        Backpropagation pass = result.passFromHere();
        if (pass != null) {
            variables.stream()
                    .filter(variable -> !variable.isConstant())
                    .forEach(variable ->
                            derivatives.put(variable, pass.gradient(variable).value()));
        }
        return derivatives;
    }

    /** Returns the part of the derivative that comes back along each arrow; none before a backward from this result. */
    Map<Backpropagation.Edge, NDArray> derivativesOfArrows() {
        Backpropagation pass = result.passFromHere();
        return pass == null ? Map.of() : pass.terms();
    }

    /**
     * Returns a variable and all that it depends on, each after its dependencies. It works without recursion, since a
     * graph may be deep.
     */
    static List<Variable> inOrder(Variable last, Function<Variable, List<Variable>> dependencies) {
        List<Variable> order = new ArrayList<>();
        Map<Variable, Boolean> isDone = new HashMap<>();
        Deque<Variable> open = new ArrayDeque<>();
        open.push(last);
        while (!open.isEmpty()) {
            Variable variable = open.peek();
            if (isDone.putIfAbsent(variable, false) == null) {
                List<Variable> before = dependencies.apply(variable);
                for (int i = before.size() - 1; i >= 0; i--) {
                    if (!isDone.containsKey(before.get(i))) {
                        open.push(before.get(i));
                    }
                }
            } else {
                open.pop();
                if (!isDone.put(variable, true)) {
                    order.add(variable);
                }
            }
        }
        return order;
    }

    /**
     * Draws the graph as in the book, for a file or a page. Inputs are at the left with their names, the result is at
     * the right, and operations are in circles. The value is above each arrow. After a {@code backward}, the derivative
     * is below, with a thick arrow back; no derivative of another result is shown. Numbers have at most five
     * significant digits, and those of an array have the same decimals; an array of four elements or more is shown by
     * its shape. A variable that is used more than once has one arrow that divides; the derivative there is the sum
     * over all branches. A picture that would be wider than 1,400 pixels has several rows; an arrow that goes on in
     * another row has its name, or its number in the table of {@link #toString toString}, at both ends.
     *
     * @return SVG 1.1, with its size, a title, a description in words, and colours for light and dark
     * @throws IllegalArgumentException {@code a graph of 10001 nodes is too large to draw: more than 10000}, or
     *     {@code a graph of 4001 nodes with lines that pass by others 1999000 times is too large to draw}
     */
    public String toSvg() {
        return SvgWriter.write(GraphDiagram.of(this, GraphDiagram.title(this)));
    }

    /**
     * Draws the graph as {@link #toSvg toSvg} does, and plays it without a script: forward, a value goes along its
     * arrows when its operation is computed, and after a {@code backward} the derivatives come back, arrow by arrow. A
     * sentence below says each step. Then it begins anew. Readers who have asked their system for less motion see the
     * last picture.
     *
     * @return SVG with a style sheet that animates it, for a file or a page
     * @throws IllegalArgumentException as {@link #toSvg toSvg}
     */
    public String toAnimatedSvg() {
        return SvgWriter.animate(told(WayBack.of(this)));
    }

    /**
     * Returns the computation step by step, for a page that plays it.
     *
     * @return forward, each operation; after a {@code backward}, the way back along each arrow
     * @throws IllegalArgumentException as {@link #toSvg toSvg}
     */
    public GraphSteps steps() {
        return GraphSteps.of(told(WayBack.of(this)));
    }

    /**
     * Returns what naive recursion would do after a {@code backward}: it walks back from each operation to its inputs
     * at once, before all derivatives have come back to it. Where a variable is used more than once, it is wrong.
     *
     * @return the computation with the wrong way back, to show beside {@link #steps steps}
     * @throws IllegalArgumentException {@code the recursion takes more than 1000 steps}, or as {@link #toSvg toSvg}
     */
    public GraphSteps stepsByRecursion() {
        return GraphSteps.of(told(WayBack.byRecursion(this)));
    }

    private Diagram told(WayBack way) {
        return Narration.of(this, way, GraphDiagram.title(this));
    }

    /**
     * Returns the graph for Graphviz, which chooses the places itself: {@code dot -Tsvg} draws it. Each arrow back has
     * the derivative that comes back along it; those of a variable add up to its derivative.
     *
     * @return a graph in the DOT language
     */
    public String toDot() {
        return DotWriter.write(GraphDiagram.withDerivativesOfArrows(this));
    }

    /**
     * Returns a table with a line for each input and each operation, each after its inputs: the operation, its inputs,
     * its value, and the derivative of the last {@code backward} from its result. Outputs without a name get a number;
     * an array of four elements or more is shown by its shape.
     */
    @Override
    public String toString() {
        Map<Variable, String> names = names();
        List<String[]> lines = new ArrayList<>();
        Map<Variable, NDArray> derivatives = derivatives();
        lines.add(new String[] {"", "operation", "inputs", "value", "derivative"});
        for (Variable variable : variables) {
            if (variable.operation() != null || variable.name() != null || !variable.isConstant()) {
                lines.add(line(variable, names, derivatives.get(variable)));
            }
        }
        int[] widths = new int[lines.get(0).length];
        for (String[] line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
    }

    /** Returns the names of all variables; a constant without a name is called by its value. */
    private Map<Variable, String> names() {
        Map<Variable, String> names = new HashMap<>();
        int number = 0;
        for (Variable variable : variables) {
            if (variable.name() != null) {
                names.put(variable, variable.name());
            } else if (variable.isConstant()) {
                names.put(variable, text(variable.value()));
            } else {
                number++;
                names.put(variable, "#" + number);
            }
        }
        return names;
    }

    private static String[] line(Variable variable, Map<Variable, String> names, NDArray derivative) {
        return new String[] {
            names.get(variable),
            variable.operation() == null ? "" : variable.operation().symbol(),
            variable.inputs().stream().map(names::get).collect(Collectors.joining(", ")),
            text(variable.value()),
            derivative == null ? "" : text(derivative)
        };
    }

    private static String text(NDArray value) {
        return Caption.isLarge(value)
                ? value.shape().toString()
                : value.toString().replaceAll("\\s+", " ");
    }

    private static String aligned(String[] line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length; i++) {
            text.append(line[i]).append(" ".repeat(widths[i] - line[i].length() + 2));
        }
        return text.toString().stripTrailing();
    }
}
