package io.github.dlfs4j.ndarray.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;

/** Tests of what the records cannot show. */
@BothKernels
class ProductsTest {
    @Test
    void tensordotSumsTwoAxesByDefault() {
        NDArray a = NDArray.arange(24).reshape(2, 3, 4);
        NDArray b = NDArray.arange(60).reshape(3, 4, 5);

        assertThat(LinearAlgebra.tensordot(a, b)).isEqualTo(LinearAlgebra.einsum("ijk,jkl->il", a, b));
        assertThatThrownBy(() -> LinearAlgebra.tensordot(a, NDArray.of(1, 2, 3)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("tuple index out of range");
    }

    @Test
    void aStackOfMatricesIsMultipliedMatrixByMatrix() {
        NDArray a = new RandomState(1).randn(3, 1, 4, 5);
        NDArray b = new RandomState(2).randn(2, 5, 6);
        NDArray product = LinearAlgebra.matmul(a, b);

        assertThat(product).isEqualTo(a.matmul(b));
        assertThat(product.shape()).isEqualTo(Shape.of(3, 2, 4, 6));
        assertThat(product.get(2, 1)).isEqualTo(a.get(2, 0).dot(b.get(1)));
    }

    @Test
    void aNormAlongAnAxisNeedsItsOrderAndTheAxis() {
        NDArray a = NDArray.of(new double[][] {{3, 4}, {5, 12}});

        assertThat(LinearAlgebra.norm(a, 2, -1)).isEqualTo(NDArray.of(5.0, 13.0));
        assertThat(LinearAlgebra.norm(a, 1, 0)).isEqualTo(NDArray.of(8.0, 16.0));
    }

    @Test
    void tensordotRefusesMoreSummedAxesThanThereAre() {
        NDArray a = NDArray.ones(2, 2);

        for (int axes : new int[] {3, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> LinearAlgebra.tensordot(a, a, axes))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("tuple index out of range");
        }
    }

    @Test
    void productsWithoutElementsMayHaveLongAxes() {
        NDArray a = NDArray.ones(0, 1 << 16, 1 << 16);

        assertThat(LinearAlgebra.tensordot(a, NDArray.ones(2), 0).shape()).isEqualTo(Shape.of(0, 1 << 16, 1 << 16, 2));
        assertThat(LinearAlgebra.einsum("i,j,k->i", NDArray.ones(1 << 16), NDArray.ones(1 << 16), NDArray.ones(0)))
                .isEqualTo(NDArray.zeros(1 << 16));
    }
}
