package io.github.dlfs4j.ndarray.kernel;

/** Operands of double on which {@link WarmingKernels} try an operation. */
final class DoubleSample {
    /** No multiple of a vector's length: what is left over at the end must be compiled as well. */
    static final int SIZE = 1009;

    private static final int ROWS = 8;

    private final double[] x = new double[SIZE];

    DoubleSample() {
        for (int i = 0; i < SIZE; i++) {
            x[i] = (i % 100 + 1) / 50.0;
        }
    }

    /** Runs functions of one operand. */
    void run(UnaryLoop<double[]> function) {
        function.run(x, new double[SIZE], 0, SIZE);
    }

    /** Runs all comparisons, and the choice. */
    void compare(Kernels kernels) {
        boolean[] out = new boolean[SIZE];
        kernels.equal(x, x, out, 0, SIZE);
        kernels.notEqual(x, x, out, 0, SIZE);
        kernels.less(x, x, out, 0, SIZE);
        kernels.lessEqual(x, x, out, 0, SIZE);
        kernels.choose(out, x, x, new double[SIZE], 0, SIZE);
    }

    /** Runs all reductions. */
    void reduce(Kernels kernels) {
        double[] result = new double[SIZE / ROWS];
        kernels.sum(x, 0, SIZE, result, 0);
        kernels.maximum(x, 0, SIZE, result, 0);
        kernels.minimum(x, 0, SIZE, result, 0);
        kernels.argmax(x, 0, SIZE, new long[1], 0, 1);
        kernels.addRows(x, 0, ROWS, result, result.length);
    }
}
