/**
 * Sorting, searching and counting in {@link io.github.dlfs4j.ndarray.sorting.Sorting Sorting}, and sets, which are
 * sorted, in {@link io.github.dlfs4j.ndarray.sorting.Sets Sets}. {@code sort}, {@code argsort}, {@code partition} and
 * {@code searchsorted} are methods of {@code NDArray}. {@code Groups} finds equal elements.
 */
package io.github.dlfs4j.ndarray.sorting;
