/**
 * What layers of images share, here in package {@code layer} and in package {@code graph}: products of images with
 * filters, the largest elements of windows, the steps of batch normalisation, and the rectified linear unit with its
 * mask. This package is not exported; windows themselves are in
 * {@link io.github.dlfs4j.ndarray.manipulation.SlidingWindow SlidingWindow}.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">convolutions</th><td>{@code WindowProduct}; those whose columns are not made:
 *       {@code ImplicitColumns}</td></tr>
 *   <tr><th scope="row">pooling</th><td>{@code WindowMaximum}</td></tr>
 *   <tr><th scope="row">batch normalisation</th><td>{@code ChannelNormalization}, and {@code FeatureRows} where
 *       features are columns</td></tr>
 *   <tr><th scope="row">ReLU</th><td>{@code Rectification}</td></tr>
 * </table>
 */
package io.github.dlfs4j.ndarray.image;
