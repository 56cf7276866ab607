/**
 * Sorting, for all types by one algorithm.
 *
 * <p>An element becomes a {@code long}, its key, so that keys compare as the elements do:
 * {@link io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys} has them for floating-point numbers, integers are their
 * own. {@link io.github.dlfs4j.ndarray.kernel.sorting.RadixSort} sorts keys by their digits, in a time that grows as
 * their number does, and keeps the order of equal ones. {@link io.github.dlfs4j.ndarray.kernel.sorting.DoubleBins}
 * finds the bins of a histogram, without sorting.
 */
package io.github.dlfs4j.ndarray.kernel.sorting;
