package io.github.dlfs4j.ndarray.kernel.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues of tridiagonal matrices, by rotations and by halves. */
class TridiagonalTest {
    /** Elements from 1 to 1e-300: products of rotations underflow, which must not make rotations inaccurate. */
    @ParameterizedTest
    @ValueSource(longs = {347, 923, 2922, 3598, 4193})
    void rotationsStayRotationsWhereProductsUnderflow(long seed) {
        int n = 28;
        Random random = new Random(seed);
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        double[] vectors = new double[n * n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = StrictMath.pow(10, -300 * random.nextDouble());
            beside[i] = StrictMath.pow(10, -300 * random.nextDouble());
            vectors[i * n + i] = 1;
        }

        assertThat(ImplicitQL.solve(diagonal, beside, vectors)).isTrue();

        assertThat(distanceFromOrthogonal(vectors, n)).isLessThan(1e-14);
    }

    /** The diagonal says nothing of the size of the matrix. */
    @Test
    void elementsBesideAZeroDiagonalCountAsZeroBesideLargeOnes() {
        double[] diagonal = {0, 0, -1e-227, 1e-288};
        double[] vectors = new double[16];
        for (int i = 0; i < 4; i++) {
            vectors[5 * i] = 1;
        }

        assertThat(ImplicitQL.solve(diagonal, new double[] {-0.75, -1e-191, 1e-232, 0}, vectors))
                .isTrue();

        assertThat(diagonal[0]).isEqualTo(-0.75);
        assertThat(diagonal[3]).isEqualTo(0.75);
        assertThat(distanceFromOrthogonal(vectors, 4)).isLessThan(1e-14);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 33",
        "NORMAL, 130",
        "NORMAL, 301",
        "GRADED, 70",
        "GRADED_UP, 70",
        "WIDE, 113",
        "WIDE, 200",
        "WEAK, 100",
        "TWO_CLUSTERS, 90",
        "SPARSE, 150",
        "INTEGERS, 120",
        "ZERO_DIAGONAL, 99",
        "TINY_HALF, 80"
    })
    void halvesGiveOrthogonalVectorsAndTheSameValuesWithoutThem(Kind kind, int n) {
        for (long seed = 0; seed < 5; seed++) {
            double[] diagonal = new double[n];
            double[] beside = new double[n];
            kind.fill(diagonal, beside, new Random(seed));
            double[] values = diagonal.clone();
            double[] alone = diagonal.clone();

            Matrix<double[]> vectors = DivideAndConquer.solve(values, beside.clone(), true);
            DivideAndConquer.solve(alone, beside.clone(), false);

            assertThat(alone).containsExactly(values);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(values).containsExactly(sorted);
            double bound = 10 * Math.sqrt(n) * 0x1p-52;
            assertThat(distanceFromOrthogonal(vectors.values(), n)).isLessThan(bound);
            assertThat(residual(diagonal, beside, values, vectors.values())).isLessThan(4 * bound);
        }
    }

    /** What a matrix is made of; its elements have a magnitude of at most about 4. */
    enum Kind {
        NORMAL,
        GRADED,
        GRADED_UP,
        WIDE,
        WEAK,
        TWO_CLUSTERS,
        SPARSE,
        INTEGERS,
        ZERO_DIAGONAL,
        TINY_HALF;

        void fill(double[] diagonal, double[] beside, Random random) {
            int n = diagonal.length;
            for (int i = 0; i < n; i++) {
                double normal = random.nextGaussian();
                double other = random.nextGaussian();
                double grade = StrictMath.pow(2, -0.7 * (this == GRADED_UP ? n - i : i));
                diagonal[i] = switch (this) {
                    case NORMAL -> normal;
                    case GRADED, GRADED_UP -> grade;
                    case WIDE -> StrictMath.pow(10, -300 * random.nextDouble());
                    case WEAK -> 1;
                    case TWO_CLUSTERS -> 2 * i < n ? 1 : -1;
                    case SPARSE -> random.nextInt(4) == 0 ? normal : 0;
                    case INTEGERS -> random.nextInt(3);
                    case ZERO_DIAGONAL -> 0;
                    case TINY_HALF -> 2 * i < n ? normal : normal * 1e-290;
                };
                beside[i] = switch (this) {
                    case NORMAL -> other;
                    case GRADED, GRADED_UP -> 0.6 * grade;
                    case WIDE -> StrictMath.pow(10, -300 * random.nextDouble());
                    case WEAK -> other * 1e-15;
                    case TWO_CLUSTERS -> other * 1e-3;
                    case SPARSE -> random.nextInt(3) == 0 ? 0 : other * 1e-9;
                    case INTEGERS -> random.nextInt(3) - 1;
                    case ZERO_DIAGONAL -> random.nextDouble();
                    case TINY_HALF -> 2 * i < n ? other : other * 1e-290;
                };
            }
        }
    }

    /** A matrix of one element, and two eigenvalues whose quotient of distance and coupling is extreme. */
    @Test
    void smallTridiagonalMatricesAreSolvedAsOnPaper() {
        double[] one = {-3};
        assertThat(DivideAndConquer.solve(one, new double[1], true).values()).containsExactly(1);
        assertThat(one).containsExactly(-3);

        double[] two = {1, 1};
        double[] vectors = {1, 0, 0, 1};
        assertThat(ImplicitQL.solve(two, new double[] {1, 0}, vectors)).isTrue();
        assertThat(two).containsExactly(0, 2);

        double[] apart = {1, -1};
        assertThat(ImplicitQL.solve(apart, new double[] {1e-200, 0}, vectors)).isTrue();
        assertThat(apart).containsExactly(-1, 1);
    }

    /** The first root of two poles far apart, and the last, have no cancellation in their distances. */
    @Test
    void rootsOfTheSecularEquationSolveIt() {
        double[] poles = {0, 1e-8, 1};
        double[] z = {0.5, 0.5, Math.sqrt(0.5)};
        SecularEquation equation = new SecularEquation(poles, z, 2);
        for (int root = 0; root < 3; root++) {
            double[] distances = new double[3];
            double value = equation.solve(root, distances, 0);
            double sum = 0.5;
            double magnitudes = 0.5;
            for (int j = 0; j < 3; j++) {
                sum += z[j] * z[j] / distances[j];
                magnitudes += Math.abs(z[j] * z[j] / distances[j]);
            }
            assertThat(value).isGreaterThan(poles[root]).isLessThan(root < 2 ? poles[root + 1] : 3);
            assertThat(Math.abs(sum)).isLessThan(1e-14 * magnitudes);
        }
    }

    private static double distanceFromOrthogonal(double[] vectors, int n) {
        double distance = 0;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = j == k ? -1 : 0;
                for (int i = 0; i < n; i++) {
                    sum += vectors[i * n + j] * vectors[i * n + k];
                }
                distance = Math.max(distance, Math.abs(sum));
            }
        }
        return distance;
    }

    private static double residual(double[] diagonal, double[] beside, double[] values, double[] x) {
        int n = diagonal.length;
        double residual = 0;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                double above = i > 0 ? beside[i - 1] * x[(i - 1) * n + j] : 0;
                double below = i < n - 1 ? beside[i] * x[(i + 1) * n + j] : 0;
                residual = Math.max(residual, Math.abs(above + (diagonal[i] - values[j]) * x[i * n + j] + below));
            }
        }
        return residual;
    }
}
