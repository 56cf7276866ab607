package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.TorchTensor;
import io.github.dlfs4j.state.TorchTensor.Role;
import java.util.List;

/**
 * Layer normalisation (Ba, Kiros and Hinton, <i>Layer Normalization</i>, 2016): it scales the features of each input to
 * mean 0 and variance 1, where {@link BatchNorm} scales each feature over the batch. <i>γ (x - μ) / √(σ² +
 * 10<sup>-5</sup>) + β</i>, with the mean μ and the variance σ² along the last axis. Its parameters are {@code gamma}
 * and {@code beta}. It computes the same in training and in testing.
 *
 * <pre>{@code
 * LayerNorm norm = new LayerNorm(2);
 * System.out.println(norm.predict(NDArray.of(new double[][] {{1, 3}, {-50, 50}})));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[-0.999995  0.999995]
 *  [-1.        1.      ]]
 * }</pre>
 */
@TorchTensor(name = "eps", role = Role.EPSILON)
@TorchTensor(name = "weight", of = "gamma")
@TorchTensor(name = "bias", of = "beta")
public final class LayerNorm extends ReadyModel {
    private static final long serialVersionUID = 1;

    private static final double EPSILON = 1e-5;

    private final Variable gamma;
    private final Variable beta;

    /**
     * Creates a layer of float64.
     *
     * @param features the length of the last axis
     */
    public LayerNorm(int features) {
        this(features, DType.FLOAT64);
    }

    /**
     * Creates a layer.
     *
     * @param features the length of the last axis
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}
     */
    public LayerNorm(int features, DType dtype) {
        this(
                Variable.of(NDArray.ones(FirstWeights.checked(dtype), features)),
                Variable.of(NDArray.zeros(dtype, features)));
    }

    private LayerNorm(Variable gamma, Variable beta) {
        this.gamma = parameter("gamma", gamma);
        this.beta = parameter("beta", beta);
        checkArrays(List.of("gamma features", "beta features"));
    }

    static LayerNorm unpacked(SerializedForm form) {
        return new LayerNorm(form.part("gamma", Variable.class), form.part("beta", Variable.class));
    }

    /**
     * Normalises the last axis.
     *
     * @param x shape (…, features)
     * @return the same shape
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @Override
    public Variable forward(Variable x) {
        Variable centered = x.sub(x.mean(-1, true));
        Variable variance = centered.square().mean(-1, true);
        return centered.div(variance.add(EPSILON).sqrt()).mul(gamma).add(beta);
    }

    @Override
    public String toString() {
        return "LayerNorm(%s)".formatted(gamma.value().size());
    }
}
