package io.github.dlfs4j.app.evaluation;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * What a network takes a test image for.
 *
 * @param index the position among the test images
 * @param image 784 pixels of uint8
 * @param label the class of the image
 * @param prediction the class that the network takes it for
 * @param probability the probability of the prediction
 */
public record Guess(int index, NDArray image, long label, long prediction, double probability) {}
