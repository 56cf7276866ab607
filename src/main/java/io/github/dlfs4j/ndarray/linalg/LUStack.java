package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.kernel.decomposition.LUDecomposition;

/** A stack of square matrices, each of which is decomposed into triangles; see {@link LUDecomposition}. */
final class LUStack {
    private final NDArray triangles;
    private final MatrixStack matrices;
    private final int[][] pivots;
    private final boolean[] regular;

    /** Decomposes square matrices. */
    LUStack(NDArray a) {
        triangles = a.astype(DType.FLOAT64);
        matrices = MatrixStack.of(triangles);
        pivots = new int[matrices.count()][matrices.rows()];
        regular = matrices.tryEach(1, i -> LUDecomposition.decompose(matrices.matrix(i), pivots[i]));
    }

    int count() {
        return regular.length;
    }

    /** Returns whether a pivot of a matrix is 0. */
    boolean isSingular(int i) {
        return !regular[i];
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
        MatrixStack.checkAll(regular, "Singular matrix");
    }

    /**
     * Solves systems of regular matrices.
     *
     * @param numbers the number of the matrix for each of the right-hand sides
     * @param b a stack of float64 in C order; becomes the solutions
     */
    void solve(long[] numbers, NDArray b) {
        MatrixStack sides = MatrixStack.of(b);
        sides.forEach(1, i -> {
            int number = (int) numbers[i];
            LUDecomposition.solve(matrices.matrix(number), pivots[number], sides.matrix(i));
        });
    }

    /**
     * Inverts all matrices.
     *
     * @param zeros a stack of float64 of the same shape in C order; becomes the inverses, NaN for singular matrices
     */
    void invert(NDArray zeros) {
        MatrixStack inverses = MatrixStack.of(zeros);
        inverses.forEach(1, i -> {
            if (regular[i]) {
                LUDecomposition.invert(matrices.matrix(i), pivots[i], inverses.matrix(i));
            } else {
                zeros.reshape(count(), -1).get(i).fill(Double.NaN);
            }
        });
    }
}
