package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A failing assertion says where and why. */
class NDArrayAssertTest {
    private final NDArray a = NDArray.of(new double[][] {{1, 2}, {3, Double.NaN}});

    @Test
    void aWrongElementIsNamedWithIndexAndBothValues() {
        NDArray b = NDArray.of(new double[][] {{1, 2}, {4, Double.NaN}});
        assertFails(() -> assertThat(a).isEqualTo(b), "at [1, 0] expected 4.0 but was 3.0");
        assertFails(() -> assertThat(a).isCloseTo(b, 0.1), "at [1, 0] expected 4.0 but was 3.0");
        assertFails(() -> assertThat(a).hasElements(1, 2, 4, Double.NaN), "at [1, 0] expected 4.0 but was 3.0");
        assertFails(() -> assertThat(a.gt(1)).hasElements(true, true, true, false), "at [0, 0] expected true but was");
    }

    @Test
    void nanIsOnlyCloseToNan() {
        assertFails(() -> assertThat(a).isCloseTo(NDArray.zeros(2, 2), 100), "at [1, 1] expected 0.0 but was NaN");
        assertFails(() -> assertThat(a).hasElements(1, 2, 3, 4), "at [1, 1] expected 4.0 but was NaN");
        assertThat(a).isCloseTo(NDArray.of(new double[][] {{1.1, 2}, {3, Double.NaN}}), 0.2);
    }

    @Test
    void wrongShapeDTypeAndSizeAreNamed() {
        assertFails(() -> assertThat(a).hasShape(4), "expected shape (4,) but was (2, 2)");
        assertFails(() -> assertThat(a).hasDType(DType.INT64), "expected dtype int64 but was float64");
        assertFails(() -> assertThat(a).isEqualTo(a.flatten()), "expected shape (4,) but was (2, 2)");
        assertFails(() -> assertThat(a).isEqualTo(a.astype(DType.FLOAT32)), "expected dtype float32 but was float64");
        assertFails(() -> assertThat(a).isEmpty(), "expected 0 elements but were 4 of shape (2, 2)");
    }

    @Test
    void zerosOfBothSignsAreCloseButNotEqual() {
        NDArray zero = NDArray.of(0.0);
        assertThat(zero).isCloseTo(NDArray.of(-0.0), 0);
        assertFails(() -> assertThat(zero).isEqualTo(NDArray.of(-0.0)), "");
    }

    @Test
    void viewsAndCopiesAreDistinguished() {
        assertThat(a).sharesMemoryWith(a.transpose()).sharesNoMemoryWith(a.copy());
        assertFails(() -> assertThat(a).sharesMemoryWith(a.copy()), "but was a copy");
        assertFails(() -> assertThat(a).sharesNoMemoryWith(a.transpose()), "but was a view");
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
