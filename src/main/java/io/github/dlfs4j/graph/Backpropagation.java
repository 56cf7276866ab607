package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One way back through a graph: from the gradient by its result to those by everything that the result was computed
 * from. Operations are visited in the reverse of an order in which each comes after its inputs; so when one is visited,
 * the gradient by its output is complete.
 *
 * <p>At first it computes with constants, and keeps numbers alone. Only when such a gradient shall be differentiated
 * itself, the way is gone once more, with the variables; then the gradients know how they came about.
 */
final class Backpropagation {
    private final Variable result;
    private final Variable start;

    /** What gets a gradient, in the order of computing. */
    private final List<Variable> variables;

    private final Map<Variable, Variable> gradients = new HashMap<>();
    private boolean recorded;

    private Backpropagation(Variable result, Variable start) {
        this.result = result;
        this.start = start;
        this.variables = Graph.inOrder(result, Variable::dependencies).stream()
                .filter(variable -> !variable.isConstant())
                .toList();
    }

    /** Gives every variable that the result was computed from its gradient, if nothing goes wrong on the way. */
    static void run(Variable result, Variable start) {
        Backpropagation way = new Backpropagation(result, start);
        way.walk(false).forEach((variable, computed) -> way.gradients.put(variable, way.gradient(variable, computed)));
        way.gradients.forEach(Variable::setGradient);
    }

    /** An array of its own for an input: who changes it, changes no other gradient. */
    private Variable gradient(Variable variable, Variable computed) {
        NDArray value = computed.value();
        return new Variable(variable.operation() == null ? value.copy() : value, this);
    }

    /** The result that was differentiated. */
    Variable result() {
        return result;
    }

    /** Has the gradients know how they came about. */
    void record() {
        if (!recorded) {
            walk(true);
            recorded = true;
        }
    }

    private Map<Variable, Variable> walk(boolean recording) {
        Map<Variable, Variable> sums = new HashMap<>();
        sums.put(result, recording ? start : start.detached());
        for (int i = variables.size() - 1; i >= 0; i--) {
            Variable y = variables.get(i);
            Variable sum = sums.get(y);
            if (sum == null) {
                sums.put(y, zero(y));
            } else if (recording) {
                spread(y, gradients.get(y).cameAboutAs(sum), y.inputs(), y, sums);
            } else {
                List<Variable> constants =
                        y.inputs().stream().map(Variable::detached).toList();
                spread(y, sum, constants, y.detached(), sums);
            }
        }
        return sums;
    }

    /** A gradient need not depend on all that its result was computed from; by the rest the derivative is 0. */
    private static Variable zero(Variable variable) {
        return Variable.constant(
                NDArray.zeros(variable.value().dtype(), variable.shape().toArray()));
    }

    /** Adds to the gradients by the inputs of y what comes through y. */
    private static void spread(
            Variable y, Variable dout, List<Variable> inputs, Variable output, Map<Variable, Variable> sums) {
        Variable[] seen = inputs.toArray(Variable[]::new);
        for (int i = 0; i < seen.length; i++) {
            Variable input = y.inputs().get(i);
            if (!input.isConstant()) {
                Variable term = y.operation()
                        .backward(i, dout, seen, output)
                        .inDType(input.value().dtype());
                sums.merge(input, term, Variable::add);
            }
        }
    }
}
