/**
 * Sums, products, the largest and the smallest element, and where they are.
 *
 * <p>A sum of floating-point numbers depends on its order, so it is NumPy's: eight running sums over blocks of at most
 * 128 elements, and the blocks in a binary tree. {@link io.github.dlfs4j.ndarray.kernel.reduction.PairwiseSums} has the
 * order; {@code DoubleSums} adds in plain loops, {@code VectorDoubleSums} with the Vector API, where each lane is one
 * of the eight. Rows are added one after the other: {@code DoubleRowSums}. Extremes and positions do not depend on the
 * order, but for NaN, which wins: {@code DoubleExtremes}, {@code DoublePositions}, and their counterparts with the
 * Vector API.
 *
 * <p>Running sums and products are in {@link io.github.dlfs4j.ndarray.kernel.reduction.DoubleAccumulations}.
 *
 * <p>{@link io.github.dlfs4j.ndarray.kernel.reduction.Reductions} lists them all, and
 * {@link io.github.dlfs4j.ndarray.kernel.reduction.DoubleReductions} hands out the implementation to take.
 */
package io.github.dlfs4j.ndarray.kernel.reduction;
