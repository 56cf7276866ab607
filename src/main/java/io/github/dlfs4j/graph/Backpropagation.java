package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One backward pass through a graph: it computes the gradients of a result with respect to everything that the result
 * was computed from. It visits each operation after all that use its output, so that the gradient with respect to the
 * output is complete.
 *
 * <p>The first walk computes with constants and keeps the gradients of the inputs only. When somebody asks for another
 * gradient, a second walk keeps all. When a gradient is differentiated itself, or used to compute, a walk with
 * variables records the graph of each gradient.
 */
final class Backpropagation {
    private Variable result;
    private Variable start;

    /** The operations that the result depends on, each after those that computed its inputs; inputs are steps too. */
    private List<Step> steps;

    private final Map<Variable, Variable> gradients = new HashMap<>();
    private boolean complete;

    /** The gradients with their graphs, once these are recorded. */
    private Map<Variable, Variable> recorded;

    /** How a variable was computed when this pass ran: by no operation, if it is an input. */
    private record Step(Variable output, Operation operation, List<Variable> inputs) {}

    /** The use of a variable: one of the inputs of the operation that computed the output. */
    record Edge(Variable output, int input) {}

    /** Sees the gradient that comes back along each edge. */
    @FunctionalInterface
    private interface Watcher {
        Watcher NONE = (edge, term) -> {};

        void sees(Edge edge, Variable term);
    }

    private Backpropagation(Variable result, Variable start) {
        this.result = result;
        this.start = start;
        // Without the constants, of which a graph may have as many as operations.
        this.steps = Graph.inOrder(result, Backpropagation::variables).stream()
                .filter(variable -> !variable.isConstant())
                .map(variable -> new Step(variable, variable.operation(), variable.inputs()))
                .toList();
    }

    private static List<Variable> variables(Variable output) {
        return output.dependencies().stream()
                .filter(variable -> !variable.isConstant())
                .toList();
    }

    /** Sets the gradients of all variables that the result was computed from, or of none if an operation fails. */
    static void run(Variable result, Variable start) {
        Backpropagation pass = new Backpropagation(result, start);
        pass.keep(pass.walk(false, false, Watcher.NONE));
        pass.steps.forEach(step -> step.output.setPass(pass));
    }

    private void keep(Map<Variable, Variable> computed) {
        for (Step step : steps) {
            Variable gradient = computed.get(step.output);
            if (gradient != null) {
                // A copy: an operation may have passed on the array of another gradient, or of a value.
                gradients.computeIfAbsent(step.output, variable -> {
                    Variable own = new Variable(gradient.value().copy(), this);
                    return gradient.isConstant() ? own : own.withGraphOf(gradient);
                });
            }
        }
    }

    /** Returns the gradient with respect to a variable that the result was computed from. */
    Variable gradient(Variable variable) {
        Variable known = gradients.get(variable);
        if (known != null) {
            return known;
        }
        if (steps.isEmpty()) {
            throw new IllegalStateException(Variable.called(variable)
                    + " has no gradient any more: nobody asked for it before the graph was unchained");
        }
        if (!complete) {
            keep(recorded == null ? walk(false, true, Watcher.NONE) : recorded);
            complete = true;
        }
        return gradients.get(variable);
    }

    /** Returns the part of the gradient that comes back along each edge, in the order of the walk. */
    Map<Edge, NDArray> terms() {
        Map<Edge, NDArray> terms = new LinkedHashMap<>();
        walk(false, false, (edge, term) -> terms.put(edge, term.value()));
        return terms;
    }

    /** Returns the result that was differentiated; null after {@link #forgetGraph}. */
    Variable result() {
        return result;
    }

    /** Records the graphs of the gradients, unless that is done already. */
    void record() {
        if (recorded == null) {
            Mode.recording(() -> recorded = walk(true, true, Watcher.NONE));
        }
    }

    /** Forgets the graph, so that it can be garbage, and keeps the gradients that are known. */
    void forgetGraph() {
        result = null;
        start = null;
        steps = List.of();
        recorded = Map.of();
    }

    /**
     * Computes all gradients.
     *
     * @param recording whether to compute with variables, and to give the gradients their graphs
     * @param keepAll whether to keep the gradients of inner variables, too
     * @param watcher sees every term
     * @return the gradients of the inputs, or of all variables
     */
    private Map<Variable, Variable> walk(boolean recording, boolean keepAll, Watcher watcher) {
        Map<Variable, Variable> sums = new HashMap<>();
        sums.put(result, recording ? start : start.detach());
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            boolean isInput = step.operation == null;
            Variable sum = isInput || keepAll ? sums.get(step.output) : sums.remove(step.output);
            if (sum == null) {
                if (isInput || keepAll) {
                    sums.put(step.output, zero(step.output));
                }
            } else {
                Variable[] inputs = step.inputs.toArray(Variable[]::new);
                if (recording) {
                    spread(step, withGraph(step, sum), inputs, step.output, sums, watcher);
                } else {
                    Arrays.setAll(inputs, input -> inputs[input].detach());
                    spread(step, sum, inputs, step.output.detach(), sums, watcher);
                }
            }
        }
        return sums;
    }

    /** Returns the derivative with respect to a variable that the result does not depend on. */
    private static Variable zero(Variable variable) {
        return Variable.constant(
                NDArray.zeros(variable.value().dtype(), variable.shape().toArray()));
    }

    /** Gives a gradient that somebody has asked for the graph that a walk with variables has recorded. */
    private Variable withGraph(Step step, Variable sum) {
        Variable known = gradients.get(step.output);
        return known == null || sum.isConstant() ? sum : known.withGraphOf(sum);
    }

    /** Adds the terms of an operation to the gradients with respect to its inputs. */
    private static void spread(
            Step step,
            Variable dout,
            Variable[] inputs,
            Variable output,
            Map<Variable, Variable> sums,
            Watcher watcher) {
        for (int i = 0; i < inputs.length; i++) {
            Variable input = step.inputs.get(i);
            if (!input.isConstant()) {
                Variable term = step.operation
                        .gradient(i, dout, inputs.clone(), output)
                        .inDType(input.value().dtype());
                watcher.sees(new Edge(step.output, i), term);
                sums.merge(input, term, Variable::add);
            }
        }
    }
}
