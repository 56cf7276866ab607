package io.github.dlfs4j.activation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PortableMath;
import java.util.Objects;

/**
 * The book's activation functions. They do not change their arguments.
 *
 * <p>Apart from its result, a function takes at most the memory of one array of the same size, and 256 KiB for blocks.
 */
public final class Activations {
    private Activations() {}

    /**
     * Computes the step function, {@code (x > 0).astype(int)}, section 3.2.2, which a perceptron applies to its
     * weighted sum.
     *
     * <pre>{@code
     * System.out.println(Activations.step(NDArray.of(-1.0, 1.0, 2.0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0 1 1]
     * }</pre>
     *
     * @param x an array of any shape
     * @return a new array of int64 and the same shape: 1 where x is above 0, and 0 elsewhere, also for NaN
     */
    public static NDArray step(NDArray x) {
        return x.gt(0).astype(DType.INT64);
    }

    /**
     * Computes the sigmoid function, {@code 1 / (1 + np.exp(-x))}, section 3.2.4.
     *
     * @param x an array of any shape
     * @return a new array of the same shape, its elements between 0 and 1: float32 for float32, else float64
     */
    public static NDArray sigmoid(NDArray x) {
        return x.sigmoid();
    }

    /**
     * Computes the {@link #sigmoid(NDArray) sigmoid} function into a given array.
     *
     * @param x an array of any shape
     * @param out receives the result, of the shape of x, float32 or float64; it may be x
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'sigmoid' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray sigmoid(NDArray x, NDArray out) {
        return x.sigmoid(out);
    }

    /**
     * Computes the sigmoid function of a number.
     *
     * @param x a number
     * @return a number between 0 and 1
     */
    public static double sigmoid(double x) {
        return 1 / (1 + PortableMath.exp(-x));
    }

    /**
     * Computes the derivative of the sigmoid function, {@code (1 - sigmoid(x)) * sigmoid(x)}, section 5.5.2; the book's
     * {@code sigmoid_grad}.
     *
     * <pre>{@code
     * System.out.println(Activations.sigmoidGradient(NDArray.of(-2.0, 0.0, 2.0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0.10499359 0.25       0.10499359]
     * }</pre>
     *
     * @param x the argument of the sigmoid function, of any shape
     * @return a new array of the same shape: float32 for float32, else float64
     */
    public static NDArray sigmoidGradient(NDArray x) {
        NDArray y = sigmoid(x);
        return y.rsub(1.0).muli(y);
    }

    /**
     * Computes the rectified linear unit, {@code np.maximum(0, x)}, section 3.2.7.
     *
     * <pre>{@code
     * System.out.println(Activations.relu(NDArray.of(-1.5, 0.0, 2.5)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0.  0.  2.5]
     * }</pre>
     *
     * @param x an array of any shape
     * @return a new array of the same shape and dtype (int64 for bool): x where it is above 0, 0 elsewhere; NaN stays
     *     NaN
     */
    public static NDArray relu(NDArray x) {
        return x.maximum(0);
    }

    /**
     * Computes the rectified linear unit of a number.
     *
     * @param x a number
     * @return x if it is above 0, else 0; NaN for NaN
     */
    public static double relu(double x) {
        return Math.max(x, 0);
    }

    /**
     * Computes the derivative of the rectified linear unit, the book's {@code relu_grad}: 1 where x is above 0, and 0
     * where it is below. There is no derivative at 0; the result is 1 there, as in the book's function. Formula 5.8 and
     * the layer {@code Relu} have 0 there.
     *
     * <pre>{@code
     * System.out.println(Activations.reluGradient(NDArray.of(-1.5, 0.0, 2.5)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0. 1. 1.]
     * }</pre>
     *
     * @param x the argument of the rectified linear unit, of any shape
     * @return a new array of the same shape: float32 for float32, else float64; 0 for NaN
     */
    public static NDArray reluGradient(NDArray x) {
        return x.ge(0).astype(x.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64);
    }

