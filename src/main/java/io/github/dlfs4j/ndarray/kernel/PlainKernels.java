package io.github.dlfs4j.ndarray.kernel;

/** {@link Kernels} in plain loops, for every virtual machine. */
final class PlainKernels implements Kernels {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void exp(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) Math.exp(a[i]);
        }
    }

    @Override
    public void exp(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.exp(a[i]);
        }
    }

    @Override
    public void log(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) Math.log(a[i]);
        }
    }

    @Override
    public void log(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.log(a[i]);
        }
    }

    @Override
    public void tanh(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) Math.tanh(a[i]);
        }
    }

    @Override
    public void tanh(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.tanh(a[i]);
        }
    }

    @Override
    public void multiplyFloats(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                float sum = 0;
                for (int p = 0; p < a.columns(); p++) {
                    sum += a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()]
                            * b.values()[b.offset() + p * b.rowStep() + j * b.columnStep()];
                }
                c.values()[c.offset() + i * c.rowStep() + j] = sum;
            }
        }
    }

    @Override
    public void multiplyDoubles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                double sum = 0;
                for (int p = 0; p < a.columns(); p++) {
                    sum += a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()]
                            * b.values()[b.offset() + p * b.rowStep() + j * b.columnStep()];
                }
                c.values()[c.offset() + i * c.rowStep() + j] = sum;
            }
        }
    }
}
