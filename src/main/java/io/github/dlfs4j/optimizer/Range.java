package io.github.dlfs4j.optimizer;

/** The finite numbers that an option of an optimiser may have; with any other, steps lead nowhere or to NaN. */
enum Range {
    /** For a learning rate: with any other, a step leads upwards or nowhere. */
    ABOVE_0("above 0"),
    /** For the share that stays from step to step. */
    FROM_0_TO_1("from 0 to 1"),
    /** For the share that stays, where the step divides by what does not stay. */
    FROM_0_BELOW_1("from 0 to less than 1"),
    /** For the share that stays of a learning rate, which must not become 0. */
    ABOVE_0_TO_1("above 0 and at most 1"),
    /** For a number of updates: float64 holds each of these exactly. */
    COUNT("a whole number from 0 to 9007199254740992"),
    /** For a number of steps. */
    COUNT_FROM_1("a whole number from 1 to 9007199254740992");

    private static final double MOST = 0x1p53;

    private final String words;

    Range(String words) {
        this.words = words;
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
        if (!contains(value)) {
            throw new IllegalArgumentException("%s must be %s, but is %s".formatted(name, words, value));
        }
        return value;
    }

    private boolean contains(double value) {
        return switch (this) {
            case ABOVE_0 -> value > 0;
            case FROM_0_TO_1 -> value >= 0 && value <= 1;
            case FROM_0_BELOW_1 -> value >= 0 && value < 1;
            case ABOVE_0_TO_1 -> value > 0 && value <= 1;
            case COUNT -> value >= 0 && value <= MOST && value == Math.rint(value);
            case COUNT_FROM_1 -> value >= 1 && value <= MOST && value == Math.rint(value);
        };
    }
}
