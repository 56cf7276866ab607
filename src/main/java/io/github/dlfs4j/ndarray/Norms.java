package io.github.dlfs4j.ndarray;

/** Norms of vectors and matrices, by NumPy's formulas. */
final class Norms {
    private Norms() {}

    private static NDArray floating(NDArray a) {
        return a.dtype().isFloating() ? a : a.astype(DType.FLOAT64);
    }

    /** The root of the sum of all squares. */
    static NDArray norm(NDArray a) {
        NDArray flat = floating(a).ravel();
        return flat.dot(flat).sqrt();
    }

    /** Of a vector or a matrix, whichever the array is. */
    static NDArray norm(NDArray a, double order) {
        if (a.ndim() == 1) {
            return order == 2 ? norm(a) : ofVectors(floating(a), order, 0, false);
        }
        if (a.ndim() != 2) {
            throw ProductErrors.normAxes();
        }
        return ofMatrices(floating(a), order, 0, 1, false);
    }

    static NDArray norm(NDArray a, double order, int axis, boolean keepDims) {
        return ofVectors(floating(a), order, a.shape().checkAxis(axis), keepDims);
    }

    static NDArray norm(NDArray a, double order, int rows, int columns, boolean keepDims) {
        int first = a.shape().checkAxis(rows);
        int second = a.shape().checkAxis(columns);
        if (first == second) {
            throw ProductErrors.duplicateAxes();
        }
        return ofMatrices(floating(a), order, first, second, keepDims);
    }

    /** The nuclear norm: the sum of the singular values. */
    static NDArray nuclear(NDArray a) {
        if (a.ndim() == 1) {
            throw ProductErrors.nuclearNormOfVector();
        }
        if (a.ndim() != 2) {
            throw ProductErrors.normAxes();
        }
        return SingularValues.of(floating(a)).sum(-1);
    }

    static NDArray nuclear(NDArray a, int rows, int columns, boolean keepDims) {
        int first = a.shape().checkAxis(rows);
        int second = a.shape().checkAxis(columns);
        if (first == second) {
            throw ProductErrors.duplicateAxes();
        }
        NDArray norms = singularValues(floating(a), first, second).sum(-1);
        return keepDims ? stretched(norms, first, second) : norms;
    }

    private static NDArray singularValues(NDArray a, int rows, int columns) {
        return SingularValues.of(Manipulation.moveaxis(a, new int[] {rows, columns}, new int[] {-2, -1}));
    }

    /** The two axes again, with length 1. */
    private static NDArray stretched(NDArray norms, int rows, int columns) {
        return norms.expandDims(rows, columns);
    }

    private static NDArray ofVectors(NDArray a, double order, int axis, boolean keepDims) {
        if (order == Double.POSITIVE_INFINITY) {
            return greatest(a.abs(), axis, keepDims);
        }
        if (order == Double.NEGATIVE_INFINITY) {
            return a.abs().min(axis, keepDims);
        }
        if (order == 0) {
            return a.ne(0).astype(a.dtype()).sum(axis, keepDims);
        }
        if (order == 1) {
            return a.abs().sum(axis, keepDims);
        }
        if (order == 2) {
            return a.square().sum(axis, keepDims).sqrt();
        }
        NDArray sum = a.abs().pow(order).sum(axis, keepDims);
        return sum.pow(NDArray.scalar(1 / order).astype(a.dtype()));
    }

    /** The norm of no elements is 0. */
    private static NDArray greatest(NDArray a, int axis, boolean keepDims) {
        return a.shape(axis) == 0 ? a.sum(axis, keepDims) : a.max(axis, keepDims);
    }

    private static NDArray ofMatrices(NDArray a, double order, int rows, int columns, boolean keepDims) {
        if (Math.abs(order) == 2) {
            NDArray values = singularValues(a, rows, columns);
            NDArray norms = order > 0 ? greatest(values, -1, false) : values.min(-1, false);
            return keepDims ? stretched(norms, rows, columns) : norms;
        }
        boolean ofColumns = Math.abs(order) == 1;
        if (!ofColumns && !Double.isInfinite(order)) {
            throw ProductErrors.normOrder();
        }
        int summed = ofColumns ? rows : columns;
        int compared = ofColumns ? columns : rows;
        NDArray sums = a.abs().sum(summed, true);
        NDArray norms = order > 0 ? greatest(sums, compared, true) : sums.min(compared, true);
        if (keepDims) {
            return norms;
        }
        Layout reduced = norms.layout().removeAxis(Math.max(rows, columns));
        return norms.withLayout(reduced.removeAxis(Math.min(rows, columns)));
    }
}
