package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected texts are NumPy's. */
@BothKernels
class ArrayFormatTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static void assertPrints(NDArray a, String str, String repr) {
        assertThat(ArrayFormat.str(a)).isEqualTo(str);
        assertThat(ArrayFormat.repr(a)).isEqualTo(repr);
    }

    private static NDArray arange(int... shape) {
        return NDArray.arange(Shape.of(shape).size()).reshape(shape);
    }

    @Nested
    class OfIntegersAndTruthValues {
        @Test
        void printingAlignsIntegersToTheRight() {
            assertPrints(NDArray.of(new int[][] {{-1, 200}, {3, -40}}), """
                    [[ -1 200]
                     [  3 -40]]""", """
                    array([[ -1, 200],
                           [  3, -40]])""");
        }

        @Test
        void printingWritesTheLimitsOfInt64() {
            assertPrints(
                    NDArray.of(Long.MIN_VALUE, Long.MAX_VALUE, 0),
                    "[-9223372036854775808  9223372036854775807                    0]",
                    "array([-9223372036854775808,  9223372036854775807,                    0])");
        }

        @Test
        void printingReadsUint8AsUnsigned() {
            assertPrints(NDArray.of(new byte[] {0, -1, 7, 16}, 2, 2), """
                    [[  0 255]
                     [  7  16]]""", """
                    array([[  0, 255],
                           [  7,  16]], dtype=uint8)""");
        }

        @Test
        void printingWritesTruthValuesAsWideAsFalse() {
            assertPrints(NDArray.of(true, false), "[ True False]", "array([ True, False])");
            assertPrints(NDArray.of(true), "[ True]", "array([ True])");
        }
    }

    @Nested
    class OfFloats {
        @Test
        void printingAlignsThePoints() {
            assertPrints(NDArray.of(1, 0.5, 0.25), "[1.   0.5  0.25]", "array([1.  , 0.5 , 0.25])");
            assertPrints(NDArray.of(1234.5678, -1.25), "[1234.5678   -1.25  ]", "array([1234.5678,   -1.25  ])");
            assertPrints(NDArray.of(-0.0, 1), "[-0.  1.]", "array([-0.,  1.])");
            assertPrints(NDArray.of(1e-7, -2.5e-8), "[ 1.0e-07 -2.5e-08]", "array([ 1.0e-07, -2.5e-08])");
        }

        @Test
        void printingAlignsInfinitiesAndNaN() {
            assertPrints(NDArray.of(1, NAN), "[ 1. nan]", "array([ 1., nan])");
            assertPrints(NDArray.of(1, NAN, -INF), "[  1.  nan -inf]", "array([  1.,  nan, -inf])");
            assertPrints(NDArray.of(1.5, -2.25, NAN), "[ 1.5  -2.25   nan]", "array([ 1.5 , -2.25,   nan])");
            assertPrints(NDArray.of(INF, 1e200), "[    inf 1.e+200]", "array([    inf, 1.e+200])");
            assertPrints(
                    NDArray.of(1e-5, 1, NAN, -INF),
                    "[1.e-05 1.e+00    nan   -inf]",
                    "array([1.e-05, 1.e+00,    nan,   -inf])");
        }

        @Test
        void printingAlignsArraysWithoutFiniteElements() {
            assertPrints(NDArray.of(NAN), "[nan]", "array([nan])");
            assertPrints(NDArray.of(NAN, INF), "[nan inf]", "array([nan, inf])");
            assertPrints(NDArray.of(NAN, INF, -INF), "[ nan  inf -inf]", "array([ nan,  inf, -inf])");
        }

        @Test
        void printingNamesFloat32() {
            assertPrints(NDArray.of((float) Math.PI), "[3.1415927]", "array([3.1415927], dtype=float32)");
            assertPrints(NDArray.of(1234567f), "[1.234567e+06]", "array([1.234567e+06], dtype=float32)");
        }
    }

    @Nested
    class OfAScalar {
        @Test
        void aPrintedScalarIsTheElementWithoutBrackets() {
            assertPrints(NDArray.scalar(true), "True", "array(True)");
            assertPrints(NDArray.scalar(false), "False", "array(False)");
            assertPrints(NDArray.scalar(-7), "-7", "array(-7)");
            assertPrints(NDArray.of(new byte[] {-56}, new int[0]), "200", "array(200, dtype=uint8)");
        }

        @Test
        void aPrintedScalarHasAllDigitsAndEightInItsRepresentation() {
            assertPrints(NDArray.scalar(1 / 3.0), "0.3333333333333333", "array(0.33333333)");
            assertPrints(NDArray.scalar(1 / 3f), "0.33333334", "array(0.33333334, dtype=float32)");
            assertPrints(NDArray.scalar(2.0), "2.0", "array(2.)");
            assertPrints(NDArray.scalar(-0.0), "-0.0", "array(-0.)");
            assertPrints(NDArray.scalar(1e8), "100000000.0", "array(1.e+08)");
            assertPrints(NDArray.scalar(1e-4f), "1e-04", "array(0.0001, dtype=float32)");
            assertPrints(NDArray.scalar(-INF), "-inf", "array(-inf)");
        }
    }

    @Nested
    class OfNoElements {
        @ParameterizedTest
        @EnumSource
        void aPrintedEmptyArrayShowsTheDType(DType dtype) {
            assertPrints(NDArray.zeros(dtype, 0), "[]", "array([], dtype=" + dtype + ")");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                3 0       | (3, 0)
                0 3       | (0, 3)
                2 0 4     | (2, 0, 4)
                0 2000000 | (0, 2000000)
                """)
        void aPrintedEmptyArrayShowsTheShapeOfMoreThanOneAxis(String lengths, String shape) {
            int[] parsed =
                    Stream.of(lengths.split(" ")).mapToInt(Integer::parseInt).toArray();
            assertPrints(NDArray.zeros(parsed), "[]", "array([], shape=" + shape + ", dtype=float64)");
        }
    }

    @Nested
    class OfSeveralAxes {
        @Test
        void printingPutsMatricesBelowEachOther() {
            assertPrints(arange(2, 2, 2), """
                    [[[0 1]
                      [2 3]]

                     [[4 5]
                      [6 7]]]""", """
                    array([[[0, 1],
                            [2, 3]],

                           [[4, 5],
                            [6, 7]]])""");
        }

        @Test
        void printingAddsAnEmptyLineForEachFurtherAxis() {
            assertPrints(arange(2, 2, 2, 2).div(2), """
                    [[[[0.  0.5]
                       [1.  1.5]]

                      [[2.  2.5]
                       [3.  3.5]]]


                     [[[4.  4.5]
                       [5.  5.5]]

                      [[6.  6.5]
                       [7.  7.5]]]]""", """
                    array([[[[0. , 0.5],
                             [1. , 1.5]],

                            [[2. , 2.5],
                             [3. , 3.5]]],


                           [[[4. , 4.5],
                             [5. , 5.5]],

                            [[6. , 6.5],
                             [7. , 7.5]]]])""");
        }

        @Test
        void printingNestsAxesOfLengthOne() {
            assertPrints(NDArray.ones(1, 1, 1, 1), "[[[[1.]]]]", "array([[[[1.]]]])");
        }
    }

    @Nested
    class OfLongRows {
        @Test
        void printingBreaksLinesAt75Characters() {
            assertPrints(arange(25), """
                    [ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
                     24]""", """
                    array([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16,
                           17, 18, 19, 20, 21, 22, 23, 24])""");
        }

        @Test
        void printingCountsTheBracketsOfOuterAxes() {
            assertPrints(arange(2, 25), """
                    [[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
                      24]
                     [25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48
                      49]]""", """
                    array([[ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15,
                            16, 17, 18, 19, 20, 21, 22, 23, 24],
                           [25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
                            41, 42, 43, 44, 45, 46, 47, 48, 49]])""");
            assertPrints(arange(1, 1, 1, 1, 1, 1, 1, 1, 25), """
                    [[[[[[[[[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18
                             19 20 21 22 23 24]]]]]]]]]""", """
                    array([[[[[[[[[ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12,
                                   13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]]]]]]]]])""");
        }

        @Test
        void printingStripsPaddingAtTheEndOfALineButNotOfTheRow() {
            assertPrints(NDArray.arange(15).astype(DType.FLOAT32).div(3), """
                    [0.         0.33333334 0.6666667  1.         1.3333334  1.6666666
                     2.         2.3333333  2.6666667  3.         3.3333333  3.6666667
                     4.         4.3333335  4.6666665 ]""", """
                    array([0.        , 0.33333334, 0.6666667 , 1.        , 1.3333334 ,
                           1.6666666 , 2.        , 2.3333333 , 2.6666667 , 3.        ,
                           3.3333333 , 3.6666667 , 4.        , 4.3333335 , 4.6666665 ],
                          dtype=float32)""");
        }

        @Test
        void printingPutsTheDTypeOnItsOwnLineIfItDoesNotFit() {
            assertThat(ArrayFormat.repr(NDArray.ones(DType.FLOAT32, 13)))
                    .isEqualTo("array([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.], dtype=float32)")
                    .hasSize(74);
            assertThat(ArrayFormat.repr(NDArray.ones(DType.FLOAT32, 14))).isEqualTo("""
                            array([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.],
                                  dtype=float32)""");
        }

        @Test
        void printingGivesEachElementALineIfTheBracketsFillTheWidth() {
            int[] shape = new int[62];
            Arrays.fill(shape, 1);
            shape[61] = 2;
            NDArray deep = NDArray.full(Long.MAX_VALUE, shape);
            assertThat(ArrayFormat.str(deep).lines())
                    .containsExactly("[".repeat(62) + Long.MAX_VALUE, " ".repeat(62) + Long.MAX_VALUE + "]".repeat(62));
        }
    }

    @Nested
    class OfMoreThan1000Elements {
        @Test
        void summarisingBeginsAbove1000Elements() {
            assertThat(ArrayFormat.str(arange(1000)))
                    .startsWith("[  0   1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17\n  18  19")
                    .endsWith("\n 990 991 992 993 994 995 996 997 998 999]")
                    .hasLineCount(56);
            assertThat(ArrayFormat.repr(arange(1000)))
                    .startsWith("array([  0,   1,   2,   3,   4,   5,   6,   7,   8,   9,  10,  11,  12,\n        13,")
                    .endsWith("\n       988, 989, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999])")
                    .hasLineCount(77);
            assertPrints(
                    arange(1001),
                    "[   0    1    2 ...  998  999 1000]",
                    "array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,))");
        }

        @Test
        void summarisingPutsShapeAndDTypeOnTheirOwnLine() {
            assertPrints(arange(1001).astype(DType.FLOAT32), "[   0.    1.    2. ...  998.  999. 1000.]", """
                    array([   0.,    1.,    2., ...,  998.,  999., 1000.],
                          shape=(1001,), dtype=float32)""");
        }

        @Test
        void summarisingLeavesOutTheMiddleOfEachLongAxis() {
            assertPrints(arange(7, 143), """
                    [[   0    1    2 ...  140  141  142]
                     [ 143  144  145 ...  283  284  285]
                     [ 286  287  288 ...  426  427  428]
                     ...
                     [ 572  573  574 ...  712  713  714]
                     [ 715  716  717 ...  855  856  857]
                     [ 858  859  860 ...  998  999 1000]]""", """
                    array([[   0,    1,    2, ...,  140,  141,  142],
                           [ 143,  144,  145, ...,  283,  284,  285],
                           [ 286,  287,  288, ...,  426,  427,  428],
                           ...,
                           [ 572,  573,  574, ...,  712,  713,  714],
                           [ 715,  716,  717, ...,  855,  856,  857],
                           [ 858,  859,  860, ...,  998,  999, 1000]], shape=(7, 143))""");
        }

        @Test
        void summarisingBreaksLinesToo() {
            assertPrints(arange(2, 501).div(4), """
                    [[0.0000e+00 2.5000e-01 5.0000e-01 ... 1.2450e+02 1.2475e+02 1.2500e+02]
                     [1.2525e+02 1.2550e+02 1.2575e+02 ... 2.4975e+02 2.5000e+02 2.5025e+02]]""", """
                    array([[0.0000e+00, 2.5000e-01, 5.0000e-01, ..., 1.2450e+02, 1.2475e+02,
                            1.2500e+02],
                           [1.2525e+02, 1.2550e+02, 1.2575e+02, ..., 2.4975e+02, 2.5000e+02,
                            2.5025e+02]], shape=(2, 501))""");
        }

        @Test
        void summarisingLeavesOutBlocksOfSeveralAxes() {
            assertThat(ArrayFormat.repr(arange(7, 11, 13).astype(DType.FLOAT32).div(8)))
                    .startsWith("""
                            array([[[  0.   ,   0.125,   0.25 , ...,   1.25 ,   1.375,   1.5  ],
                                    [  1.625,   1.75 ,   1.875, ...,   2.875,   3.   ,   3.125],
                                    [  3.25 ,   3.375,   3.5  , ...,   4.5  ,   4.625,   4.75 ],
                                    ...,
                                    [ 13.   ,  13.125,  13.25 , ...,  14.25 ,  14.375,  14.5  ],
                            """)
                    .contains("53.5  ]],\n\n       ...,\n\n       [[ 71.5  ,")
                    .endsWith("124.875, 125.   ]]],\n      shape=(7, 11, 13), dtype=float32)");
        }

        @Test
        void summarisingShowsAllElementsIfNoAxisIsLong() {
            NDArray a = arange(6, 6, 6, 6);
            assertThat(ArrayFormat.str(a)).doesNotContain("...").contains("[ 648  649  650  651  652  653]");
            assertThat(ArrayFormat.repr(a)).endsWith("[1290, 1291, 1292, 1293, 1294, 1295]]]], shape=(6, 6, 6, 6))");
        }

        @Test
        void summarisingReadsOnlyTheElementsItShows() {
            NDArray a = NDArray.zeros(2000);
            a.at(Index.range(3, -3)).set(1e300);
            assertThat(ArrayFormat.str(a)).isEqualTo("[0. 0. 0. ... 0. 0. 0.]");
        }
    }

    @Nested
    class OfViews {
        static Stream<NDArray> views() {
            NDArray a = arange(4, 6).div(8);
            NDArray large = arange(40, 50);
            return Stream.of(
                    a.transpose(),
                    a.get(Index.range(null, null, -1), Index.range(null, null, -2)),
                    a.get(Index.at(1)),
                    a.get(Index.ellipsis(), Index.at(2)),
                    a.get(Index.at(1), Index.newAxis(), Index.from(3)),
                    a.get(Index.from(4)),
                    a.get(Index.at(3)).get(Index.from(5)).squeeze(),
                    NDArray.of(1, 2, 3).broadcastTo(Shape.of(2, 3)),
                    NDArray.scalar(0.1f).broadcastTo(Shape.of(2, 1, 2)),
                    NDArray.of(true, false).get(Index.range(null, null, -1)),
                    large.transpose(),
                    large.get(Index.range(null, null, -1), Index.range(null, null, -1)),
                    large.reshape(2, 20, 50).transpose(1, 2, 0));
        }

        @ParameterizedTest
        @MethodSource("views")
        void aViewPrintsLikeItsCopy(NDArray view) {
            assertThat(ArrayFormat.str(view)).isEqualTo(ArrayFormat.str(view.copy()));
            assertThat(ArrayFormat.repr(view)).isEqualTo(ArrayFormat.repr(view.copy()));
        }

        @Test
        void aTransposedAndReversedViewIsPrinted() {
            assertThat(ArrayFormat.str(arange(2, 3).transpose().get(Index.range(null, null, -1))))
                    .isEqualTo("[[2 5]\n [1 4]\n [0 3]]");
        }

        @Test
        void aViewOfTwoBillionElementsIsPrinted() {
            NDArray wide = NDArray.scalar(0.5).broadcastTo(Shape.of(1000, 1000, 2000));
            assertThat(ArrayFormat.repr(wide))
                    .startsWith("array([[[0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],\n")
                    .endsWith("[0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5]]], shape=(1000, 1000, 2000))");
        }
    }
}
