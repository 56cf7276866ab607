package io.github.dlfs4j.ndarray;

import java.util.Objects;

/**
 * One part of an index, between the commas of NumPy's {@code x[1:3, ..., idx]}.
 *
 * <p>{@code x.get(Index.range(1, 3), Index.all())} is {@code x[1:3, :]}. Beside one other part, a position is a number:
 * {@code x.get(Index.all(), 0)} is {@code x[:, 0]}. Beside more, it is {@link #at at}: {@code x.get(Index.all(),
 * Index.all(), Index.at(0))}. Null is no part of an index; NumPy's None is {@link #newAxis newAxis}.
 */
public sealed interface Index {
    /**
     * One position, {@code x[i]}. The result does not have its axis.
     *
     * @param position the position; a negative one counts from the end
     */
    record At(int position) implements Index {}

    /**
     * A slice, {@code x[start:stop:step]}.
     *
     * @param start the first position, or null for the first one in the direction of the step
     * @param stop the end, not included, or null for no end
     * @param step the distance between two positions, not 0; a negative one goes backwards
     */
    record Range(Integer start, Integer stop, int step) implements Index {
        private static final Range WHOLE = new Range(null, null, 1);

        /**
         * Creates a slice.
         *
         * @throws IllegalArgumentException {@code slice step cannot be zero}
         */
        public Range {
            if (step == 0) {
                throw new IllegalArgumentException("slice step cannot be zero");
            }
        }
    }

    /** The parts of an index that stand for whole axes instead of positions. */
    enum Marker implements Index {
        /** All axes that the other parts do not name, {@code x[...]}. */
        ELLIPSIS,
        /** A new axis of length 1, {@code x[np.newaxis]}. */
        NEW_AXIS
    }

    /**
     * An array of positions or a mask, {@code x[idx]}, {@code x[x > 0]}.
     *
     * @param values int64 or uint8 positions of any shape, or a bool mask over as many axes as it has itself
     */
    record Array(NDArray values) implements Index {
        /** Creates the part. */
        public Array {
            Objects.requireNonNull(values, "values");
        }
    }

    /** What a function does with a position that an axis does not have, NumPy's argument {@code mode}. */
    enum Mode {
        /** The position is an error; a negative one counts from the end. */
        RAISE,
        /** The position counts on from the other end, as often as it takes: on an axis of 3, 4 is 1 and -4 is 2. */
        WRAP,
        /** The position is the nearest one that the axis has; a negative one is 0. */
        CLIP
    }

    /**
     * Selects one position, {@code x[i]}.
     *
     * @param position the position; a negative one counts from the end
     * @return the part
     */
    static Index at(int position) {
        return new At(position);
    }

    /**
     * Selects a slice, {@code x[start:stop]}.
     *
     * @param start the first position, or null for the beginning
     * @param stop the end, not included, or null for the end of the axis
     * @return the part
     */
    static Index range(Integer start, Integer stop) {
        return new Range(start, stop, 1);
    }

    /**
     * Selects a slice with a step, {@code x[start:stop:step]}.
     *
     * @param start the first position, or null for the first one in the direction of the step
     * @param stop the end, not included, or null for no end
     * @param step the distance between two positions; a negative one goes backwards
     * @return the part
     * @throws IllegalArgumentException {@code slice step cannot be zero}
     */
    static Index range(Integer start, Integer stop, int step) {
        return new Range(start, stop, step);
    }

    /**
     * Selects everything from a position on, {@code x[start:]}.
     *
     * @param start the first position
     * @return the part
     */
    static Index from(int start) {
        return new Range(start, null, 1);
    }

    /**
     * Selects everything before a position, {@code x[:stop]}.
     *
     * @param stop the end, not included
     * @return the part
     */
    static Index to(int stop) {
        return new Range(null, stop, 1);
    }

    /**
     * Selects the whole axis, {@code x[:]}.
     *
     * @return the part
     */
    static Index all() {
        return Range.WHOLE;
    }

    /**
     * Selects all axes that the other parts do not name, {@code x[...]}.
     *
     * @return the part
     */
    static Index ellipsis() {
        return Marker.ELLIPSIS;
    }

    /**
     * Inserts a new axis of length 1, {@code x[None]}.
     *
     * @return the part
     */
    static Index newAxis() {
        return Marker.NEW_AXIS;
    }

    /**
     * Selects the positions in an array, or where a mask is true, {@code x[idx]}.
     *
     * @param values int64 or uint8 positions of any shape, or a bool mask
     * @return the part
     */
    static Index of(NDArray values) {
        return new Array(values);
    }

    /**
     * Selects a list of positions, {@code x[[0, 2, 4]]}.
     *
     * @param positions the positions; negative ones count from the end
     * @return the part
     */
    static Index of(int... positions) {
        return new Array(NDArray.of(Objects.requireNonNull(positions, "positions")));
    }
}
