package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues and eigenvectors of symmetric matrices. */
class SymmetricEigenTest {
    /** Orders below and above the size of a leaf, of a block of reflections, and of several levels of halves. */
    private static final int[] ORDERS = {1, 2, 3, 10, 31, 32, 33, 34, 64, 65, 100, 150};

    private static List<String> matrices() {
        List<String> names = new ArrayList<>();
        for (int n : ORDERS) {
            for (String kind : List.of(
                    "random",
                    "zero",
                    "ones",
                    "identity",
                    "diagonal",
                    "wilkinson",
                    "glued",
                    "laplace",
                    "clement",
                    "hilbert",
                    "graded",
                    "gradedUp",
                    "widelyGraded",
                    "nearIdentity",
                    "lowRank",
                    "huge",
                    "tiny")) {
                names.add(kind + " " + n);
            }
        }
        return names;
    }

    private static NDArray matrix(String name) {
        String[] words = name.split(" ", -1);
        int n = Integer.parseInt(words[1]);
        NDArray random = symmetric(new RandomState(n).randn(n, n));
        NDArray i = NDArray.arange(0.0, n, 1).reshape(n, 1);
        NDArray j = i.transpose();
        NDArray beside = i.sub(j).abs().eq(1).astype(DType.FLOAT64);
        NDArray identity = NDArray.eye(n);
        return switch (words[0]) {
            case "random" -> random;
            case "zero" -> NDArray.zeros(n, n);
            case "ones" -> NDArray.ones(n, n);
            case "identity" -> identity;
            case "diagonal" -> random.mul(identity);
            case "wilkinson" -> i.sub(n / 2).abs().mul(identity).add(beside);
            case "glued" -> glued(n);
            case "laplace" -> identity.mul(2).sub(beside);
            case "clement" -> {
                NDArray larger = i.maximum(j);
                yield larger.mul(larger.rsub(n)).sqrt().mul(beside);
            }
            case "hilbert" -> i.add(j).add(1).rdiv(1);
            case "graded" -> random.mul(NDArray.scalar(10.0).pow(i.add(j).mul(-8.0 / n)));
            case "gradedUp" ->
                random.mul(NDArray.scalar(10.0).pow(i.add(j).sub(2.0 * n).mul(8.0 / n)));
            case "widelyGraded" -> random.mul(NDArray.scalar(10.0).pow(i.add(j).mul(-150.0 / n)));
            case "nearIdentity" -> random.mul(1e-14).add(identity);
            case "lowRank" -> random.get(Index.all(), Index.to(1)).dot(random.get(Index.to(1)));
            case "huge" -> random.mul(1e300);
            case "tiny" -> random.mul(1e-300);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static NDArray symmetric(NDArray a) {
        return a.add(a.transpose()).div(2);
    }

    /** Wilkinson's matrices of order 21, which have pairs of nearly equal eigenvalues, one beside the other. */
    private static NDArray glued(int n) {
        NDArray a = NDArray.zeros(n, n);
        for (int i = 0; i < n; i++) {
            a.at(i, i).set(Math.abs(10 - i % 21));
            if (i > 0) {
                double link = i % 21 == 0 ? 1e-10 : 1;
                a.at(i, i - 1).set(link);
                a.at(i - 1, i).set(link);
            }
        }
        return a;
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void symmetricEigenvectorsAreOrthogonalAndSolveTheEquation(String name) {
        check(matrix(name));
    }

    private static void check(NDArray a) {
        EigResult result = LinearAlgebra.eigh(a);
        int n = a.shape(0);
        NDArray values = result.eigenvalues();
        NDArray vectors = result.eigenvectors();

        double bound = 2 * n * 0x1p-52;
        double largest = a.abs().max().asDouble();
        double scale = largest == 0 ? 1 : largest;
        NDArray scaled = a.div(scale);
        NDArray residual = scaled.dot(vectors).sub(vectors.mul(values.div(scale)));
        assertThat(residual.abs().max().asDouble())
                .isLessThanOrEqualTo(bound * LinearAlgebra.norm(scaled).asDouble());
        NDArray gram = vectors.transpose().dot(vectors);
        assertThat(gram.sub(NDArray.eye(n)).abs().max().asDouble()).isLessThanOrEqualTo(bound);
        for (int i = 1; i < n; i++) {
            assertThat(values.getDouble(i)).isGreaterThanOrEqualTo(values.getDouble(i - 1));
        }
        assertThat(LinearAlgebra.eigvalsh(a)).isEqualTo(values);
        NDArray peaks = vectors.abs().argmax(0);
        for (int j = 0; j < n; j++) {
            assertThat(vectors.getDouble((int) peaks.getLong(j), j)).isPositive();
        }
    }

    @Test
    void eigenvaluesOfALargeSymmetricMatrixAreFound() {
        check(symmetric(new RandomState(7).randn(300, 300)));
    }

    @Test
    void aProjectionHasTheEigenvaluesZeroAndOne() {
        NDArray values = LinearAlgebra.eigvalsh(NDArray.ones(40, 40).div(40));

        assertThat(values.getDouble(39)).isCloseTo(1, within(1e-14));
        assertThat(values.get(Index.to(39)).abs().max().asDouble()).isLessThan(1e-15);
    }

    /** The eigenvalues of the second difference are 2 - 2 cos(k π / (n + 1)). */
    @Test
    void theSecondDifferenceHasItsKnownEigenvalues() {
        int n = 90;
        NDArray expected = NDArray.arange(1.0, n + 1, 1)
                .mul(Math.PI / (n + 1))
                .cos()
                .mul(-2)
                .add(2);

        assertThat(LinearAlgebra.eigvalsh(matrix("laplace 90"))).isCloseTo(expected, 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 33, 70})
    void eighReadsOnlyOneTriangle(int n) {
        NDArray a = symmetric(new RandomState(n).randn(n, n));
        NDArray rows = NDArray.arange(n).reshape(n, 1);
        NDArray lower = NDArray.where(rows.ge(rows.transpose()), a, NDArray.scalar(Double.NaN));
        NDArray upper = lower.transpose();

        assertThat(LinearAlgebra.eigh(lower)).isEqualTo(LinearAlgebra.eigh(a));
        assertThat(LinearAlgebra.eigvalsh(lower)).isEqualTo(LinearAlgebra.eigvalsh(a));
        assertThat(LinearAlgebra.eigh(upper, Triangle.UPPER)).isEqualTo(LinearAlgebra.eigh(a));
        assertThat(LinearAlgebra.eigvalsh(upper, Triangle.UPPER)).isEqualTo(LinearAlgebra.eigvalsh(a));
        assertThat(LinearAlgebra.eigvalsh(a, Triangle.LOWER)).isEqualTo(LinearAlgebra.eigvalsh(a));
    }

    @Test
    void eighMakesFloat64OfIntegersAndBooleans() {
        EigResult ofIntegers = LinearAlgebra.eigh(NDArray.of(new int[][] {{2, 0}, {0, -3}}));
        assertThat(ofIntegers.eigenvalues().repr()).isEqualTo("array([-3.,  2.])");
        assertThat(ofIntegers.eigenvectors().repr()).isEqualTo("array([[0., 1.],\n       [1., 0.]])");
        assertThat(LinearAlgebra.eigvalsh(NDArray.ones(DType.BOOL, 2, 2)).repr())
                .isEqualTo("array([0., 2.])");
    }
}