    /**
     * Computes the Gaussian error linear unit, <i>x Φ(x)</i>, where Φ is the distribution function of the standard
     * normal distribution (Hendrycks and Gimpel, <i>Gaussian Error Linear Units</i>, 2016): a rectified linear unit
     * without its corner.
     *
     * <pre>{@code
     * System.out.println(Activations.gelu(NDArray.of(-2.0, 0.0, 2.0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [-0.04550026  0.          1.95449974]
     * }</pre>
     *
     * @param x an array of any shape
     * @return a new array of the same shape: float32 for float32, else float64
     */
    public static NDArray gelu(NDArray x) {
        return MathFunctions.erf(x.div(Math.sqrt(2))).addi(1).muli(0.5).muli(x);
    }

    /**
     * Computes the sigmoid linear unit, <i>x / (1 + e<sup>-x</sup>)</i>, also known as swish (Elfwing, Uchibe and Doya,
     * <i>Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement Learning</i>, 2017).
     *
     * <pre>{@code
     * System.out.println(Activations.silu(NDArray.of(-2.0, 0.0, 2.0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [-0.23840584  0.          1.76159416]
     * }</pre>
     *
     * @param x an array of any shape
     * @return a new array of the same shape: float32 for float32, else float64; NaN for minus infinity
     */
    public static NDArray silu(NDArray x) {
        return sigmoid(x).muli(x);
    }

    /**
     * Computes the derivative of the {@link #silu silu} function, <i>s + xs(1 - s)</i> with the sigmoid <i>s</i> of x.
     *
     * @param x the argument of the function, of any shape
     * @return a new array of the same shape: float32 for float32, else float64
     */
    public static NDArray siluGradient(NDArray x) {
        NDArray s = sigmoid(x);
        return s.add(s.rsub(1).muli(s).muli(x));
    }

    /**
     * Returns its argument, section 3.5.1: the output layer of a network that predicts numbers leaves its sums
     * unchanged.
     *
     * @param x an array
     * @return x itself, not a copy
     */
    public static NDArray identity(NDArray x) {
        return Objects.requireNonNull(x, "x");
    }

    /**
     * Computes the softmax function, {@code np.exp(x) / np.sum(np.exp(x))}, section 3.5.2, along the last axis: each
     * row of a batch becomes probabilities that add up to 1.
     *
     * <p>It subtracts the largest element first, so that no exponential overflows.
     *
     * @param x an array whose last axis is not empty; a 0-d array gives 1
     * @return a new array of the same shape: float32 for float32, else float64
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public static NDArray softmax(NDArray x) {
        return x.softmax();
    }

    /**
     * Computes the {@link #softmax(NDArray) softmax} function into a given array.
     *
     * @param x an array whose last axis is not empty
     * @param out receives the result, of the shape of x, float32 or float64; it may be x
     * @return {@code out}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code out must be float32 or float64, not int64}
     */
    public static NDArray softmax(NDArray x, NDArray out) {
        return x.softmax(out);
    }

    /**
     * Computes the softmax function by its formula alone, {@code np.exp(x) / np.sum(np.exp(x))}, section 3.5.2. Above
     * 709 (88 in float32) the exponential is infinite, and infinity divided by infinity is NaN. This function shows why
     * {@link #softmax softmax} subtracts the largest element.
     *
     * <pre>{@code
     * NDArray a = NDArray.of(1010.0, 1000.0, 990.0);
     * System.out.println(Activations.naiveSoftmax(a));
     * System.out.println(Activations.softmax(a));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [nan nan nan]
     * [9.99954600e-01 4.53978686e-05 2.06106005e-09]
     * }</pre>
     *
     * @param x an array of any shape
     * @return a new array of the same shape, whose elements add up to 1 along the last axis: float32 for float32, else
     *     float64
     */
    public static NDArray naiveSoftmax(NDArray x) {
        NDArray exponentials = x.exp();
        return exponentials.divi(exponentials.sum(-1, true));
    }
}
