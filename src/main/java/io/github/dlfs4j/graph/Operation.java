package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A step of a computation. Forward, it computes its output from its inputs; backward, it computes the gradient with
 * respect to each input from the gradient with respect to the output. It knows nothing of the graph around it: this is
 * local computation.
 *
 * <p>{@code backward} computes with variables. Constants give a gradient that is only a number; other variables give a
 * gradient that has a graph, and can be differentiated again.
 *
 * @param symbol the text in its circle
 * @param forward computes the output
 * @param backward computes the gradients
 */
record Operation(String symbol, Forward forward, Backward backward) {
    /** Computes the output of an operation. */
    @FunctionalInterface
    interface Forward {
        NDArray of(NDArray... inputs);
    }

    /** Computes a gradient of an operation. */
    @FunctionalInterface
    interface Backward {
        /**
         * Computes the gradient with respect to one of the inputs, of its shape.
         *
         * @param input the number of the input
         * @param dout the gradient with respect to the output, of its shape
         * @param inputs all inputs
         * @param y the output
         */
        Variable of(int input, Variable dout, Variable[] inputs, Variable y);
    }

    /** Computes the gradient with respect to the only input. */
    @FunctionalInterface
    interface UnaryBackward {
        Variable of(Variable dout, Variable x, Variable y);
    }

    /** Computes the gradient with respect to one of two inputs. */
    @FunctionalInterface
    interface BinaryBackward {
        Variable of(Variable dout, Variable a, Variable b, Variable y);
    }

    /** Makes an operation on one variable. */
    static Operation unary(String symbol, UnaryOperator<NDArray> forward, UnaryBackward backward) {
        return new Operation(
                symbol,
                inputs -> forward.apply(inputs[0]),
                (input, dout, inputs, y) -> backward.of(dout, inputs[0], y));
    }

    /** Makes an operation on two variables. If one was broadcast, the gradients of its copies are added up. */
    static Operation binary(
            String symbol, BinaryOperator<NDArray> forward, BinaryBackward backwardToA, BinaryBackward backwardToB) {
        return new Operation(
                symbol,
                inputs -> forward.apply(inputs[0], inputs[1]),
                (input, dout, inputs, y) -> (input == 0 ? backwardToA : backwardToB)
                        .of(dout, inputs[0], inputs[1], y)
                        .sumTo(inputs[input].shape()));
    }
}
