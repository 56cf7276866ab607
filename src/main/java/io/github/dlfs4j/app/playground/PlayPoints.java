package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;

/** Where the points of a playground come from. */
public sealed interface PlayPoints permits PlayData, OwnPoints {
    /**
     * Makes points. Those of one's own stay as they are.
     *
     * @param each the number of points of each class
     * @param noise how far noise moves the points: the standard deviation of its normal distribution, as a share of 2.5
     * @param random draws all numbers
     * @return float64 inputs of shape (n, 2), and labels
     */
    Dataset points(int each, double noise, RandomState random);

    /** {@return this as an expression of a program} */
    String code();
}
