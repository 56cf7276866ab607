package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Errors;

/**
 * The product of several matrices, in the order that needs the fewest multiplications (T. H. Cormen, C. E. Leiserson,
 * R. L. Rivest and C. Stein, <i>Introduction to Algorithms</i>, "Matrix-chain multiplication").
 */
final class ProductChain {
    private final NDArray[] matrices;

    /** Where the product of the matrices from i to k is split: after matrix {@code splits[i][k]}. */
    private final int[][] splits;

    private ProductChain(NDArray... matrices) {
        this.matrices = matrices;
        splits = splits(matrices);
    }

    static NDArray multiply(NDArray... arrays) {
        int last = Errors.nonNull("matrices", arrays).length - 1;
        if (last < 1) {
            throw new IllegalArgumentException("Expecting at least two arrays.");
        }
        if (last == 1) {
            return arrays[0].dot(arrays[1]);
        }
        NDArray[] matrices = arrays.clone();
        boolean beginsWithVector = arrays[0].ndim() == 1;
        boolean endsWithVector = arrays[last].ndim() == 1;
        matrices[0] = beginsWithVector ? arrays[0].expandDims(0) : arrays[0];
        matrices[last] = endsWithVector ? arrays[last].expandDims(1) : arrays[last];
        for (NDArray matrix : matrices) {
            MatrixStack.checkMatrix(matrix);
        }
        NDArray product = last == 2
                ? ofThree(matrices[0], matrices[1], matrices[2])
                : new ProductChain(matrices).product(0, last);
        if (beginsWithVector && endsWithVector) {
            return product.get(0, 0);
        }
        return beginsWithVector || endsWithVector ? product.ravel() : product;
    }

    private static NDArray ofThree(NDArray a, NDArray b, NDArray c) {
        double leftFirst = (double) a.shape(0) * c.shape(0) * ((double) a.shape(1) + c.shape(1));
        double rightFirst = (double) a.shape(1) * c.shape(1) * ((double) a.shape(0) + c.shape(0));
        return leftFirst < rightFirst ? a.dot(b).dot(c) : a.dot(b.dot(c));
    }

    private static int[][] splits(NDArray... matrices) {
        int n = matrices.length;
        double[][] costs = new double[n][n];
        int[][] splits = new int[n][n];
        for (int length = 1; length < n; length++) {
            for (int i = 0; i + length < n; i++) {
                int k = i + length;
                costs[i][k] = Double.POSITIVE_INFINITY;
                for (int split = i; split < k; split++) {
                    double last = (double) matrices[i].shape(0) * matrices[split + 1].shape(0) * end(k, matrices);
                    double cost = costs[i][split] + costs[split + 1][k] + last;
                    if (cost < costs[i][k]) {
                        costs[i][k] = cost;
                        splits[i][k] = split;
                    }
                }
            }
        }
        return splits;
    }

    /** Returns the number of columns of matrix k, which is the number of rows of the next. */
    private static int end(int k, NDArray... matrices) {
        return k + 1 < matrices.length ? matrices[k + 1].shape(0) : matrices[k].shape(1);
    }

    private NDArray product(int i, int k) {
        return i == k ? matrices[i] : product(i, splits[i][k]).dot(product(splits[i][k] + 1, k));
    }
}
