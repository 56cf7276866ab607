package io.github.dlfs4j.ndarray;

import java.util.Locale;

/**
 * NumPy's mode of padding: what fills the margin that {@link NDArray#pad(int[][], PadMode) pad} puts around an array.
 */
public enum PadMode {
    /** Zeros. */
    CONSTANT,
    /** The element at the edge: {@code a a a|a b c|c c c}. */
    EDGE,
    /** The elements mirrored at the elements of the edge: {@code c b|a b c|b a}. */
    REFLECT,
    /** The elements mirrored at the edge itself: {@code b a|a b c|c b}. */
    SYMMETRIC,
    /**
     * The elements of {@link #REFLECT} mirrored at the value of the edge too, {@code reflect_type='odd'}: twice the
     * edge minus these elements.
     */
    REFLECT_ODD,
    /** The elements of {@link #SYMMETRIC} mirrored at the value of the edge too, {@code reflect_type='odd'}. */
    SYMMETRIC_ODD,
    /** The elements from the opposite end: {@code b c|a b c|a b}. */
    WRAP,
    /** A linear ramp from the edge to 0, or to another number, at the end of the margin. */
    LINEAR_RAMP,
    /** The largest element along the axis, or of some elements at its end. */
    MAXIMUM,
    /** The mean along the axis, or of some elements at its end, rounded if the array has integers. */
    MEAN,
    /** The median along the axis, or of some elements at its end, rounded if the array has integers. */
    MEDIAN,
    /** The smallest element along the axis, or of some elements at its end. */
    MINIMUM;

    boolean isStatistic() {
        return switch (this) {
            case MAXIMUM, MEAN, MEDIAN, MINIMUM -> true;
            default -> false;
        };
    }

    /** Returns the error for an argument that other modes take. */
    IllegalArgumentException unsupported(String argument) {
        String mode = name().toLowerCase(Locale.ROOT).replace("_odd", "");
        return new IllegalArgumentException(
                "unsupported keyword arguments for mode '%s': {'%s'}".formatted(mode, argument));
    }

    /** Returns the position of the element that goes to a place; places before the axis are negative. */
    int source(long place, int length) {
        return switch (this) {
            case CONSTANT, REFLECT_ODD, SYMMETRIC_ODD, LINEAR_RAMP, MAXIMUM, MEAN, MEDIAN, MINIMUM ->
                throw new AssertionError(this);
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
