package io.github.dlfs4j.app.option;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.Locale;

/** The networks that can be trained. */
public enum NetworkKind {
    /** The network of chapters 4 and 5. */
    TWO_LAYER,
    /** The network of chapter 6. */
    MULTI_LAYER,
    /** The network of chapter 7. */
    SIMPLE_CONV,
    /** The network of chapter 8. */
    DEEP_CONV;

    /** The height and width of an image. */
    public static final int SIZE = 28;

    /** {@return the default number of neurons of each hidden layer; empty if they cannot be chosen} */
    public List<Integer> defaultHidden() {
        return switch (this) {
            case TWO_LAYER -> List.of(50);
            case MULTI_LAYER -> List.of(100, 100);
            case SIMPLE_CONV, DEEP_CONV -> List.of();
        };
    }

    /** Whether the network takes images with height and width; the others take rows of pixels. */
    boolean isConvolutional() {
        return this == SIMPLE_CONV || this == DEEP_CONV;
    }

    /**
     * Turns images, (n, 784) of uint8, into the input of such a network.
     *
     * @param images the images
     * @return pixels from 0 to 1, of float32
     */
    public NDArray prepare(NDArray images) {
        NDArray pixels = images.astype(DType.FLOAT32).divi(255);
        return isConvolutional() ? pixels.reshape(images.shape(0), 1, SIZE, SIZE) : pixels;
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
