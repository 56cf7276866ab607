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
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arithmetic and functions. The results are those of NumPy 2.4.6. */
@BothKernels
class ElementwiseTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static NDArray uint8(int... values) {
        return NDArray.of(values).astype(UINT8);
    }

    @Nested
    class Arithmetic {
        private final NDArray a = NDArray.of(7, -7, 0);
        private final NDArray b = NDArray.of(2, 2, 5);

        @Test
        void arithmeticIsDoneElementByElement() {
            assertThat(a.add(b)).hasDType(INT64).hasElements(9, -5, 5);
            assertThat(a.sub(b)).hasDType(INT64).hasElements(5, -9, -5);
            assertThat(a.mul(b)).hasDType(INT64).hasElements(14, -14, 0);
            assertThat(a.div(b)).hasDType(FLOAT64).hasElements(3.5, -3.5, 0);
            assertThat(a.pow(b)).hasDType(INT64).hasElements(49, 49, 0);
            assertThat(a.maximum(b)).hasDType(INT64).hasElements(7, 2, 5);
            assertThat(a.minimum(b)).hasDType(INT64).hasElements(2, -7, 0);
            assertThat(a).hasElements(7, -7, 0);
        }

        @Test
        void arithmeticOnInt64Wraps() {
            assertThat(NDArray.of(Long.MAX_VALUE).add(1)).isEqualTo(NDArray.of(Long.MIN_VALUE));
            assertThat(NDArray.of(Long.MIN_VALUE).sub(1)).isEqualTo(NDArray.of(Long.MAX_VALUE));
            assertThat(NDArray.of(Long.MAX_VALUE).mul(2)).isEqualTo(NDArray.of(-2L));
            assertThat(NDArray.of(Long.MIN_VALUE).neg()).isEqualTo(NDArray.of(Long.MIN_VALUE));
            assertThat(NDArray.of(Long.MIN_VALUE).abs()).isEqualTo(NDArray.of(Long.MIN_VALUE));
            assertThat(NDArray.of(3).pow(41)).isEqualTo(NDArray.of(-420491770248316829L));
        }

        @Test
        void arithmeticOnUint8Wraps() {
            assertThat(uint8(1, 2, 3).add(uint8(255))).hasDType(UINT8).hasElements(0, 1, 2);
            assertThat(uint8(1, 2, 3).sub(uint8(2))).hasElements(255, 0, 1);
            assertThat(uint8(16, 3).mul(uint8(16))).hasElements(0, 48);
            assertThat(uint8(16, 3).square()).hasElements(0, 9);
            assertThat(uint8(0, 1, 255).neg()).hasElements(0, 255, 1);
            assertThat(uint8(2, 3).pow(uint8(8, 2))).hasDType(UINT8).hasElements(0, 9);
            assertThat(uint8(1, 2).rsub(1)).hasDType(UINT8).hasElements(0, 255);
        }

        @Test
        void arithmeticOnBoolIsLogic() {
            NDArray truths = NDArray.of(true, true, false, false);
            NDArray others = NDArray.of(true, false, true, false);
            assertThat(truths.add(others)).hasElements(true, true, true, false);
            assertThat(truths.mul(others)).hasElements(true, false, false, false);
            assertThat(truths.maximum(others)).hasElements(true, true, true, false);
            assertThat(truths.minimum(others)).hasElements(true, false, false, false);
            assertThat(truths.div(others)).hasDType(FLOAT64).hasElements(1, INF, 0, NAN);
            assertThat(truths.abs()).hasElements(true, true, false, false);
        }

        @Test
        void ofTwoZerosTheLargerIsPositiveAndTheSmallerNegative() {
            NDArray zeros = NDArray.of(-0.0, 0.0, -0.0, 0.0, -0.0, 0.0, -0.0, 0.0, -0.0);
            NDArray others = zeros.neg();

            assertThat(zeros.maximum(others).toString()).isEqualTo("[0. 0. 0. 0. 0. 0. 0. 0. 0.]");
            assertThat(zeros.minimum(others).toString()).isEqualTo("[-0. -0. -0. -0. -0. -0. -0. -0. -0.]");
            assertThat(zeros.max().toString()).isEqualTo("0.0");
            assertThat(zeros.min().toString()).isEqualTo("-0.0");
        }

        @Test
        void arithmeticOnFloatsHandlesInfinitiesAndNaN() {
            assertThat(NDArray.of(1.0, -1, 0).div(0)).hasElements(INF, -INF, NAN);
            assertThat(NDArray.of(1.0, NAN, 3).maximum(NDArray.of(NAN, 2, 2))).hasElements(NAN, NAN, 3);
            assertThat(NDArray.of(1.0, NAN, 3).minimum(NDArray.of(NAN, 2, 2))).hasElements(NAN, NAN, 2);
            assertThat(NDArray.of(INF, INF).sub(NDArray.of(INF, -INF))).hasElements(NAN, INF);
        }

        @Test
        void arithmeticPromotesBeforeItComputes() {
            assertThat(uint8(1, 5).minimum(NDArray.of(3))).hasDType(INT64).hasElements(1, 3);
            assertThat(uint8(200).add(NDArray.of(200))).hasDType(INT64).hasElements(400);
            assertThat(NDArray.of(1).add(NDArray.of(0.1f))).hasDType(FLOAT64).hasElements(1 + (double) 0.1f);
            assertThat(NDArray.of((1L << 53) + 1).add(NDArray.of(0f))).hasElements(0x1p53);
            assertThat(uint8(255).div(uint8(2))).hasDType(FLOAT64).hasElements(127.5);
            assertThat(NDArray.of(1f).div(NDArray.of(3f))).hasDType(FLOAT32).hasElements(1f / 3f);
            assertThat(NDArray.of(true).add(NDArray.of(1.5f))).hasDType(FLOAT32).hasElements(2.5);
        }

        @Test
        void arithmeticBroadcastsItsOperands() {
            NDArray rows = NDArray.of(new int[][] {{0, 1, 2}, {3, 4, 5}});
            assertThat(rows.add(NDArray.of(10, 20, 30))).hasShape(2, 3).hasElements(10, 21, 32, 13, 24, 35);
            assertThat(NDArray.of(new int[][] {{10}, {20}}).sub(rows)).hasElements(10, 9, 8, 17, 16, 15);
            assertThat(NDArray.of(new int[][] {{1}, {2}}).mul(NDArray.of(1, 10)))
                    .hasShape(2, 2)
                    .hasElements(1, 10, 2, 20);
            assertThat(NDArray.scalar(2).mul(rows).get(1)).hasElements(6, 8, 10);
            assertThat(NDArray.zeros(0, 3).add(NDArray.of(1, 2, 3))).hasShape(0, 3);
        }

        @Test
        void arithmeticOnScalarsGivesAScalar() {
            assertThat(NDArray.scalar(100).mul(NDArray.scalar(2)))
                    .hasShape()
                    .hasDType(INT64)
                    .hasElements(200);
            assertThat(NDArray.scalar(2.5).neg()).hasShape().hasElements(-2.5);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 7, 1023, 1024, 1025, 2048, 5000})
        void arithmeticDoesNotDependOnBlocks(int n) {
            NDArray every = NDArray.arange(3 * n).get(Index.range(null, null, 3));
            NDArray back = NDArray.arange(n).get(Index.range(null, null, -1));
            NDArray sum = every.astype(FLOAT32).add(back);
            assertThat(sum).hasShape(n);
            for (int i = 0; i < n; i++) {
                assertThat(sum.getDouble(i)).as("element %d", i).isEqualTo(3 * i + n - 1 - i);
            }
        }
    }

    @Nested
    class Scalars {
        @ParameterizedTest
        @CsvSource({
            "BOOL, INT64, FLOAT64",
            "UINT8, UINT8, FLOAT64",
            "INT64, INT64, FLOAT64",
            "FLOAT32, FLOAT32, FLOAT32",
            "FLOAT64, FLOAT64, FLOAT64"
        })
        void scalarOperandsAreWeak(DType dtype, DType besideLong, DType besideDouble) {
            NDArray a = NDArray.ones(dtype, 2);
            assertThat(a.add(2)).hasDType(besideLong).hasElements(3, 3);
            assertThat(a.sub(1)).hasDType(besideLong).hasElements(0, 0);
            assertThat(a.mul(2)).hasDType(besideLong).hasElements(2, 2);
            assertThat(a.rsub(5)).hasDType(besideLong).hasElements(4, 4);
            assertThat(a.pow(3)).hasDType(besideLong).hasElements(1, 1);
            assertThat(a.maximum(2)).hasDType(besideLong).hasElements(2, 2);
            assertThat(a.minimum(0)).hasDType(besideLong).hasElements(0, 0);
            assertThat(a.add(1.5)).hasDType(besideDouble).hasElements(2.5, 2.5);
            assertThat(a.sub(0.5)).hasDType(besideDouble).hasElements(0.5, 0.5);
            assertThat(a.mul(0.5)).hasDType(besideDouble).hasElements(0.5, 0.5);
            assertThat(a.div(2)).hasDType(besideDouble).hasElements(0.5, 0.5);
            assertThat(a.div(0.5)).hasDType(besideDouble).hasElements(2, 2);
            assertThat(a.rsub(0.5)).hasDType(besideDouble).hasElements(-0.5, -0.5);
            assertThat(a.rdiv(3)).hasDType(besideDouble).hasElements(3, 3);
            assertThat(a.rdiv(0.5)).hasDType(besideDouble).hasElements(0.5, 0.5);
            assertThat(a.pow(1.5)).hasDType(besideDouble).hasElements(1, 1);
            assertThat(a.maximum(1.5)).hasDType(besideDouble).hasElements(1.5, 1.5);
            assertThat(a.minimum(0.5)).hasDType(besideDouble).hasElements(0.5, 0.5);
        }

        @Test
        void scalarOperandsAreRoundedToFloat32First() {
            assertThat(NDArray.of(0f).add(0.1)).hasElements(0.1f);
            assertThat(NDArray.of(1f, 2f).mul(1e300)).hasElements(INF, INF);
            assertThat(NDArray.of(0f).add((1 << 24) + 1)).hasElements(1 << 24);
        }

        @Test
        void scalarOperandsOfUint8AreFromZeroTo255() {
            assertThat(uint8(0, 1).add(255)).hasElements(255, 0);
            assertThat(uint8(3).mul(0)).hasElements(0);
            assertThat(uint8(3).fill(255)).hasElements(255);
        }

        @Test
        void scalarsDivideUint8EvenIfTheyDoNotFit() {
            assertThat(uint8(150).div(300)).hasDType(FLOAT64).hasElements(0.5);
            assertThat(uint8(150).rdiv(300)).hasElements(2);
        }
    }

    @Nested
    class Powers {
        @Test
        void powersOfIntegersAreIntegers() {
            assertThat(NDArray.of(0, 2, -2).pow(NDArray.of(0, 10, 3))).hasElements(1, 1024, -8);
            assertThat(NDArray.of(2).pow(63)).isEqualTo(NDArray.of(Long.MIN_VALUE));
            assertThat(NDArray.of(true, false).pow(NDArray.of(2, 0)))
                    .hasDType(INT64)
                    .hasElements(1, 1);
        }

        @Test
        void powersOfFloatsMayBeNegativeOrFractions() {
            assertThat(NDArray.of(2.0, 4.0).pow(NDArray.of(-1, 3))).hasElements(0.5, 64);
            assertThat(NDArray.of(0.0).pow(-1.0)).hasElements(INF);
            assertThat(NDArray.of(-8.0).pow(1.0 / 3)).hasElements(NAN);
        }

        @Test
        void powerMinusOneIsTheReciprocal() {
            // For some of these fractions Math.pow rounds the reciprocal differently.
            NDArray a = NDArray.arange(100_000).add(1).div(7);
            assertThat(a.pow(-1)).isEqualTo(a.rdiv(1));
            assertThat(a.pow(-1.0)).isEqualTo(a.rdiv(1));
            assertThat(NDArray.of(3f).pow(-1)).hasDType(FLOAT32).hasElements(1f / 3f);
            assertThat(NDArray.of(2).pow(-1.0)).hasDType(FLOAT64).hasElements(0.5);
            assertThat(NDArray.of(true, false).pow(-1.0)).hasDType(FLOAT64).hasElements(1, INF);
        }

        @Test
        void powersOneHalfAndTwoAreRootAndSquare() {
            NDArray a = NDArray.of(0.1, 2, 3, 1e200);
            assertThat(a.pow(2)).isEqualTo(a.mul(a));
            assertThat(a.pow(2.0)).isEqualTo(a.mul(a));
            assertThat(a.pow(0.5)).isEqualTo(a.sqrt());
            assertThat(NDArray.of(3).pow(2.0)).hasDType(FLOAT64).hasElements(9);
            assertThat(NDArray.of(4).pow(0.5)).hasDType(FLOAT64).hasElements(2);
            assertThat(NDArray.of(true).pow(2.0)).hasDType(FLOAT64).hasElements(1);
            assertThat(NDArray.of(3f).pow(2.0)).hasDType(FLOAT32).hasElements(9);
        }

        @Test
        void powersOfNoElementsMayHaveANegativeExponent() {
            assertThat(NDArray.zeros(INT64, 0).pow(-1)).hasDType(INT64).hasShape(0);
            assertThat(NDArray.zeros(INT64, 0, 3).pow(NDArray.of(-1, 1, 2))).hasShape(0, 3);
        }
    }

    @Nested
    class Functions {
        @Test
        void signsAreMinusOneZeroOrOne() {
            assertThat(NDArray.of(-3.0, 0, -0.0, NAN, 5).sign()).hasElements(-1, 0, 0, NAN, 1);
            assertThat(NDArray.of(-3, 0, 5).sign()).hasDType(INT64).hasElements(-1, 0, 1);
            assertThat(uint8(0, 200).sign()).hasDType(UINT8).hasElements(0, 1);
        }

        @Test
        void absoluteValuesAndNegativesKeepTheDType() {
            assertThat(NDArray.of(-1.5, -0.0, NAN, -INF).abs()).isEqualTo(NDArray.of(1.5, 0.0, NAN, INF));
            assertThat(NDArray.of(1.5f, Float.NEGATIVE_INFINITY).neg())
                    .hasDType(FLOAT32)
                    .hasElements(-1.5, INF);
            assertThat(NDArray.of(0.0).neg()).isEqualTo(NDArray.of(-0.0));
            assertThat(NDArray.of(-2, 3).abs()).hasDType(INT64).hasElements(2, 3);
        }

        @Test
        void libraryFunctionsHandleTheLimitsOfTheirDomains() {
            assertThat(NDArray.of(0, -INF, INF, NAN, 1000).exp()).hasElements(1, 0, INF, NAN, INF);
            assertThat(NDArray.of(0.0, -1, 1, INF).log()).hasElements(-INF, NAN, 0, INF);
            assertThat(NDArray.of(0.0, 100, -100, INF, NAN).tanh()).hasElements(0, 1, -1, 1, NAN);
            assertThat(NDArray.of(4, -1, 0).sqrt()).hasElements(2, NAN, 0);
        }

        @Test
        void libraryFunctionsAreCloseToTheirValues() {
            assertThat(NDArray.of(1.0, -2.5).exp()).isCloseTo(NDArray.of(2.718281828459045, 0.0820849986238988), 1e-15);
            assertThat(NDArray.of(10.0, 0.5).log())
                    .isCloseTo(NDArray.of(2.302585092994046, -0.6931471805599453), 1e-15);
            assertThat(NDArray.of(0.5, -1).tanh())
                    .isCloseTo(NDArray.of(0.46211715726000974, -0.7615941559557649), 1e-15);
        }

        @ParameterizedTest
        @EnumSource(DType.class)
        void libraryFunctionsGiveFloatingPointNumbers(DType dtype) {
            NDArray one = NDArray.ones(dtype, 1);
            DType expected = dtype == FLOAT32 ? FLOAT32 : FLOAT64;
            assertThat(one.exp()).hasDType(expected).isCloseTo(NDArray.of(Math.E), 1e-6);
            assertThat(one.log()).hasDType(expected).hasElements(0);
            assertThat(one.sqrt()).hasDType(expected).hasElements(1);
            assertThat(one.tanh()).hasDType(expected).isCloseTo(NDArray.of(Math.tanh(1)), 1e-6);
        }
    }

    @Nested
    class InPlace {
        @Test
        void arithmeticInPlaceChangesAndReturnsTheArray() {
            NDArray a = NDArray.of(1, 2, 3);
            assertThat(a.addi(NDArray.of(10, 20, 30))).isSameAs(a);
            assertThat(a).hasElements(11, 22, 33);
            assertThat(a.subi(NDArray.of(1))).isSameAs(a);
            assertThat(a.muli(2)).isSameAs(a);
            assertThat(a).hasElements(20, 42, 64);
            NDArray b = NDArray.of(1.0, 4);
            assertThat(b.divi(NDArray.of(2.0, 8))).isSameAs(b);
            assertThat(b.divi(0.5)).isSameAs(b);
            assertThat(b.addi(1).subi(0.5).muli(2.0).divi(2)).hasElements(1.5, 1.5);
        }

        @Test
        void arithmeticInPlaceChangesAScalarToo() {
            NDArray scalar = NDArray.scalar(1.5);
            scalar.addi(1).muli(NDArray.scalar(2)).subi(0.5).divi(3);
            assertThat(scalar).hasShape().hasElements(1.5);
            assertThat(NDArray.scalar(5).addi(2)).hasDType(INT64).hasElements(7);
        }

        @Test
        void arithmeticInPlaceKeepsTheDType() {
            assertThat(NDArray.of(1f).addi(NDArray.of(0.1))).hasDType(FLOAT32).hasElements((float) (1 + 0.1));
            assertThat(NDArray.of(1f).muli(NDArray.of(3))).hasDType(FLOAT32).hasElements(3);
            assertThat(uint8(250).addi(10)).hasDType(UINT8).hasElements(4);
            assertThat(NDArray.of(1, 2).addi(NDArray.of(true, false)))
                    .hasDType(INT64)
                    .hasElements(2, 2);
        }

        @Test
        void arithmeticInPlaceChangesNothingIfTheResultDoesNotFit() {
            NDArray a = NDArray.of(1, 2);
            assertThatThrownBy(() -> a.addi(0.5)).isExactlyInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> a.divi(1)).isExactlyInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> a.addi(NDArray.zeros(3))).isExactlyInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> a.addi(NDArray.of(1, 2, 3))).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThat(a).hasElements(1, 2);
        }
    }

    @Nested
    class IntoAnArray {
        @Test
        void arithmeticIntoAnArrayWritesAndReturnsIt() {
            NDArray out = NDArray.zeros(2);
            NDArray a = NDArray.of(1.0, 4);
            NDArray b = NDArray.of(2.0, 2);
            assertThat(a.add(b, out)).isSameAs(out).hasElements(3, 6);
            assertThat(a.sub(b, out)).isSameAs(out).hasElements(-1, 2);
            assertThat(a.mul(b, out)).isSameAs(out).hasElements(2, 8);
            assertThat(a.div(b, out)).isSameAs(out).hasElements(0.5, 2);
            assertThat(a.maximum(b, out)).isSameAs(out).hasElements(2, 4);
            assertThat(a.minimum(b, out)).isSameAs(out).hasElements(1, 2);
            assertThat(a.neg(out)).isSameAs(out).hasElements(-1, -4);
            assertThat(a.sqrt(out)).isSameAs(out).hasElements(1, 2);
            assertThat(NDArray.of(0, -INF).exp(out)).isSameAs(out).hasElements(1, 0);
            assertThat(NDArray.of(1, INF).log(out)).isSameAs(out).hasElements(0, INF);
            assertThat(NDArray.of(0, INF).tanh(out)).isSameAs(out).hasElements(0, 1);
        }

        @Test
        void arithmeticIntoAnArrayRepeatsTheResultToALargerOne() {
            NDArray out = NDArray.zeros(2, 3);
            NDArray.arange(3).add(NDArray.arange(3), out);
            assertThat(out).hasElements(0, 2, 4, 0, 2, 4);
            NDArray roots = NDArray.zeros(FLOAT32, 2, 2);
            NDArray.of(4, 9).sqrt(roots);
            assertThat(roots).hasElements(2, 3, 2, 3);
        }

        @Test
        void arithmeticIntoAnArrayConvertsWithinItsKindAndUpwards() {
            NDArray out = NDArray.zeros(FLOAT32, 2);
            NDArray.of(1.5, 0.1).add(NDArray.of(2), out);
            assertThat(out).hasElements(3.5, (float) 2.1);
            NDArray.of(true, false).add(NDArray.of(false, false), out);
            assertThat(out).hasElements(1, 0);
        }

        @Test
        void arithmeticIntoAnArrayWrapsBeforeItConverts() {
            NDArray integers = NDArray.zeros(INT64, 2);
            assertThat(uint8(200, 255).add(uint8(100), integers))
                    .isSameAs(integers)
                    .hasElements(44, 99);
            assertThat(uint8(1, 0).neg(integers)).isSameAs(integers).hasElements(255, 0);
            NDArray.of(true, false).add(NDArray.of(true), integers);
            assertThat(integers).hasElements(1, 1);
            NDArray floats = NDArray.zeros(2, 2);
            uint8(200, 1).mul(uint8(100), floats);
            assertThat(floats).hasElements(32, 100, 32, 100);
        }

        @ParameterizedTest
        @CsvSource({
            "BOOL, BOOL UINT8 INT64 FLOAT32 FLOAT64",
            "UINT8, UINT8 INT64 FLOAT32 FLOAT64",
            "INT64, INT64 FLOAT32 FLOAT64",
            "FLOAT32, FLOAT32 FLOAT64",
            "FLOAT64, FLOAT32 FLOAT64"
        })
        void theCastingRuleOfOutputsIsSameKind(DType from, String allowed) {
            for (DType to : DType.values()) {
                NDArray out = NDArray.zeros(to, 1);
                NDArray one = NDArray.ones(from, 1);
                if (List.of(allowed.split(" ", -1)).contains(to.name())) {
                    assertThat(one.mul(one, out)).hasDType(to).hasElements(1);
                } else {
                    assertThatThrownBy(() -> one.mul(one, out))
                            .isExactlyInstanceOf(UnsupportedOperationException.class)
                            .hasMessage(
                                    "Cannot cast ufunc 'multiply' output from dtype('%s') to dtype('%s') with casting"
                                            + " rule 'same_kind'",
                                    from, to);
                    assertThat(out).hasElements(0);
                }
            }
        }

        @Test
        void arithmeticIntoAViewWritesItsElementsOnly() {
            NDArray base = NDArray.zeros(3, 4);
            NDArray.ones(2, 2).add(NDArray.ones(2), base.get(Index.range(null, null, 2), Index.range(null, null, -2)));
            assertThat(base).hasElements(0, 2, 0, 2, 0, 0, 0, 0, 0, 2, 0, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void arithmeticOnEmptyArraysGivesEmptyArrays(DType dtype) {
        NDArray empty = NDArray.zeros(dtype, 2, 0, 3);
        assertThat(empty.add(empty)).hasShape(2, 0, 3).hasDType(dtype);
        assertThat(empty.div(2)).hasShape(2, 0, 3);
        assertThat(empty.exp()).hasShape(2, 0, 3);
        assertThat(empty.transpose().mul(NDArray.ones(BOOL, 1))).hasShape(3, 0, 2);
        assertThat(empty.addi(NDArray.ones(dtype, 3))).hasShape(2, 0, 3);
    }
}
