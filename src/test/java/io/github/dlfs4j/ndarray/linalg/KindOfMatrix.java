package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;

/** The kinds of matrices that a decomposition is tested with. */
enum KindOfMatrix {
    RANDOM,
    /** The columns have lengths from 1 to 1e-30. */
    GRADED_COLUMNS,
    /** The rows have lengths from 1 to 1e-30. */
    GRADED_ROWS,
    RANK_1,
    /** The last column is the first one, but for 1e-13. */
    NEARLY_SINGULAR,
    ZEROS,
    ONES,
    IDENTITY,
    SMALL_INTEGERS,
    HUGE,
    TINY,
    SUBNORMAL;

    /** Rows and columns of the matrices that are tried. */
    static final int[][] SHAPES = {
        {1, 1},
        {2, 2},
        {5, 3},
        {3, 5},
        {1, 7},
        {7, 1},
        {9, 9},
        {33, 33},
        {40, 20},
        {20, 40},
        {70, 65},
        {130, 129},
        {130, 130},
        {300, 3},
        {3, 300}
    };

    /** Returns a matrix that depends on the arguments alone. */
    NDArray make(int m, int n, DType dtype) {
        RandomState random = new RandomState(31 * m + n);
        NDArray normal = random.randn(m, n);
        boolean isFloat = dtype == DType.FLOAT32;
        NDArray matrix = switch (this) {
            case RANDOM -> normal;
            case GRADED_COLUMNS -> normal.mul(grades(n));
            case GRADED_ROWS -> normal.mul(grades(m).expandDims(1));
            case RANK_1 -> random.randn(m, 1).dot(random.randn(1, n));
            case NEARLY_SINGULAR -> {
                NDArray noise = random.randn(m).mul(1e-13);
                normal.at(Index.all(), Index.at(-1))
                        .set(normal.get(Index.all(), Index.at(0)).add(noise));
                yield normal;
            }
            case ZEROS -> NDArray.zeros(m, n);
            case ONES -> NDArray.ones(m, n);
            case IDENTITY -> NDArray.eye(m, n, 0);
            case SMALL_INTEGERS -> random.randint(-3, 4, m, n);
            case HUGE -> normal.mul(isFloat ? 1e34 : 1e300);
            case TINY -> normal.mul(isFloat ? 1e-30 : 1e-300);
            case SUBNORMAL -> normal.mul(isFloat ? 1e-43 : 1e-320);
        };
        return matrix.astype(dtype);
    }

    private static NDArray grades(int count) {
        NDArray exponents = NDArray.arange(0.0, (double) count, 1.0).mul(-30.0 / count);
        return NDArray.full(10.0, count).pow(exponents);
    }

    /** Returns the distance of {@code q.T() q} from the identity. */
    static double distanceFromOrthogonal(NDArray q) {
        NDArray columns = q.astype(DType.FLOAT64);
        return largest(columns.T().dot(columns).sub(NDArray.eye(columns.shape(1))));
    }

    /** Returns the largest magnitude of an element, 0 if there is none. */
    static double largest(NDArray a) {
        return a.size() == 0 ? 0 : a.astype(DType.FLOAT64).abs().max().asDouble();
    }
}
