/**
 * Sorting, with one algorithm for all types, and the bins of histograms.
 *
 * <p>Every element is converted to a {@code long}, its key, such that keys compare as the elements do. An integer is
 * its own key. {@link io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys} has the keys of floating-point numbers.
 * {@link io.github.dlfs4j.ndarray.kernel.sorting.RadixSort} sorts the keys by their digits. Its time is proportional to
 * their number, and it keeps the order of equal keys.
 *
 * <p>{@link io.github.dlfs4j.ndarray.kernel.sorting.DoubleBins} finds the bins of a histogram without sorting.
 *
 * <h2>Where to change what</h2>
 *
 * <ul>
 *   <li>The place of NaN in the order, and the equality of both zeros: {@code FloatingKeys}.
 *   <li>The size of a digit, and when insertion takes over: the constants of {@code RadixSort}. {@code RadixSortTest}
 *       tests both ways.
 * </ul>
 */
package io.github.dlfs4j.ndarray.kernel.sorting;
