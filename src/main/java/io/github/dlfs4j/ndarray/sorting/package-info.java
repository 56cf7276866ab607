/**
 * Sorting, searching and counting in {@link io.github.dlfs4j.ndarray.sorting.Sorting Sorting}, and sets, which are
 * sorted, in {@link io.github.dlfs4j.ndarray.sorting.Sets Sets}. {@code sort}, {@code argsort}, {@code partition} and
 * {@code searchsorted} are methods of {@code NDArray}.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">the operations of sets</th><td>{@code SetOperations}</td></tr>
 *   <tr><th scope="row">where equal elements are</th><td>{@code Groups}</td></tr>
 * </table>
 */
package io.github.dlfs4j.ndarray.sorting;
