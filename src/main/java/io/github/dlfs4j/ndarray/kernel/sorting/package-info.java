/**
 * Sorting, with one algorithm for all types, selection, and the bins of histograms.
 *
 * <p>Every element is converted to a {@code long}, its key, such that keys compare as the elements do. An integer is
 * its own key. {@link io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys} has the keys of floating-point numbers.
 * {@link io.github.dlfs4j.ndarray.kernel.sorting.RadixSort} sorts the keys by their digits. Its time is proportional to
 * their number, and it keeps the order of equal keys.
 *
 * <p>A partition needs one element at its place, not all.
 * {@link io.github.dlfs4j.ndarray.kernel.sorting.DoubleSelection} brings elements to their places among the numbers
 * that {@link io.github.dlfs4j.ndarray.kernel.sorting.DoubleNumbers} separates from NaN.
 * {@link io.github.dlfs4j.ndarray.kernel.sorting.RadixSelect} does so with the positions of elements, by their keys.
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
