/**
 * Sums, products, the largest and the smallest element, and their positions.
 *
 * <p>{@link io.github.dlfs4j.ndarray.kernel.reduction.DoubleFold} and
 * {@link io.github.dlfs4j.ndarray.kernel.reduction.DoublePositions} list the operations and select the plain loop or
 * the one with the Vector API. Both give the same bits.
 *
 * <h2>The order of a sum</h2>
 *
 * <p>A sum of floating-point numbers depends on the order of its additions, so this package keeps NumPy's order: eight
 * running sums in each block of at most 128 elements, and the blocks in a binary tree. Sums over the first axis add row
 * after row.
 *
 * <p>Extremes and their positions do not depend on the order. A NaN wins over every number.
 *
 * <h2>Where to change what</h2>
 *
 * <ul>
 *   <li>The order of a sum: {@code PairwiseSums} defines it. {@code DoubleSums} and {@code DoubleBlockSums} follow it
 *       in plain loops, {@code VectorDoubleSums} with the Vector API, where each lane is one of the eight running sums.
 *       Change all of them. {@code SumsTest} checks the order, {@code ReductionsTest} that both implementations are
 *       equal.
 *   <li>Sums of rows: {@code DoubleRowSums}, {@code VectorDoubleRowSums}.
 *   <li>Extremes: {@code DoubleExtremes}, {@code VectorDoubleExtremes}. The build writes them, and
 *       {@code DoubleBlockSums}, from the templates in {@code src/build/templates}.
 *   <li>Positions: {@code DoublePositions}, {@code VectorDoublePositions}.
 *   <li>Whether any or all elements are true: {@link io.github.dlfs4j.ndarray.kernel.reduction.DoubleTruth}.
 *   <li>Running sums and products: {@link io.github.dlfs4j.ndarray.kernel.reduction.DoubleRunningLoops}.
 *   <li>Folds of integers: {@link io.github.dlfs4j.ndarray.kernel.reduction.LongFold}.
 * </ul>
 */
package io.github.dlfs4j.ndarray.kernel.reduction;
