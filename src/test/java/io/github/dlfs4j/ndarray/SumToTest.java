package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BothKernels
class SumToTest {
    private static Shape shape(String lengths) {
        return lengths.equals("-")
                ? Shape.of()
                : Shape.of(Arrays.stream(lengths.split("x"))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    /** The adjoint of a broadcast: the same sum of products in both directions. */
    @ParameterizedTest
    @CsvSource({"2x3, 3", "2x3, -", "2x3, 2x3", "4x2x3, 1x3", "4x2x3, 4x1x1", "4x2x3, 2x1", "0x3, 3", "2x0, 1"})
    void sumToIsTheAdjointOfBroadcastTo(String wide, String narrow) {
        RandomState random = new RandomState(0);
        NDArray a = random.randint(-9, 10, shape(narrow).toArray());
        NDArray gradient = random.randint(-9, 10, shape(wide).toArray());

        NDArray sum = gradient.sumTo(a.shape());

        assertThat(sum.shape()).isEqualTo(a.shape());
        assertThat(sum.mul(a).sum())
                .isEqualTo(a.broadcastTo(gradient.shape()).mul(gradient).sum());
    }

    @ParameterizedTest
    @CsvSource({"2x3, 2", "3, 2x3", "3, 1x3", "2x3, 3x3", "2x1, 2x0"})
    void sumToRefusesWhatDoesNotBroadcastToIt(String wide, String narrow) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NDArray.ones(shape(wide).toArray()).sumTo(shape(narrow)))
                .withMessage("an array of shape %s cannot be summed to shape %s".formatted(shape(wide), shape(narrow)));
    }
}
