package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.image.ChannelNormalization;
import io.github.dlfs4j.ndarray.image.FeatureRows;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Batch normalisation, section 6.3: each feature gets mean 0 and variance 1, is scaled by γ and shifted by β.
 *
 * @param matrix the input as a matrix with a column for each feature
 * @param axes the axes along which a feature has its elements
 * @param features the shape of the features, with which they broadcast against the input
 * @param epsilon is added to the variance
 */
@SuppressWarnings("ArrayRecordComponent") // stays in this class
record NormalizationOperations(FeatureRows matrix, int[] axes, Shape features, double epsilon) {
    /** Normalises an input as the mode says, by the statistics of the batch or by the running averages. */
    static Variable batchNormalization(
            Variable x,
            Variable gamma,
            Variable beta,
            NDArray runningMean,
            NDArray runningVariance,
            double momentum,
            double epsilon) {
        checkFeatures(gamma, beta.shape(), "β");
        checkFeatures(gamma, runningMean.shape(), "the running mean");
        checkFeatures(gamma, runningVariance.shape(), "the running variance");
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "the momentum of batch normalisation must be from 0 to 1, not " + momentum);
        }
        if (!(epsilon >= 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the epsilon of batch normalisation must be finite and not negative, but is " + epsilon);
        }
        NormalizationOperations ofFeatures = of(x.shape(), gamma.shape().size(), epsilon);
        if (!Mode.isTraining()) {
            // ONNX knows the features of rows and of channels, but not those of pixels.
            Shape known = ofFeatures.matrix.areChannels()
                    ? x.shape()
                    : Shape.of(x.shape().get(0), gamma.shape().size());
            Operation operation = of(known, gamma.shape().size(), epsilon)
                    .normalize(runningMean.copy(), runningVariance.add(epsilon).sqrt(), false)
                    .inOnnx(inputs -> new OnnxOperator(
                            "BatchNormalization", Map.of("epsilon", epsilon), runningMean, runningVariance));
            return operation.apply(x.inShape(known), gamma, beta).inShape(x.shape());
        }
        NDArray mean = ofFeatures.mean(x.value());
        NDArray variance = ofFeatures.variance(x.value(), mean);
        Variable y =
                ofFeatures.normalize(mean, variance.add(epsilon).sqrt(), true).apply(x, gamma, beta);
        if (x.value().size() > 0) {
            runningMean.muli(momentum).addi(mean.mul(1 - momentum));
            runningVariance.muli(momentum).addi(variance.mul(1 - momentum));
        }
        return y;
    }

    private static void checkFeatures(Variable gamma, Shape shape, String name) {
        if (gamma.shape().ndim() != 1 || !gamma.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "γ and %s must have one shape (features,), not %s and %s".formatted(name, gamma.shape(), shape));
        }
    }

    private static NormalizationOperations of(Shape x, int features, double epsilon) {
        FeatureRows matrix = FeatureRows.of("batch normalisation", features, x);
        if (matrix.areChannels()) {
            return new NormalizationOperations(matrix, new int[] {0, 2, 3}, Shape.of(features, 1, 1), epsilon);
        }
        Shape shape = Shape.of(IntStream.range(1, x.ndim()).map(x::get).toArray());
        return new NormalizationOperations(matrix, new int[] {0}, shape, epsilon);
    }

    /** Normalises by numbers that are statistics of x in training, and constants otherwise. */
    private Operation normalize(NDArray mean, NDArray deviation, boolean isTraining) {
        return new Operation(
                "batch normalisation",
                inputs -> output(inputs[0], mean, deviation, inputs[1], inputs[2]),
                (input, dout, inputs, y) -> {
                    if (input == 2) {
                        return perFeature(dout);
                    }
                    Variable x = inputs[0];
                    // Of a constant, the statistics are what they were.
                    boolean dependOnX = isTraining && !x.isConstant();
                    Variable centered = x.sub(
                            dependOnX
                                    ? x.mean(ReductionOptions.axes(axes).keepDims())
                                    : ofFeatures(Variable.constant(mean)));
                    Variable divisor = dependOnX
                            ? centered.square()
                                    .mean(ReductionOptions.axes(axes).keepDims())
                                    .add(epsilon)
                                    .sqrt()
                            : ofFeatures(Variable.constant(deviation));
                    Variable normalized = centered.div(divisor);
                    if (input == 1) {
                        return perFeature(dout.mul(normalized));
                    }
                    Variable factor = ofFeatures(inputs[1]).div(divisor);
                    return isTraining ? orthogonal(dout, normalized).mul(factor) : dout.mul(factor);
                });
    }

    /** Returns a gradient without what the mean and the variance take away. */
    private Variable orthogonal(Variable dout, Variable normalized) {
        Variable ofMean = dout.mean(ReductionOptions.axes(axes).keepDims());
        Variable ofVariance = normalized.mul(
                dout.mul(normalized).mean(ReductionOptions.axes(axes).keepDims()));
        return dout.sub(ofMean).sub(ofVariance);
    }

    private Variable perFeature(Variable terms) {
        return terms.sumTo(features).reshape(features.size());
    }

    private Variable ofFeatures(Variable numbers) {
        return numbers.inShape(features);
    }

    private NDArray mean(NDArray x) {
        return addsPlanes(x)
                ? new ChannelNormalization(x).sum(x).div(x.size() / features.size())
                : matrix.rows(x).mean(0);
    }

    private NDArray variance(NDArray x, NDArray mean) {
        return addsPlanes(x)
                ? new ChannelNormalization(x).squares(mean).div(x.size() / features.size())
                : matrix.rows(x).sub(mean).square().mean(0);
    }

    private NDArray output(NDArray x, NDArray mean, NDArray deviation, NDArray gamma, NDArray beta) {
        boolean isOneType = Stream.of(mean, deviation, gamma, beta).allMatch(numbers -> numbers.dtype() == x.dtype());
        if (isOneType && isOfPlanes(x)) {
            return new ChannelNormalization(x).output(mean, deviation, gamma, beta);
        }
        NDArray standard = matrix.rows(x).sub(mean).div(deviation);
        return matrix.inputs(standard.mul(gamma).add(beta), x.shape());
    }

    private boolean addsPlanes(NDArray x) {
        return isOfPlanes(x) && ChannelNormalization.addsInOrder(x);
    }

    /** Returns whether each channel is a feature, and the pixels can stay where they are. */
    private boolean isOfPlanes(NDArray x) {
        return matrix.areChannels() && ChannelNormalization.takes(x);
    }
}
