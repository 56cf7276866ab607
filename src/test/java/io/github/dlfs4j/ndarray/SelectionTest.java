package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writing through an index. NumPyIndexReplayTest and ViewsTest write through every kind of index. */
class SelectionTest {
    private static final int[] NONE = {};

    @Nested
    class Sets {
        @Test
        void anAssignmentSetsWhatAPositionBesideAnotherPartSelects() {
            NDArray x = NDArray.zeros(2, 3);
            x.at(Index.all(), 1).set(NDArray.of(7, 8));
            x.at(1, Index.from(1)).addi(1);
            x.at(Index.ellipsis(), -1).subi(2);
            assertThat(x).hasElements(0, 7, -2, 0, 9, -1);
        }

        @Test
        void anAssignmentSetsOneElementAsAnArrayWithoutAxes() {
            NDArray x = NDArray.zeros(2, 2);
            x.at(1, 0).set(NDArray.scalar(3));
            x.at(Index.of(1), Index.of(1)).set(NDArray.of(4));
            x.at(0, 1).addi(NDArray.scalar(5));
            assertThat(x).hasElements(0, 5, 3, 4);
            NDArray truths = NDArray.of(false, false);
            truths.at(1).set(NDArray.of(new double[][] {{0.5}}));
            assertThat(truths).hasElements(false, true);
        }

        @Test
        void anAssignmentSetsLongRowsAndManyElementsInTurn() {
            NDArray rows = NDArray.full(7.0, 2, 2000);
            rows.at(Index.of(0, 1, 0)).subAt(2);
            assertThat(rows.sum(1)).hasElements(6000, 10_000);
            NDArray counts = NDArray.zeros(DType.INT64, 7);
            Selection selection = counts.at(Index.of(MathFunctions.remainder(NDArray.arange(3000), 7)));
            selection.addAt(1);
            assertThat(counts).hasElements(429, 429, 429, 429, 428, 428, 428);
            selection.subAt(1);
            assertThat(counts).hasElements(0, 0, 0, 0, 0, 0, 0);
        }

        @Test
        void anAssignmentSetsAllElementsByAMaskWithoutAxes() {
            NDArray vector = NDArray.zeros(3);
            vector.at(Index.of(NDArray.scalar(true))).set(NDArray.of(1.0, 2, 3));
            assertThat(vector).isEqualTo(NDArray.of(1.0, 2, 3));
        }

        @Test
        void anAssignmentSetsTheLastValueOfAnElementListedTwice() {
            NDArray x = NDArray.zeros(4);
            x.at(NDArray.of(1, 2, 1, 1)).set(NDArray.of(5, 6, 7, 8));
            assertThat(x).hasElements(0, 8, 6, 0);
        }

        @Test
        void anAssignmentSetsBooleans() {
            NDArray x = NDArray.zeros(DType.BOOL, 3);
            x.at(1).set(true);
            assertThat(x).hasElements(false, true, false);
            NDArray y = NDArray.full(5.5, 2);
            y.at(NDArray.of(0)).set(true);
            assertThat(y).hasElements(1, 5.5);
        }

        @Test
        void anAssignmentSetsAPositionOfAZeroDimensionalArray() {
            NDArray x = NDArray.scalar(1.5);
            x.at(new int[0]).set(2.5);
            assertThat(x).hasElements(2.5);
            x.at(Index.ellipsis()).addi(1);
            assertThat(x).hasElements(3.5);
            x.at(NDArray.scalar(true)).muli(2);
            assertThat(x).hasElements(7);
        }
    }

    @Nested
    class Converts {
        @Test
        void anAssignmentConvertsFractionsByTruncation() {
            NDArray x = NDArray.zeros(DType.INT64, 3);
            x.at(0).set(2.7);
            x.at(NDArray.of(1, 2)).set(NDArray.of(-2.7, 1e30));
            assertThat(x).hasElements(2, -2, Long.MIN_VALUE);
        }

        @Test
        void anAssignmentConvertsIntegersOfArraysModulo256() {
            NDArray x = NDArray.zeros(DType.UINT8, 4);
            x.at(Index.to(2)).set(NDArray.of(300, -1));
            x.at(NDArray.of(2, 3)).set(NDArray.of(256.9, 255.9));
            assertThat(x).hasElements(44, 255, 0, 255);
        }

        @Test
        void anAssignmentConvertsEverythingExceptZeroToTrue() {
            NDArray x = NDArray.zeros(DType.BOOL, 5);
            x.at(0).set(Double.NaN);
            x.at(1).set(300);
            x.at(Index.from(2)).set(NDArray.of(0.1, 0.0, -0.0));
            assertThat(x).hasElements(true, true, true, false, false);
        }

