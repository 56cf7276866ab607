package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.kernel.decomposition.DoubleLU;
import io.github.dlfs4j.ndarray.kernel.decomposition.FloatLU;
import io.github.dlfs4j.ndarray.kernel.decomposition.LUDecomposition;
import io.github.dlfs4j.ndarray.strided.Lane;

/** A stack of square matrices that are decomposed into triangles; see {@link LUDecomposition}. */
final class LUStack<A> {
    private final Lane<A> lane;
    private final LUDecomposition<A> algorithm;
    private final NDArray triangles;
    private final MatrixStack<A> matrices;
    private final int[][] pivots;
    private final boolean[] singular;

    private LUStack(Lane<A> lane, LUDecomposition<A> algorithm, NDArray copy) {
        this.lane = lane;
        this.algorithm = algorithm;
        triangles = copy;
        matrices = MatrixStack.of(lane, copy);
        pivots = new int[matrices.count()][matrices.rows()];
        singular = new boolean[matrices.count()];
        matrices.forEach((first, end) -> {
            for (int i = first; i < end; i++) {
                singular[i] = !algorithm.decompose(matrices.matrix(i), pivots[i]);
            }
        });
    }

    /**
     * Decomposes matrices.
     *
     * @param a square matrices
     * @param dtype in which to compute
     */
    static LUStack<?> of(NDArray a, DType dtype) {
        NDArray copy = a.astype(dtype);
        return dtype == DType.FLOAT32
                ? new LUStack<>(Lane.FLOATS, new FloatLU(), copy)
                : new LUStack<>(Lane.DOUBLES, new DoubleLU(), copy);
    }

    int count() {
        return singular.length;
    }

    /** Returns whether a pivot of a matrix is 0. */
    boolean isSingular(int i) {
        return singular[i];
    }

    /** Returns whether the rows of a matrix are reordered by an odd number of swaps. */
    boolean isOdd(int i) {
        boolean odd = false;
        for (int row = 0; row < pivots[i].length; row++) {
            odd ^= pivots[i][row] != row;
        }
        return odd;
    }

    /** Returns the diagonals of the upper triangles. */
    NDArray diagonals() {
        return triangles.diagonal(0, -2, -1);
    }

    /** Throws an exception if a matrix is singular. */
    void checkRegular() {
        for (boolean isSingular : singular) {
            if (isSingular) {
                throw new IllegalArgumentException("Singular matrix");
            }
        }
    }

    /**
     * Solves systems of regular matrices.
     *
     * @param numbers the number of the matrix for each of the right-hand sides
     * @param b a stack of the dtype of the matrices in C order; becomes the solutions
     */
    void solve(long[] numbers, NDArray b) {
        MatrixStack<A> sides = MatrixStack.of(lane, b);
        sides.forEach((first, end) -> {
            for (int i = first; i < end; i++) {
                int number = (int) numbers[i];
                algorithm.solve(matrices.matrix(number), pivots[number], sides.matrix(i));
            }
        });
    }

    /**
     * Inverts all matrices, which must be regular.
     *
     * @param zeros a stack of the same shape and dtype in C order; becomes the inverses
     */
    void invert(NDArray zeros) {
        MatrixStack<A> inverses = MatrixStack.of(lane, zeros);
        inverses.forEach((first, end) -> {
            for (int i = first; i < end; i++) {
                algorithm.invert(matrices.matrix(i), pivots[i], inverses.matrix(i));
            }
        });
    }
}
