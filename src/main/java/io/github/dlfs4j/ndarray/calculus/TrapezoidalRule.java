package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;

/** The trapezoidal rule: the sum of the means of neighbours, each times their distance. */
final class TrapezoidalRule {
    private TrapezoidalRule() {}

    static NDArray integrate(NDArray y, double dx, int axis) {
        int checked = checkedAxis(y, axis);
        NDArray sums = neighbours(y, checked);
        NDArray scaled = dx == 1 ? sums : sums.mul(dx);
        return halved(scaled).sum(checked);
    }

    static NDArray integrate(NDArray y, NDArray x, int axis) {
        NDArray distances = x.ndim() == 1 ? alongAxis(NeighbourDifferences.diff(x, 1, -1), y, axis) : null;
        if (distances == null) {
            distances = NeighbourDifferences.diff(x, 1, axis);
        }
        NDArray sums = neighbours(y, checkedAxis(y, axis));
        // The axis counts in the product, which may have more axes than y.
        return halved(distances.mul(sums)).sum(axis);
    }

    /** Halves an array that is needed for nothing else. */
    private static NDArray halved(NDArray a) {
        return a.dtype().isFloating() ? a.divi(2.0) : a.div(2.0);
    }

    private static NDArray alongAxis(NDArray distances, NDArray y, int axis) {
        int[] shape = new int[y.ndim()];
        Arrays.fill(shape, 1);
        shape[checkedAxis(y, axis)] = distances.size();
        return distances.reshape(shape);
    }

    private static NDArray neighbours(NDArray y, int axis) {
        return NeighbourDifferences.part(y, axis, Index.range(1, null))
                .add(NeighbourDifferences.part(y, axis, Index.range(null, -1)));
    }

    /** Checks the axis as Python does, where it is the position in a list of slices. */
    private static int checkedAxis(NDArray y, int axis) {
        if (axis < -y.ndim() || axis >= y.ndim()) {
            throw new IndexOutOfBoundsException("list assignment index out of range");
        }
        return axis < 0 ? axis + y.ndim() : axis;
    }
}
