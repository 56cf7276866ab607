package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A fully connected layer, {@code np.dot(x, W) + b}, section 5.6. Inputs of more than two axes, such as images, are
 * flattened on the way forward, and their gradients get the shape of the images back.
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
public final class Affine extends WeightedLayer {
    private static final long serialVersionUID = 1;

    private transient NDArray x;
    private transient Shape output;

    /**
     * A layer of the given parameters, which are used and not copied: what an optimiser changes, the layer sees.
     *
     * @param weights shape (inputs, outputs)
     * @param bias shape (outputs,)
     * @throws IllegalArgumentException {@code W must be a matrix, not of shape (2,)}, or {@code b must have shape (3,),
     *     not (2,)}
     */
    public Affine(NDArray weights, NDArray bias) {
        super(weights, 2, "W must be a matrix, not of shape %s", bias, 1);
    }

    /**
     * A layer that has learned nothing.
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
     * @param initialization how widely the weights spread, such as {@code Initialization.he()}
     * @param random draws the weights
     * @return a layer whose bias is 0, of float64
     */
    public static Affine of(int inputs, int outputs, Initializer initialization, RandomState random) {
        return new Affine(initialization.weights(random, inputs, inputs, outputs), NDArray.zeros(outputs));
    }

    /**
     * The weighted sums.
     *
     * @param x one input of shape (inputs,), or a batch of shape (n, …) with as many elements in a row
     * @return shape (outputs,) or (n, outputs)
     * @throws IllegalArgumentException {@code shapes (100,783) and (784,50) not aligned: 783 (dim 1) != 784 (dim 0)},
     *     or {@code Affine needs an input with an axis, not a scalar}
     */
    @Override
    public NDArray forward(NDArray x) {
        NDArray out = infer(x);
        this.x = x;
        output = out.shape();
        return out;
    }

    @Override
    public NDArray infer(NDArray x) {
        return rows(x).dot(weights).add(bias);
    }

    /** An input as a row, if it is not one. */
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
     * The gradient by the input; those by the parameters are {@link #dW()} and {@link #db()} then.
     *
     * @param dout the gradient of the loss by the output, of its shape
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
        return "Affine(%d, %d)".formatted(weights.shape(0), weights.shape(1));
    }

    @Override
    Serializable form() {
        return new Form(weights, bias);
    }

    private record Form(NDArray weights, NDArray bias) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return SerializedForm.resolve(() -> new Affine(weights, bias));
        }
    }
}
