package io.github.dlfs4j.arithmetic;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.linalg.SlogdetResult;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.function.BiConsumer;

/** Systems of equations on fixed numbers, small ones and such as are computed in blocks. */
final class LinearSystems {
    private static final int[] LENGTHS = {3, 32, 100, 300};

    private final BiConsumer<String, NDArray> results;
    private final RandomState random = new RandomState(20261129);

    private LinearSystems(BiConsumer<String, NDArray> results) {
        this.results = results;
    }

    /** Computes all functions of some dtypes, as {@link Operations#run} does. */
    static void run(Iterable<DType> dtypes, BiConsumer<String, NDArray> results) {
        LinearSystems systems = new LinearSystems(results);
        for (DType dtype : dtypes) {
            for (int n : LENGTHS) {
                NDArray a = systems.normal(dtype, n, n);
                NDArray b = systems.normal(dtype, n, Math.max(1, n / 2));
                if (!Operations.isLeftOut(n, n, n)) {
                    systems.compute(dtype + " %s " + n, a, b);
                }
            }
            systems.compute(dtype + " %s stack", systems.normal(dtype, 5, 70, 70), systems.normal(dtype, 70, 2));
        }
    }

    private NDArray normal(DType dtype, int... shape) {
        return random.randn(shape).astype(dtype);
    }

    private void compute(String name, NDArray a, NDArray b) {
        NDArray vector = b.transpose().get(0);
        NDArray square = LinearAlgebra.matmul(a, a.swapaxes(-1, -2))
                .add(NDArray.eye(a.shape(-1)).astype(a.dtype()));
        SlogdetResult parts = LinearAlgebra.slogdet(a);
        add(name, "solve", LinearAlgebra.solve(a, b));
        add(name, "solve vector", LinearAlgebra.solve(a, vector));
        add(name, "inv", LinearAlgebra.inv(a));
        add(name, "det", LinearAlgebra.det(a));
        add(name, "slogdet sign", parts.sign());
        add(name, "slogdet", parts.logabsdet());
        add(name, "cholesky", LinearAlgebra.cholesky(square));
        add(name, "cholesky upper", LinearAlgebra.cholesky(square, true));
        add(name, "matrixPower", LinearAlgebra.matrixPower(a, 5));
        add(name, "matrixPower -3", LinearAlgebra.matrixPower(a, -3));
    }

    private void add(String name, String function, NDArray result) {
        results.accept(name.formatted(function), result);
    }
}
