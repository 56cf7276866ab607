package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Singular values, and the norms of matrices that need them. */
class SingularValuesTest {
    /** The error is measured relative to the largest singular value, for float32 and float64. */
    @Test
    void singularValuesEqualNumPysWithinTheRoundingError() {
        replay("seed1/singular.tsv", record -> {
            String[] words = record.field(0).split(" ", -1);
            return inEachLayout(
                    record,
                    1,
                    (arrays, way) -> record.field(3).startsWith("!")
                            ? compare(record, 3, Tolerance.BITS, () -> call(record, arrays[0], words))
                            : difference(record, call(record, arrays[0], words), arrays[0]));
        });
    }

    private static String difference(NumPyRecord record, NDArray actual, NDArray a) {
        NDArray expected = record.array(3);
        if (actual.dtype() != expected.dtype() || !actual.shape().equals(expected.shape())) {
            return "expected %s but was %s".formatted(expected.repr(), actual.repr());
        }
        double epsilon = expected.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
        double bound = 4 * a.size() * epsilon * Double.parseDouble(record.field(2));
        NDArray error =
                actual.astype(DType.FLOAT64).sub(expected.astype(DType.FLOAT64)).abs();
        return error.le(bound).all().asBoolean() ? null : "expected %s but was %s".formatted(expected, actual);
    }

    private static NDArray call(NumPyRecord record, NDArray a, String... words) {
        ReductionOptions options = ReductionOptions.DEFAULT;
        if (words.length > 2) {
            options = ReductionOptions.axes(
                    Integer.parseInt(words[words.length - 3]), Integer.parseInt(words[words.length - 2]));
            options = words[words.length - 1].equals("1") ? options.keepDims() : options;
        }
        return switch (words[0]) {
            case "svdvals" -> LinearAlgebra.svdvals(a);
            case "nuclear" -> LinearAlgebra.norm(a, MatrixNorm.NUCLEAR, options);
            case "norm" -> LinearAlgebra.norm(a, Double.parseDouble(words[1]), options);
            default -> throw unknown(record);
        };
    }

    @Test
    void aMatrixOfKnownFactorsHasTheirSingularValues() {
        // Rotations to both sides of a diagonal matrix leave its singular values alone.
        NDArray turn = NDArray.of(new double[][] {{0.6, -0.8, 0}, {0.8, 0.6, 0}, {0, 0, 1}});
        NDArray other = NDArray.of(new double[][] {{1, 0, 0}, {0, 0.28, -0.96}, {0, 0.96, 0.28}});
        NDArray middle = NDArray.zeros(3, 3);
        middle.at(0, 0).set(1e-3);
        middle.at(1, 1).set(5);
        middle.at(2, 2).set(2);

        NDArray values = LinearAlgebra.svdvals(turn.dot(other).dot(middle).dot(turn));

        assertThat(values).isCloseTo(NDArray.of(5, 2, 1e-3), 1e-15);
    }

    /** Hilbert's matrix is nearly singular. Its smallest value is known only as well as its largest. */
    @Test
    void smallSingularValuesNextToALargeOneAreFound() {
        int n = 6;
        NDArray hilbert = NDArray.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hilbert.at(i, j).set(1.0 / (i + j + 1));
            }
        }
        NDArray values = LinearAlgebra.svdvals(hilbert);

        // The condition number of order 6, to ten digits: 1.495105864e7.
        double condition = values.getDouble(0) / values.getDouble(n - 1);
        assertThat(condition).isBetween(1.495105863e7, 1.495105865e7);
    }

    @ParameterizedTest
    @CsvSource({"1e-320, 1", "1e-200, 2", "1e200, 3", "1e307, 4"})
    void singularValuesOfAnyMagnitudeNeitherOverflowNorUnderflow(double magnitude, long seed) {
        NDArray a = new RandomState(seed).uniform(0.5, 1, 7, 4);
        NDArray scaled = a.mul(magnitude);

        NDArray values = LinearAlgebra.svdvals(scaled);

        NDArray expected = LinearAlgebra.svdvals(a).mul(magnitude);
        double largest = expected.getDouble(0);
        assertThat(values.sub(expected).abs().max().asDouble())
                .isLessThanOrEqualTo(Math.max(1e-14 * largest, 40 * Double.MIN_VALUE));
    }

    @Test
    void normsBySingularValuesRefuseNaN() {
        NDArray a = NDArray.of(new double[][] {{Double.NaN, 1}, {1, 2}});

        assertThatThrownBy(() -> LinearAlgebra.norm(a, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SVD did not converge");
    }

    @Test
    void subnormalSingularValuesBesideUsualOnesAreKept() {
        NDArray a = NDArray.of(new double[][] {{1, 0}, {0, Double.MIN_VALUE}});
        assertThat(LinearAlgebra.svdvals(a)).isEqualTo(NDArray.of(1, Double.MIN_VALUE));
        assertThat(LinearAlgebra.cond(a, -2)).isEqualTo(NDArray.scalar(Double.MIN_VALUE));
    }
}
