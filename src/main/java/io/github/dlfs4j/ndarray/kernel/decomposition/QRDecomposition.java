package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * The QR decomposition by reflections, in blocks of columns: the reflections of a block are applied to the columns
 * after it as two products of matrices ({@link BlockReflector}). A block is decomposed in the same way, in halves,
 * until few columns are left (E. Elmroth and F. G. Gustavson, "Applying recursion to serial and parallel QR
 * factorization leads to better performance", IBM Journal of Research and Development 44 (2000), 605-624). The signs of
 * r are LAPACK's, as {@link HouseholderReflection} has them.
 */
public final class QRDecomposition {
    /**
     * The columns of a block. A product that applies a block copies the columns after it, so many must share the copy.
     */
    private static final int BLOCK = 64;

    /** The columns of a block of a matrix with fewer than {@link #MANY} rows or columns, which is less to copy. */
    private static final int SMALL_BLOCK = 32;

    private static final int MANY = 400;

    /** The columns that are reflected one by one. */
    private static final int FEW = 8;

    /**
     * Decomposes a matrix: a = q r, where the columns of q are orthonormal and r is upper triangular.
     *
     * @param a m by n, with contiguous rows; overwritten
     * @param q takes q, m by k, where k is at least the lesser of m and n, and at most m; in C order without gaps, all
     *     zeros
     * @param r takes r, k by n; in C order without gaps, all zeros
     */
    public static void decompose(Matrix<double[]> a, Matrix<double[]> q, Matrix<double[]> r) {
        BlockReflector[] reflections = reduce(a);
        for (int i = 0; i < Math.min(a.rows(), a.columns()); i++) {
            System.arraycopy(
                    a.values(),
                    a.offset() + i * a.rowStep() + i,
                    r.values(),
                    r.offset() + i * r.rowStep() + i,
                    a.columns() - i);
        }
        for (int i = 0; i < q.columns(); i++) {
            q.values()[q.offset() + i * q.rowStep() + i] = 1;
        }
        applyToIdentity(reflections, q);
    }

    /**
     * Makes a matrix upper triangular by reflections of its columns.
     *
     * @param a m by n, with contiguous rows; its upper triangle becomes r, its other elements are undefined
     * @return the reflections, a block each; a block acts on the rows after those of the blocks before it
     */
    static BlockReflector[] reduce(Matrix<double[]> a) {
        int m = a.rows();
        int n = a.columns();
        int steps = Math.min(m, n);
        int blockLength = steps < MANY ? SMALL_BLOCK : BLOCK;
        BlockReflector[] reflections = new BlockReflector[(steps + blockLength - 1) / blockLength];
        for (int j = 0; j < steps; j += blockLength) {
            int width = Math.min(blockLength, steps - j);
            BlockReflector block =
                    new BlockReflector(BlockProduct.zeros(m - j, width), BlockProduct.zeros(width, width));
            reduce(a.block(j, j, m - j, width), block);
            block.applyTransposed(a.block(j, j + width, m - j, n - j - width));
            reflections[j / blockLength] = block;
        }
        return reflections;
    }

    /**
     * Applies the reflections, the last first, to the first columns of the identity, which become q. Elements that are
     * still those of the identity are left out.
     */
    private static void applyToIdentity(BlockReflector[] reflections, Matrix<double[]> c) {
        for (int i = reflections.length - 1; i >= 0; i--) {
            int j = c.rows() - reflections[i].v().rows();
            reflections[i].apply(c.block(j, j, c.rows() - j, c.columns() - j));
        }
    }

    /** Applies the reflections to a matrix, the last first. */
    static void apply(BlockReflector[] reflections, Matrix<double[]> c) {
        for (int i = reflections.length - 1; i >= 0; i--) {
            reflections[i].apply(c.rows(c.rows() - reflections[i].v().rows(), c.rows()));
        }
    }

    /**
     * Reduces a block of columns.
     *
     * @param block takes the reflections; zeros
     */
    private static void reduce(Matrix<double[]> a, BlockReflector block) {
        int m = a.rows();
        int n = a.columns();
        if (n <= FEW) {
            reduceFew(a, block);
            return;
        }
        int half = (n / 2 + FEW - 1) / FEW * FEW;
        Matrix<double[]> v = block.v();
        Matrix<double[]> t = block.t();
        BlockReflector left = new BlockReflector(v.columns(0, half), t.block(0, 0, half, half));
        BlockReflector right =
                new BlockReflector(v.block(half, half, m - half, n - half), t.block(half, half, n - half, n - half));
        reduce(a.columns(0, half), left);
        left.applyTransposed(a.columns(half, n));
        reduce(a.block(half, half, m - half, n - half), right);
        Matrix<double[]> dots = BlockProduct.of(left.v().rows(half, m).transpose(), right.v());
        Matrix<double[]> corner = BlockProduct.of(BlockProduct.of(left.t(), dots), right.t());
        for (int i = 0; i < half; i++) {
            for (int j = 0; j < n - half; j++) {
                t.values()[t.offset() + i * t.rowStep() + half + j] = -corner.values()[i * (n - half) + j];
            }
        }
    }

    /** Reduces few columns, which are copied to arrays of their own. */
    private static void reduceFew(Matrix<double[]> a, BlockReflector block) {
        int m = a.rows();
        int n = a.columns();
        double[][] columns = new double[n][m];
        for (int i = 0; i < m; i++) {
            int row = a.offset() + i * a.rowStep();
            for (int j = 0; j < n; j++) {
                columns[j][i] = a.values()[row + j];
            }
        }
        double[] factors = new double[n];
        Matrix<double[]> dots = BlockProduct.zeros(n, n);
        for (int j = 0; j < n; j++) {
            double[] v = columns[j];
            factors[j] = HouseholderReflection.reflect(v, j, m);
            a.values()[a.offset() + j * a.rowStep() + j] = v[j];
            v[j] = 1;
            for (int k = 0; k < n; k++) {
                if (k < j) {
                    dots.values()[k * n + j] = RowLoops.dot(columns[k], v, j, m);
                } else if (k > j && factors[j] != 0) {
                    double dot = RowLoops.dot(columns[k], v, j, m);
                    RowLoops.addMultiple(-factors[j] * dot, v, columns[k], j, m);
                }
            }
        }
        BlockReflector.fill(block.t(), dots, factors);
        Matrix<double[]> v = block.v();
        for (int i = 0; i < m; i++) {
            int row = a.offset() + i * a.rowStep();
            int rowOfV = v.offset() + i * v.rowStep();
            for (int j = 0; j < n; j++) {
                if (j <= i) {
                    v.values()[rowOfV + j] = columns[j][i];
                } else {
                    a.values()[row + j] = columns[j][i];
                }
            }
        }
    }
}
