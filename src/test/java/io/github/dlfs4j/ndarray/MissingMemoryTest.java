package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arrays that need more memory than there is. */
@SuppressWarnings("try") // a scope is used by being open
class MissingMemoryTest {
    private static final int COUNT = 1 << 30;

    @BeforeAll
    static void needsASmallHeap() {
        assumeTrue(Runtime.getRuntime().maxMemory() < 6L << 30, "needs a heap of less than 6 GiB");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(OutOfMemoryError.class).hasMessage(message);
    }

    @Test
    void theMessageOfMissingMemoryIsNumPys() {
        String message = "Unable to allocate 8.00 GiB for an array with shape (1073741824,) and data type float64";
        NDArray stretched = NDArray.zeros(1).broadcastTo(Shape.of(COUNT));
        List<ThrowingCallable> calls = List.of(
                () -> NDArray.zeros(COUNT),
                () -> NDArray.empty(DType.FLOAT64, COUNT),
                () -> NDArray.ones(COUNT),
                () -> NDArray.full(2.5, COUNT),
                () -> NDArray.linspace(0, 1, COUNT),
                () -> NDArray.arange(0.0, COUNT, 1.0),
                () -> stretched.add(1),
                stretched::exp,
                stretched::copy);
        for (ThrowingCallable call : calls) {
            assertRefused(call, message);
        }
    }

    @Test
    void theMessageOfMissingMemoryNamesShapeAndDType() {
        assertRefused(
                () -> NDArray.arange(COUNT),
                "Unable to allocate 8.00 GiB for an array with shape (1073741824,) and data type int64");
        assertRefused(
                () -> NDArray.zeros(DType.INT64, 3, 1 << 28),
                "Unable to allocate 6.00 GiB for an array with shape (3, 268435456) and data type int64");
        assertRefused(
                () -> NDArray.ones(1 << 15, 1).dot(NDArray.ones(1, 1 << 15)),
                "Unable to allocate 8.00 GiB for an array with shape (32768, 32768) and data type float64");
    }

    /** Elements of a view that do not lie together are found by a list of their positions. */
    @Test
    void memoryThatIsMissingForPositionsIsNamedToo() {
        NDArray stretched = NDArray.zeros(1, 1).broadcastTo(Shape.of(1, Integer.MAX_VALUE - 8));
        assertRefused(
                () -> stretched.take(NDArray.of(0), 0),
                "Unable to allocate 16.0 GiB for an array with shape (2147483639,) and data type int64");
    }

    @Test
    void memoryThatIsMissingInAScopeIsNamedToo() {
        try (ArrayScope scope = ArrayScope.open()) {
            assertRefused(
                    () -> NDArray.zeros(COUNT),
                    "Unable to allocate 8.00 GiB for an array with shape (1073741824,) and data type float64");
        }
    }
}
