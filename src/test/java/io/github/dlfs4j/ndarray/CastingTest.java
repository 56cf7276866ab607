package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.DType.BOOL;
import static io.github.dlfs4j.ndarray.DType.FLOAT32;
import static io.github.dlfs4j.ndarray.DType.FLOAT64;
import static io.github.dlfs4j.ndarray.DType.INT64;
import static io.github.dlfs4j.ndarray.DType.UINT8;
import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversions between dtypes. The results are those of NumPy 2.4.6. */
@BothKernels
class CastingTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double LOWEST = Long.MIN_VALUE;
    private static final long ODD = (1L << 53) + 1;
    private static final long BETWEEN_FLOATS = (1L << 60) + (1L << 36) + 1;

    static Stream<Arguments> casts() {
        NDArray truths = NDArray.of(true, false);
        NDArray bytes = NDArray.of(new byte[] {0, 1, (byte) 128, (byte) 255});
        NDArray longs = NDArray.of(0, -1, 255, 256, 300, ODD, BETWEEN_FLOATS, Long.MIN_VALUE);
        NDArray floats = NDArray.of(-0f, 2.7f, -2.7f, Float.NaN, Float.POSITIVE_INFINITY, 1e20f, 0.1f, -1f, 300f);
        NDArray doubles = NDArray.of(-0.0, 2.7, -2.7, NAN, -INF, -1e30, 0.1, 1e300, 1e-300, 256.9, -300.5);
        return Stream.of(
                cast(truths, BOOL, 1, 0),
                cast(truths, UINT8, 1, 0),
                cast(truths, INT64, 1, 0),
                cast(truths, FLOAT32, 1, 0),
                cast(truths, FLOAT64, 1, 0),
                cast(bytes, BOOL, 0, 1, 1, 1),
                cast(bytes, UINT8, 0, 1, 128, 255),
                cast(bytes, INT64, 0, 1, 128, 255),
                cast(bytes, FLOAT32, 0, 1, 128, 255),
                cast(bytes, FLOAT64, 0, 1, 128, 255),
                cast(longs, BOOL, 0, 1, 1, 1, 1, 1, 1, 1),
                cast(longs, UINT8, 0, 255, 255, 0, 44, 1, 1, 0),
                cast(longs, FLOAT32, 0, -1, 255, 256, 300, 0x1p53, 0x1p60 + 0x1p37, LOWEST),
                cast(longs, FLOAT64, 0, -1, 255, 256, 300, 0x1p53, 0x1p60 + 0x1p36, LOWEST),
                cast(floats, BOOL, 0, 1, 1, 1, 1, 1, 1, 1, 1),
                cast(floats, UINT8, 0, 2, 254, 0, 0, 0, 0, 255, 44),
                cast(floats, INT64, 0, 2, -2, LOWEST, LOWEST, LOWEST, 0, -1, 300),
                cast(floats, FLOAT32, 0, 2.7f, -2.7f, NAN, INF, 1e20f, 0.1f, -1, 300),
                cast(floats, FLOAT64, 0, 2.7f, -2.7f, NAN, INF, 1e20f, 0.1f, -1, 300),
                cast(doubles, BOOL, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                cast(doubles, UINT8, 0, 2, 254, 0, 0, 0, 0, 0, 0, 0, 212),
                cast(doubles, INT64, 0, 2, -2, LOWEST, LOWEST, LOWEST, 0, LOWEST, 0, 256, -300),
                cast(doubles, FLOAT32, 0, 2.7f, -2.7f, NAN, -INF, -1e30f, 0.1f, INF, 0, 256.9f, -300.5),
                cast(doubles, FLOAT64, 0, 2.7, -2.7, NAN, -INF, -1e30, 0.1, 1e300, 1e-300, 256.9, -300.5));
    }

    private static Arguments cast(NDArray from, DType to, double... expected) {
        return Arguments.of(from.dtype(), to, from, expected);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("casts")
    void castingConvertsEveryElement(DType from, DType to, NDArray array, double... expected) {
        assertThat(array.astype(to)).as("from %s", from).hasDType(to).hasElements(expected);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("casts")
    void castingConvertsViewsLikeCopies(DType from, DType to, NDArray array, double... expected) {
        NDArray wide = NDArray.zeros(from, 3, 2 * array.size());
        NDArray view = wide.get(Index.at(1), Index.range(null, null, -2));
        view.at(Index.all()).set(array);
        assertThat(view.astype(to)).hasDType(to).hasElements(expected);
        NDArray target = NDArray.zeros(to, array.size(), 2).get(Index.range(null, null, -1), Index.at(1));
        target.at(Index.all()).set(array);
        assertThat(target).hasElements(expected);
        NDArray listed = NDArray.zeros(to, array.size());
        listed.at(NDArray.arange(array.size())).set(array);
        assertThat(listed).hasElements(expected);
    }

    /** Results of {@code cvttsd2si} of x86-64 for numbers out of range: of int32 for uint8, otherwise of int64. */
    static Stream<Arguments> outOfRange() {
        double aboveInt32 = 0x1p31 + 5;
        double[] doubles = {
            3e9 + 5,
            -3e9 - 5,
            0x1p31 - 1,
            0x1p31,
            aboveInt32,
            -0x1p31,
            -0x1p31 - 1,
            300.7,
            -1.5,
            -0.5,
            255.9,
            1e19,
            -1e30,
            NAN,
            INF,
            -INF,
            0x1p32 + 7
        };
        float[] floats = {3e9f, -3e9f, 0x1.fffffep30f, 0x1p31f, -0x1p31f, 300.7f, -1.5f, 1e30f, Float.NaN, (float) -INF
        };
        NDArray d = NDArray.of(doubles);
        NDArray f = NDArray.of(floats);
        return Stream.of(
                cast(d, UINT8, 0, 0, 255, 0, 0, 0, 0, 44, 255, 0, 255, 0, 0, 0, 0, 0, 0),
                cast(
                        d,
                        INT64,
                        3e9 + 5,
                        -3e9 - 5,
                        0x1p31 - 1,
                        0x1p31,
                        aboveInt32,
                        -0x1p31,
                        -0x1p31 - 1,
                        300,
                        -1,
                        0,
                        255,
                        LOWEST,
                        LOWEST,
                        LOWEST,
                        LOWEST,
                        LOWEST,
                        0x1p32 + 7),
                cast(d, BOOL, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                cast(f, UINT8, 0, 0, 128, 0, 0, 44, 255, 0, 0, 0),
                cast(f, INT64, 3e9, -3e9, 0x1.fffffep30, 0x1p31, -0x1p31, 300, -1, LOWEST, LOWEST, LOWEST),
                cast(f, BOOL, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("outOfRange")
    void castingConvertsNumbersOutOfRangeAsX86Does(DType from, DType to, NDArray array, double... expected) {
        castingConvertsEveryElement(from, to, array, expected);
        castingConvertsViewsLikeCopies(from, to, array, expected);
        NDArray masked = NDArray.zeros(to, array.size());
        for (int i = 0; i < array.size(); i++) {
            masked.at(NDArray.arange(array.size()).eq(i)).set(array.get(i));
            if (from == FLOAT64) {
                assertThat(NDArray.full(to, array.getDouble(i), 2)).hasElements(expected[i], expected[i]);
            }
        }
        assertThat(masked).hasElements(expected);
    }

    @Test
    void fullConvertsItsNumberAsNumPyDoes() {
        assertThat(NDArray.full(UINT8, 300.7, 2)).isEqualTo(NDArray.of(new byte[] {44, 44}));
        assertThat(NDArray.full(UINT8, -1.5, 2)).isEqualTo(NDArray.of(new byte[] {-1, -1}));
        assertThat(NDArray.full(INT64, NAN, 2)).isEqualTo(NDArray.of(Long.MIN_VALUE, Long.MIN_VALUE));
        assertThat(NDArray.full(INT64, -2.7, 1)).isEqualTo(NDArray.of(-2));
        assertThat(NDArray.full(BOOL, NAN, 1)).isEqualTo(NDArray.of(true));
        assertThat(NDArray.full(FLOAT32, 1e300, 1)).isEqualTo(NDArray.of(Float.POSITIVE_INFINITY));
        assertThatThrownBy(() -> NDArray.full(UINT8, 300, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Python integer 300 out of bounds for uint8");
    }

    @Test
    void castingKeepsEveryBitOfInt64() {
        NDArray longs = NDArray.of(Long.MAX_VALUE, ODD, -ODD);
        assertThat(longs.copy()).isEqualTo(longs).sharesNoMemoryWith(longs);
        assertThat(longs.get(Index.range(null, null, -1)).copy()).isEqualTo(NDArray.of(-ODD, ODD, Long.MAX_VALUE));
    }

    @Test
    void castingReachesTheLimitsOfInt64() {
        assertThat(NDArray.of(-0x1p63, Math.nextDown(0x1p63), 0x1p63).astype(INT64))
                .isEqualTo(NDArray.of(Long.MIN_VALUE, Long.MAX_VALUE - 1023, Long.MIN_VALUE));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void castingGivesACopyInCOrderEvenOfTheSameDType(DType dtype) {
        NDArray a = NDArray.ones(dtype, 2, 3).transpose();
        NDArray copy = a.astype(dtype);
        assertThat(copy).isEqualTo(a).sharesNoMemoryWith(a);
        assertThat(copy.layout()).isEqualTo(Layout.contiguous(3, 2));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void castingCopiesManyBlocks(DType dtype) {
        NDArray view = ViewKind.MIXED.array(dtype, Shape.of(70, 3, 31), new Random(3));
        for (DType to : DType.values()) {
            assertThat(view.astype(to))
                    .isEqualTo(ViewKind.contiguous(view).astype(to))
                    .hasDType(to);
        }
    }

    @Test
    void castingKeepsShapesWithoutElements() {
        assertThat(NDArray.zeros(2, 0, 3).astype(BOOL)).hasShape(2, 0, 3).hasDType(BOOL);
        assertThat(NDArray.scalar(2.7).astype(INT64)).hasShape().hasElements(2);
    }
}
