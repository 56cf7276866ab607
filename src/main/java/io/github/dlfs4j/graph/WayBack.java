package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.Backpropagation.Edge;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What comes back along each arrow of a graph, in the order of a walk, and what it adds up to. */
final class WayBack {
    private static final int MOST_OF_RECURSION = 1000;

    /** The derivative of the result with respect to each variable that the walk has reached. */
    final Map<Variable, NDArray> sums = new HashMap<>();

    /** What is passed back, in order. */
    final List<Passed> passed = new ArrayList<>();

    /**
     * A derivative that an operation passes back to one of its inputs.
     *
     * @param edge the arrow
     * @param came what had come back to the operation
     * @param term what it passes on
     * @param before what had come back to the input before; null if nothing had
     */
    record Passed(Edge edge, NDArray came, NDArray term, NDArray before) {
        Variable input() {
            return edge.output().inputs().get(edge.input());
        }

        /** Returns the derivative with respect to the input so far. */
        NDArray sum() {
            return before == null ? term : before.add(term);
        }
    }

    /** Returns the way of the last backward from the result; empty before that. */
    static WayBack of(Graph graph) {
        WayBack way = new WayBack();
        way.sums.putAll(graph.derivatives());
        if (!way.sums.isEmpty()) {
            way.sums.keySet().retainAll(List.of(graph.result()));
            graph.derivativesOfArrows().forEach(way::pass);
        }
        return way;
    }

    /**
     * Walks back by naive recursion, which goes on from an input at once and does not wait until all derivatives have
     * come back to it. If the input is used again, it goes on from there once more, with the sum.
     */
    static WayBack byRecursion(Graph graph) {
        WayBack way = new WayBack();
        NDArray start = graph.derivatives().get(graph.result());
        if (start != null) {
            way.sums.put(graph.result(), start);
            way.visit(graph.result());
        }
        return way;
    }

    private void visit(Variable output) {
        List<Variable> inputs = output.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            if (!inputs.get(i).isConstant()) {
                pass(new Edge(output, i), term(output, i, sums.get(output)));
            }
        }
        if (passed.size() > MOST_OF_RECURSION) {
            throw new IllegalArgumentException("the recursion takes more than " + MOST_OF_RECURSION + " steps");
        }
        for (Variable input : new LinkedHashSet<>(inputs)) {
            if (input.operation() != null) {
                visit(input);
            }
        }
    }

    /** Returns what an operation passes back to an input. */
    static NDArray term(Variable output, int input, NDArray came) {
        Variable[] inputs = output.inputs().stream().map(Variable::detach).toArray(Variable[]::new);
        return output.operation()
                .gradient(input, Variable.constant(came), inputs, output.detach())
                .value();
    }

    private void pass(Edge edge, NDArray term) {
        Variable input = edge.output().inputs().get(edge.input());
        passed.add(new Passed(edge, sums.get(edge.output()), term, sums.get(input)));
        sums.merge(input, term, NDArray::add);
    }
}
