package io.github.dlfs4j.ndarray;

/**
 * One part of an index, between the commas of NumPy's {@code x[1:3, ..., idx]}.
 *
 * <p>{@code x.get(Index.range(1, 3), Index.all())} is {@code x[1:3, :]}.
 */
public sealed interface Index {
    /**
     * One position, {@code x[i]}; its axis goes away.
     *
     * @param position the position; a negative one counts from the end
     */
    record At(int position) implements Index {}

    /**
     * A slice, {@code x[start:stop:step]}.
     *
     * @param start the first position, or null for the end where the step begins
     * @param stop the position before which it stops, or null for the other end
     * @param step the distance, not 0; a negative one walks backwards
     */
    record Range(Integer start, Integer stop, int step) implements Index {
        private static final Range WHOLE = new Range(null, null, 1);
    }

    /** The parts of an index that stand for axes and not for positions. */
    enum Marker implements Index {
        /** All axes that the other parts do not name, {@code x[...]}. */
        ELLIPSIS,
        /** A new axis of length 1, {@code x[np.newaxis]}. */
        NEW_AXIS
    }

    /**
     * An array of positions or a mask, {@code x[idx]}, {@code x[x > 0]}.
     *
     * @param values int64 or uint8 positions of any shape, or a bool mask that covers as many axes as it has
     */
    record Elements(NDArray values) implements Index {}

    /**
     * One position, {@code x[i]}.
     *
     * @param position the position; a negative one counts from the end
     * @return the part
     */
    static Index at(int position) {
        return new At(position);
    }

    /**
     * A slice, {@code x[start:stop]}.
     *
     * @param start the first position, or null for the beginning
     * @param stop the position after the last, or null for the end
     * @return the part
     */
    static Index range(Integer start, Integer stop) {
        return new Range(start, stop, 1);
    }

    /**
     * A slice with a step, {@code x[start:stop:step]}.
     *
     * @param start the first position, or null for the end where the step begins
     * @param stop the position before which it stops, or null for the other end
     * @param step the distance; a negative one walks backwards
     * @return the part
     * @throws IllegalArgumentException {@code slice step cannot be zero}
     */
    static Index range(Integer start, Integer stop, int step) {
        if (step == 0) {
            throw Errors.zeroStep();
        }
        return new Range(start, stop, step);
    }

    /**
     * Everything from a position on, {@code x[start:]}.
     *
     * @param start the first position
     * @return the part
     */
    static Index from(int start) {
        return new Range(start, null, 1);
    }

    /**
     * Everything before a position, {@code x[:stop]}.
     *
     * @param stop the position after the last
     * @return the part
     */
    static Index to(int stop) {
        return new Range(null, stop, 1);
    }

    /**
     * The whole axis, {@code x[:]}.
     *
     * @return the part
     */
    static Index all() {
        return Range.WHOLE;
    }

    /**
     * All axes that the other parts do not name, {@code x[...]}.
     *
     * @return the part
     */
    static Index ellipsis() {
        return Marker.ELLIPSIS;
    }

    /**
     * A new axis of length 1, {@code x[None]}.
     *
     * @return the part
     */
    static Index newAxis() {
        return Marker.NEW_AXIS;
    }

    /**
     * An array of positions or a mask, {@code x[idx]}.
     *
     * @param values int64 or uint8 positions of any shape, or a bool mask
     * @return the part
     */
    static Index of(NDArray values) {
        return new Elements(values);
    }

    /**
     * A list of positions, {@code x[[0, 2, 4]]}.
     *
     * @param positions the positions; negative ones count from the end
     * @return the part
     */
    static Index of(int... positions) {
        return new Elements(NDArray.of(positions));
    }
}
