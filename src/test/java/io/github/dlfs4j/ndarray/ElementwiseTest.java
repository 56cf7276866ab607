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
        @Test
        void scalarsDivideUint8EvenIfTheyDoNotFit() {
            assertThat(uint8(150).div(300)).hasDType(FLOAT64).hasElements(0.5);
            assertThat(uint8(150).rdiv(300)).hasElements(2);
        }
    }

    @Nested
    class Powers {
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
