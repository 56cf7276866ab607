package io.github.dlfs4j.ndarray;

/** The rule by which shapes stretch to fit each other: from the last axis on, lengths are equal or one of them is 1. */
final class Broadcast {
    private Broadcast() {}

    /** The common shape of two operands of an element-wise operation. */
    static Shape shape(Shape a, Shape b) {
        return a.equals(b) ? a : shape(new Shape[] {a, b});
    }

    /** The common shape of the operands of an element-wise operation. */
    static Shape shape(Shape... shapes) {
        int[] lengths = commonLengths(shapes);
        if (lengths == null) {
            throw Errors.notBroadcastable(shapes);
        }
        return Shape.owning(lengths);
    }

    /**
     * As {@link #shape(Shape...)}; an error names the first two that do not fit, in the words of NumPy's Python code.
     */
    static Shape singleShape(Shape... shapes) {
        int ndim = 0;
        for (Shape shape : shapes) {
            ndim = Math.max(ndim, shape.ndim());
        }
        int[] lengths = new int[ndim];
        for (int axis = 0; axis < ndim; axis++) {
            int longest = 0;
            lengths[axis] = 1;
            for (int i = 0; i < shapes.length; i++) {
                int own = shapes[i].ndim() - ndim + axis;
                int length = own < 0 ? 1 : shapes[i].get(own);
                if (length != 1 && lengths[axis] != 1 && length != lengths[axis]) {
                    throw Errors.shapesMismatch(longest, shapes[longest], i, shapes[i]);
                }
                if (length != 1 && lengths[axis] == 1) {
                    longest = i;
                    lengths[axis] = length;
                }
            }
        }
        return Shape.owning(lengths);
    }

    static boolean isPossible(Shape... shapes) {
        return commonLengths(shapes) != null;
    }

    private static int[] commonLengths(Shape... shapes) {
        int ndim = 0;
        for (Shape shape : shapes) {
            ndim = Math.max(ndim, shape.ndim());
        }
        int[] lengths = new int[ndim];
        for (int axis = 0; axis < ndim; axis++) {
            lengths[axis] = 1;
            for (Shape shape : shapes) {
                int own = shape.ndim() - ndim + axis;
                int length = own < 0 ? 1 : shape.get(own);
                if (length != 1 && lengths[axis] != 1 && length != lengths[axis]) {
                    return null;
                }
                if (length != 1) {
                    lengths[axis] = length;
                }
            }
        }
        return lengths;
    }

    /** Whether an array of the one shape can be read as the other. */
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

    /** NumPy's {@code broadcast_to}. */
    static NDArray view(NDArray a, Shape wider) {
        if (!fits(a.shape(), wider)) {
            throw Errors.notBroadcastableTo(a.shape(), wider);
        }
        return a.readOnlyView(a.layout().broadcastTo(wider));
    }

    /**
     * The shape of a value without the leading axes of length 1 that its target does not have: an assignment drops
     * them, {@code x[0:3] = [[1, 2, 3]]}.
     */
    static NDArray dropLeadingOnes(NDArray value, int ndim) {
        NDArray dropped = value;
        while (dropped.ndim() > ndim && dropped.shape(0) == 1) {
            dropped = dropped.withLayout(dropped.layout().removeAxis(0));
        }
        return dropped;
    }

    /** Leading axes first, then those of length 1, one after the other. */
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
}
