package io.github.dlfs4j.ndarray;

/** What fills the margin that {@link Manipulation#pad} puts around an array, NumPy's mode. */
public enum PadMode {
    /** Zeros. */
    CONSTANT,
    /** The element at the edge: {@code a a a|a b c|c c c}. */
    EDGE,
    /** The elements mirrored at those of the edge: {@code c b|a b c|b a}. */
    REFLECT,
    /** The elements mirrored at the edge itself: {@code b a|a b c|c b}. */
    SYMMETRIC,
    /** The elements from the other end: {@code b c|a b c|a b}. */
    WRAP,
    /** Numbers that fall evenly from the edge to 0 at the end. */
    LINEAR_RAMP,
    /** The largest element along the axis. */
    MAXIMUM,
    /** The mean along the axis, rounded in arrays of integers. */
    MEAN,
    /** The median along the axis, rounded in arrays of integers. */
    MEDIAN,
    /** The smallest element along the axis. */
    MINIMUM;

    /** Whether the margin repeats elements, each from a place that {@link #source} tells. */
    boolean repeats() {
        return switch (this) {
            case EDGE, REFLECT, SYMMETRIC, WRAP -> true;
            default -> false;
        };
    }

    /** The position in an axis whose element stands at a place, which may lie outside it. */
    int source(long place, int length) {
        return switch (this) {
            case CONSTANT, LINEAR_RAMP, MAXIMUM, MEAN, MEDIAN, MINIMUM -> throw new AssertionError(this);
            case EDGE -> (int) Math.min(Math.max(place, 0), length - 1);
            case WRAP -> (int) Math.floorMod(place, (long) length);
            case SYMMETRIC -> {
                int at = (int) Math.floorMod(place, 2L * length);
                yield at < length ? at : 2 * length - 1 - at;
            }
            case REFLECT -> {
                long period = Math.max(2L * length - 2, 1);
                long at = Math.floorMod(place, period);
                yield (int) (at < length ? at : period - at);
            }
        };
    }
}
