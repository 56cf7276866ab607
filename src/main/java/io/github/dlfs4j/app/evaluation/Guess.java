package io.github.dlfs4j.app.evaluation;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * What a network takes a test image for.
 *
 * @param index the position among the test images
 * @param image 784 pixels of uint8
 * @param label the class of the image
 * @param probabilities the probability of each class, of shape (classes,)
 */
public record Guess(int index, NDArray image, long label, NDArray probabilities) {
    /** {@return the class that the network takes the image for} */
    public long prediction() {
        return probabilities.argmax().asLong();
    }

    /** {@return the probability of the prediction} */
    public double probability() {
        return probabilities.getDouble((int) prediction());
    }
}
