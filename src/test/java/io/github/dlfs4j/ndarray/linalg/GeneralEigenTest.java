package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Eigenvalues and eigenvectors of square matrices. */
class GeneralEigenTest {
    private static final int[] ORDERS = {1, 2, 3, 4, 10, 33, 65, 150};

    private static List<String> matrices() {
        List<String> names = new ArrayList<>();
        for (int n : ORDERS) {
            for (String kind : List.of(
                    "symmetric",
                    "similar",
                    "upper",
                    "lower",
                    "mixed",
                    "jordan",
                    "nilpotent",
                    "transposedJordan",
                    "zero",
                    "identity",
                    "stochastic",
                    "positive",
                    "badlyScaled",
                    "huge",
                    "tiny",
                    "graded",
                    "pairs")) {
                names.add(kind + " " + n);
            }
        }
        names.addAll(List.of("companion 3", "companion 6", "companion 9", "ones 3", "ones 4"));
        return names;
    }

    private static NDArray matrix(String name) {
        String[] words = name.split(" ", -1);
        int n = Integer.parseInt(words[1]);
        RandomState random = new RandomState(n);
        NDArray any = random.randn(n, n);
        NDArray symmetric = any.add(any.transpose());
        NDArray i = NDArray.arange(0.0, n, 1).reshape(n, 1);
        NDArray j = i.transpose();
        NDArray identity = NDArray.eye(n);
        NDArray above = j.sub(i).eq(1).astype(DType.FLOAT64);
        NDArray upper = any.mul(j.ge(i).astype(DType.FLOAT64));
        return switch (words[0]) {
            case "symmetric" -> symmetric;
            case "similar" -> {
                // One orthogonal matrix before a triangular one, and its transpose after it.
                NDArray q = LinearAlgebra.eigh(symmetric).eigenvectors();
                NDArray triangle = upper.mul(0.1).mul(identity.rsub(1)).add(identity.mul(i));
                yield q.dot(triangle).dot(q.transpose());
            }
            case "upper" -> upper;
            case "lower" -> upper.transpose();
            case "mixed" -> {
                NDArray order = random.permutation(n);
                yield upper.get(order).get(Index.all(), Index.of(order));
            }
            case "jordan" -> identity.mul(2).add(above);
            case "nilpotent" -> above;
            case "transposedJordan" -> identity.mul(2).add(above.transpose());
            case "zero" -> NDArray.zeros(n, n);
            case "identity" -> identity;
            case "ones" -> NDArray.ones(n, n);
            case "stochastic" -> {
                NDArray weights = symmetric.abs();
                yield weights.div(weights.sum(1, true));
            }
            case "positive" -> {
                // A tridiagonal matrix with positive elements beside its diagonal is similar to a symmetric one.
                NDArray positive = random.rand(n, n).add(0.1);
                yield positive.mul(i.sub(j).abs().le(1).astype(DType.FLOAT64));
            }
            case "badlyScaled" -> {
                NDArray scale =
                        NDArray.scalar(2.0).pow(random.randint(-30, 30, n, 1).astype(DType.FLOAT64));
                yield symmetric.mul(scale).div(scale.transpose());
            }
            case "huge" -> symmetric.mul(1e300);
            case "tiny" -> symmetric.mul(1e-300);
            case "graded" -> symmetric.mul(NDArray.scalar(10.0).pow(i.add(j).mul(-8.0 / n)));
            case "pairs" -> {
                NDArray a = identity.copy();
                for (int k = 0; k + 1 < n; k += 2) {
                    a.at(k, k + 1).set(2);
                    a.at(k + 1, k).set(3);
                    a.at(k + 1, k + 1).set(4);
                }
                yield a;
            }
            case "companion" -> companion(n);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The matrix whose eigenvalues are the roots of (x - 1) (x - 2) … (x - n). */
    private static NDArray companion(int n) {
        double[] coefficients = {1};
        for (int root = 1; root <= n; root++) {
            double[] next = Arrays.copyOf(coefficients, root + 1);
            for (int k = 1; k <= root; k++) {
                next[k] -= root * coefficients[k - 1];
            }
            coefficients = next;
        }
        NDArray a = NDArray.zeros(n, n);
        for (int k = 0; k < n; k++) {
            a.at(0, k).set(-coefficients[k + 1]);
            if (k > 0) {
                a.at(k, k - 1).set(1);
            }
        }
        return a;
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void eigenvectorsHaveLength1AndSolveTheEquation(String name) {
        NDArray a = matrix(name);
        int n = a.shape(0);
        EigResult result = LinearAlgebra.eig(a);
        NDArray values = result.eigenvalues();
        NDArray vectors = result.eigenvectors();

        double largest = a.abs().max().asDouble();
        double scale = largest == 0 ? 1 : largest;
        NDArray scaled = a.div(scale);
        NDArray residual = scaled.dot(vectors).sub(vectors.mul(values.div(scale)));
        assertThat(residual.abs().max().asDouble())
                .isLessThanOrEqualTo(4
                        * Math.max(n, 10)
                        * 0x1p-52
                        * LinearAlgebra.norm(scaled).asDouble());
        NDArray lengths = vectors.square().sum(0).sqrt();
        assertThat(lengths).isCloseTo(NDArray.ones(n), 1e-14);
        NDArray peaks = vectors.abs().argmax(0);
        for (int j = 0; j < n; j++) {
            assertThat(vectors.getDouble((int) peaks.getLong(j), j)).isPositive();
        }
        assertThat(LinearAlgebra.eigvals(a)).isEqualTo(values);
    }

    @Test
    void aSimilarMatrixHasTheSameEigenvalues() {
        NDArray values = NDArray.sort(LinearAlgebra.eigvals(matrix("similar 65")));

        assertThat(values).isCloseTo(NDArray.arange(0.0, 65, 1), 1e-9);
    }

    @Test
    void aCompanionMatrixHasTheRootsOfItsPolynomial() {
        NDArray values = NDArray.sort(LinearAlgebra.eigvals(companion(6)));

        assertThat(values).isCloseTo(NDArray.arange(1.0, 7, 1), 1e-9);
    }

    @Test
    void aTriangularMatrixHasItsDiagonalAsEigenvalues() {
        for (String name : new String[] {"upper 33", "lower 33"}) {
            NDArray a = matrix(name);
            assertThat(NDArray.sort(LinearAlgebra.eigvals(a))).isEqualTo(NDArray.sort(a.diagonal()));
        }
        assertThat(LinearAlgebra.eigvals(matrix("upper 10")))
                .isEqualTo(matrix("upper 10").diagonal());
    }

    @Test
    void aStochasticMatrixHasTheEigenvalue1() {
        EigResult result = LinearAlgebra.eig(matrix("stochastic 33"));
        int largest = (int) result.eigenvalues().argmax().asLong();

        assertThat(result.eigenvalues().getDouble(largest)).isCloseTo(1, within(1e-14));
        NDArray vector = result.eigenvectors().get(Index.all(), Index.at(largest));
        assertThat(vector).isCloseTo(NDArray.full(1 / Math.sqrt(33), 33), 1e-13);
    }

    /** As NumPy prints them, with another sign. */
    @Test
    void smallEigenvaluesAndVectorsAreThoseOfNumPy() {
        EigResult symmetric = LinearAlgebra.eig(NDArray.of(new int[][] {{2, 1}, {1, 2}}));
        assertThat(symmetric.eigenvalues()).hasToString("[3. 1.]");
        assertThat(symmetric.eigenvectors()).hasToString("[[ 0.70710678  0.70710678]\n [ 0.70710678 -0.70710678]]");
        EigResult three = LinearAlgebra.eig(NDArray.of(new double[][] {{2, 0, 0}, {1, 2, 1}, {0, 1, 3}}));
        assertThat(three.eigenvalues()).hasToString("[3.61803399 1.38196601 2.        ]");
        EigResult jordan = LinearAlgebra.eig(NDArray.of(new int[][] {{1, 1}, {0, 1}}));
        assertThat(jordan.eigenvalues()).hasToString("[1. 1.]");
        assertThat(jordan.eigenvectors())
                .hasToString("[[ 1.00000000e+00  1.00000000e+00]\n [ 0.00000000e+00 -2.22044605e-16]]");
    }

    @Test
    void complexEigenvaluesAreRefusedWithOneOfThem() {
        NDArray quarterTurn = NDArray.of(new int[][] {{0, -1}, {1, 0}});
        assertThatThrownBy(() -> LinearAlgebra.eig(quarterTurn))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("eigenvalues are complex, such as 0+1j; only real ones can be returned");
        NDArray a = NDArray.of(new double[][] {{1, -4.5}, {2, 1}});
        assertThatThrownBy(() -> LinearAlgebra.eigvals(NDArray.stack(0, NDArray.eye(2), a)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("eigenvalues are complex, such as 1+3j; only real ones can be returned");
        NDArray cycle = NDArray.eye(5).get(NDArray.of(1, 2, 3, 4, 0));
        assertThatThrownBy(() -> LinearAlgebra.eigvals(cycle.astype(DType.FLOAT32)))
                .hasMessageStartingWith("eigenvalues are complex, such as ");
    }

    @Test
    void aMessageNamesTheCureIfRoundingMakesEigenvaluesComplex() {
        NDArray nearlySymmetric = NDArray.ones(5, 5);
        nearlySymmetric.at(0, 4).set(1 + 1e-15);
        assertThatThrownBy(() -> LinearAlgebra.eig(nearlySymmetric))
                .hasMessageStartingWith("eigenvalues are complex, such as ")
                .hasMessageEndingWith(
                        "; only real ones can be returned; the matrix is nearly symmetric: eigh takes one half of it");
        // (x - 1)^3 has one eigenvector.
        NDArray defective = NDArray.of(new int[][] {{3, -3, 1}, {1, 0, 0}, {0, 1, 0}});
        assertThatThrownBy(() -> LinearAlgebra.eigvals(defective))
                .hasMessageContaining("; the imaginary part is so small that the matrix may be defective");
    }

    /** Repeated eigenvalues, which rounding makes complex if nothing keeps the matrix symmetric. */
    static List<NDArray> repeated() {
        List<NDArray> matrices = new ArrayList<>();
        for (int n = 1; n <= 100; n++) {
            matrices.add(NDArray.ones(n, n));
        }
        for (int n = 2; n <= 20; n++) {
            matrices.add(NDArray.full(1.0 / 3, n, n));
        }
        for (int seed = 0; seed < 300; seed++) {
            NDArray a = new RandomState(seed).randn(6, 2);
            matrices.add(a.dot(a.transpose()));
        }
        NDArray blocks = NDArray.zeros(7, 7);
        blocks.at(Index.range(1, 4), Index.range(1, 4)).set(1e-200);
        blocks.at(Index.range(4, 7), Index.range(4, 7)).set(0.1);
        matrices.add(blocks);
        return matrices;
    }

    @Test
    void aSymmetricMatrixHasRealEigenvalues() {
        for (NDArray a : repeated()) {
            EigResult result = LinearAlgebra.eig(a);
            NDArray values = result.eigenvalues();
            NDArray vectors = result.eigenvectors();

            double bound = 40 * 0x1p-52 * LinearAlgebra.norm(a).asDouble();
            assertThat(NDArray.sort(values)
                            .sub(LinearAlgebra.eigvalsh(a))
                            .abs()
                            .max()
                            .asDouble())
                    .isLessThanOrEqualTo(bound);
            assertThat(a.dot(vectors).sub(vectors.mul(values)).abs().max().asDouble())
                    .isLessThanOrEqualTo(bound);
            assertThat(LinearAlgebra.svdvals(vectors).min().asDouble()).isGreaterThan(0.9);
            assertThat(LinearAlgebra.eigvals(a)).isEqualTo(values);
        }
    }

    /** The order is that of the algorithm, as for any other matrix, and not {@code eigh}'s. */
    @Test
    void symmetryDoesNotChangeTheOrderOfEigenvalues() {
        assertThat(LinearAlgebra.eigvals(NDArray.ones(5, 5)).argmax().asInt()).isZero();
        assertThat(LinearAlgebra.eig(NDArray.of(new int[][] {{2, 1}, {1, 2}})).eigenvalues())
                .isEqualTo(NDArray.of(3.0, 1.0));
    }

    /**
     * If columns or rows become smaller and smaller, the eigenvalues are the ratios of the determinants of the first 1,
     * 2 and 3 rows and columns, here 3, 11 and 40.
     */
    @ParameterizedTest
    @CsvSource({"40, 1, 0", "100, 1, 0", "150, 1, 0", "40, 0, 1", "150, 0, 1", "40, 0.5, 0.5", "120, 0.5, 0.5"})
    void gradedMatricesHaveTheirSmallEigenvalues(int digits, double ofColumns, double ofRows) {
        NDArray sizes = NDArray.scalar(10.0).pow(NDArray.of(0, -0.5 * digits, -digits));
        NDArray a = NDArray.of(new double[][] {{3, 1, 2}, {1, 4, 1}, {2, 1, 5}})
                .mul(sizes.pow(ofColumns))
                .mul(sizes.pow(ofRows).reshape(3, 1));
        for (double size : new double[] {1, 1e-150, 1e150}) {
            assertSolved(
                    a.mul(size), NDArray.of(3, 11.0 / 3, 40.0 / 11).mul(sizes).mul(size));
        }
    }

    @Test
    void balancingScalesNothingTooMuchOutsideTheMiddle() {
        // The first row and the last column have eigenvalues of their own.
        NDArray a = NDArray.of(new double[][] {
            {7, 1e100, 1e100, 1e100, 1},
            {0, 3, 1e-120, 2e-240, 2},
            {0, 1, 4e-120, 1e-240, 3},
            {0, 2, 1e-120, 5e-240, 4},
            {0, 0, 0, 0, 9}
        });
        EigResult result = LinearAlgebra.eig(a);

        assertThat(NDArray.sort(result.eigenvalues())
                        .sub(NDArray.of(0, 0, 3.0, 7, 9))
                        .abs()
                        .max()
                        .asDouble())
                .isLessThan(1e-14);
        assertThat(result.eigenvectors().square().sum(0).sqrt()).isCloseTo(NDArray.ones(5), 1e-14);
    }

    @Test
    void aVerySmallEigenvalueIsNotLost() {
        NDArray a = NDArray.of(new double[][] {{1, 2e-75, 3e-150}, {4, 5e-75, 6e-150}, {7, 8e-75, 10e-150}});

        assertSolved(a, NDArray.of(1, -3e-75, 1e-150));
    }

    /** Each component of each residual must be small beside its own terms. */
    private static void assertSolved(NDArray a, NDArray values) {
        EigResult result = LinearAlgebra.eig(a);
        assertThat(result.eigenvalues().div(values)).isCloseTo(NDArray.ones(values.size()), 1e-14);
        NDArray vectors = result.eigenvectors();
        NDArray residual = a.dot(vectors).sub(vectors.mul(result.eigenvalues()));
        NDArray terms =
                a.abs().dot(vectors.abs()).add(vectors.mul(result.eigenvalues()).abs());
        assertThat(residual.abs().le(terms.mul(1e-14)).all().asBoolean()).isTrue();
        assertThat(LinearAlgebra.eigvals(a)).isEqualTo(result.eigenvalues());
    }
}
