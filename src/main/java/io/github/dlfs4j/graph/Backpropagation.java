package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One backward pass through a graph: it computes the gradients of a result with respect to everything that the result
 * was computed from. It visits each operation after all that use its output, so that the gradient with respect to the
 * output is complete.
 *
 * <p>The first pass computes with constants and keeps numbers only. When such a gradient is differentiated itself, or
 * used to compute, a second pass computes with variables and records the graph of each gradient.
 */
final class Backpropagation {
    private final Variable result;
    private final Variable start;

    /** The variables that get a gradient, each after its inputs. */
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

    /** Sets the gradients of all variables that the result was computed from, or of none if an operation fails. */
    static void run(Variable result, Variable start) {
        Backpropagation way = new Backpropagation(result, start);
        way.walk(false).forEach((variable, computed) -> way.gradients.put(variable, way.gradient(variable, computed)));
        way.gradients.forEach(Variable::setGradient);
    }

    /** Makes a gradient. That of an input has an array of its own, so that changing it changes no other gradient. */
    private Variable gradient(Variable variable, Variable computed) {
        NDArray value = computed.value();
        return new Variable(variable.operation() == null ? value.copy() : value, this);
    }

    /** Returns the result that was differentiated. */
    Variable result() {
        return result;
    }

    /** Records the graphs of the gradients, unless that is done already. */
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
                spread(y, gradients.get(y).withGraphOf(sum), y.inputs(), y, sums);
            } else {
                List<Variable> constants =
                        y.inputs().stream().map(Variable::detached).toList();
                spread(y, sum, constants, y.detached(), sums);
            }
        }
        return sums;
    }

    /** Returns the derivative with respect to a variable that the result does not depend on. */
    private static Variable zero(Variable variable) {
        return Variable.constant(
                NDArray.zeros(variable.value().dtype(), variable.shape().toArray()));
    }

    /** Adds the terms of the operation that made y to the gradients with respect to its inputs. */
    private static void spread(
            Variable y, Variable dout, List<Variable> inputs, Variable output, Map<Variable, Variable> sums) {
        Variable[] seen = inputs.toArray(Variable[]::new);
        for (int i = 0; i < seen.length; i++) {
            Variable input = y.inputs().get(i);
            if (!input.isConstant()) {
                Variable term = y.operation()
                        .backward()
                        .of(i, dout, seen, output)
                        .inDType(input.value().dtype());
                sums.merge(input, term, Variable::add);
            }
        }
    }
}
