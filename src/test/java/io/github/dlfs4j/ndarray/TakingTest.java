package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TakingTest {
    private final NDArray a = NDArray.of(new double[][] {{0, 1}, {2, 3}, {4, 5}});

    @Test
    void takeSelectsRowsAndColumns() {
        assertThat(a.take(NDArray.of(2, 0, -1, 2), 0)).hasShape(4, 2).hasElements(4, 5, 0, 1, 4, 5, 4, 5);
        assertThat(a.take(NDArray.of(1, 0), 1)).hasShape(3, 2).hasElements(1, 0, 3, 2, 5, 4);
        assertThat(a.transpose().take(NDArray.of(1), -1)).hasShape(2, 1).hasElements(2, 3);
    }

    @Test
    void takeReplacesTheAxisByTheAxesOfThePositions() {
        assertThat(a.take(NDArray.of(new int[][] {{0, 1}, {1, 0}}), 1))
                .hasShape(3, 2, 2)
                .hasElements(0, 1, 1, 0, 2, 3, 3, 2, 4, 5, 5, 4);
        assertThat(a.take(NDArray.scalar(1), 1)).hasShape(3).hasElements(1, 3, 5);
        assertThat(a.take(NDArray.zeros(DType.INT64, 0), 0)).hasShape(0, 2);
        assertThat(NDArray.zeros(0, 3).take(NDArray.zeros(DType.INT64, 0), 0)).hasShape(0, 3);
    }

    @Test
    void takeReadsBytesAndBoolsAsPositions() {
        assertThat(a.take(NDArray.of(new byte[] {1, 0}), 0)).hasElements(2, 3, 0, 1);
        assertThat(a.take(NDArray.of(true, false), 0)).hasElements(2, 3, 0, 1);
    }

    @Test
    void takeGivesACopy() {
        assertThat(a.take(NDArray.of(0, 1, 2), 0)).isEqualTo(a).sharesNoMemoryWith(a);
    }

    /** NumPy clips and wraps before it asks whether there is an element; its wrapping never ends here. */
    @ParameterizedTest
    @EnumSource(names = {"CLIP", "WRAP"})
    void takeSelectsNothingFromAnEmptyAxisBesideAnotherEmptyOne(Index.Mode mode) {
        for (long position : new long[] {0, 5, -1}) {
            NDArray positions = NDArray.of(position);
            assertThat(NDArray.zeros(2, 0, 0).take(positions, 1, mode)).hasShape(2, 1, 0);
            assertThat(NDArray.zeros(0, 2, 0).take(positions, 0, mode)).hasShape(1, 2, 0);
            assertThat(NDArray.zeros(2, 0, 0).take(NDArray.scalar(position), 1, mode))
                    .hasShape(2, 0);
            assertThatThrownBy(() -> NDArray.zeros(2, 0, 3).take(positions, 1, mode))
                    .hasMessage("cannot do a non-empty take from an empty axes.");
        }
        assertThatThrownBy(() -> NDArray.zeros(2, 0, 0).take(NDArray.of(0), 1, Index.Mode.RAISE))
                .hasMessage("index 0 is out of bounds for axis 1 with size 0");
    }

    @Nested
    class IntoAnArray {
        private final NDArray twoRows = NDArray.of(2, 0);

        @Test
        void takeIntoAnArrayFillsAndReturnsIt() {
            NDArray out = NDArray.zeros(2, 2);
            org.assertj.core.api.Assertions.assertThat(a.take(twoRows, 0, out)).isSameAs(out);
            assertThat(out).hasElements(4, 5, 0, 1);
        }

        @Test
        void takeIntoAViewOfAnyLayoutFillsIt() {
            NDArray whole = NDArray.zeros(4, 3);
            a.take(twoRows, 0, whole.get(Index.range(1, 3), Index.range(1, 3)).transpose());
            assertThat(whole).hasElements(0, 0, 0, 0, 4, 0, 0, 5, 1, 0, 0, 0);
            NDArray rows = NDArray.zeros(3, 2);
            a.take(twoRows, 0, rows.get(Index.from(1)));
            assertThat(rows).hasElements(0, 0, 4, 5, 0, 1);
        }

        @Test
        void takeIntoPartOfTheArrayItselfReadsItBefore() {
            a.take(NDArray.of(2, 0, 1), 0, a);
            assertThat(a).hasElements(4, 5, 0, 1, 2, 3);
        }

        @Test
        void takeIntoAnArrayConvertsWhatTheSourceCouldHold() {
            NDArray halves = NDArray.of(0.5, 300.75, -2.5);
            assertThat(halves.take(twoRows, 0, NDArray.zeros(DType.INT64, 2))).hasElements(-2, 0);
            assertThat(halves.take(NDArray.of(1), 0, NDArray.zeros(DType.UINT8, 1)))
                    .hasElements(44);
            assertThat(halves.take(twoRows, 0, NDArray.zeros(DType.FLOAT32, 2))).hasElements(-2.5, 0.5);
            NDArray integers = NDArray.of(1, 2, 3);
            for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
                NDArray out = NDArray.ones(dtype, 2);
                assertThatThrownBy(() -> integers.take(twoRows, 0, out))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessage(
                                "Cannot cast array data from dtype('%s') to dtype('int64') according to the rule 'safe'",
                                dtype);
                assertThat(out).hasElements(1, 1);
            }
        }

        @Test
        void takeLeavesAnOutputThatDoesNotFitUnchanged() {
            NDArray wide = NDArray.ones(2, 3);
            NDArray constant = NDArray.ones(2, 2).readOnlyCopy();
            assertThatThrownBy(() -> a.take(twoRows, 0, wide))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("output array does not match result of ndarray.take");
            assertThat(wide.eq(1).all()).hasElements(1);
            assertThatThrownBy(() -> a.take(twoRows, 0, constant))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("output array is read-only");
        }

        @Test
        void takeLeavesTheOutputUnchangedIfAPositionDoesNotExist() {
            NDArray out = NDArray.ones(2, 2);
            assertThatThrownBy(() -> a.take(NDArray.of(0, 3), 0, out))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("index 3 is out of bounds for axis 0 with size 3");
            assertThat(out).hasElements(1, 1, 1, 1);
        }
    }

    @Nested
    class OfNothing {
        @Test
        void noPositionsAreChosenAndPutWithoutACheck() {
            NDArray.zeros(0).put(NDArray.zeros(DType.INT64, 0), NDArray.ones(1));
            assertThat(NDArray.of(5).choose(NDArray.zeros(0))).isEqualTo(NDArray.zeros(0));
        }

        @Test
        void takeChecksNoPositionIfAnAxisBeforeIsEmpty() {
            assertThat(NDArray.zeros(0, 3).take(NDArray.of(5), 1)).isEqualTo(NDArray.zeros(0, 1));
            assertThat(NDArray.zeros(0, 0).take(NDArray.of(5, 6), 1)).isEqualTo(NDArray.zeros(0, 2));
        }
    }

    /** The messages are NumPy's. */
    @Nested
    class Refuses {
        @Test
        void takeRefusesPositionsThatDoNotExist() {
            assertThatThrownBy(() -> a.take(NDArray.of(0, -4), 0))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("index -4 is out of bounds for axis 0 with size 3");
            assertThatThrownBy(() -> NDArray.zeros(0, 3).take(NDArray.of(0, 1), 0))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("cannot do a non-empty take from an empty axes.");
            assertThatThrownBy(() -> NDArray.zeros(0, 0).take(NDArray.of(5), 0))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("index 5 is out of bounds for axis 0 with size 0");
        }

        @Test
        void takeRefusesAnAxisThatDoesNotExist() {
            assertThatThrownBy(() -> a.take(NDArray.of(0, 1), 2))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("axis 2 is out of bounds for array of dimension 2");
        }

        @Test
        void chooseRefusesAChoiceThatDoesNotExist() {
            for (int position : new int[] {-1, 2}) {
                assertThatThrownBy(() -> NDArray.of(0, position).choose(NDArray.zeros(2), NDArray.ones(2)))
                        .hasMessage("invalid entry in choice array");
            }
        }

        @Test
        void compressRefusesAConditionThatIsNoVector() {
            assertThatThrownBy(() -> NDArray.of(3, 4).compress(NDArray.ones(DType.BOOL, 1, 2), 0))
                    .hasMessage("condition must be a 1-d array");
        }

        @Test
        void takeRefusesPositionsThatAreNotIntegers() {
            assertThatThrownBy(() -> a.take(NDArray.of(0.5, 1), 1))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule"
                            + " 'same_kind'");
        }
    }
}
