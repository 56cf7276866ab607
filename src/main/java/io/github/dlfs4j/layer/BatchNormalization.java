package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.image.ChannelNormalization;
import io.github.dlfs4j.ndarray.image.FeatureRows;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.TorchTensor;
import io.github.dlfs4j.state.TorchTensor.Role;
import java.util.Map;

/**
 * Batch normalisation, section 6.3. The layer shifts and scales its input to mean 0 and variance 1 over the batch. Then
 * it scales by γ and shifts by β, which are learned (Ioffe and Szegedy, <i>Batch Normalization: Accelerating Deep
 * Network Training by Reducing Internal Covariate Shift</i>, 2015). {@link #infer infer} uses running averages of the
 * means and variances instead of those of the batch.
 *
 * <pre>{@code
 * BatchNormalization norm = BatchNormalization.of(2);
 * NDArray x = NDArray.of(new double[][] {{1, 10}, {3, 30}});
 * System.out.println(norm.forward(x));
 * System.out.println(norm.runningMean());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[-0.9999995  -0.99999999]
 *  [ 0.9999995   0.99999999]]
 * [0.2 2. ]
 * }</pre>
 *
 * <p>Inputs have shape (n, features), or are images of shape (n, channels, height, width). For images, the length of γ
 * decides what a feature is. If there is one γ for each channel, each channel is a feature, as in the paper. If there
 * is one γ for each pixel of each channel, each pixel is a feature, as in the book.
 *
 * <p>The layer divides by <i>√(variance + 10<sup>-6</sup>)</i>, as the book does, so that it never divides by 0;
 * {@link #withEpsilon withEpsilon} chooses another number. The running averages begin with 0.
 *
 * <p>For the backward pass of images whose features are channels, the layer remembers the images; do not change them
 * before.
 */
@TorchTensor(name = "eps", role = Role.EPSILON)
@TorchTensor(name = "weight", of = "gamma")
@TorchTensor(name = "bias", of = "beta")
@TorchTensor(name = "running_mean", of = "runningMean")
@TorchTensor(name = "running_var", of = "runningVariance", role = Role.VARIANCE)
@TorchTensor(name = "num_batches_tracked", role = Role.COUNT)
public final class BatchNormalization extends SerializableLayer {
    private static final long serialVersionUID = 1;

    /** The book's number, there written 10e-7. */
    private static final double EPSILON = 1e-6;

    private final NDArray gamma;
    private final NDArray beta;
    private final double momentum;

    /** Is added to the variance, so that the layer never divides by 0. */
    private final double epsilon;

    private final NDArray runningMean;
    private final NDArray runningVariance;
    private transient Shape input;

    /** What the backward pass needs: the images, or, of other inputs, two matrices in their place. */
    private transient NDArray images;

    private NDArray centered;
    private NDArray normalized;
    private transient NDArray mean;
    private NDArray deviation;
    private NDArray dGamma;
    private NDArray dBeta;

    /**
     * Creates a layer of the given parameters with a momentum of 0.9.
     *
     * @param gamma the scale, of shape (features,); not copied
     * @param beta the shift, of shape (features,); not copied
     * @throws IllegalArgumentException {@code γ and β must have one shape (features,), not (2,) and (3,)}, or
     *     {@code BatchNormalization computes in float32 or float64, not int64}
     */
    public BatchNormalization(NDArray gamma, NDArray beta) {
        this(gamma, beta, 0.9);
    }

