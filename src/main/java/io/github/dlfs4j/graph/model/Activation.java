package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import java.io.Serializable;

/**
 * An activation function of variables, such as {@code Variable::relu}. It is {@link Serializable}, because a model that
 * has it is.
 */
@FunctionalInterface
public interface Activation extends Serializable {
    /**
     * Computes the output of the neurons.
     *
     * @param x the sums that enter them
     * @return a variable of the same shape
     */
    Variable of(Variable x);
}
