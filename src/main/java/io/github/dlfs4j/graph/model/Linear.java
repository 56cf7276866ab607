package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.TorchTensor;
import java.util.Objects;

/**
 * A fully connected layer, <i>xW + b</i>, as {@link io.github.dlfs4j.layer.Affine Affine} in package {@code layer}. Its
 * parameters are {@code W} and {@code b}.
 *
 * <pre>{@code
 * Linear linear = new Linear(NDArray.of(new double[][] {{1, 2}, {3, 4}}), NDArray.of(10.0, 20.0));
 * System.out.println(linear.forward(Variable.constant(NDArray.of(new double[][] {{1, 1}}))));
 * System.out.println(linear + " " + linear.parameters().keySet());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[14. 26.]]
 * Linear(2, 2) [W, b]
 * }</pre>
 */
@TorchTensor(name = "weight", of = "W", transposed = true)
@TorchTensor(name = "bias", of = "b")
public final class Linear extends ReadyModel {
    private static final long serialVersionUID = 1;

    private final Variable weights;
    private final Variable bias;

    /**
     * Creates a layer of float64. The weights are drawn from the normal distribution with the deviation
     * <i>√(1/inputs)</i>, and the bias is 0.
     *
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param random the generator for the weights, for {@code randn}
     */
    public Linear(int inputs, int outputs, RandomState random) {
        this(inputs, outputs, random, DType.FLOAT64);
    }

    /**
     * Creates a layer. The same numbers are drawn for both dtypes.
     *
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param random the generator for the weights, for {@code randn}
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}
     */
    public Linear(int inputs, int outputs, RandomState random, DType dtype) {
        this(FirstWeights.of(inputs, random, dtype, inputs, outputs), NDArray.zeros(dtype, outputs));
    }

    /**
     * Creates a layer of given parameters. It uses the arrays and does not copy them.
     *
     * @param weights shape (inputs, outputs)
     * @param bias shape (outputs,), or null for a layer without a bias
     * @throws IllegalArgumentException {@code W must be a matrix, not of shape (2,)}, or {@code b must have the shape
     *     (3,), not (2,)}
     */
    public Linear(NDArray weights, NDArray bias) {
        this(Variable.of(Objects.requireNonNull(weights, "weights")), bias == null ? null : Variable.of(bias));
    }

    private Linear(Variable weights, Variable bias) {
        if (weights.shape().ndim() != 2) {
            throw new IllegalArgumentException("W must be a matrix, not of shape " + weights.shape());
        }
        int outputs = weights.shape().get(1);
        if (bias != null && !bias.shape().equals(Shape.of(outputs))) {
            throw new IllegalArgumentException("b must have the shape (%s,), not %s".formatted(outputs, bias.shape()));
        }
        this.weights = parameter("W", weights);
        this.bias = bias == null ? null : parameter("b", bias);
    }

    static Linear unpacked(SerializedForm form) {
        return new Linear(form.part("W", Variable.class), form.partIfThere("b", Variable.class));
    }

    /**
     * Creates a layer of float64 without a bias, whose weights are drawn as for {@link #Linear(int, int, RandomState)}.
     *
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param random the generator for the weights, for {@code randn}
     * @return a new layer
     */
    public static Linear withoutBias(int inputs, int outputs, RandomState random) {
        return withoutBias(inputs, outputs, random, DType.FLOAT64);
    }

    /**
     * Creates a layer without a bias.
     *
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param random the generator for the weights, for {@code randn}
     * @param dtype float64 or float32
     * @return a new layer
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}
     */
    public static Linear withoutBias(int inputs, int outputs, RandomState random, DType dtype) {
        return new Linear(FirstWeights.of(inputs, random, dtype, inputs, outputs), null);
    }

    /**
     * Computes <i>xW + b</i>.
     *
     * @param x shape (n, inputs), or with any other number of axes before the last
     * @return shape (n, outputs), or with the other axes
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    @Override
    public Variable forward(Variable x) {
        Variable product = x.dot(weights);
        return bias == null ? product : product.add(bias);
    }

    /** Returns the shape (inputs, outputs). */
    Shape shape() {
        return weights.shape();
    }

    @Override
    public String toString() {
        return "Linear(%s, %s%s)".formatted(shape().get(0), shape().get(1), bias == null ? ", bias=false" : "");
    }
}
