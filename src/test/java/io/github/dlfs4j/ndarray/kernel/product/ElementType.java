package io.github.dlfs4j.ndarray.kernel.product;

import java.util.Arrays;

/** The type of the elements. The tests have matrices of double and convert them to the type of the product. */
enum ElementType {
    FLOAT(0x1p-24, 16) {
        @Override
        double[] multiply(Products products, Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
            float[] values = floats(c.values());
            products.ofFloats().multiply(with(a, floats(a.values())), with(b, floats(b.values())), with(c, values));
            double[] result = new double[values.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = values[i];
            }
            return result;
        }

        @Override
        void add(double a, double[] b, double[] sums) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] = Math.fma((float) a, (float) b[j], (float) sums[j]);
            }
        }

        @Override
        double round(double x) {
            return (float) x;
        }
    },
    DOUBLE(0x1p-53, 8) {
        @Override
        double[] multiply(Products products, Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
            double[] values = c.values().clone();
            products.ofDoubles().multiply(a, b, with(c, values));
            return values;
        }

        @Override
        void add(double a, double[] b, double[] sums) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] = Math.fma(a, b[j], sums[j]);
            }
        }

        @Override
        double round(double x) {
            return x;
        }
    };

    final double epsilon;
    private final int chains;

    ElementType(double epsilon, int chains) {
        this.epsilon = epsilon;
        this.chains = chains;
    }

    /** Returns the array of c after the product. */
    abstract double[] multiply(Products products, Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c);

    /** Adds a multiple of a row to sums, and rounds each sum once. */
    abstract void add(double a, double[] b, double[] sums);

    abstract double round(double x);

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static <A> Matrix<A> with(Matrix<?> matrix, A values) {
        return new Matrix<>(
                values,
                matrix.offset(),
                matrix.rows(),
                matrix.columns(),
                matrix.rowStep(),
                matrix.columnStep(),
                matrix.finite());
    }

    /** Computes the product in C order by its definition, which depends on neither layouts nor blocks. */
    final double[] definition(Matrix<double[]> a, Matrix<double[]> b) {
        int n = b.columns();
        double[] c = new double[a.rows() * n];
        double[][] rowsOfB = new double[b.rows()][n];
        for (int p = 0; p < b.rows(); p++) {
            for (int j = 0; j < n; j++) {
                rowsOfB[p][j] = at(b, p, j);
            }
        }
        boolean hasChains = n == 1 ? b.rows() >= 32 : n <= 4 && b.rows() >= 256;
        double[][] sums = new double[hasChains ? chains : 1][n];
        for (int i = 0; i < a.rows(); i++) {
            for (double[] sum : sums) {
                Arrays.fill(sum, 0);
            }
            for (int p = 0; p < b.rows(); p++) {
                add(at(a, i, p), rowsOfB[p], sums[p % sums.length]);
            }
            for (int j = 0; j < n; j++) {
                c[i * n + j] = total(sums, j) + 0.0;
            }
        }
        return c;
    }

    private double total(double[][] sums, int j) {
        for (int chain = 4; chain < sums.length; chain++) {
            sums[chain % 4][j] = round(sums[chain % 4][j] + sums[chain][j]);
        }
        return sums.length == 1 ? sums[0][j] : round(round(sums[0][j] + sums[1][j]) + round(sums[2][j] + sums[3][j]));
    }

    private static double at(Matrix<double[]> matrix, int i, int j) {
        return matrix.values()[matrix.offset() + i * matrix.rowStep() + j * matrix.columnStep()];
    }
}
