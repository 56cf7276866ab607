package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BothKernels
class MathFunctionsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final NDArray BYTES = NDArray.of(new byte[] {1, 0, (byte) 200});

    /** In NumPy these are float16, which is not one of the five dtypes. */
    static Stream<NDArray> ofBytes() {
        return Stream.of(
                MathFunctions.arctan(BYTES),
                MathFunctions.exp2(BYTES),
                MathFunctions.rint(BYTES),
                MathFunctions.deg2rad(BYTES),
                MathFunctions.arctan2(BYTES, BYTES),
                MathFunctions.hypot(BYTES, NDArray.of(true, false, true)),
                MathFunctions.copysign(BYTES, BYTES),
                MathFunctions.nextafter(BYTES, 1),
                MathFunctions.logaddexp(BYTES, BYTES),
                MathFunctions.logaddexp2(BYTES, BYTES));
    }

    @ParameterizedTest
    @MethodSource("ofBytes")
    void functionsOfBytesWithFractionalResultsAreFloat64(NDArray result) {
        assertThat(result).hasDType(DType.FLOAT64).hasShape(3);
    }

    @Test
    void functionsOfBytesHaveTheValuesOfFloat64() {
        NDArray floats = BYTES.astype(DType.FLOAT64);

        assertThat(MathFunctions.arctan(BYTES)).isEqualTo(MathFunctions.arctan(floats));
        assertThat(MathFunctions.hypot(BYTES, 3)).isEqualTo(MathFunctions.hypot(floats, 3));
        assertThat(NDArray.of(true, false).round()).isEqualTo(NDArray.of(1.0, 0.0));
    }

    @Test
    void powersOfTwoHaveExactExponentialsAndLogarithms() {
        for (int n = -1074; n < 1024; n++) {
            NDArray power = NDArray.of(Math.scalb(1.0, n));
            assertThat(MathFunctions.exp2(NDArray.of((double) n))).isEqualTo(power);
            assertThat(MathFunctions.log2(power)).isEqualTo(NDArray.of((double) n));
        }
        for (int n = 0; n <= 22; n++) {
            NDArray power = NDArray.of(Double.parseDouble("1e" + n));
            assertThat(MathFunctions.log10(power)).isEqualTo(NDArray.of((double) n));
        }
    }

    @Test
    void logarithmsEndAtZero() {
        NDArray x = NDArray.of(0.0, -0.0, -1.0, INFINITY, Double.NaN);
        NDArray expected = NDArray.of(-INFINITY, -INFINITY, Double.NaN, INFINITY, Double.NaN);

        assertThat(MathFunctions.log2(x)).isEqualTo(expected);
        assertThat(MathFunctions.log10(x)).isEqualTo(expected);
    }

    @Test
    void inverseHyperbolicFunctionsKeepZerosAndInfinities() {
        NDArray x = NDArray.of(0.0, -0.0, INFINITY, -INFINITY, Double.NaN, 1e-300);
        assertThat(MathFunctions.arcsinh(x)).isEqualTo(x);
        assertThat(MathFunctions.arccosh(NDArray.of(1.0, 0.5, -INFINITY, INFINITY)))
                .isEqualTo(NDArray.of(0.0, Double.NaN, Double.NaN, INFINITY));
        assertThat(MathFunctions.arctanh(NDArray.of(1.0, -1.0, 1.5, -0.0, Double.NaN)))
                .isEqualTo(NDArray.of(INFINITY, -INFINITY, Double.NaN, -0.0, Double.NaN));
    }

    @Test
    void aScalarOperandOfAFunctionIsWeak() {
        NDArray x = NDArray.of(7f, -7f);

        assertThat(MathFunctions.remainder(x, 3.0)).isEqualTo(NDArray.of(1f, 2f));
        assertThat(MathFunctions.hypot(x, 24)).isEqualTo(NDArray.of(25f, 25f));
        assertThat(MathFunctions.fmax(NDArray.of(7, -7), 0)).isEqualTo(NDArray.of(7, 0));
        assertThat(MathFunctions.fmax(NDArray.of(7, -7), 0.5)).isEqualTo(NDArray.of(7, 0.5));
    }

    @Test
    void integersDividedByZeroAreZero() {
        NDArray x = NDArray.of(7, -7, 0);

        assertThat(MathFunctions.floorDivide(x, 0)).isEqualTo(NDArray.of(0, 0, 0));
        assertThat(MathFunctions.remainder(x, 0)).isEqualTo(NDArray.of(0, 0, 0));
        assertThat(MathFunctions.fmod(x, 0)).isEqualTo(NDArray.of(0, 0, 0));
        assertThat(MathFunctions.floorDivide(NDArray.of(Long.MIN_VALUE), -1)).isEqualTo(NDArray.of(Long.MIN_VALUE));
    }

    /** Arrays with more elements than one thread takes, so that all functions run in blocks. */
    @Test
    void largeArraysGiveTheValuesOfSmallOnes() {
        NDArray x = new RandomState(1).uniform(-100, 100, 70_001);
        for (NDArray large : new NDArray[] {x, x.astype(DType.FLOAT32), x.astype(DType.INT64)}) {
            NDArray part = large.get(Index.range(69_000, 69_500)).copy();
            NDArray sameIn = MathFunctions.remainder(large, 7).get(Index.range(69_000, 69_500));
            assertThat(sameIn).isEqualTo(MathFunctions.remainder(part, 7));
            assertThat(MathFunctions.arctan(large).get(Index.range(69_000, 69_500)))
                    .isEqualTo(MathFunctions.arctan(part));
            assertThat(MathFunctions.floor(large).get(Index.range(69_000, 69_500)))
                    .isEqualTo(MathFunctions.floor(part));
            assertThat(Logic.isFinite(large).all().asBoolean()).isTrue();
        }
    }

    @Test
    void anOutputOfAFunctionMayBeAView() {
        NDArray x = NDArray.of(7, 8, 9, 10, 11, 12);
        NDArray ahead = x.get(Index.from(1));

        MathFunctions.remainder(x.get(Index.to(5)), NDArray.of(4, 4, 4, 4, 4), ahead);

        assertThat(x).isEqualTo(NDArray.of(7, 3, 0, 1, 2, 3));
    }

    @Test
    void roundingWritesToOutputs() {
        NDArray x = NDArray.of(-1.5, 2.5);
        NDArray out = NDArray.zeros(2);

        assertThat(MathFunctions.floor(x, out)).isSameAs(out).isEqualTo(NDArray.of(-2.0, 2.0));
        assertThat(MathFunctions.ceil(x, out)).isEqualTo(NDArray.of(-1.0, 3.0));
        assertThat(MathFunctions.trunc(x, out)).isEqualTo(NDArray.of(-1.0, 2.0));
        assertThat(MathFunctions.rint(x, x)).isSameAs(x).isEqualTo(NDArray.of(-2.0, 2.0));
        assertThat(MathFunctions.floor(NDArray.of(new byte[] {(byte) 200, 1}), out))
                .isEqualTo(NDArray.of(200.0, 1.0));
    }

    @Test
    void roundingToDecimalsIsNumPys() {
        assertThat(NDArray.of(0.37, 1.64).round()).isEqualTo(NDArray.of(0.0, 2.0));
        assertThat(NDArray.of(0.37, 1.64).round(1)).isEqualTo(NDArray.of(0.4, 1.6));
        assertThat(NDArray.of(.5, 1.5, 2.5, 3.5, 4.5).round()).isEqualTo(NDArray.of(0.0, 2.0, 2.0, 4.0, 4.0));
        assertThat(NDArray.of(1, 2, 3, 11).round(1)).isEqualTo(NDArray.of(1, 2, 3, 11));
        assertThat(NDArray.of(1, 2, 3, 11).round(-1)).isEqualTo(NDArray.of(0, 0, 0, 10));
        // As in NumPy, the product with 1000 is rounded.
        assertThat(NDArray.of(56294995342131.5).round(3)).isEqualTo(NDArray.of(56294995342131.51));
    }

    @Test
    void integersAreRoundedIntoACopy() {
        NDArray x = NDArray.of(1, 2);

        assertThat(x.round()).isEqualTo(x).isNotSameAs(x);
        assertThat(x.round(0, NDArray.zeros(2))).isEqualTo(NDArray.of(1.0, 2.0));
        assertThat(NDArray.of(1.25, 0.5).round(1, NDArray.zeros(2))).isEqualTo(NDArray.of(1.2, 0.5));
        assertThat(NDArray.of(15, 24).round(-1, NDArray.zeros(2))).isEqualTo(NDArray.of(20.0, 20.0));
    }

    @Test
    void aBoundOfAClipMayBeMissing() {
        NDArray x = NDArray.of(1, 5, 9);

        assertThat(x.clip(NDArray.scalar(3L), null)).isEqualTo(NDArray.of(3, 5, 9));
        assertThat(x.clip(null, NDArray.scalar(3L))).isEqualTo(NDArray.of(1, 3, 3));
        assertThat(x.clip((NDArray) null, null)).isEqualTo(x).isNotSameAs(x);
    }

    /** The figures are SciPy's; ErrorFunctionTest compares more of them with a series. */
    @Test
    void erfIsThatOfSciPy() {
        NDArray x = NDArray.of(-1.5, 0.25, 2.0);
        assertThat(MathFunctions.erf(x)).hasToString("[-0.96610515  0.27632639  0.99532227]");
        assertThat(MathFunctions.erf(x.astype(DType.FLOAT32)))
                .isEqualTo(MathFunctions.erf(x).astype(DType.FLOAT32));
        assertThat(MathFunctions.erf(NDArray.of(0L, 1L))).hasToString("[0.         0.84270079]");
    }
}
