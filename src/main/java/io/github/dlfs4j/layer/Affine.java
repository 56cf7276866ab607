package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.Map;

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
public final class Affine implements Layer {
    private final NDArray weights;
    private final NDArray bias;
    private NDArray x;
    private Shape input;
    private Shape output;
    private NDArray dW;
    private NDArray db;

    /**
     * A layer of the given parameters, which are used and not copied: what an optimiser changes, the layer sees.
     *
     * @param weights shape (inputs, outputs)
     * @param bias shape (outputs,)
     * @throws IllegalArgumentException {@code W must be a matrix, not of shape (2,)}, or {@code b must have shape (3,),
     *     not (2,)}
     */
    public Affine(NDArray weights, NDArray bias) {
        if (weights.ndim() != 2) {
            throw new IllegalArgumentException("W must be a matrix, not of shape " + weights.shape());
        }
        if (!bias.shape().equals(Shape.of(weights.shape(1)))) {
            throw new IllegalArgumentException(
                    "b must have shape %s, not %s".formatted(Shape.of(weights.shape(1)), bias.shape()));
        }
        this.weights = weights;
        this.bias = bias;
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
        // Converted once for both ways.
        NDArray rows = converted(rows(x));
        NDArray out = weightedSums(rows);
        this.x = rows;
        input = x.shape();
        output = out.shape();
        return out;
    }

    @Override
    public NDArray infer(NDArray x) {
        return weightedSums(rows(x));
    }

    private NDArray converted(NDArray rows) {
        DType dtype = DType.promote(rows.dtype(), weights.dtype());
        return rows.dtype() == dtype ? rows : rows.astype(dtype);
    }

    private NDArray weightedSums(NDArray rows) {
        return rows.dot(weights).add(bias);
    }

    private static NDArray rows(NDArray x) {
        if (x.ndim() == 0) {
            throw new IllegalArgumentException("Affine needs an input with an axis, not a scalar");
        }
        return x.ndim() > 2 ? x.reshape(x.shape(0), elementsOfRow(x)) : x;
    }

    private static int elementsOfRow(NDArray x) {
        int[] lengths = x.shape().toArray();
        return Shape.of(Arrays.copyOfRange(lengths, 1, lengths.length)).size();
    }

    /**
     * The gradient by the input; those by the parameters are {@link #dW} and {@link #db} then.
     *
     * @param dout the gradient of the loss by the output, of its shape
     * @return an array of the shape of the input
     */
    @Override
    public NDArray backward(NDArray dout) {
        backwardToParameters(dout);
        return dout.dot(weights.transpose()).reshape(input.toArray());
    }

    @Override
    public void backwardToParameters(NDArray dout) {
        Upstream.check(this, output, dout);
        NDArray rows = asMatrix(dout);
        dW = asMatrix(x).transpose().dot(rows);
        db = rows.sum(0);
    }

    private static NDArray asMatrix(NDArray rows) {
        return rows.ndim() == 1 ? rows.expandDims(0) : rows;
    }

    /**
     * The weights.
     *
     * @return the array this layer was made of
     */
    public NDArray weights() {
        return weights;
    }

    /**
     * The bias.
     *
     * @return the array this layer was made of
     */
    public NDArray bias() {
        return bias;
    }

    /**
     * The gradient of the loss by the weights, {@code np.dot(x.T, dout)}.
     *
     * @return shape (inputs, outputs)
     * @throws IllegalStateException {@code Affine has no gradients before a backward}
     */
    public NDArray dW() {
        return Upstream.computed(this, dW);
    }

    /**
     * The gradient of the loss by the bias, {@code np.sum(dout, axis=0)}.
     *
     * @return shape (outputs,)
     * @throws IllegalStateException {@code Affine has no gradients before a backward}
     */
    public NDArray db() {
        return Upstream.computed(this, db);
    }

    @Override
    public Map<String, NDArray> parameters() {
        return Named.of("W", weights, "b", bias);
    }

    @Override
    public Map<String, NDArray> gradients() {
        return Named.of("W", dW(), "b", db());
    }
}
