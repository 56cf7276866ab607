package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing with every kind of index. */
@BothKernels
class SelectionTest {
    private static final int[] NONE = {};

    /** Indices of a 3 by 4 array, and the positions in C order that they select. */
    static Stream<Arguments> indices() {
        NDArray mask = NDArray.of(
                new boolean[][] {{true, false, false, true}, {false, false, false, false}, {false, true, false, false}
                });
        return Stream.of(
                indexed("x[1]", ints(4, 5, 6, 7), Index.at(1)),
                indexed("x[-1, 2]", ints(10), Index.at(-1), Index.at(2)),
                indexed("x[:, 1]", ints(1, 5, 9), Index.all(), Index.at(1)),
                indexed("x[::-2, 1:3]", ints(9, 10, 1, 2), Index.range(null, null, -2), Index.range(1, 3)),
                indexed("x[..., None, 0]", ints(0, 4, 8), Index.ellipsis(), Index.newAxis(), Index.at(0)),
                indexed("x[5:]", NONE, Index.from(5)),
                indexed("x[mask]", ints(0, 3, 9), Index.of(mask)),
                indexed("x[[F, T, T]]", ints(4, 5, 6, 7, 8, 9, 10, 11), Index.of(NDArray.of(false, true, true))),
                indexed("x[mask of none]", NONE, Index.of(NDArray.zeros(DType.BOOL, 3, 4))),
                indexed("x[[2, 0]]", ints(8, 9, 10, 11, 0, 1, 2, 3), Index.of(2, 0)),
                indexed("x[[0, 1, 2], [3, 2, 1]]", ints(3, 6, 9), Index.of(0, 1, 2), Index.of(3, 2, 1)),
                indexed("x[:, [3, 0]]", ints(3, 0, 7, 4, 11, 8), Index.all(), Index.of(3, 0)),
                indexed("x[1, [0, 2]]", ints(4, 6), Index.at(1), Index.of(0, 2)),
                indexed("x[[0, 2], ::3]", ints(0, 3, 8, 11), Index.of(0, 2), Index.range(null, null, 3)),
                indexed("x[[]]", NONE, Index.of(NONE)));
    }

    private static Arguments indexed(String name, int[] positions, Index... index) {
        return Arguments.of(name, positions, index);
    }

    private static int[] ints(int... values) {
        return values;
    }

    /** Returns 10, 11, 12, … as a 3 by 4 view in the middle of a larger array, transposed. */
    private static NDArray view(DType dtype) {
        NDArray base = NDArray.zeros(dtype, 6, 5);
        NDArray view = base.get(Index.range(1, 5), Index.from(2)).transpose();
        view.at(Index.ellipsis()).set(NDArray.arange(12).add(10).reshape(3, 4));
        return view;
    }

    @Nested
    class Sets {
        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.dlfs4j.ndarray.SelectionTest#indices")
        void anAssignmentSetsOneValueToAllSelectedElements(String name, int[] positions, Index... index) {
            NDArray x = view(DType.INT64);
            double[] expected = elements(x);
            for (int position : positions) {
                expected[position] = 77;
            }
            x.at(index).set(77);
            assertThat(x).as(name).hasElements(expected);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.dlfs4j.ndarray.SelectionTest#indices")
        void anAssignmentSetsAnArrayOfTheSelectionsShape(String name, int[] positions, Index... index) {
            NDArray x = view(DType.FLOAT64);
            double[] expected = elements(x);
            NDArray values = x.get(index).mul(-2);
            for (int position : positions) {
                expected[position] *= -2;
            }
            x.at(index).set(values);
            assertThat(x).as(name).hasElements(expected);
        }

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
        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.dlfs4j.ndarray.SelectionTest#indices")
        void arithmeticChangesSelectedElements(String name, int[] positions, Index... index) {
            NDArray x = view(DType.FLOAT64);
            double[] expected = elements(x);
            for (int position : positions) {
                expected[position] = (((expected[position] + 2) * 3 - 1) / 4 + 0.5) * 1.5 - 0.5;
                expected[position] /= 0.25;
            }
            x.at(index).addi(2);
            x.at(index).muli(3);
            x.at(index).subi(1);
            x.at(index).divi(4);
            x.at(index).addi(0.5);
            x.at(index).muli(1.5);
            x.at(index).subi(0.5);
            x.at(index).divi(0.25);
            assertThat(x).as(name).hasElements(expected);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.dlfs4j.ndarray.SelectionTest#indices")
        void arithmeticWithArraysChangesSelectedElements(String name, int[] positions, Index... index) {
            NDArray x = view(DType.FLOAT64);
            double[] expected = elements(x);
            for (int position : positions) {
                double value = expected[position];
                expected[position] = ((value + value) * value - value) / value;
            }
            NDArray values = x.get(index).copy();
            x.at(index).addi(values);
            x.at(index).muli(values);
            x.at(index).subi(values);
            x.at(index).divi(values);
            assertThat(x).as(name).hasElements(expected);
        }

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

    private static double[] elements(NDArray a) {
        return Arrays.copyOf(a.astype(DType.FLOAT64).toDoubleArray(), a.size());
    }
}
