package io.github.dlfs4j.digit;

/** The kinds of pictures that {@link MadeNumber} makes. */
enum NumberKind {
    PRINTED_1,
    PRINTED_2,
    PRINTED_3,
    PRINTED_4,
    PRINTED_6,
    TOUCHING,
    WRITTEN,
    PEN,
    SOFT_SHADOW,
    SHARP_SHADOW,
    CIRCLED,
    BLANK,
    WITHOUT_DIGITS
}
