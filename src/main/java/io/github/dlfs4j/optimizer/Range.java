package io.github.dlfs4j.optimizer;

import java.util.function.DoublePredicate;

/** The finite numbers that an option of an optimiser may have; with any other, steps lead nowhere or to NaN. */
enum Range {
    /** For a learning rate: with any other, a step leads upwards or nowhere. */
    ABOVE_0("above 0", value -> value > 0),
    /** For the share that stays from step to step. */
    FROM_0_TO_1("from 0 to 1", value -> value >= 0 && value <= 1),
    /** For the share that stays, where the step divides by what does not stay. */
    FROM_0_BELOW_1("from 0 to less than 1", value -> value >= 0 && value < 1),
    /** For the share that stays of a learning rate, which must not become 0. */
    ABOVE_0_TO_1("above 0 and at most 1", value -> value > 0 && value <= 1),
    /** For a number of updates: float64 holds each of these exactly. */
    COUNT("a whole number from 0 to 9007199254740992", value -> value >= 0 && isWhole(value)),
    /** For a number of steps. */
    COUNT_FROM_1("a whole number from 1 to 9007199254740992", value -> value >= 1 && isWhole(value));

    private final String words;
    private final DoublePredicate contains;

    Range(String words, DoublePredicate contains) {
        this.words = words;
        this.contains = contains;
    }

    private static boolean isWhole(double value) {
        return value <= 0x1p53 && value == Math.rint(value);
    }

    /**
     * Returns the number, and refuses one outside the range.
     *
     * @throws IllegalArgumentException {@code lr of Adam must be finite, but is NaN}, or {@code lr of Adam must be
     *     above 0, but is -1.0}
     */
    double check(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s must be finite, but is %s".formatted(name, value));
        }
        if (!contains.test(value)) {
            throw new IllegalArgumentException("%s must be %s, but is %s".formatted(name, words, value));
        }
        return value;
    }
}
