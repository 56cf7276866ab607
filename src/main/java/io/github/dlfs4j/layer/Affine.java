package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.Scales;
import io.github.dlfs4j.state.TorchTensor;
import java.util.Arrays;

/**
 * A fully connected layer, {@code np.dot(x, W) + b}, section 5.6. It flattens inputs of more than two axes, such as
 * images; the gradient with respect to the input has the shape of the images again.
 *
 * <pre>{@code
 * Affine affine = new Affine(NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}}), NDArray.of(0.1, 0.2, 0.3));
 * System.out.println(affine.forward(NDArray.of(new double[][] {{1, 0}, {1, 1}})));
 * System.out.println(affine.backward(NDArray.of(new double[][] {{1, 0, 0}, {0, 1, 0}})));
 * System.out.println(affine.dW());
 * System.out.println(affine.db());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[1.1 2.2 3.3]
 *  [5.1 7.2 9.3]]
 * [[1. 4.]
 *  [2. 5.]]
 * [[1. 1. 0.]
 *  [0. 1. 0.]]
 * [1. 1. 0.]
 * }</pre>
 */
@Scales
@TorchTensor(name = "weight", of = "W", transposed = true)
@TorchTensor(name = "bias", of = "b")
public final class Affine extends WeightedLayer {
    private static final long serialVersionUID = 1;

    /**
     * Creates a layer of the given parameters. The layer uses these arrays and does not copy them, so it sees what an
     * optimiser changes.
     *
     * @param weights shape (inputs, outputs)
     * @param bias shape (outputs,)
     * @throws IllegalArgumentException {@code W must be a matrix, not of shape (2,)}, or {@code b must have the shape
     *     (3,), not (2,)}
     */
    public Affine(NDArray weights, NDArray bias) {
        super(weights, 2, "W must be a matrix, not of shape %s", bias, 1);
    }

    /**
     * Creates a layer with random weights and a bias of 0.
     *
     * <pre>{@code
     * System.out.println(Affine.of(784, 50, Initialization.he(), new RandomState(0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * Affine(784, 50)
     * }</pre>
     *
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param initialization draws the first weights, such as {@code Initialization.he()}
     * @param random the generator for the weights
     * @return a layer of the dtype in which the weights are drawn: float64 with {@code Initialization.he()}, float32
     *     with {@code Initialization.he().dtype(DType.FLOAT32)}
     */
    public static Affine of(int inputs, int outputs, Initializer initialization, RandomState random) {
        NDArray weights = FirstWeights.of(initialization, random, inputs, inputs, outputs);
        return new Affine(weights, NDArray.zeros(weights.dtype(), outputs));
    }

    /**
     * Computes the weighted sums.
     *
     * @param x one input of shape (inputs,), or a batch of shape (n, …) whose rows have as many elements
     * @return shape (outputs,) or (n, outputs)
     * @throws IllegalArgumentException {@code shapes (100,783) and (784,50) not aligned: 783 (dim 1) != 784 (dim 0)},
     *     or {@code Affine needs an input with an axis, not a scalar}
     */
    @Override
    public NDArray forward(NDArray x) {
        // Both ways multiply x, but images of float32 are converted to the float64 of the weights only once.
        DType dtype = DType.promote(x.dtype(), weights.dtype());
        NDArray converted = x.dtype() == dtype ? x : x.astype(dtype);
        return remember(converted, infer(converted));
    }

    @Override
    public NDArray infer(NDArray x) {
        return rows(x).dot(weights).add(bias);
    }

    @Override
    Variable output(Variable x) {
        Variable rows = x.shape().ndim() > 2 ? x.reshape(x.shape().get(0), -1) : x;
        return rows.dot(weights).add(bias);
    }

    /** Flattens each input of a batch to a row. */
    private static NDArray rows(NDArray x) {
        if (x.ndim() == 0) {
            throw new IllegalArgumentException("Affine needs an input with an axis, not a scalar");
        }
        if (x.ndim() <= 2) {
            return x;
        }
        int elements = Arrays.stream(x.shape().toArray()).skip(1).reduce(1, (a, b) -> a * b);
        return x.reshape(x.shape(0), elements);
    }

    private static NDArray matrix(NDArray rows, int length) {
        return rows.reshape(rows.ndim() == 1 ? 1 : rows.shape(0), length);
    }

    /**
     * Computes the gradient with respect to the input, and the gradients {@link #dW() dW} and {@link #db() db} with
     * respect to the parameters.
     *
     * @param dout the gradient of the loss with respect to the output, of its shape
     * @return an array of the shape of the input
     */
    @Override
    public NDArray backward(NDArray dout) {
        backwardToParameters(dout);
        return dout.dot(weights.transpose()).reshape(x.shape().toArray());
    }

    @Override
    public void backwardToParameters(NDArray dout) {
        Upstream.check(this, output, dout);
        NDArray rows = matrix(dout, bias.size());
        dW = matrix(x, weights.shape(0)).transpose().dot(rows);
        db = rows.sum(0);
    }

    @Override
    public String toString() {
        return "Affine(%s, %s)".formatted(weights.shape(0), weights.shape(1));
    }
}
