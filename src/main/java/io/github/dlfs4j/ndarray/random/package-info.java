/**
 * Random sampling: {@link io.github.dlfs4j.ndarray.random.RandomState RandomState} gives the numbers of NumPy's class
 * of that name, to the bit.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">the generator</th><td>{@code MersenneTwister}</td></tr>
 *   <tr><th scope="row">random bits and bounded integers</th><td>{@code BufferedBits}, {@code MersenneTwister}</td></tr>
 *   <tr><th scope="row">a distribution</th><td>{@code Distributions}, {@code Binomial}</td></tr>
 *   <tr><th scope="row">{@code choice} with probabilities</th><td>{@code WeightedChoice}</td></tr>
 *   <tr><th scope="row">{@code shuffle} and {@code permutation}</th><td>{@code Shuffling}</td></tr>
 * </table>
 *
 * @serial exclude
 */
package io.github.dlfs4j.ndarray.random;
