package io.github.dlfs4j.ndarray.image;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/**
 * Inputs of batch normalisation as a matrix with a column for each feature. The features of images of shape (n,
 * channels, height, width) are their channels, or else all pixels of an image.
 *
 * @param features the number of features
 * @param areChannels whether the features are channels
 */
public record FeatureRows(int features, boolean areChannels) {
    /**
     * Finds the features of an input.
     *
     * @param name what normalises, for the message
     * @param features the number of features
     * @param x the shape of the input: (n, features) or (n, channels, height, width)
     * @return how to make rows of such inputs
     * @throws IllegalArgumentException {@code BatchNormalization of 3 features cannot take an input of shape (2, 4)}
     */
    public static FeatureRows of(String name, int features, Shape x) {
        boolean areChannels = x.ndim() == 4 && x.get(1) == features;
        boolean arePixels = x.ndim() == 4 && (long) x.get(1) * x.get(2) * x.get(3) == features;
        boolean areColumns = x.ndim() == 2 && x.get(1) == features;
        if (!areChannels && !arePixels && !areColumns) {
            throw new IllegalArgumentException(
                    "%s of %s features cannot take an input of shape %s".formatted(name, features, x));
        }
        return new FeatureRows(features, areChannels);
    }

    /**
     * Makes rows of an input.
     *
     * @param x an array of the shape that these rows are of
     * @return a matrix with a column for each feature
     */
    public NDArray rows(NDArray x) {
        return areChannels
                ? x.transpose(0, 2, 3, 1).reshape(x.shape(0) * x.shape(2) * x.shape(3), features)
                : x.reshape(x.shape(0), features);
    }

    /**
     * Gives rows the shape of the input again: the inverse of {@link #rows}.
     *
     * @param rows a matrix with a column for each feature
     * @param shape the shape of the input
     * @return an array of that shape
     */
    public NDArray inputs(NDArray rows, Shape shape) {
        int[] s = shape.toArray();
        return areChannels ? rows.reshape(s[0], s[2], s[3], s[1]).transpose(0, 3, 1, 2) : rows.reshape(s);
    }
}
