package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reading through an index. NumPyIndexReplayTest reads through every kind of index, and ViewsTest from views. The
 * results are those of NumPy 2.4.6.
 */
class IndexingTest {
    /** {@code np.arange(24).reshape(2, 3, 4)}. */
    private final NDArray x = NDArray.arange(24).reshape(2, 3, 4);

    private static NDArray ints(int... positions) {
        return NDArray.of(positions);
    }

    private static Index mask(boolean... mask) {
        return Index.of(NDArray.of(mask));
    }

    @Test
    void nullInAnIndexIsRefusedAndSelectsNoOtherRows() {
        NDArray view = x.get(1);
        assertNullIsRefused(() -> x.get(null, -1));
        assertNullIsRefused(() -> x.get(-1, null));
        assertNullIsRefused(() -> x.get(Index.all(), null, Index.at(0)));
        assertNullIsRefused(() -> x.get((Index) null));
        assertNullIsRefused(() -> x.get((Index[]) null));
        assertNullIsRefused(() -> x.get(ints(1), null));
        assertNullIsRefused(() -> view.at((Index) null, 2).set(-1));
        assertNullIsRefused(() -> view.at(2, null).set(-1));
        assertNullIsRefused(() -> view.at((NDArray) null).set(-1));
        assertThat(x).isEqualTo(NDArray.arange(24).reshape(2, 3, 4));
    }

