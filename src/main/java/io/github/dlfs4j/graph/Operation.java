package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * A step of a computation. Forward, it computes its output from its inputs; backward, it computes the gradient by each
 * input from the gradient by the output. It knows nothing of the graph around it: this is local computation.
 *
 * <p>{@code backward} computes with variables. Constants give a gradient that is only a number; other variables give a
 * gradient that has a graph, and can be differentiated again.
 */
interface Operation {
    /** Returns the text in its circle. */
    String symbol();

    /** Computes the output. */
    NDArray forward(NDArray... inputs);

    /**
     * Computes the gradient by one of the inputs, of its shape.
     *
     * @param input the number of the input
     * @param dout the gradient by the output, of its shape
     * @param inputs all inputs
     * @param y the output
     */
    Variable backward(int input, Variable dout, Variable[] inputs, Variable y);

    /** An operation on one variable. */
    interface Unary extends Operation {
        NDArray forward(NDArray x);

        Variable backward(Variable dout, Variable x, Variable y);

        @Override
        default NDArray forward(NDArray... inputs) {
            return forward(inputs[0]);
        }

        @Override
        default Variable backward(int input, Variable dout, Variable[] inputs, Variable y) {
            return backward(dout, inputs[0], y);
        }
    }

    /** An operation on two variables. If one was broadcast, the gradients by its copies are added up. */
    interface Binary extends Operation {
        NDArray forward(NDArray a, NDArray b);

        Variable backwardToA(Variable dout, Variable a, Variable b, Variable y);

        Variable backwardToB(Variable dout, Variable a, Variable b, Variable y);

        @Override
        default NDArray forward(NDArray... inputs) {
            return forward(inputs[0], inputs[1]);
        }

        @Override
        default Variable backward(int input, Variable dout, Variable[] inputs, Variable y) {
            Variable gradient = input == 0
                    ? backwardToA(dout, inputs[0], inputs[1], y)
                    : backwardToB(dout, inputs[0], inputs[1], y);
            return gradient.sumTo(inputs[input].shape());
        }
    }
}
