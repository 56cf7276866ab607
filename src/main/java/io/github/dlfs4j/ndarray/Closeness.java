package io.github.dlfs4j.ndarray;

import java.util.Objects;

/** Equality and closeness of arrays, composed of the same element-wise operations as in NumPy. */
final class Closeness {
    static final double RTOL = 1e-5;
    static final double ATOL = 1e-8;

    /** The number of elements that are compared at a time. */
    private static final int PART = 8 * 1024;

    /** Tests {@code |a - b| <= atol + rtol * |b|} where b is finite, and equality elsewhere. */
    static NDArray isClose(NDArray a, NDArray b, double rtol, double atol, boolean equalNaN) {
        NDArray target = Casting.floating(Objects.requireNonNull(b, "b"));
        NDArray distance = a.sub(target);
        Elementwise.apply(UnaryFunction.ABSOLUTE, distance, distance);
        NDArray tolerance = target.abs().muli(rtol).addi(atol);
        NDArray close = distance.le(tolerance)
                .and(Comparison.test(Relation.ISFINITE, target))
                .or(a.eq(target));
        return equalNaN
                ? close.or(Comparison.test(Relation.ISNAN, a).and(Comparison.test(Relation.ISNAN, target)))
                : close;
    }

    static boolean allClose(NDArray a, NDArray b, double rtol, double atol, boolean equalNaN) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        return areClose(a.stretchedTo(shape), b.stretchedTo(shape), rtol, atol, equalNaN);
    }

    /** Compares halves of halves, so that all of them can use the same memory. */
    @SuppressWarnings("try") // only needs to be open
    private static boolean areClose(NDArray a, NDArray b, double rtol, double atol, boolean equalNaN) {
        if (a.size() > PART) {
            int axis = 0;
            for (int i = 1; i < a.ndim(); i++) {
                axis = a.shape(i) > a.shape(axis) ? i : axis;
            }
            int half = a.shape(axis) / 2;
            int rest = a.shape(axis) - half;
            return areClose(part(a, axis, 0, half), part(b, axis, 0, half), rtol, atol, equalNaN)
                    && areClose(part(a, axis, half, rest), part(b, axis, half, rest), rtol, atol, equalNaN);
        }
        try (ArrayScope scope = ArrayScope.open()) {
            return isClose(a, b, rtol, atol, equalNaN).all().asBoolean();
        }
    }

    private static NDArray part(NDArray a, int axis, int first, int length) {
        return a.withLayout(a.layout().along(axis, first, length, 1));
    }

    static boolean arrayEqual(NDArray a, NDArray b, boolean equalNaN) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        NDArray equal = a.eq(b);
        return (equalNaN ? equal.or(Comparison.test(Relation.ISNAN, a).and(Comparison.test(Relation.ISNAN, b))) : equal)
                .all()
                .asBoolean();
    }
}
