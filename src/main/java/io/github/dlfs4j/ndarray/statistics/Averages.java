package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import java.util.Arrays;

/** Weighted averages, covariances and correlations. */
final class Averages {
    /** Averages along axes; the weights have the array's shape, or the lengths of the axes as their shape. */
    static NDArray average(NDArray a, NDArray weights, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken("average");
        int[] axes = arguments.axes() == null ? Layout.axes(a.ndim()) : arguments.axes();
        int[] checked = Axes.checkAll("axis", a.ndim(), axes);
        if (a.shape().equals(weights.shape())) {
            return weighted(a, weights, arguments);
        }
        if (arguments.axes() == null) {
            throw new UnsupportedOperationException("Axis must be specified when shapes of a and weights differ.");
        }
        int[] stretched = a.shape().toArray();
        Arrays.fill(stretched, 1);
        int[] lengths = new int[checked.length];
        for (int i = 0; i < checked.length; i++) {
            lengths[i] = a.shape(checked[i]);
            stretched[checked[i]] = lengths[i];
        }
        if (!weights.shape().equals(Shape.of(lengths))) {
            throw new IllegalArgumentException(
                    "Shape of weights must be consistent with shape of a along specified axis.");
        }
        return weighted(a, weights.transpose(Axes.ascending(checked)).reshape(stretched), arguments);
    }

    /** Averages with weights that are broadcast; they are summed as they are, as NumPy does. */
    private static NDArray weighted(NDArray a, NDArray weights, ReductionArguments<NDArray> arguments) {
        Axes axes = arguments.existingAxesOf(a.ndim());
        DType dtype = a.dtype().isFloating() ? DType.promote(a.dtype(), weights.dtype()) : DType.FLOAT64;
        NDArray scale = Inside.sum(weights, dtype, axes.numbers());
        if (scale.eq(0).any().asBoolean()) {
            throw new IllegalArgumentException("Weights sum to zero, can't be normalized");
        }
        NDArray average = products(a, weights, dtype)
                .sum(ReductionOptions.axes(axes.numbers()))
                .div(scale);
        return average.reshape(axes.reduced(a.shape().toArray(), arguments.keepDims()));
    }

    /** Returns the products in NumPy's order of axes in memory, which decides the order of their sum. */
    private static NDArray products(NDArray a, NDArray weights, DType dtype) {
        int[] lengths = a.shape().toArray();
        int[] order = StridedLoop.memoryOrder(Inside.layout(a), Inside.layout(Inside.stretched(weights, lengths)));
        NDArray products = Inside.view(NDArray.empty(dtype, a.size()), Layout.inOrder(lengths, order));
        return Inside.converted(a, dtype).mul(Inside.converted(weights, dtype), products);
    }

    /** Returns the observations as a matrix of float64 with one row for each variable. */
    static NDArray variables(NDArray m, String name, boolean inRows) {
        if (m.ndim() > 2) {
            throw new IllegalArgumentException(name + " has more than 2 dimensions");
        }
        NDArray numbers = m.astype(DType.FLOAT64);
        NDArray matrix = m.ndim() == 2 ? numbers : numbers.reshape(1, -1);
        return inRows || m.ndim() != 2 ? matrix : matrix.transpose().copy();
    }

    static NDArray covariance(NDArray variables, double ddof) {
        if (variables.shape(0) == 0) {
            return NDArray.zeros(0, 0);
        }
        NDArray centred = variables.sub(variables.mean(1, true));
        double freedom = Math.max(variables.shape(1) - ddof, 0);
        return centred.dot(centred.transpose()).muli(1 / freedom).squeeze();
    }

    static NDArray correlation(NDArray covariance) {
        if (covariance.ndim() == 0) {
            return covariance.div(covariance);
        }
        int n = covariance.shape(0);
        NDArray positions = NDArray.arange(n);
        NDArray deviations = covariance.get(positions, positions).sqrt();
        return covariance.div(deviations.reshape(n, 1)).div(deviations).clip(-1.0, 1.0);
    }
}
