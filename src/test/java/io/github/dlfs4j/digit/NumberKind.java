package io.github.dlfs4j.digit;

/** The kinds of pictures that {@link MadeNumber} makes. */
enum NumberKind {
    PRINTED_1(0),
    PRINTED_2(1),
    PRINTED_3(2),
    PRINTED_4(3),
    PRINTED_6(4),
    TOUCHING(5),
    WRITTEN(6),
    PEN(7),
    SOFT_SHADOW(8),
    SHARP_SHADOW(9),
    CIRCLED(10),
    BLANK(11),
    WITHOUT_DIGITS(12),
    DARK_SHADOW(13),
    DOTTED(14),
    SEVEN_SEGMENTS(15),
    CHALK(16),
    OUTLINED(17),
    TURNED(18),
    CURVED_SHADOW(19);

    /** Which pictures are drawn from a seed. */
    private final int number;

    NumberKind(int number) {
        this.number = number;
    }

    /** Returns a seed of this kind's own. */
    long seed(int seed) {
        // Neighbouring seeds of Java's generator begin alike.
        return 0x9E3779B97F4A7C15L * (seed + 1000L * number);
    }
}
