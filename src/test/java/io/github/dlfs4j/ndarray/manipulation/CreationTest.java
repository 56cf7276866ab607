package io.github.dlfs4j.ndarray.manipulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PadMode;
import io.github.dlfs4j.ndarray.Shape;
import org.junit.jupiter.api.Test;

/** Tests of what the records cannot show. */
class CreationTest {
    @Test
    void fromFunctionAppliesItToThePositionsOfAllElements() {
        assertThat(Creation.fromFunction(DType.INT64, at -> at[0].mul(10).add(at[1]), 2, 3))
                .isEqualTo(NDArray.of(new int[][] {{0, 1, 2}, {10, 11, 12}}));
        assertThat(Creation.fromFunction(at -> at[0], 2)).isEqualTo(NDArray.of(0.0, 1.0));
    }

    @Test
    void anArrayCanBeTheModelOfAnother() {
        NDArray a = NDArray.of(1.5f, 2.5f);

        assertThat(NDArray.zerosLike(a, DType.INT64)).isEqualTo(NDArray.of(0, 0));
        assertThat(Creation.emptyLike(a)).isEqualTo(NDArray.of(0f, 0f));
        assertThat(Creation.fullLike(a, 0.5)).isEqualTo(NDArray.of(0.5f, 0.5f));
        assertThat(Creation.fullLike(a, 3)).isEqualTo(NDArray.of(3f, 3f));
    }

    @Test
    void emptyArraysAreZerosWhereNoScopeIsOpen() {
        assertThat(NDArray.empty(2)).isEqualTo(NDArray.of(0.0, 0.0));
        assertThat(NDArray.empty(DType.FLOAT32, 1, 2)).isEqualTo(NDArray.zeros(DType.FLOAT32, 1, 2));
        assertThatThrownBy(() -> NDArray.empty(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative dimensions are not allowed");
    }

    @Test
    void theDiagonalOfAMatrixIsAReadOnlyView() {
        NDArray a = NDArray.arange(4).reshape(2, 2);
        NDArray diagonal = Creation.diag(a);
        a.at(1, 1).set(9);

        assertThat(diagonal).isEqualTo(NDArray.of(0, 9));
        assertThatThrownBy(() -> diagonal.fill(0)).hasMessage("assignment destination is read-only");
    }

    @Test
    void powersOfAVandermondeMatrixAscendOrDescend() {
        NDArray x = NDArray.of(1, 2, 3);

        assertThat(Creation.vander(x)).isEqualTo(NDArray.of(new int[][] {{1, 1, 1}, {4, 2, 1}, {9, 3, 1}}));
        assertThat(Creation.vander(x, 2, true)).isEqualTo(NDArray.of(new int[][] {{1, 1}, {1, 2}, {1, 3}}));
    }

    @Test
    void aTriangleHasTheGivenDType() {
        assertThat(Creation.tri(DType.INT64, 2, 2, 0)).isEqualTo(NDArray.of(new int[][] {{1, 0}, {1, 1}}));
    }

    @Test
    void aScalarHasNoTriangle() {
        assertThatThrownBy(() -> Creation.tril(NDArray.scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a triangle needs an array of at least one axis");
    }

    @Test
    void aGeometricSequenceBeginsAndEndsExactly() {
        NDArray series = Creation.geomspace(3, 7000, 5);

        assertThat(series.getDouble(0)).isEqualTo(3);
        assertThat(series.getDouble(4)).isEqualTo(7000);
    }

    @Test
    void createdMatricesWithoutElementsMayHaveAnyLength() {
        assertThat(Creation.vander(NDArray.zeros(0), Integer.MAX_VALUE, true).shape())
                .isEqualTo(Shape.of(0, Integer.MAX_VALUE));
        assertThat(Creation.tri(Integer.MAX_VALUE, 0, 0).shape()).isEqualTo(Shape.of(Integer.MAX_VALUE, 0));
    }

    @Test
    void aScalarHasNoMarginOfNegativeWidth() {
        assertThatThrownBy(() -> NDArray.scalar(2.0).pad(-1, PadMode.EDGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index can't contain negative values");
    }
}
