package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.Objects;

/** The broadcasting rule: compared from the last axis on, two lengths are equal or one of them is 1. */
final class Broadcast {
    /** Returns the common shape of two operands of an element-wise operation. */
    static Shape shape(Shape a, Shape b) {
        return a.equals(b) ? a : shape(new Shape[] {a, b});
    }

    /** Returns the common shape of the operands of an element-wise operation. */
    static Shape shape(Shape... shapes) {
        int[] common = Broadcasting.lengths(lengths(shapes));
        if (common == null) {
            throw Errors.notBroadcastable(lengths(shapes));
        }
        return Shape.owning(common);
    }

    static boolean isPossible(Shape... shapes) {
        return Broadcasting.lengths(lengths(shapes)) != null;
    }

    /** Returns whether an array of the first shape can be broadcast to the second. */
    static boolean fits(Shape from, Shape to) {
        int missing = to.ndim() - from.ndim();
        if (missing < 0) {
            return false;
        }
        for (int axis = 0; axis < from.ndim(); axis++) {
            int length = from.get(axis);
            if (length != 1 && length != to.get(missing + axis)) {
                return false;
            }
        }
        return true;
    }

    /** Computes NumPy's {@code broadcast_to}. */
    static NDArray view(NDArray a, Shape wider) {
        if (!fits(a.shape(), Objects.requireNonNull(wider, "wider"))) {
            throw notBroadcastableTo(a.shape(), wider);
        }
        return a.readOnlyView(a.layout().broadcastTo(wider.lengths()));
    }

    /**
     * Drops leading axes of length 1 that the target of an assignment does not have, as in {@code x[0:3] = [[1, 2,
     * 3]]}.
     */
    static NDArray dropLeadingOnes(NDArray value, int ndim) {
        NDArray dropped = value;
        while (dropped.ndim() > ndim && dropped.shape(0) == 1) {
            dropped = dropped.withLayout(dropped.layout().removeAxis(0));
        }
        return dropped;
    }

    /** Sums over the leading axes first, then over each axis whose target length is 1. */
    static NDArray sumTo(NDArray a, Shape narrower) {
        int more = a.ndim() - narrower.ndim();
        boolean fits = more >= 0;
        for (int axis = 0; fits && axis < narrower.ndim(); axis++) {
            fits = narrower.get(axis) == 1 || narrower.get(axis) == a.shape(more + axis);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "an array of shape %s cannot be summed to shape %s".formatted(a.shape(), narrower));
        }
        NDArray sum = a;
        while (sum.ndim() > narrower.ndim()) {
            sum = sum.sum(0);
        }
        for (int axis = 0; axis < narrower.ndim(); axis++) {
            if (sum.shape(axis) != narrower.get(axis)) {
                sum = sum.sum(axis, true);
            }
        }
        return sum;
    }

    private static IllegalArgumentException notBroadcastableTo(Shape from, Shape to) {
        if (from.ndim() <= to.ndim()) {
            return new IllegalArgumentException(
                    ("operands could not be broadcast together with remapped shapes [original->remapped]: %s  and"
                                    + " requested shape %s")
                            .formatted(from.toMessage(), to.toMessage()));
        }
        return new IllegalArgumentException(
                to.ndim() == 0
                        ? "cannot broadcast a non-scalar to a scalar array"
                        : "input operand has more dimensions than allowed by the axis remapping");
    }

    private static int[][] lengths(Shape... shapes) {
        int[][] lengths = new int[shapes.length][];
        for (int i = 0; i < shapes.length; i++) {
            lengths[i] = shapes[i].lengths();
        }
        return lengths;
    }
}
