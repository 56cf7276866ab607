package io.github.dlfs4j.optimizer;

/** Which finite numbers one of an optimiser's may be: with others its steps lead nowhere, or to NaN. */
enum Range {
    /** As a learning rate: with another a step leads up or nowhere. */
    ABOVE_0("above 0"),
    /** As a share that stays from step to step. */
    FROM_0_TO_1("from 0 to 1"),
    /** As a share that stays and is corrected for: all of it would be a division by 0. */
    FROM_0_BELOW_1("from 0 to less than 1"),
    /** As a share that stays and never is all gone. */
    ABOVE_0_TO_1("above 0 and at most 1"),
    /** As a number of updates, which float64 counts one by one. */
    COUNT("a whole number from 0 to 9007199254740992"),
    /** As a number of steps that something takes. */
    COUNT_FROM_1("a whole number from 1 to 9007199254740992");

    private static final double MOST = 0x1p53;

    private final String words;

    Range(String words) {
        this.words = words;
    }

    /**
     * The number, if it is one of these.
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
