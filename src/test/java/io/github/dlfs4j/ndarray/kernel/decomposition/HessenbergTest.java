package io.github.dlfs4j.ndarray.kernel.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reduction to Hessenberg form, in blocks and without them. */
class HessenbergTest {
    /** What a matrix is made of; its elements have a magnitude of at most about 5. */
    enum Kind {
        NORMAL,
        GRADED,
        SPARSE,
        TINY,
        WIDE,
        RANK_ONE,
        ZERO;

        double element(int i, int j, Random random) {
            double normal = random.nextGaussian();
            return switch (this) {
                case NORMAL -> normal;
                case GRADED -> normal * StrictMath.pow(2, -0.3 * (i + j));
                case SPARSE -> random.nextInt(20) == 0 ? normal : 0;
                case TINY -> normal * 1e-300;
                case WIDE -> StrictMath.pow(10, -300 * random.nextDouble());
                case RANK_ONE -> Math.sqrt(i + 1) / (j + 1);
                case ZERO -> 0;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void qAndHGiveTheMatrixBack(Kind kind) {
        IntStream.rangeClosed(1, 200)
                .filter(n -> n % (kind == Kind.NORMAL ? 1 : 9) == 0)
                .forEach(n -> check(kind, n, 0, n));
    }

    /** Outside of the middle, the matrix is triangular and stays so. */
    @Test
    void onlyTheMiddleOfAMatrixIsReduced() {
        for (int[] middle : new int[][] {{0, 0}, {3, 4}, {5, 150}, {0, 149}, {1, 150}, {20, 130}, {60, 90}}) {
            check(Kind.NORMAL, 150, middle[0], middle[1]);
        }
    }

    private static void check(Kind kind, int n, int first, int end) {
        Random random = new Random(n);
        double[][] a = new double[n][n];
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean isInside = i < end && j >= first;
                a[i][j] = j >= i || isInside ? kind.element(i, j, random) : 0;
                h[i][j] = a[i][j];
            }
        }

        double[][] q = new Hessenberg(h, first, end).transposedQ();

        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (j < i - 1 || i >= end || j < first) {
                    assertThat(h[i][j]).as("%d: (%d,%d)", n, i, j).isZero();
                }
            }
        }
        Matrix<double[]> qT = matrix(q);
        Matrix<double[]> identity = BlockProduct.zeros(n, n);
        for (int i = 0; i < n; i++) {
            identity.values()[i * n + i] = 1;
        }
        double bound = 4 * Math.sqrt(Math.max(n, 10)) * 0x1p-52;
        assertThat(distance(BlockProduct.of(qT, qT.transpose()), identity))
                .as("orthogonality, %d", n)
                .isLessThanOrEqualTo(bound * Math.sqrt(n));
        Matrix<double[]> similar = BlockProduct.of(BlockProduct.of(qT, matrix(a)), qT.transpose());
        assertThat(distance(similar, matrix(h)))
                .as("similarity, %d", n)
                .isLessThanOrEqualTo(bound * distance(matrix(a), BlockProduct.zeros(n, n)));
    }

    private static Matrix<double[]> matrix(double[][] rows) {
        int n = rows.length;
        Matrix<double[]> matrix = BlockProduct.zeros(n, n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], 0, matrix.values(), i * n, n);
        }
        return matrix;
    }

    /** Returns the Frobenius norm of the difference of two matrices, whose squares may underflow. */
    private static double distance(Matrix<double[]> a, Matrix<double[]> b) {
        double norm = 0;
        for (int i = 0; i < a.values().length; i++) {
            norm = StrictMath.hypot(norm, a.values()[i] - b.values()[i]);
        }
        return norm;
    }
}
