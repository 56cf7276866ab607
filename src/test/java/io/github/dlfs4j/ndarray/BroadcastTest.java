package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BroadcastTest {
    /** Reads a shape written as lengths separated by spaces; {@code -} has no axis. */
    private static Shape shape(String text) {
        return text.equals("-")
                ? Shape.of()
                : Shape.of(Arrays.stream(text.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "-, -, -",
        "-, 2 3, 2 3",
        "3, 2 3, 2 3",
        "2 1, 1 3, 2 3",
        "5 1 4, 3 1, 5 3 4",
        "1, 0, 0",
        "0, 1 1, 1 0",
        "2 0, 2 1, 2 0",
        "0 3, 1 3, 0 3",
        "0, 5 1, 5 0",
        "1 0 1, 4 1 2, 4 0 2"
    })
    void lengthsThatBroadcastAreEqualOrOneIsOne(String a, String b, String common) {
        assertThat(Broadcast.shape(shape(a), shape(b))).isEqualTo(shape(common));
        assertThat(Broadcast.shape(shape(b), shape(a))).isEqualTo(shape(common));
        NDArray sum = NDArray.zeros(shape(a).toArray()).add(NDArray.zeros(shape(b).toArray()));
        assertThat(sum.shape()).isEqualTo(shape(common));
    }

    @ParameterizedTest
    @CsvSource({
        "2 3, 4, '(2,3) (4,)'",
        "2 3, 2, '(2,3) (2,)'",
        "0 3, 2 3, '(0,3) (2,3)'",
        "0, 2, '(0,) (2,)'",
        "2 3, 3 2, '(2,3) (3,2)'"
    })
    void allOtherShapesAreRefusedForBroadcasting(String a, String b, String shapes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Broadcast.shape(shape(a), shape(b)))
                .withMessage("operands could not be broadcast together with shapes " + shapes);
        assertThat(Broadcast.isPossible(shape(a), shape(b))).isFalse();
    }

    @Test
    void aCommonShapeTooBigForAnArrayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NDArray.zeros(100_000, 1).add(NDArray.zeros(1, 100_000)))
                .withMessage("array is too big; 100000 x 100000 elements are more than the maximum of 2147483639");
    }

    @Nested
    class AView {
        private final NDArray row = NDArray.of(1, 2, 3);
        private final NDArray view = row.broadcastTo(Shape.of(2, 3));

        @Test
        void aBroadcastViewRepeatsTheElements() {
            assertThat(view).hasShape(2, 3).hasElements(1, 2, 3, 1, 2, 3).sharesMemoryWith(row);
            assertThat(NDArray.scalar(7).broadcastTo(Shape.of(2, 2))).hasElements(7, 7, 7, 7);
            assertThat(row.reshape(3, 1).broadcastTo(Shape.of(3, 2))).hasElements(1, 1, 2, 2, 3, 3);
        }

        @Test
        void aBroadcastViewSeesChangesOfTheArray() {
            row.at(1).set(9);
            assertThat(view).hasElements(1, 9, 3, 1, 9, 3);
        }

        @Test
        void aBroadcastViewCanBeEmpty() {
            assertThat(NDArray.of(1).broadcastTo(Shape.of(2, 0))).hasShape(2, 0);
        }

        @Test
        void aBroadcastViewCannotBeNarrower() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> view.broadcastTo(Shape.of(3)))
                    .withMessage("input operand has more dimensions than allowed by the axis remapping");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> row.broadcastTo(Shape.of(3, 1)))
                    .withMessage("operands could not be broadcast together with remapped shapes [original->remapped]:"
                            + " (3,)  and requested shape (3,1)");
        }

        static Stream<Consumer<NDArray>> operationsInPlace() {
            return Stream.of(
                    a -> a.addi(1),
                    a -> a.subi(NDArray.of(1)),
                    a -> a.muli(2),
                    a -> NDArray.of(1, 2, 3).add(a, a),
                    a -> a.neg(a));
        }

        @ParameterizedTest
        @MethodSource("operationsInPlace")
        void aBroadcastViewCannotBeAnOutput(Consumer<NDArray> operation) {
            assertThatThrownBy(() -> operation.accept(view))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("output array is read-only");
            assertThat(row).hasElements(1, 2, 3);
        }

        static Stream<Consumer<NDArray>> assignments() {
            return Stream.of(
                    a -> a.fill(1),
                    a -> a.at(Index.all(), Index.at(0)).set(9),
                    a -> a.at(NDArray.of(0)).set(9),
                    a -> a.at(a.gt(1)).set(9));
        }

        @ParameterizedTest
        @MethodSource("assignments")
        void aBroadcastViewCannotBeTheTargetOfAnAssignment(Consumer<NDArray> assignment) {
            assertThatThrownBy(() -> assignment.accept(view))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("assignment destination is read-only");
            assertThat(row).hasElements(1, 2, 3);
        }
    }
}
