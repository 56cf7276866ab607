package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;

/** Where the points of a playground come from. */
public sealed interface PlayPoints permits PlayData, OwnPoints {
    /**
     * Makes the points.
     *
     * @param noise how far noise moves the points, as a share of 2.5; points of one's own stay where they are
     * @param random draws what is random
     * @return float64 inputs of shape (n, 2), and labels
     */
    Dataset draw(double noise, RandomState random);

    /** {@return the number of points} */
    int size();

    /**
     * Returns how a program calls {@link #draw} with a generator {@code points}.
     *
     * @param noise the noise
     * @return an expression of Java
     */
    String call(double noise);

    /** {@return what that call needs beside the method {@code main}} */
    default String declaration() {
        return "";
    }
}
