package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

@BothKernels
class SinesTest {
    private final NDArray angles = NDArray.of(0, 0.5, 1, -2, 1e6);

    @Test
    void sinesAreNumPys() {
        NDArray expected =
                NDArray.of(0, 0.479425538604203, 0.8414709848078965, -0.9092974268256817, -0.34999350217129294);

        assertThat(angles.sin().allClose(expected, 0x1p-52, 0)).isTrue();
        assertThat(NDArray.of(0.5f, 2f).sin().allClose(NDArray.of(0.47942555f, 0.9092974f), 0x1p-23, 0))
                .isTrue();
    }

    @Test
    void cosinesAreNumPys() {
        NDArray expected =
                NDArray.of(1, 0.8775825618903728, 0.5403023058681398, -0.4161468365471424, 0.9367521275331447);

        assertThat(angles.cos().allClose(expected, 0x1p-52, 0)).isTrue();
        assertThat(NDArray.of(0.5f, 2f).cos().allClose(NDArray.of(0.87758255f, -0.4161468f), 0x1p-23, 0))
                .isTrue();
    }

    @Test
    void sinesOfIntegersAreFloat64AndOfFloat32Float32() {
        assertThat(NDArray.of(0).cos()).isEqualTo(NDArray.of(1.0));
        assertThat(NDArray.of(0f).sin()).isEqualTo(NDArray.of(0f));
        assertThat(NDArray.of(Double.POSITIVE_INFINITY).sin()).isEqualTo(NDArray.of(Double.NaN));
    }
}