        @Test
        void anAssignmentConvertsDoublesToTheNearestFloat() {
            NDArray x = NDArray.zeros(DType.FLOAT32, 2);
            x.at(0).set(0.1);
            x.at(NDArray.of(1)).set(1e300);
            assertThat(x).hasElements(0.1f, Double.POSITIVE_INFINITY);
        }

        @Test
        void anAssignmentConvertsAnIntegerScalarThroughDouble() {
            // Slightly above the middle of two floats; as a double it is the middle.
            long value = (1L << 60) + (1L << 36) + 1;
            NDArray x = NDArray.zeros(DType.FLOAT32, 2);
            x.at(0).set(value);
            x.at(Index.from(1)).set(NDArray.of(value));
            assertThat(x).hasElements(0x1p60, 0x1p60 + 0x1p37);
            assertThat(NDArray.zeros(DType.FLOAT32, 1).add(value)).hasElements(0x1p60);
            assertThat(NDArray.zeros(DType.FLOAT32, 1).fill(value)).hasElements(0x1p60);
        }
    }

    @Nested
    class Changes {
        @Test
        void arithmeticChangesAnElementListedTwiceOnlyOnce() {
            NDArray x = NDArray.zeros(3);
            x.at(NDArray.of(0, 0, 2)).addi(1);
            assertThat(x).hasElements(1, 0, 1);
            x.at(NDArray.of(0, 0)).addi(NDArray.of(10, 20));
            assertThat(x).hasElements(21, 0, 1);
        }

        @Test
        void arithmeticChangesOneElementOfEveryRow() {
            NDArray y = NDArray.ones(3, 2);
            y.at(NDArray.arange(3), NDArray.of(1, 0, 1)).subi(1);
            assertThat(y).hasElements(1, 0, 0, 1, 1, 0);
        }

        @Test
        void arithmeticChangesUint8Modulo256() {
            NDArray x = NDArray.of(new byte[] {1, (byte) 255});
            x.at(1).addi(1);
            x.at(NDArray.of(0)).subi(2);
            assertThat(x).hasElements(255, 0);
        }

        @ParameterizedTest
        @EnumSource(
                value = DType.class,
                names = {"BOOL", "UINT8", "INT64"})
        void arithmeticChangesNothingIfTheResultDoesNotFitTheKind(DType dtype) {
            NDArray x = NDArray.ones(dtype, 3);
            NDArray before = x.copy();
            for (Index index : new Index[] {Index.at(0), Index.from(1), Index.of(0, 2), Index.of(x.eq(1))}) {
                assertThatThrownBy(() -> x.at(index).divi(2))
                        .isExactlyInstanceOf(UnsupportedOperationException.class)
                        .hasMessage(
                                "Cannot cast ufunc 'divide' output from dtype('float64') to dtype('%s') with casting rule"
                                        + " 'same_kind'",
                                dtype);
                assertThatThrownBy(() -> x.at(index).addi(NDArray.of(0.5)))
                        .isExactlyInstanceOf(UnsupportedOperationException.class);
            }
            assertThat(x).isEqualTo(before);
        }
    }

    @Test
    void writesThroughAViewReachTheBase() {
        NDArray base = NDArray.zeros(DType.INT64, 3, 4);
        base.get(Index.range(null, null, -1)).transpose().at(1).set(NDArray.of(1, 2, 3));
        assertThat(base).hasElements(0, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0);
        base.transpose().at(NDArray.of(0, 3), NDArray.of(0, 2)).set(9);
        assertThat(base).hasElements(9, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 9);
    }

    @Test
    void aSelectionCanBeUsedAgain() {
        NDArray x = NDArray.zeros(3);
        Selection selection = x.at(NDArray.of(0, 2));
        selection.addi(1);
        selection.addi(1);
        assertThat(x).hasElements(2, 0, 2);
    }

    @Test
    void anEmptySelectionTakesWhatCanBeBroadcastToIt() {
        NDArray x = NDArray.zeros(3, 2);
        x.at(Index.from(3)).set(NDArray.zeros(0, 2));
        x.at(Index.from(3)).set(NDArray.of(1, 2));
        x.at(NDArray.of(NONE)).set(NDArray.of(1, 2));
        x.at(x.gt(5)).set(1);
        x.at(x.gt(5)).set(NDArray.of(new double[0]));
        x.at(x.gt(5)).addi(NDArray.scalar(1));
        assertThat(x).isEqualTo(NDArray.zeros(3, 2));
        assertThatThrownBy(() -> x.at(x.gt(5)).set(NDArray.of(1, 2)))
                .hasMessage(
                        "NumPy boolean array indexing assignment cannot assign 2 input values to the 0 output values"
                                + " where the mask is true");
    }
}
