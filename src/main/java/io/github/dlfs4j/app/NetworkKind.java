package io.github.dlfs4j.app;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.Locale;

/** The networks that can be trained. */
enum NetworkKind {
    /** Of chapters 4 and 5. */
    TWO_LAYER,
    /** Of chapter 6. */
    MULTI_LAYER,
    /** Of chapter 7. */
    SIMPLE_CONV,
    /** Of chapter 8. */
    DEEP_CONV;

    /** Of an image. */
    static final int SIZE = 28;

    /** The numbers of hidden neurons where none are asked for; empty if they are not to be chosen. */
    List<Integer> defaultHidden() {
        return switch (this) {
            case TWO_LAYER -> List.of(50);
            case MULTI_LAYER -> List.of(100, 100);
            case SIMPLE_CONV, DEEP_CONV -> List.of();
        };
    }

    /** Whether inputs are images with height and width; others take their pixels in a row. */
    boolean isConvolutional() {
        return this == SIMPLE_CONV || this == DEEP_CONV;
    }

    /** Makes of flat uint8 images what such a network takes. */
    NDArray prepare(NDArray images) {
        NDArray pixels = images.astype(DType.FLOAT32).divi(255);
        return isConvolutional() ? pixels.reshape(images.shape(0), 1, SIZE, SIZE) : pixels;
    }

    /** As the command line has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
