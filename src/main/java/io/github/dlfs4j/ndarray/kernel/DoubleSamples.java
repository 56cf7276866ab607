package io.github.dlfs4j.ndarray.kernel;

import java.util.List;
import java.util.function.Consumer;

/** Operations on double that {@link WarmingKernels} try. */
final class DoubleSamples {
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

    private DoubleSamples() {}

    static List<Consumer<Kernels>> of(WarmedOperation operation) {
        double[] out = new double[SIZE];
        boolean[] result = new boolean[SIZE];
        return switch (operation) {
            case EXP -> List.of(kernels -> kernels.exp(X, out, 0, SIZE));
            case SIGMOID -> List.of(kernels -> kernels.sigmoid(X, out, 0, SIZE));
            case LOG -> List.of(kernels -> kernels.log(X, out, 0, SIZE));
            case TANH -> List.of(kernels -> kernels.tanh(X, out, 0, SIZE));
            case COMPARISON ->
                List.of(
                        kernels -> kernels.equal(X, X, result, 0, SIZE),
                        kernels -> kernels.notEqual(X, X, result, 0, SIZE),
                        kernels -> kernels.less(X, X, result, 0, SIZE),
                        kernels -> kernels.lessEqual(X, X, result, 0, SIZE),
                        kernels -> kernels.choose(result, X, X, out, 0, SIZE));
            case REDUCTION ->
                List.of(
                        kernels -> kernels.sum(X, 0, SIZE, out, 0),
                        kernels -> kernels.sum(LONG_RUN, 0, LONG_RUN.length, out, 0),
                        kernels -> kernels.maximum(X, 0, SIZE, out, 0),
                        kernels -> kernels.minimum(X, 0, SIZE, out, 0),
                        kernels -> kernels.argmax(X, 0, SIZE, new long[1], 0, 1),
                        kernels -> kernels.addRows(X, 0, ROWS, out, SIZE / ROWS));
        };
    }
}
