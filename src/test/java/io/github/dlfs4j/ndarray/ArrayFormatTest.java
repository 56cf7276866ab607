package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link NumPyReplayTest} does not meet. The expected texts are NumPy's. */
class ArrayFormatTest {
    private static void assertPrints(NDArray a, String str, String repr) {
        assertThat(ArrayFormat.str(a)).isEqualTo(str);
        assertThat(ArrayFormat.repr(a)).isEqualTo(repr);
    }

    private static NDArray arange(int... shape) {
        return NDArray.arange(Shape.of(shape).size()).reshape(shape);
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
        void aViewOfTwoBillionElementsIsPrinted() {
            NDArray wide = NDArray.scalar(0.5).broadcastTo(Shape.of(1000, 1000, 2000));
            assertThat(ArrayFormat.repr(wide))
                    .startsWith("array([[[0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],\n")
                    .endsWith("[0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5]]], shape=(1000, 1000, 2000))");
        }
    }
}
