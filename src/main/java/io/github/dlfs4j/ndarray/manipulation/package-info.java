/**
 * Arrays made of others: {@link io.github.dlfs4j.ndarray.manipulation.Creation Creation},
 * {@link io.github.dlfs4j.ndarray.manipulation.Manipulation Manipulation},
 * {@link io.github.dlfs4j.ndarray.manipulation.IndexRoutines IndexRoutines}, and windows of images:
 * {@link io.github.dlfs4j.ndarray.manipulation.SlidingWindow SlidingWindow}.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">{@code vstack} and its like</th><td>{@code Stacking}</td></tr>
 *   <tr><th scope="row">{@code block}</th><td>{@code Blocks}</td></tr>
 *   <tr><th scope="row">{@code split} and its like</th><td>{@code Splitting}</td></tr>
 *   <tr><th scope="row">{@code roll}, {@code flip}, {@code moveaxis}</th><td>{@code Rearranging}</td></tr>
 *   <tr><th scope="row">{@code tile}, {@code resize}</th><td>{@code Tiling}</td></tr>
 *   <tr><th scope="row">{@code insert}, {@code delete}, {@code trimZeros}</th><td>{@code Editing}</td></tr>
 *   <tr><th scope="row">{@code takeAlongAxis}, {@code applyAlongAxis}</th><td>{@code AlongAxis}</td></tr>
 *   <tr><th scope="row">{@code putmask}, {@code place}, {@code select}</th><td>{@code Masked}</td></tr>
 *   <tr><th scope="row">{@code unravelIndex}</th><td>{@code FlatPositions}</td></tr>
 * </table>
 */
package io.github.dlfs4j.ndarray.manipulation;
