package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {
    @Nested
    class OfIntegers {
        @ParameterizedTest
        @CsvSource({
            "4611686018427387904, 4611686018427387907, 1, 4611686018427387904 4611686018427387905 4611686018427387906",
            "-9223372036854775808, 9223372036854775807, 4611686018427387904,"
                    + " -9223372036854775808 -4611686018427387904 0 4611686018427387904",
            "9223372036854775807, -9223372036854775808, -9223372036854775807, 9223372036854775807 0",
            "9223372036854775806, 9223372036854775807, 5, 9223372036854775806"
        })
        void rangesOfIntegersAreExactUpToTheEndsOfLong(long start, long stop, long step, String expected) {
            assertThat(NDArray.arange(start, stop, step)).isEqualTo(longs(expected));
        }

        private static NDArray longs(String text) {
            return NDArray.of(Arrays.stream(text.split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray());
        }
    }

    @Nested
    class OfDoubles {
        /** The bits of {@code np.arange} of NumPy 2.4.6. */
        @ParameterizedTest
        @CsvSource(textBlock = """
                0,    1,     0.1,    0x0p0 0x1.999999999999ap-4 0x1.999999999999ap-3 0x1.3333333333334p-2 0x1.999999999999ap-2 0x1p-1 0x1.3333333333334p-1 0x1.6666666666667p-1 0x1.999999999999ap-1 0x1.ccccccccccccdp-1
                -1,   1,     0.3,    -0x1p0 -0x1.6666666666666p-1 -0x1.9999999999998p-2 -0x1.999999999999p-4 0x1.99999999999a0p-3 0x1.0000000000002p-1 0x1.999999999999cp-1
                1,    0,     -0.1,   0x1p0 0x1.ccccccccccccdp-1 0x1.999999999999ap-1 0x1.6666666666667p-1 0x1.3333333333334p-1 0x1.0000000000001p-1 0x1.999999999999cp-2 0x1.3333333333336p-2 0x1.99999999999a0p-3 0x1.99999999999a8p-4
                0.5,  3,     0.7,    0x1p-1 0x1.3333333333333p0 0x1.e666666666666p0 0x1.4ccccccccccccp1
                1e16, 1.000000000000001e16, 1.5, 0x1.1c37937e08p53 0x1.1c37937e08001p53 0x1.1c37937e08002p53 0x1.1c37937e08003p53 0x1.1c37937e08004p53 0x1.1c37937e08005p53 0x1.1c37937e08006p53
                1,    1.3,   0.1,    0x1p0 0x1.199999999999ap0 0x1.3333333333334p0 0x1.4cccccccccccep0
                0,    0.001, 0.0003, 0x0p0 0x1.3a92a30553261p-12 0x1.3a92a30553261p-11 0x1.d7dbf487fcb92p-11
                -0.0, 1,     0.5,    -0x0p0 0x1p-1
                0,    0.3,   0.1,    0x0p0 0x1.999999999999ap-4 0x1.999999999999ap-3
                """)
        void rangesOfDoublesHaveNumPysBits(double start, double stop, double step, String expected) {
            double[] bits = Arrays.stream(expected.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(NDArray.arange(start, stop, step)).isEqualTo(NDArray.of(bits));
        }

        @Test
        void rangesOfDoublesHaveADistanceOfOneIfNoneIsGiven() {
            assertThat(NDArray.arange(0.5, 3)).hasDType(DType.FLOAT64).hasElements(0.5, 1.5, 2.5);
            assertThat(NDArray.arange(2, 4.5)).hasDType(DType.FLOAT64).hasElements(2, 3, 4);
        }

        @ParameterizedTest
        @CsvSource({"3, 2, 0.5", "2, 2, 1", "0, 5, -Infinity", "0, -4.9e-324, 1e300", "1, 2, -1e-300"})
        void rangesOfDoublesAreEmptyIfStopIsNotBeyondStart(double start, double stop, double step) {
            assertThat(NDArray.arange(start, stop, step)).hasShape(0).hasDType(DType.FLOAT64);
        }

        @ParameterizedTest
        @CsvSource({"0, 5, Infinity", "0, -5, -Infinity", "0, 4.9e-324, 1e300", "0, 1, 7.5"})
        void rangesOfDoublesHaveOneNumberIfTheStepLeadsBeyondStop(double start, double stop, double step) {
            assertThat(NDArray.arange(start, stop, step)).hasShape(1).hasElements(start);
        }
    }
}
