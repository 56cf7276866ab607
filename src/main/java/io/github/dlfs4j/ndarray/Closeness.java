package io.github.dlfs4j.ndarray;

/** Equality and closeness of arrays, composed of the same element-wise operations as in NumPy. */
final class Closeness {
    static final double RTOL = 1e-5;
    static final double ATOL = 1e-8;

    private Closeness() {}

    /** Tests {@code |a - b| <= atol + rtol * |b|} where b is finite, and equality elsewhere. */
    static NDArray isClose(NDArray a, NDArray b, double rtol, double atol, boolean equalNaN) {
        NDArray target = Casting.floating(b);
        NDArray distance = a.sub(target);
        Elementwise.apply(UnaryFunction.ABSOLUTE, distance, distance);
        NDArray tolerance = target.abs().muli(rtol).addi(atol);
        NDArray close = distance.le(tolerance).and(Logic.isFinite(target)).or(a.eq(target));
        return equalNaN ? close.or(Logic.isNaN(a).and(Logic.isNaN(target))) : close;
    }

    static boolean arrayEqual(NDArray a, NDArray b, boolean equalNaN) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        NDArray equal = a.eq(b);
        return (equalNaN ? equal.or(Logic.isNaN(a).and(Logic.isNaN(b))) : equal)
                .all()
                .asBoolean();
    }
}