    private static void assertNullIsRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessageStartingWith("index");
    }

    @Nested
    class Positions {
        @Test
        void positionsRemoveTheFirstAxes() {
            assertThat(x.get(1)).hasShape(3, 4).hasElements(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
            assertThat(x.get(1, 2)).hasShape(4).hasElements(20, 21, 22, 23);
            assertThat(x.get(-1, -3, -2)).hasShape().hasElements(14);
        }

        @Test
        void positionsGiveAView() {
            NDArray row = x.get(1, 2);
            row.at(0).set(99);
            assertThat(row).sharesMemoryWith(x);
            assertThat(x.getLong(1, 2, 0)).isEqualTo(99);
        }

        @Test
        void positionsGiveACopyOfASingleElement() {
            NDArray element = x.get(1, 2, 3);
            x.at(1, 2, 3).set(99);
            assertThat(element).hasShape().hasElements(23).sharesNoMemoryWith(x);
            assertThat(x.get(Index.at(1), Index.at(2), Index.at(3))).sharesNoMemoryWith(x);
        }

        @Test
        void positionsWithAnEllipsisGiveAViewOfAnElement() {
            assertThat(x.get(Index.ellipsis(), Index.at(1), Index.at(2), Index.at(3)))
                    .hasShape()
                    .hasElements(23)
                    .sharesMemoryWith(x);
        }

        @Test
        void positionsMayStandBesideAnotherPart() {
            assertThat(x.get(Index.all(), 1))
                    .hasShape(2, 4)
                    .hasElements(4, 5, 6, 7, 16, 17, 18, 19)
                    .sharesMemoryWith(x);
            assertThat(x.get(Index.ellipsis(), -1)).hasShape(2, 3).hasElements(3, 7, 11, 15, 19, 23);
            assertThat(x.get(1, Index.from(1))).hasShape(2, 4).hasElements(16, 17, 18, 19, 20, 21, 22, 23);
            assertThat(x.get(0, Index.newAxis())).hasShape(1, 3, 4);
            assertThat(x.get(1, Index.of(2, 0))).hasShape(2, 4).hasElements(20, 21, 22, 23, 12, 13, 14, 15);
            assertThat(x.get(mask(false, true), 0)).hasShape(1, 4).hasElements(12, 13, 14, 15);
            assertThatThrownBy(() -> x.get(Index.all(), 3))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("index 3 is out of bounds for axis 1 with size 3");
        }

        @Test
        void noPositionsReadAZeroDimensionalArray() {
            NDArray scalar = NDArray.scalar(2.5);
            assertThat(scalar.get(new int[0])).hasShape().hasElements(2.5).sharesNoMemoryWith(scalar);
            assertThat(scalar.get(Index.ellipsis())).hasShape().sharesMemoryWith(scalar);
            assertThat(scalar.get(Index.newAxis())).hasShape(1).hasElements(2.5).sharesMemoryWith(scalar);
        }
    }

    @Nested
    class Slices {
        @Test
        void slicesTakeAPartOfAnAxis() {
            assertThat(x.get(Index.all(), Index.all(), Index.range(1, 3)))
                    .hasShape(2, 3, 2)
                    .hasElements(1, 2, 5, 6, 9, 10, 13, 14, 17, 18, 21, 22)
                    .sharesMemoryWith(x);
            assertThat(x.get(Index.at(0), Index.from(2))).hasShape(1, 4).hasElements(8, 9, 10, 11);
            assertThat(x.get(Index.at(0), Index.to(1))).hasShape(1, 4).hasElements(0, 1, 2, 3);
            assertThat(x.get(Index.at(0), Index.from(-1))).hasElements(8, 9, 10, 11);
            assertThat(x.get(Index.at(0), Index.to(-2))).hasElements(0, 1, 2, 3);
        }

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                -100,        100,         1,           '0 1 2 3 4'
                100,         -100,        -1,          '4 3 2 1 0'
                -2147483648, 2147483647,  1,           '0 1 2 3 4'
                2147483647,  -2147483648, -1,          '4 3 2 1 0'
                -2147483648, -2147483648, 1,           ''
                2147483647,  2147483647,  -1,          ''
                -,           -,           2147483647,  '0'
                -,           -,           -2147483648, '4'
                1,           -,           2147483647,  '1'
                -2,          -,           -2147483648, '3'
                -2147483648, -,           -2147483647, ''
                -,           2147483647,  3,           '0 3'
                -,           -2147483648, -3,          '4 1'
                2,           2,           1,           ''
                3,           1,           1,           ''
                1,           3,           -1,          ''
                -1,          -,           1,           '4'
                5,           -,           1,           ''
                -5,          -,           -1,          '0'
                -6,          -,           -1,          ''
                -,           0,           -1,          '4 3 2 1'
                -,           -1,          -1,          ''
                """)
        void slicesMayHaveAnyBoundsAndSteps(Integer start, Integer stop, int step, String expected) {
            NDArray slice = NDArray.arange(5).get(Index.range(start, stop, step));
            assertThat(slice).hasElements(numbers(expected));
        }

        private static double[] numbers(String text) {
            return Arrays.stream(text.split(" "))
                    .filter(word -> !word.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    @Nested
    class Masks {
        @Test
        void masksSelectTheElementsWhereTheyAreTrue() {
            NDArray mask = x.eq(0).or(x.eq(5)).or(x.eq(22));
            assertThat(x.get(mask)).hasShape(3).hasElements(0, 5, 22).sharesNoMemoryWith(x);
        }

        @Test
        void masksCanBeViewsThemselves() {
            NDArray every = NDArray.of(true, false, true, false).get(Index.range(null, null, -2));
            assertThat(x.get(every)).isEmpty();
            NDArray transposed = x.get(0).transpose().gt(8).transpose();
            assertThat(x.get(0).get(transposed)).hasElements(9, 10, 11);
        }
    }

    @Nested
    class ArraysOfPositions {
        @Test
        void arraysOfPositionsSelectInTheirOrder() {
            assertThat(x.get(ints(1, 0, -1)))
                    .hasShape(3, 3, 4)
                    .isEqualTo(NDArray.concatenate(0, x.get(Index.from(1)), x))
                    .sharesNoMemoryWith(x);
            assertThat(x.get(Index.all(), Index.of(2, 0)))
                    .hasShape(2, 2, 4)
                    .hasElements(8, 9, 10, 11, 0, 1, 2, 3, 20, 21, 22, 23, 12, 13, 14, 15);
        }

        @Test
        void arraysOfPositionsMayBeOfUint8() {
            assertThat(NDArray.arange(256).get(NDArray.of(new byte[] {1, (byte) 255})))
                    .hasElements(1, 255);
        }

        @Test
        void arraysOfPositionsCanBeEmpty() {
            assertThat(x.get(ints())).hasShape(0, 3, 4).hasDType(DType.INT64);
            assertThat(x.get(Index.all(), Index.of(ints()))).hasShape(2, 0, 4);
            assertThat(x.get(ints(), ints().reshape(1, 0))).hasShape(1, 0, 4);
            assertThat(NDArray.zeros(0, 3).get(ints())).hasShape(0, 3);
            assertThat(NDArray.zeros(2, 0).get(ints(1, 1, 0))).hasShape(3, 0);
        }

        @Test
        void arraysOfPositionsCanBeChangedAfterwards() {
            NDArray positions = ints(0, 1);
            NDArray selected = x.get(positions);
            positions.fill(0);
            assertThat(selected).isEqualTo(x);
        }
    }
}
