package io.github.dlfs4j.ndarray.kernel.product;

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
        double fma(double a, double b, double c) {
            return Math.fma((float) a, (float) b, (float) c);
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
        double fma(double a, double b, double c) {
            return Math.fma(a, b, c);
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

    abstract double fma(double a, double b, double c);

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
        double[] c = new double[a.rows() * b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                c[i * b.columns() + j] = element(a, i, b, j);
            }
        }
        return c;
    }

    private double element(Matrix<double[]> a, int i, Matrix<double[]> b, int j) {
        boolean hasChains = b.columns() == 1 ? b.rows() >= 32 : b.columns() <= 4 && b.rows() >= 256;
        double[] sums = new double[hasChains ? chains : 1];
        for (int p = 0; p < b.rows(); p++) {
            int chain = p % sums.length;
            sums[chain] = fma(at(a, i, p), at(b, p, j), sums[chain]);
        }
        if (sums.length > 1) {
            for (int chain = 4; chain < sums.length; chain++) {
                sums[chain % 4] = round(sums[chain % 4] + sums[chain]);
            }
            sums[0] = round(round(sums[0] + sums[1]) + round(sums[2] + sums[3]));
        }
        return sums[0] + 0.0;
    }

    private static double at(Matrix<double[]> matrix, int i, int j) {
        return matrix.values()[matrix.offset() + i * matrix.rowStep() + j * matrix.columnStep()];
    }
}
