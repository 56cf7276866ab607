package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

/** Variances and standard deviations have NumPy's bits. */
@BothKernels
class VarianceTest {
    private final NDArray a = NDArray.of(new double[][] {{0.1, 0.7, 0.25}, {1.3, -2.9, 0.4}});

    @Test
    void variancesOfAllElementsHaveNumPysBits() {
        assertThat(a.var()).isEqualTo(NDArray.scalar(0x1.cd9999999999bp+0));
        assertThat(a.std()).isEqualTo(NDArray.scalar(0x1.57c20fdb44072p+0));
    }

    @Test
    void variancesAlongAnAxisHaveNumPysBits() {
        assertThat(a.var(0)).isEqualTo(NDArray.of(0.36000000000000004, 3.2399999999999998, 0.0056250000000000015));
        assertThat(a.std(1)).isEqualTo(NDArray.of(0.2549509756796392, 1.8055470085267789));
        assertThat(a.var(-1, true))
                .isEqualTo(NDArray.of(0.06499999999999999, 3.2600000000000002).reshape(2, 1));
        assertThat(a.transpose().var(0)).isEqualTo(NDArray.of(0.06499999999999999, 3.2600000000000002));
    }

    @Test
    void variancesOfFloat32AreComputedInFloat32() {
        NDArray floats = a.astype(DType.FLOAT32);

        assertThat(floats.var()).isEqualTo(NDArray.scalar(1.8031249f));
        assertThat(floats.std(0)).isEqualTo(NDArray.of(0.59999996f, 1.8f, 0.075f));
    }

    @Test
    void variancesOfIntegersAndTruthValuesAreFloat64() {
        assertThat(NDArray.of(1, 2, 4).var()).isEqualTo(NDArray.scalar(1.5555555555555554));
        assertThat(NDArray.of(true, false, false).std()).isEqualTo(NDArray.scalar(0.4714045207910317));
    }

    @Test
    void variancesOfNoElementsAreNaN() {
        assertThat(NDArray.zeros(0).var()).isEqualTo(NDArray.scalar(Double.NaN));
        assertThat(NDArray.zeros(2, 0).std(1)).isEqualTo(NDArray.of(Double.NaN, Double.NaN));
    }

    @Test
    void variancesLeaveTheArrayAsItIs() {
        NDArray before = a.copy();
        a.var(0);

        assertThat(a).isEqualTo(before);
    }

    @Test
    void variancesRefuseAnAxisThatDoesNotExist() {
        assertThatThrownBy(() -> a.std(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis 2 is out of bounds for array of dimension 2");
    }
}
