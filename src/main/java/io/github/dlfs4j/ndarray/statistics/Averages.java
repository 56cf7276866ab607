package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** Weighted averages, covariances and correlations. */
final class Averages {
    private Averages() {}

    static NDArray average(NDArray a, NDArray weights) {
        if (!a.shape().equals(weights.shape())) {
            throw new UnsupportedOperationException("Axis must be specified when shapes of a and weights differ.");
        }
        return average(a, weights, Axes.all(a.ndim()));
    }

    /** Averages along axes; the weights have the array's shape, or the lengths of the axes as their shape. */
    static NDArray average(NDArray a, NDArray weights, int... axes) {
        Axes reduced = Axes.of(a.ndim(), axes);
        if (a.shape().equals(weights.shape())) {
            return average(a, weights, reduced);
        }
        int[] lengths = new int[axes.length];
        int[] checked = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            checked[i] = Lengths.checkAxis(axes[i], a.ndim());
            lengths[i] = a.shape(checked[i]);
        }
        if (!weights.shape().equals(Shape.of(lengths))) {
            throw new IllegalArgumentException(
                    "Shape of weights must be consistent with shape of a along specified axis.");
        }
        NDArray ascending = Inside.converted(weights, resultType(a, weights)).transpose(Axes.ascending(checked));
        int[] stretched = a.shape().toArray();
        for (int axis : reduced.without(Layout.axes(a.ndim()))) {
            stretched[axis] = 1;
        }
        return average(a, ascending.reshape(stretched).broadcastTo(a.shape()), reduced);
    }

    private static NDArray average(NDArray a, NDArray weights, Axes axes) {
        DType dtype = resultType(a, weights);
        NDArray own = Inside.converted(weights, dtype);
        NDArray scale = own.sum(axes.numbers());
        if (scale.eq(0).any().asBoolean()) {
            throw new IllegalArgumentException("Weights sum to zero, can't be normalized");
        }
        NDArray products = Inside.converted(a, dtype).mul(own);
        return products.sum(axes.numbers()).div(scale);
    }

    private static DType resultType(NDArray a, NDArray weights) {
        return a.dtype().isFloating() ? DType.promote(a.dtype(), weights.dtype()) : DType.FLOAT64;
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
