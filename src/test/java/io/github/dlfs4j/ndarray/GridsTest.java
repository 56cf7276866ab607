package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridsTest {
    @Test
    void theIdentityHasOnesOnItsDiagonal() {
        assertThat(NDArray.eye(3)).isEqualTo(NDArray.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
        assertThat(NDArray.eye(0)).isEqualTo(NDArray.zeros(0, 0));
        assertThatThrownBy(() -> NDArray.eye(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative dimensions are not allowed");
    }

    @Test
    void theFirstCoordinateOfAGridRunsAlongTheColumns() {
        NDArray[] grids = NDArray.meshgrid(NDArray.of(1, 2, 3), NDArray.of(0.5, 1.5));

        assertThat(grids).containsExactly(NDArray.of(new int[][] {{1, 2, 3}, {1, 2, 3}}), NDArray.of(new double[][] {
            {0.5, 0.5, 0.5}, {1.5, 1.5, 1.5}
        }));
    }

    @Test
    void furtherCoordinatesOfAGridRunAlongFurtherAxes() {
        NDArray z = NDArray.of(1, 2, 3, 4);
        NDArray[] grids = NDArray.meshgrid(NDArray.of(1, 2, 3), NDArray.of(1, 2), z);

        assertThat(grids).extracting(NDArray::shape).containsOnly(Shape.of(2, 3, 4));
        assertThat(grids[2].get(1, 2)).isEqualTo(z);
    }

    @Test
    void gridsAreNewArrays() {
        NDArray x = NDArray.of(1, 2, 3);
        NDArray[] grids = NDArray.meshgrid(x);
        grids[0].fill(0);

        assertThat(x).isEqualTo(NDArray.of(1, 2, 3));
        assertThat(NDArray.meshgrid()).isEmpty();
    }
}