    /**
     * Creates a layer of the given parameters. The layer uses these arrays and does not copy them, so it sees what an
     * optimiser changes.
     *
     * @param gamma the scale, of shape (features,)
     * @param beta the shift, of shape (features,)
     * @param momentum the share of the running averages that each step keeps, from 0 to 1
     * @throws IllegalArgumentException {@code γ and β must have one shape (features,), not (2,) and (3,)},
     *     {@code BatchNormalization computes in float32 or float64, not int64}, or {@code the momentum of
     *     BatchNormalization must be from 0 to 1, not 1.5}
     */
    public BatchNormalization(NDArray gamma, NDArray beta, double momentum) {
        if (gamma.ndim() != 1 || !gamma.shape().equals(beta.shape())) {
            throw new IllegalArgumentException(
                    "γ and β must have one shape (features,), not %s and %s".formatted(gamma.shape(), beta.shape()));
        }
        if (!gamma.dtype().isFloating() || !beta.dtype().isFloating()) {
            DType wrong = gamma.dtype().isFloating() ? beta.dtype() : gamma.dtype();
            throw new IllegalArgumentException("BatchNormalization computes in float32 or float64, not " + wrong);
        }
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "the momentum of BatchNormalization must be from 0 to 1, not " + momentum);
        }
        this.gamma = gamma;
        this.beta = beta;
        this.momentum = momentum;
        epsilon = EPSILON;
        runningMean = NDArray.zeros(gamma.dtype(), gamma.size());
        runningVariance = NDArray.zeros(gamma.dtype(), gamma.size());
    }

    private BatchNormalization(BatchNormalization other, double epsilon) {
        gamma = other.gamma;
        beta = other.beta;
        momentum = other.momentum;
        this.epsilon = epsilon;
        runningMean = other.runningMean;
        runningVariance = other.runningVariance;
    }

    /**
     * Creates a layer of float64 that has learned nothing, with a scale of 1, a shift of 0 and a momentum of 0.9.
     *
     * <pre>{@code
     * System.out.println(BatchNormalization.of(8));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * BatchNormalization(8, momentum=0.9)
     * }</pre>
     *
     * @param features the number of features, or of the channels of images
     * @return a new layer
     */
    public static BatchNormalization of(int features) {
        return of(features, DType.FLOAT64);
    }

    /**
     * Creates a layer that has learned nothing, with a scale of 1, a shift of 0 and a momentum of 0.9.
     *
     * @param features the number of features, or of the channels of images
     * @param dtype float64 or float32
     * @return a new layer
     * @throws IllegalArgumentException {@code BatchNormalization computes in float32 or float64, not int64}
     */
    public static BatchNormalization of(int features, DType dtype) {
        return new BatchNormalization(NDArray.ones(dtype, features), NDArray.zeros(dtype, features));
    }

    /**
     * Returns a layer of the same parameters and running averages that adds another number to the variance. Use it in
     * place of this one. Weights of Keras need its 10<sup>-3</sup>, those of PyTorch its 10<sup>-5</sup>:
     *
     * <pre>{@code
     * System.out.println(BatchNormalization.of(8).withEpsilon(1e-5));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * BatchNormalization(8, momentum=0.9, epsilon=1e-05)
     * }</pre>
     *
     * @param number is added to the variance; 10<sup>-6</sup> by default
     * @return a layer that shares the arrays
     * @throws IllegalArgumentException {@code the epsilon of BatchNormalization must be above 0 and finite, but is 0.0}
     */
    public BatchNormalization withEpsilon(double number) {
        if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the epsilon of BatchNormalization must be above 0 and finite, but is " + number);
        }
        return new BatchNormalization(this, number);
    }

    /**
     * Normalises the input by the statistics of this batch, and updates the running averages.
     *
     * @param x shape (n, features) or (n, channels, height, width)
     * @return an array of the shape of x
     * @throws IllegalArgumentException {@code BatchNormalization of 2 features cannot take an input of shape (4, 3)}
     */
    @Override
    public NDArray forward(NDArray x) {
        boolean isOfPlanes = isOfPlanes(x) && ChannelNormalization.addsInOrder(x);
        input = x.shape();
        return isOfPlanes ? forwardOfPlanes(x) : forwardOfRows(x);
    }

    private NDArray forwardOfRows(NDArray x) {
        NDArray rows = rows(x);
        mean = rows.mean(0);
        images = null;
        centered = rows.sub(mean);
        learn(centered.square().mean(0));
        normalized = centered.div(deviation);
        return images(normalized.mul(gamma).add(beta), input);
    }

    private NDArray forwardOfPlanes(NDArray x) {
        ChannelNormalization steps = new ChannelNormalization(x);
        int n = x.size() / gamma.size();
        mean = steps.sum(x).div(n);
        images = x;
        centered = null;
        normalized = null;
        learn(steps.squares(mean).div(n));
        return steps.output(mean, deviation, gamma, beta);
    }

    /** Keeps the deviation of this batch, and updates the running averages if there are samples. */
    private void learn(NDArray variance) {
        deviation = variance.add(epsilon).sqrt();
        if (input.size() > 0) {
            runningMean.muli(momentum).addi(mean.mul(1 - momentum));
            runningVariance.muli(momentum).addi(variance.mul(1 - momentum));
        }
    }

    /**
     * Normalises the input by the running averages, for predictions.
     *
     * @param x shape (n, features) or (n, channels, height, width)
     * @return an array of the shape of x
     */
    @Override
    public NDArray infer(NDArray x) {
        NDArray runningDeviation = runningVariance.add(epsilon).sqrt();
        if (isOfPlanes(x)) {
            return new ChannelNormalization(x).output(runningMean, runningDeviation, gamma, beta);
        }
        NDArray standard = rows(x).sub(runningMean).div(runningDeviation);
        return images(standard.mul(gamma).add(beta), x.shape());
    }

    @Override
    Variable output(Variable x) {
        Variable scale = Variable.constant(gamma);
        Variable shift = Variable.constant(beta);
        return Mode.testing(() -> x.batchNormalization(scale, shift, runningMean, runningVariance, momentum, epsilon));
    }

    /** Computes the gradients in the book's order, so that they are equal to the bit. */
    @Override
    public NDArray backward(NDArray dout) {
        Upstream.check(this, input, dout);
        if (images != null && dout.dtype() == images.dtype()) {
            return backwardOfPlanes(dout);
        }
        if (images != null) {
            centered = rows(images).sub(mean);
            normalized = centered.div(deviation);
        }
        NDArray d = rows(dout);
        dBeta = d.sum(0);
        dGamma = normalized.mul(d).sum(0);
        NDArray dNormalized = d.mul(gamma);
        NDArray dDeviation =
                dNormalized.mul(centered).div(deviation.square()).sum(0).neg();
        NDArray dVariance = dDeviation.mul(0.5).div(deviation);
        NDArray dCentered =
                dNormalized.div(deviation).add(centered.mul(2.0 / d.shape(0)).mul(dVariance));
        return images(dCentered.sub(dCentered.mean(0)), input);
    }

    private NDArray backwardOfPlanes(NDArray dout) {
        ChannelNormalization steps = new ChannelNormalization(images);
        boolean isPlain = ChannelNormalization.takes(dout);
        NDArray d = isPlain ? dout : dout.copy();
        ChannelNormalization.GradientSums sums = steps.gradientSums(d, mean, gamma, deviation);
        dBeta = isPlain ? sums.beta() : rows(dout).sum(0);
        dGamma = sums.gamma();
        NDArray dDeviation = sums.deviation().neg();
        NDArray dVariance = dDeviation.mul(0.5).div(deviation);
        int n = images.size() / gamma.size();
        return steps.gradient(d, mean, gamma, deviation, 2.0 / n, dVariance);
    }

    /** Returns whether each channel is a feature, and the pixels can stay where they are. */
    private boolean isOfPlanes(NDArray x) {
        return features(x.shape()).areChannels()
                && x.dtype() == gamma.dtype()
                && x.dtype() == beta.dtype()
                && ChannelNormalization.takes(x);
    }

    /** The input as a matrix with a column for each feature; averages are taken over its rows. */
    private NDArray rows(NDArray x) {
        return features(x.shape()).rows(x);
    }

    /** The inverse of {@link #rows}. */
    private NDArray images(NDArray rows, Shape shape) {
        return features(shape).inputs(rows, shape);
    }

    private FeatureRows features(Shape shape) {
        return FeatureRows.of("BatchNormalization", gamma.size(), shape);
    }

    /**
     * {@return the number that is added to the variance, 10<sup>-6</sup> unless {@link #withEpsilon} chose another one}
     */
    public double epsilon() {
        return epsilon;
    }

    /** {@return the scale γ, the layer's own array} */
    public NDArray gamma() {
        return gamma;
    }

    /** {@return the shift β, the layer's own array} */
    public NDArray beta() {
        return beta;
    }

    /**
     * {@return the running average of the means, of shape (features,), the layer's own array; put a saved one back with
     * {@code at(Index.ellipsis()).set(…)}}
     */
    public NDArray runningMean() {
        return runningMean;
    }

    /** {@return the running average of the variances, of shape (features,), the layer's own array} */
    public NDArray runningVariance() {
        return runningVariance;
    }

    /**
     * Returns the gradient of the loss with respect to γ.
     *
     * @return shape (features,)
     * @throws IllegalStateException {@code BatchNormalization has no gradients before a backward}
     */
    public NDArray dGamma() {
        return Upstream.computed(this, dGamma);
    }

    /**
     * Returns the gradient of the loss with respect to β.
     *
     * @return shape (features,)
     * @throws IllegalStateException {@code BatchNormalization has no gradients before a backward}
     */
    public NDArray dBeta() {
        return Upstream.computed(this, dBeta);
    }

    @Override
    public Map<String, NDArray> parameters() {
        return NamedArrays.of("gamma", gamma, "beta", beta);
    }

    @Override
    public Map<String, NDArray> gradients() {
        return NamedArrays.of("gamma", dGamma(), "beta", dBeta());
    }

    @Override
    public Map<String, NDArray> statistics() {
        return NamedArrays.of("runningMean", runningMean, "runningVariance", runningVariance);
    }

    /**
     * {@return the number of features and the options, for example {@code BatchNormalization(8, momentum=0.9)}; an
     * epsilon that is not the usual one comes last}
     */
    @Override
    public String toString() {
        String last = epsilon == EPSILON ? "" : ", epsilon=" + NDArray.scalar(epsilon);
        return "BatchNormalization(%s, momentum=%s%s)".formatted(gamma.size(), NDArray.scalar(momentum), last);
    }
}
