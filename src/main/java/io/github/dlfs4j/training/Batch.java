package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Some samples, ready for a network.
 *
 * @param x the inputs; the first axis counts them
 * @param t the labels, of shape (n,), or one-hot, of shape (n, classes), or numbers to predict, of shape (n, outputs)
 */
public record Batch(NDArray x, NDArray t) {}
