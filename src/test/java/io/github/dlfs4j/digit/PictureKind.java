package io.github.dlfs4j.digit;

/** The kinds of pictures that {@link MadePicture} makes. */
enum PictureKind {
    PLAIN,
    THICK_PEN,
    THIN_PEN,
    SLANTED,
    OFF_CENTRE,
    SMALL,
    NOISY,
    BLURRED,
    LIGHT_ON_DARK,
    COLOURED,
    TRANSPARENT,
    HARD_SHADOW,
    RULED,
    SQUARED
}
