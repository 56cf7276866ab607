package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * A step of a computation: what it makes of its inputs, and, for the way back, what the gradient by its output means
 * for each of them. It knows nothing of the graph around it: that is local computation.
 *
 * <p>{@code backward} is written in variables. Where they are constants it gives numbers; where they are not, it gives
 * numbers that know how they came about, and can be differentiated again.
 */
interface Operation {
    /** What is written in its circle. */
    String symbol();

    /** Its output. */
    NDArray forward(NDArray... inputs);

    /**
     * The gradient by one of the inputs, of its shape.
     *
     * @param input which one
     * @param dout the gradient by the output, of its shape
     * @param inputs what it was made of
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

    /** An operation on two variables. Where one was broadcast, the gradients by its copies are added up. */
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
