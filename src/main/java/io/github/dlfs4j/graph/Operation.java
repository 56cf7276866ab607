package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.graph.onnx.Recording;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A step of a computation, such as {@link Variable#exp exp}. You can write your own: forward, it computes its output
 * from its inputs, with arrays; backward, it computes the gradient with respect to each input from the gradient with
 * respect to the output, with variables. It knows nothing of the graph around it: this is local computation.
 *
 * <p>A square, as the book about DeZero begins with:
 *
 * <pre>{@code
 * Operation square = Operation.unary("square", NDArray::square, (dout, x, y) -> dout.mul(x).mul(2));
 * Variable x = Variable.of("x", 10);
 * Variable y = x.apply(square);
 * y.backward();
 * System.out.println(y + " " + x.gradient());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 100.0 20.0
 * }</pre>
 *
 * <p>A function that consists of operations needs no operation of its own, since its graph has all derivatives. This is
 * the sine by its series <i>x - x³/3! + x<sup>5</sup>/5! - …</i>, up to the first term below 0.0001, beside an
 * operation that knows its derivative:
 *
 * <pre>{@code
 * Variable x = Variable.of("x", Math.PI / 4);
 * Variable term = x;
 * Variable series = x;
 * for (int n = 3; Math.abs(term.value().asDouble()) >= 0.0001; n += 2) {
 *     term = term.mul(x).mul(x).div(-(n - 1) * n);
 *     series = series.add(term);
 * }
 * series.backward();
 * System.out.println(series + " " + x.gradient());
 * Variable sine = x.apply(Operation.unary("sin", NDArray::sin, (dout, v, y) -> dout.mul(v.cos())));
 * sine.backward();
 * System.out.println(sine + " " + x.gradient());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.7071064695751781 0.7071032148228459
 * 0.7071067811865475 0.7071067811865476
 * }</pre>
 *
 * <p>{@code backward} computes with variables. Constants give a gradient that is only a number; other variables give a
 * gradient that has a graph, and can be differentiated again. So compute the gradient by operations on {@code dout},
 * the inputs and the output; what you compute from {@code x.value()} counts as a constant.
 *
 * @param symbol the text in its circle
 * @param forward computes the output; it must not change its inputs
 * @param backward computes the gradients
 */
public record Operation(String symbol, Forward forward, Backward backward) {
    /** Computes the output of an operation. */
    @FunctionalInterface
    public interface Forward {
        /**
         * Computes the output.
         *
         * @param inputs the values of all inputs, not to be changed
         * @return the output, float64 or float32 unless all inputs are constants
         */
        NDArray of(NDArray... inputs);
    }

    /** Computes a gradient of an operation. */
    @FunctionalInterface
    public interface Backward {
        /**
         * Computes the gradient with respect to one of the inputs. It is called only for inputs that are no constants.
         *
         * @param input the number of the input, from 0
         * @param dout the gradient with respect to the output, of its shape
         * @param inputs all inputs
         * @param y the output
         * @return the gradient, of the shape of the input
         */
        Variable of(int input, Variable dout, Variable[] inputs, Variable y);
    }

    /** Computes the gradient with respect to the only input. */
    @FunctionalInterface
    public interface UnaryBackward {
        /**
         * Computes the gradient.
         *
         * @param dout the gradient with respect to the output, of its shape
         * @param x the input
         * @param y the output
         * @return the gradient, of the shape of the input
         */
        Variable of(Variable dout, Variable x, Variable y);
    }

    /** Computes the gradient with respect to one of two inputs. */
    @FunctionalInterface
    public interface BinaryBackward {
        /**
         * Computes the gradient.
         *
         * @param dout the gradient with respect to the output, of its shape
         * @param a the first input
         * @param b the second input
         * @param y the output
         * @return the gradient, of the shape of the input, or of a shape to which broadcasting has stretched it
         */
        Variable of(Variable dout, Variable a, Variable b, Variable y);
    }

    /**
     * Creates an operation on any number of variables.
     *
     * @throws NullPointerException if an argument is null
     */
    public Operation {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(forward, "forward");
        Objects.requireNonNull(backward, "backward");
    }

    /**
     * {@return an operation on one variable}
     *
     * @param symbol the text in its circle
     * @param forward computes the output
     * @param backward computes the gradient with respect to the input
     */
    public static Operation unary(String symbol, UnaryOperator<NDArray> forward, UnaryBackward backward) {
        Objects.requireNonNull(forward, "forward");
        Objects.requireNonNull(backward, "backward");
        return new Operation(
                symbol,
                inputs -> {
                    checkCount(symbol, 1, inputs.length);
                    return forward.apply(inputs[0]);
                },
                (input, dout, inputs, y) -> backward.of(dout, inputs[0], y));
    }

    /**
     * Returns an operation on two variables. If one was broadcast, the gradients of its copies are added up.
     *
     * @param symbol the text in its circle
     * @param forward computes the output
     * @param backwardToA computes the gradient with respect to the first input
     * @param backwardToB computes the gradient with respect to the second input
     * @return the operation
     */
    public static Operation binary(
            String symbol, BinaryOperator<NDArray> forward, BinaryBackward backwardToA, BinaryBackward backwardToB) {
        Objects.requireNonNull(forward, "forward");
        Objects.requireNonNull(backwardToA, "backwardToA");
        Objects.requireNonNull(backwardToB, "backwardToB");
        return new Operation(
                symbol,
                inputs -> {
                    checkCount(symbol, 2, inputs.length);
                    return forward.apply(inputs[0], inputs[1]);
                },
                (input, dout, inputs, y) -> (input == 0 ? backwardToA : backwardToB)
                        .of(dout, inputs[0], inputs[1], y)
                        .sumTo(inputs[input].shape()));
    }

    /**
     * Applies this operation.
     *
     * @param inputs the inputs
     * @return a new variable; a constant if all inputs are constants
     * @throws IllegalArgumentException {@code square takes 1 variable, not 2}
     * @throws IllegalStateException {@code square must compute an array of float64 or float32, not int64}, or
     *     {@code square has computed no array}
     */
    public Variable apply(Variable... inputs) {
        return Variable.computed(this, Errors.nonNull("inputs", inputs));
    }

    /**
     * A forward pass that an operator of ONNX computes too; the function returns null for inputs of which none does.
     */
    record InOnnx(Forward forward, Function<List<NDArray>, OnnxOperator> operator) implements Forward {
        @Override
        public NDArray of(NDArray... inputs) {
            return forward.of(inputs);
        }
    }

    /** Returns this operation, with what says which operator of ONNX computes the same of its inputs. */
    Operation inOnnx(Function<List<NDArray>, OnnxOperator> operator) {
        return new Operation(symbol, new InOnnx(forward, operator), backward);
    }

    /** Returns an operation on one variable that is an operator of ONNX without options. */
    static Operation unary(String symbol, String inOnnx, UnaryOperator<NDArray> forward, UnaryBackward backward) {
        return unary(symbol, forward, backward).inOnnx(inputs -> new OnnxOperator(inOnnx, Map.of()));
    }

    /** Returns such an operation on two variables. */
    static Operation binary(
            String symbol, String inOnnx, BinaryOperator<NDArray> forward, BinaryBackward toA, BinaryBackward toB) {
        return binary(symbol, forward, toA, toB).inOnnx(inputs -> new OnnxOperator(inOnnx, Map.of()));
    }

    static void checkCount(String symbol, int expected, int found) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "%s takes %s variable%s, not %s".formatted(symbol, expected, expected == 1 ? "" : "s", found));
        }
    }

    /** Computes the output, and refuses one that cannot be differentiated. */
    NDArray output(Variable[] inputs, boolean isConstant) {
        NDArray[] arrays = new NDArray[inputs.length];
        Arrays.setAll(arrays, i -> inputs[i].value()); // streams took a sixth of the time of a small graph
        NDArray output = forward.of(arrays);
        if (output == null) {
            throw new IllegalStateException(symbol + " has computed no array");
        }
        if (!isConstant && !output.dtype().isFloating()) {
            throw new IllegalStateException(
                    "%s must compute an array of float64 or float32, not %s".formatted(symbol, output.dtype()));
        }
        Recording.note(symbol, forward instanceof InOnnx known ? known.operator() : none -> null, output, arrays);
        return output;
    }

    /** Computes the gradient with respect to an input, and refuses one of another shape. */
    Variable gradient(int input, Variable dout, Variable[] inputs, Variable y) {
        Variable gradient = backward.of(input, dout, inputs, y);
        if (gradient == null || !gradient.shape().equals(inputs[input].shape())) {
            throw new IllegalStateException("the gradient of %s with respect to input %s must have its shape %s, not %s"
                    .formatted(symbol, input, inputs[input].shape(), gradient == null ? "null" : gradient.shape()));
        }
        return gradient;
    }
}
