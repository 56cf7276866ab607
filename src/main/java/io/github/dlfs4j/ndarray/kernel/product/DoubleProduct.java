package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.product.ProductPlan.Method;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.ArrayList;
import java.util.List;

/** The matrix products of {@code double}, and their warm-up. */
@AlsoFor(float.class)
public final class DoubleProduct extends WarmUp {
    /** The depth of a sample: long enough for loops to matter, short enough to run some thousand times uncompiled. */
    private static final int DEPTH = 16;

    /** Deep enough that a column is summed in chains, and that most of the columns of a can be zero. */
    private static final int LARGE_DEPTH = 4 * DEPTH;

    private static final RowBlocks ALONE = new RowBlocks(1, 1);
    private static final PlainDoubleProduct PLAIN = new PlainDoubleProduct(RowBlocks.configured());
    static final DoubleProduct WARM_UP = new DoubleProduct();

    private DoubleProduct() {
        super(MULTIPLY_ADDS_THAT_PAY);
    }

    /**
     * Returns the product to use now for two matrices.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @return computes {@code c = a b}; the page of this package defines the bits of each element
     */
    public static MatrixProduct<double[]> of(Matrix<double[]> a, Matrix<double[]> b) {
        long multiplyAdds = (long) a.rows() * a.columns() * b.columns();
        return WARM_UP.isOver(multiplyAdds) ? VectorDoubleProduct.of(a, b, RowBlocks.configured(), PLAIN) : PLAIN;
    }

    /** {@return the product in plain loops, which gives the same bits as any other} */
    public static MatrixProduct<double[]> plain() {
        return PLAIN;
    }

    /** Returns a small product for each loop that the JIT compiler must compile, the most common ones first. */
    @Override
    protected List<Sample> samples() {
        int lanes = VectorDoubleProduct.UNIT.lanes();
        List<Sample> samples = new ArrayList<>(List.of(
                rows(12, 2 * lanes),
                rows(8, 3 * lanes),
                rows(4, 3 * lanes),
                rows(12, lanes),
                rows(1, 3 * lanes),
                sample(matrix(1, LARGE_DEPTH), finite(matrix(LARGE_DEPTH, 4 * lanes))),
                rows(12, Math.max(2, lanes / 2)),
                sample(matrix(12, DEPTH), matrix(lanes, DEPTH).transpose()),
                sample(Method.BLOCKS, matrix(ProductPlan.STRIP, DEPTH), matrix(DEPTH, 2 * lanes - 1)),
                sample(matrix(4, LARGE_DEPTH), matrix(LARGE_DEPTH, 1)),
                sample(matrix(LARGE_DEPTH + 1, 4 * lanes).transpose(), matrix(LARGE_DEPTH + 1, 1)),
                sample(Method.LARGE_COLUMNS, matrix(LARGE_DEPTH, 4 * lanes).transpose(), matrix(LARGE_DEPTH, 1))));
        if (VectorDoubleProduct.UNIT.isLongest()) {
            samples.addAll(List.of(
                    rows(12, lanes + lanes / 2),
                    rows(6, 3 * lanes + lanes / 2),
                    sample(matrix(8, LARGE_DEPTH), matrix(LARGE_DEPTH, 4 * lanes)),
                    sample(matrix(DEPTH, 32).transpose(), matrix(DEPTH, 5 * lanes)),
                    rows(1, lanes / 2),
                    rows(12, lanes / 2 - 1)));
        }
        return samples;
    }

    private static Sample rows(int m, int n) {
        return sample(matrix(m, DEPTH), matrix(DEPTH, n));
    }

    private static Sample sample(Matrix<double[]> a, Matrix<double[]> b) {
        return sample(ProductPlan.of(VectorDoubleProduct.UNIT, a, b), a, b);
    }

    /** Returns a sample of a method that is planned only for large matrices. */
    private static Sample sample(Method method, Matrix<double[]> a, Matrix<double[]> b) {
        return sample(new ProductPlan(method), a, b);
    }

    private static Sample sample(ProductPlan plan, Matrix<double[]> a, Matrix<double[]> b) {
        Matrix<double[]> c = matrix(a.rows(), b.columns());
        VectorDoubleProduct product = new VectorDoubleProduct(plan, ALONE);
        // What is said to be finite stays as it is.
        List<double[]> operands = b.finite() ? List.of(a.values()) : List.of(a.values(), b.values());
        return new Sample(
                () -> product.multiply(a, b, c), () -> PLAIN.multiply(a, b, c), operands, List.of(c.values()));
    }

    /** Returns a matrix that is zero except for every fourth element. */
    private static Matrix<double[]> matrix(int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 3; i < values.length; i += 4) {
            values[i] = 1.0 / i;
        }
        return new Matrix<>(values, 0, rows, columns, columns, 1);
    }

    private static Matrix<double[]> finite(Matrix<double[]> b) {
        return new Matrix<>(b.values(), 0, b.rows(), b.columns(), b.rowStep(), b.columnStep(), true);
    }
}
