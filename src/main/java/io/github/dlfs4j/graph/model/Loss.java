package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.Serializable;

/**
 * How wrong the outputs of a model are: a function of the outputs and the targets. {@link #softmaxWithLoss} is softmax
 * and cross entropy in one, for classes; {@link #meanSquaredError} is for numbers. A loss can be a lambda expression.
 * This one is the mean absolute error:
 *
 * <pre>{@code
 * Loss meanAbsoluteError = (y, t) -> y.sub(Variable.constant(t)).abs().mean();
 * Variable y = Variable.of("y", NDArray.of(1.0, 4.0));
 * System.out.println(meanAbsoluteError.of(y, NDArray.of(3.0, 4.5)));
 * System.out.println(Loss.meanSquaredError().of(y, NDArray.of(3.0, 4.5)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1.25
 * 2.125
 * }</pre>
 *
 * <p>It is {@link Serializable}, as a network that ends in it is, so it must not use anything that is not.
 */
@FunctionalInterface
public interface Loss extends Serializable {
    /**
     * Computes the loss, averaged over the batch.
     *
     * @param outputs the outputs of the model; the first axis counts the inputs
     * @param targets the targets
     * @return a 0-d variable
     * @throws IllegalArgumentException if the targets do not fit
     */
    Variable of(Variable outputs, NDArray targets);

    /**
     * {@return whether the largest output is the answer, so that a network has an accuracy; false unless overridden}
     */
    default boolean classifies() {
        return false;
    }

    /**
     * Returns softmax with the cross entropy, for classes: {@link Variable#softmaxWithLoss softmaxWithLoss}. The
     * outputs have shape (n, classes); the targets are labels, of shape (n,), or one-hot.
     *
     * @return the loss, which can be serialised
     */
    static Loss softmaxWithLoss() {
        return new StandardLoss.SoftmaxWithLoss();
    }

    /**
     * Returns the mean squared error, for numbers (regression): the mean of <i>(y - t)²</i> over all outputs. The
     * targets have the shape of the outputs. For one output this is DeZero's {@code mean_squared_error}; for several,
     * DeZero adds up the errors of an input. The book's loss of this name is half the sum:
     * {@link Variable#sumSquaredError(NDArray) sumSquaredError}.
     *
     * @return the loss, which can be serialised
     */
    static Loss meanSquaredError() {
        return new StandardLoss.MeanSquaredError();
    }
}
