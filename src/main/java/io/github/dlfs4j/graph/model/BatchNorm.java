package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.TorchTensor;
import io.github.dlfs4j.state.TorchTensor.Role;
import java.util.List;
import java.util.Map;

/**
 * Batch normalisation, section 6.3: it scales each feature to mean 0 and variance 1 over the batch, and while
 * {@linkplain io.github.dlfs4j.graph.Mode#testing testing} by running averages. Its parameters are {@code gamma} and
 * {@code beta}, its statistics {@code runningMean} and {@code runningVariance}. It adds 10<sup>-6</sup> to the variance
 * unless it gets another number.
 *
 * <pre>{@code
 * BatchNorm norm = new BatchNorm(1);
 * NDArray x = NDArray.of(new double[][] {{1}, {3}});
 * System.out.println(norm.forward(Variable.constant(x)));
 * System.out.println(norm.statistics());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[-0.9999995]
 *  [ 0.9999995]]
 * {runningMean=[0.2], runningVariance=[1.]}
 * }</pre>
 */
@TorchTensor(name = "eps", role = Role.EPSILON)
@TorchTensor(name = "weight", of = "gamma")
@TorchTensor(name = "bias", of = "beta")
@TorchTensor(name = "running_mean", of = "runningMean")
@TorchTensor(name = "running_var", of = "runningVariance", role = Role.VARIANCE)
@TorchTensor(name = "num_batches_tracked", role = Role.COUNT)
public final class BatchNorm extends ReadyModel {
    private static final long serialVersionUID = 1;

    private static final double MOMENTUM = 0.9;
    private static final double EPSILON = 1e-6;

    private final Variable gamma;
    private final Variable beta;
    private final NDArray runningMean;
    private final NDArray runningVariance;
    private final double epsilon;

    /**
     * Creates a layer of float64.
     *
     * @param features the number of features, or of the channels of images
     */
    public BatchNorm(int features) {
        this(features, DType.FLOAT64);
    }

    /**
     * Creates a layer.
     *
     * @param features the number of features, or of the channels of images
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}
     */
    public BatchNorm(int features, DType dtype) {
        this(features, dtype, EPSILON);
    }

    /**
     * Creates a layer that adds another number to the variance. Weights of PyTorch need its 10<sup>-5</sup>.
     *
     * @param features the number of features, or of the channels of images
     * @param dtype float64 or float32
     * @param epsilon is added to the variance
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}, or {@code the epsilon
     *     of BatchNorm must be above 0 and finite, but is 0.0}
     */
    public BatchNorm(int features, DType dtype, double epsilon) {
        this(
                Variable.of(NDArray.ones(FirstWeights.checked(dtype), features)),
                Variable.of(NDArray.zeros(dtype, features)),
                NDArray.zeros(dtype, features),
                NDArray.ones(dtype, features),
                epsilon);
    }

    private BatchNorm(Variable gamma, Variable beta, NDArray runningMean, NDArray runningVariance, double epsilon) {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the epsilon of BatchNorm must be above 0 and finite, but is " + epsilon);
        }
        this.gamma = parameter("gamma", gamma);
        this.beta = parameter("beta", beta);
        this.runningMean = statistic("runningMean", runningMean);
        this.runningVariance = statistic("runningVariance", runningVariance);
        this.epsilon = epsilon;
        checkArrays(List.of("gamma features", "beta features", "runningMean features", "runningVariance features"));
    }

    @Override
    Map<String, NDArray> options() {
        return Map.of("epsilon", NDArray.scalar(epsilon));
    }

    static BatchNorm unpacked(SerializedForm form) {
        return new BatchNorm(
                form.part("gamma", Variable.class),
                form.part("beta", Variable.class),
                form.part("runningMean", NDArray.class),
                form.part("runningVariance", NDArray.class),
                form.part("epsilon", NDArray.class).asDouble());
    }

    /** {@return the number that is added to the variance, 10<sup>-6</sup> unless another one was chosen} */
    public double epsilon() {
        return epsilon;
    }

    /**
     * Normalises a batch, by {@link Variable#batchNormalization(Variable, Variable, NDArray, NDArray, double, double)
     * Variable.batchNormalization} with a momentum of 0.9.
     *
     * @param x shape (n, features) or (n, channels, height, width)
     * @return the same shape
     */
    @Override
    public Variable forward(Variable x) {
        return x.batchNormalization(gamma, beta, runningMean, runningVariance, MOMENTUM, epsilon);
    }

    @Override
    public String toString() {
        String last = epsilon == EPSILON ? "" : ", epsilon=" + NDArray.scalar(epsilon);
        return "BatchNorm(%s%s)".formatted(runningMean.size(), last);
    }
}
