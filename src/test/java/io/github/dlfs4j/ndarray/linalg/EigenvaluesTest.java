package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What general matrices and symmetric ones have in common. */
class EigenvaluesTest {
    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    enum Kind {
        GENERAL(LinearAlgebra::eig, LinearAlgebra::eigvals, "Array must not contain infs or NaNs"),
        SYMMETRIC(LinearAlgebra::eigh, LinearAlgebra::eigvalsh, "Eigenvalues did not converge");

        final Function<NDArray, EigResult> pairs;
        final Function<NDArray, NDArray> values;
        final String refusal;

        Kind(Function<NDArray, EigResult> pairs, Function<NDArray, NDArray> values, String refusal) {
            this.pairs = pairs;
            this.values = values;
            this.refusal = refusal;
        }
    }

    private static NDArray symmetric(int... shape) {
        NDArray a = new RandomState(shape[shape.length - 1]).randn(shape);
        return a.add(a.swapaxes(-1, -2));
    }

    @ParameterizedTest
    @CsvSource({"GENERAL, 3", "GENERAL, 40", "SYMMETRIC, 3", "SYMMETRIC, 40", "SYMMETRIC, 70"})
    void eigenvaluesOfAStackOrAViewAreThoseOfTheMatrixAlone(Kind kind, int n) {
        NDArray stack = kind == Kind.GENERAL ? symmetric(2, 3, n, n) : new RandomState(n).randn(2, 3, n, n);
        EigResult all = kind.pairs.apply(stack);

        assertThat(all.eigenvalues()).hasShape(2, 3, n);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                EigResult one = kind.pairs.apply(stack.get(i, j).copy());
                assertThat(all.eigenvalues().get(i, j)).isEqualTo(one.eigenvalues());
                assertThat(all.eigenvectors().get(i, j)).isEqualTo(one.eigenvectors());
            }
        }
        Index[] backwards = {Index.all(), Index.all(), Index.range(null, null, -1), Index.range(null, null, -1)};
        NDArray view = stack.get(backwards);
        assertThat(kind.pairs.apply(view)).isEqualTo(kind.pairs.apply(view.copy()));
    }

    @ParameterizedTest
    @EnumSource
    void eigenvaluesOfFloat32AreComputedInFloat64AndRoundedOnce(Kind kind) {
        NDArray a = symmetric(50, 50).astype(DType.FLOAT32);
        EigResult single = kind.pairs.apply(a);
        EigResult exact = kind.pairs.apply(a.astype(DType.FLOAT64));

        assertThat(single.eigenvalues()).isEqualTo(exact.eigenvalues().astype(DType.FLOAT32));
        assertThat(single.eigenvectors()).isEqualTo(exact.eigenvectors().astype(DType.FLOAT32));
        assertThat(kind.values.apply(a)).isEqualTo(single.eigenvalues());
    }

    @ParameterizedTest
    @EnumSource
    void emptyMatricesHaveEmptyEigenvalues(Kind kind) {
        EigResult result = kind.pairs.apply(NDArray.zeros(0, 0));
        assertThat(result.eigenvalues()).hasShape(0);
        assertThat(result.eigenvectors()).hasShape(0, 0);
        assertThat(kind.values.apply(NDArray.zeros(DType.FLOAT32, 0, 3, 3)))
                .hasShape(0, 3)
                .hasDType(DType.FLOAT32);
        assertThat(kind.pairs.apply(NDArray.zeros(2, 0, 0)).eigenvectors()).hasShape(2, 0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void eigenvaluesDoNotChangeTheirArgument(Kind kind) {
        NDArray a = symmetric(40, 40);
        NDArray copy = a.copy();

        assertThat(kind.pairs.apply(a).eigenvalues()).hasShape(40);
        assertThat(kind.values.apply(a)).hasShape(40);
        assertThat(a).isEqualTo(copy);
    }

    @ParameterizedTest
    @EnumSource
    void eigenvaluesOfInfinitiesAndNaNAreRefused(Kind kind) {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int n : new int[] {1, 2, 40}) {
                NDArray a = NDArray.ones(n, n);
                // eigh reads the lower triangle only.
                (kind == Kind.GENERAL ? a.T() : a).at(n - 1, 0).set(value);
                assertThatThrownBy(() -> kind.pairs.apply(a))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(kind.refusal);
                assertThatThrownBy(() -> kind.values.apply(a)).hasMessage(kind.refusal);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void eigenvaluesOfOtherShapesAreRefused(Kind kind) {
        assertThatThrownBy(() -> kind.pairs.apply(NDArray.zeros(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Last 2 dimensions of the array must be square");
        assertThatThrownBy(() -> kind.values.apply(NDArray.zeros(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1-dimensional array given. Array must be at least two-dimensional");
    }
}
