package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Lengths;

/**
 * Derivatives by differences of second order between evenly or unevenly spaced points (A. Quarteroni, R. Sacco, F.
 * Saleri, <i>Numerical Mathematics</i>, 2007, chapter 10.10).
 *
 * @param steps the distances of neighbours, or a 0-d array if all are the same
 * @param weak whether the steps are a Java number, which takes the dtype of the values
 */
record Gradients(NDArray steps, boolean weak) {

    /** Returns the derivatives between points at a constant distance. */
    static Gradients even(double spacing) {
        return new Gradients(NDArray.scalar(spacing), true);
    }

    /** Returns the derivatives between points at the coordinates; a 0-d array is a constant distance. */
    static Gradients between(NDArray coordinates, int length) {
        if (coordinates.ndim() == 0) {
            return new Gradients(coordinates, false);
        }
        if (coordinates.ndim() != 1) {
            throw new IllegalArgumentException("distances must be either scalars or 1d");
        }
        if (coordinates.size() != length) {
            throw new IllegalArgumentException(
                    "when 1d, distances must match the length of the corresponding dimension");
        }
        NDArray steps = Calculus.diff(Inside.floating(coordinates));
        boolean areSame = steps.eq(steps.get(0)).all().asBoolean();
        return new Gradients(areSame ? steps.get(0) : steps, false);
    }

    NDArray along(NDArray values, int axis, int edgeOrder) {
        int checked = Axes.check(axis, values.ndim());
        if (edgeOrder > 2) {
            throw new IllegalArgumentException("'edge_order' greater than 2 not supported");
        }
        if (values.shape(checked) < edgeOrder + 1) {
            throw new IllegalArgumentException("Shape of array too small to calculate a numerical gradient, at least"
                    + " (edge_order + 1) elements are required.");
        }
        NDArray f =
                values.dtype() == DType.INT64 || values.dtype() == DType.UINT8 ? values.astype(DType.FLOAT64) : values;
        NDArray out = NDArray.empty(
                f.dtype().isFloating() ? f.dtype() : DType.FLOAT64, f.shape().toArray());
        NDArray inner = Calculus.part(out, checked, Index.range(1, -1));
        Inside.assign(inner, inner(f, checked));
        if (edgeOrder == 1) {
            writeEnd(
                    out,
                    checked,
                    0,
                    part(f, checked, 1).sub(part(f, checked, 0)).div(own(at(0), f)));
            writeEnd(
                    out,
                    checked,
                    -1,
                    part(f, checked, -1).sub(part(f, checked, -2)).div(own(at(-1), f)));
        } else {
            writeEnd(out, checked, 0, firstOfThree(f, checked));
            writeEnd(out, checked, -1, lastOfThree(f, checked));
        }
        return out;
    }

    private boolean isEven() {
        return steps.ndim() == 0;
    }

    private NDArray at(int position) {
        return isEven() ? steps : steps.get(position);
    }

    /** Returns a number computed from the steps in the dtype in which it meets the values. */
    private NDArray own(NDArray number, NDArray f) {
        return weak ? Inside.weak(number.asDouble(), f.dtype()) : number;
    }

    private static NDArray part(NDArray f, int axis, int position) {
        return Calculus.part(f, axis, Index.at(position));
    }

    private static void writeEnd(NDArray out, int axis, int position, NDArray values) {
        Inside.assign(
                Calculus.part(out, axis, Index.range(position, position == -1 ? null : 1)), values.expandDims(axis));
    }

    private NDArray inner(NDArray f, int axis) {
        NDArray before = Calculus.part(f, axis, Index.range(null, -2));
        NDArray middle = Calculus.part(f, axis, Index.range(1, -1));
        NDArray behind = Calculus.part(f, axis, Index.range(2, null));
        if (isEven()) {
            return behind.sub(before).div(own(steps.mul(2.0), f));
        }
        NDArray dx1 = steps.get(Index.range(null, -1));
        NDArray dx2 = steps.get(Index.range(1, null));
        NDArray both = dx1.add(dx2);
        NDArray a = dx2.neg().div(dx1.mul(both)).reshape(Lengths.along(axis, f.ndim()));
        NDArray b = dx2.sub(dx1).div(dx1.mul(dx2)).reshape(Lengths.along(axis, f.ndim()));
        NDArray c = dx1.div(dx2.mul(both)).reshape(Lengths.along(axis, f.ndim()));
        return a.mul(before).add(b.mul(middle)).add(c.mul(behind));
    }

    private NDArray firstOfThree(NDArray f, int axis) {
        NDArray dx1 = at(0);
        NDArray dx2 = isEven() ? dx1 : at(1);
        NDArray both = dx1.add(dx2);
        NDArray a = isEven() ? dx1.rdiv(-1.5) : dx1.mul(2.0).add(dx2).neg().div(dx1.mul(both));
        NDArray b = isEven() ? dx1.rdiv(2.0) : both.div(dx1.mul(dx2));
        NDArray c = isEven() ? dx1.rdiv(-0.5) : dx1.neg().div(dx2.mul(both));
        return weighted(f, axis, 0, a, b, c);
    }

    private NDArray lastOfThree(NDArray f, int axis) {
        NDArray dx2 = at(-1);
        NDArray dx1 = isEven() ? dx2 : at(-2);
        NDArray both = dx1.add(dx2);
        NDArray a = isEven() ? dx1.rdiv(0.5) : dx2.div(dx1.mul(both));
        NDArray b = isEven() ? dx1.rdiv(-2.0) : both.neg().div(dx1.mul(dx2));
        NDArray c = isEven() ? dx1.rdiv(1.5) : dx2.mul(2.0).add(dx1).div(dx2.mul(both));
        return weighted(f, axis, -3, a, b, c);
    }

    private NDArray weighted(NDArray f, int axis, int from, NDArray a, NDArray b, NDArray c) {
        NDArray first = own(a, f).mul(part(f, axis, from));
        NDArray second = own(b, f).mul(part(f, axis, from + 1));
        return first.add(second).add(own(c, f).mul(part(f, axis, from + 2)));
    }
}
