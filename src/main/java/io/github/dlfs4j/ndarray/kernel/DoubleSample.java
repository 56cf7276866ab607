package io.github.dlfs4j.ndarray.kernel;

/** Operands of double on which {@link WarmingKernels} try an operation. */
final class DoubleSample {
    /** No multiple of a vector's length: what is left over at the end must be compiled as well. */
    static final int SIZE = 1009;

    private static final int ROWS = 8;

    private static final double[] X = new double[SIZE];

    /** Its sum is computed in four quarters. */
    private static final double[] LONG_RUN = new double[4096];

    static {
        for (int i = 0; i < SIZE; i++) {
            X[i] = (i % 100 + 1) / 50.0;
        }
    }

    private DoubleSample() {}

    /** Runs an operation, or all that belong to it. */
    static void run(WarmedOperation operation, Kernels kernels) {
        double[] out = new double[SIZE];
        switch (operation) {
            case EXP -> kernels.exp(X, out, 0, SIZE);
            case SIGMOID -> kernels.sigmoid(X, out, 0, SIZE);
            case LOG -> kernels.log(X, out, 0, SIZE);
            case TANH -> kernels.tanh(X, out, 0, SIZE);
            case COMPARISON -> compare(kernels, out);
            case REDUCTION -> reduce(kernels, out);
        }
    }

    private static void compare(Kernels kernels, double[] out) {
        boolean[] result = new boolean[SIZE];
        kernels.equal(X, X, result, 0, SIZE);
        kernels.notEqual(X, X, result, 0, SIZE);
        kernels.less(X, X, result, 0, SIZE);
        kernels.lessEqual(X, X, result, 0, SIZE);
        kernels.choose(result, X, X, out, 0, SIZE);
    }

    private static void reduce(Kernels kernels, double[] out) {
        kernels.sum(X, 0, SIZE, out, 0);
        kernels.sum(LONG_RUN, 0, LONG_RUN.length, out, 0);
        kernels.maximum(X, 0, SIZE, out, 0);
        kernels.minimum(X, 0, SIZE, out, 0);
        kernels.argmax(X, 0, SIZE, new long[1], 0, 1);
        kernels.addRows(X, 0, ROWS, out, SIZE / ROWS);
    }
}
