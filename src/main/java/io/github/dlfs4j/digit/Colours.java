package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.EigResult;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.statistics.Statistics;

/**
 * Makes grey levels of colours: their luma, or, if ink and paper are of about the same luma, the first principal
 * component of the colours.
 */
final class Colours {
    /** The share of the colours' variance that the luma must have. */
    private static final double ENOUGH = 0.3;
    /** A component has two directions; that which goes with this one is taken, in which warm colours are light. */
    private static final NDArray WARM = NDArray.of(1, 0.5, -0.25);

    /**
     * Returns grey levels.
     *
     * @param channels one array of grey levels, or one for each of red, green and blue
     */
    static NDArray grey(double[][] channels, int rows, int columns) {
        if (channels.length == 1) {
            return NDArray.wrap(channels[0], rows, columns);
        }
        NDArray luma = NDArray.wrap(BlockMeans.luma(channels), rows, columns);
        NDArray colours = NDArray.of(channels);
        // Grey levels have three times the variance of their luma, since they vary in three channels.
        double variance = 3 * luma.var().asDouble();
        // No component has more variance than all channels, and most pictures need no components.
        if (variance >= ENOUGH * colours.var(1).sum().asDouble()) {
            return luma;
        }
        EigResult components = LinearAlgebra.eigh(Statistics.cov(colours, true, 0));
        if (variance >= ENOUGH * components.eigenvalues().getDouble(2)) {
            return luma;
        }
        NDArray first = components.eigenvectors().get(Index.all(), 2);
        NDArray component = first.dot(colours).reshape(rows, columns);
        return first.dot(WARM).asDouble() < 0 ? component.neg() : component;
    }
}
