package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/**
 * Draws from distributions whose parameters are arrays, broadcast with each other and with the shape. Parameters
 * without axes are numbers, and NumPy's errors for numbers have other words.
 */
final class ArrayParameters {
    private final RandomState random;
    private final Distributions distributions;

    ArrayParameters(RandomState random) {
        this.random = random;
        distributions = new Distributions(random);
    }

    NDArray uniform(NDArray low, NDArray high, int... shape) {
        if (low.ndim() == 0 && high.ndim() == 0) {
            return random.uniform(low.asDouble(), high.asDouble(), shape);
        }
        NDArray floatingLow = low.astype(DType.FLOAT64);
        NDArray range = high.astype(DType.FLOAT64).sub(floatingLow);
        if (!Logic.isFinite(range).all().asBoolean()) {
            throw new IllegalArgumentException("Range exceeds valid bounds");
        }
        int[] lengths = lengths(shape, low, range);
        double[] lows = doubles(floatingLow, lengths);
        double[] ranges = doubles(range, lengths);
        return Distributions.draw(i -> lows[i] + ranges[i] * random.nextDouble(), lengths);
    }

    NDArray normal(NDArray mean, NDArray deviation, int... shape) {
        if (mean.ndim() == 0 && deviation.ndim() == 0) {
            return random.normal(mean.asDouble(), deviation.asDouble(), shape);
        }
        checkNotNegative("scale", deviation);
        int[] lengths = lengths(shape, mean, deviation);
        double[] means = doubles(mean, lengths);
        double[] deviations = doubles(deviation, lengths);
        return Distributions.draw(i -> means[i] + deviations[i] * random.nextGaussian(), lengths);
    }

    NDArray exponential(NDArray scale, int... shape) {
        if (scale.ndim() == 0) {
            return random.exponential(scale.asDouble(), shape);
        }
        checkNotNegative("scale", scale);
        int[] lengths = lengths(shape, scale);
        double[] scales = doubles(scale, lengths);
        return Distributions.draw(i -> scales[i] * distributions.exponential(), lengths);
    }

    NDArray poisson(NDArray rate, int... shape) {
        if (rate.ndim() == 0) {
            return random.poisson(rate.asDouble(), shape);
        }
        if (!rate.le(RandomState.MAX_RATE).all().asBoolean()) {
            throw new IllegalArgumentException("lam value too large");
        }
        if (!rate.ge(0).all().asBoolean()) {
            throw new IllegalArgumentException("lam < 0 or lam contains NaNs");
        }
        int[] lengths = lengths(shape, rate);
        double[] rates = doubles(rate, lengths);
        return Distributions.drawIntegers(i -> distributions.poisson(rates[i]), lengths);
    }

    NDArray binomial(NDArray trials, NDArray p, int... shape) {
        if (trials.dtype().isFloating()) {
            throw Errors.unsafeCast(trials.ndim(), trials.dtype(), DType.INT64, "safe");
        }
        if (trials.ndim() == 0 && p.ndim() == 0) {
            return random.binomial(trials.asLong(), p.asDouble(), shape);
        }
        if (!p.ge(0).and(p.le(1)).all().asBoolean()) {
            throw new IllegalArgumentException("p < 0, p > 1 or p contains NaNs");
        }
        NDArray whole = trials.astype(DType.INT64);
        checkNotNegative("n", whole);
        int[] lengths = lengths(shape, p, whole);
        double[] probabilities = doubles(p, lengths);
        long[] numbers = Inside.stretched(whole, lengths).toLongArray();
        return Distributions.drawIntegers(i -> distributions.binomial(numbers[i], probabilities[i]), lengths);
    }

    /** Accepts NaN, but refuses minus zero. */
    private static void checkNotNegative(String name, NDArray values) {
        NDArray isNumber = Logic.logicalNot(Logic.isNaN(values));
        if (MathFunctions.signbit(values).and(isNumber).any().asBoolean()) {
            throw RandomState.negative(name);
        }
    }

    /** Returns the lengths of the result: those that are asked for, or those of the parameters if none are. */
    private static int[] lengths(int[] shape, NDArray... parameters) {
        int[][] operands = new int[parameters.length + 1][];
        operands[0] = shape;
        for (int i = 0; i < parameters.length; i++) {
            operands[i + 1] = parameters[i].shape().toArray();
        }
        if (shape.length == 0) {
            return Broadcasting.lengthsOrError(Arrays.copyOfRange(operands, 1, operands.length));
        }
        Lengths.checkedSize(shape);
        int[] common = Broadcasting.lengthsOrError(operands);
        if (!Arrays.equals(common, shape)) {
            throw new IllegalArgumentException(
                    "Output size %s is not compatible with broadcast dimensions of inputs %s."
                            .formatted(Lengths.tuple(shape, ", "), Lengths.tuple(common, ", ")));
        }
        return common;
    }

    private static double[] doubles(NDArray parameter, int... lengths) {
        return Inside.stretched(parameter.astype(DType.FLOAT64), lengths).toDoubleArray();
    }
}
