package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.ndarray.strided.Cursor;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BothKernels
class DotTest {
    private static NDArray range(int... shape) {
        return NDArray.arange(Shape.of(shape).size()).reshape(shape);
    }

    @Test
    void onlyAProductByElementCanBeNegativeZero() {
        NDArray zero = NDArray.scalar(-0.0);
        NDArray zeros = NDArray.full(-0.0, 3, 3);

        assertThat(zero.dot(NDArray.scalar(1.0))).hasToString("-0.0");
        assertThat(zeros.get(0).dot(NDArray.scalar(1.0))).hasToString("[-0. -0. -0.]");
        assertThat(zeros.dot(NDArray.ones(3))).hasToString("[0. 0. 0.]");
        assertThat(zeros.get(0).dot(NDArray.ones(3))).hasToString("0.0");
    }

    @Nested
    class Shapes {
        @ParameterizedTest
        @CsvSource({
            "2 3 4, 4, 2 3",
            "4, 4 2, 2",
            "4, 3 4 2, 3 2",
            "2 3 4, 4 5, 2 3 5",
            "3 4, 2 4 5, 3 2 5",
            "2 3 4, 2 4 5, 2 3 2 5",
            "2 1 3 4, 4, 2 1 3",
            "2 1 3 4, 2 3 4 2, 2 1 3 2 3 2",
            "2 0, 0 3, 2 3",
            "0 2, 2 3, 0 3",
            "2 3, 3 0, 2 0",
            "0, 0, ''",
            "3 4 0, 2 0 5, 3 4 2 5",
            "3 0 4, 2 4 5, 3 0 2 5",
            "0 0, 0 0, 0 0"
        })
        void shapesOfProductsAreThoseOfNumPy(String left, String right, String expected) {
            NDArray a = range(NumPyRecord.ints(left, " "));
            NDArray b = range(NumPyRecord.ints(right, " "));
            assertThat(a.dot(b)).hasShape(NumPyRecord.ints(expected, " "));
            assertThat(a.astype(DType.FLOAT32).dot(b.astype(DType.FLOAT32)))
                    .hasDType(DType.FLOAT32)
                    .isCloseTo(a.dot(b), 0);
            assertThat(a.astype(DType.UINT8).dot(b.astype(DType.UINT8)))
                    .isEqualTo(a.dot(b).astype(DType.UINT8));
        }

        @Test
        void productsWithoutElementsToAddAreZeros() {
            assertThat(NDArray.zeros(2, 0).dot(NDArray.zeros(0, 3))).hasElements(0, 0, 0, 0, 0, 0);
            assertThat(NDArray.zeros(0).dot(NDArray.zeros(0))).hasElements(0);
        }

        @Test
        void productsOfManyAxesSumOverTheLastAndTheLastButOne() {
            NDArray a = range(2, 3, 4);
            NDArray b = range(3, 4, 2);
            NDArray product = a.dot(b);
            assertThat(product).hasShape(2, 3, 3, 2);
            for (int[] index : product.indices()) {
                NDArray left = a.get(index[0], index[1]);
                NDArray right = b.get(Index.at(index[2]), Index.all(), Index.at(index[3]));
                assertThat(product.get(index)).isEqualTo(left.mul(right).sum());
            }
            assertThat(product.get(1, 2, 2)).hasElements(1644, 1730);
        }
    }

    @Nested
    class DTypes {
        @ParameterizedTest
        @EnumSource(DType.class)
        void dtypesOfProductsArePromoted(DType dtype) {
            for (DType other : DType.values()) {
                NDArray product = NDArray.ones(dtype, 2, 3).dot(NDArray.ones(other, 3, 2));
                DType expected = DType.promote(dtype, other);
                double element = expected == DType.BOOL ? 1 : 3;
                assertThat(product).hasDType(expected).hasElements(element, element, element, element);
            }
        }
    }

    /** Short integers are converted and multiplied some rows at a time. */
    @ParameterizedTest
    @CsvSource({"BOOL, 300, 70, 40", "UINT8, 300, 70, 40", "BOOL, 3, 17000, 2", "UINT8, 3, 17000, 2"})
    void productsOfManyShortIntegersEqualThoseOfInt64(DType dtype, int rows, int depth, int columns) {
        NDArray a = MathFunctions.remainder(range(rows, depth), 5).astype(dtype);
        NDArray b = MathFunctions.remainder(range(depth, columns), 7).astype(dtype);
        NDArray exact = a.astype(DType.INT64).dot(b.astype(DType.INT64));
        assertThat(a.dot(b)).isEqualTo(exact.astype(dtype));
    }

    /** The memory for converted rows is used again by the same thread. */
    @Test
    void convertedRowsDoNotDependOnTheProductBefore() {
        NDArray large = NDArray.full((1L << 53) - 1, 300, 5);
        NDArray.ones(DType.UINT8, 300, 2000).dot(NDArray.ones(DType.FLOAT32, 2000, 2));
        for (int columns : new int[] {3, 5, 1}) {
            NDArray rows = large.get(Index.all(), Index.to(columns));
            NDArray expected = rows.astype(DType.FLOAT64).dot(NDArray.ones(columns, 2));
            assertThat(rows.dot(NDArray.ones(columns, 2))).isEqualTo(expected);
        }
    }

    /** Zeros may be left out only if what they are multiplied with is finite. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 100})
    void zeroTimesNaNIsNaNInALargeProductToo(int rows) {
        NDArray zeros = NDArray.zeros(rows, 100);
        NDArray nan = NDArray.ones(100, 40);
        nan.at(50).set(Double.NaN);
        NDArray expected = NDArray.full(Double.NaN, rows, 40);
        assertThat(zeros.dot(nan)).isEqualTo(expected);
        assertThat(zeros.dot(nan.readOnlyCopy())).isEqualTo(expected);
    }

    /** Many rows are converted block by block, which must not change the result. */
    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 511, 512, 513, 1025})
    void theLeftOperandIsConvertedLikeAWholeCopy(int rows) {
        Random random = new Random(rows);
        NDArray a =
                NDArray.of(random.doubles(rows * 7L, -1, 1).toArray(), rows, 7).astype(DType.FLOAT32);
        NDArray b = NDArray.of(random.doubles(7 * 11L, -1, 1).toArray(), 7, 11);
        NDArray whole = a.astype(DType.FLOAT64).dot(b);
        assertThat(a.dot(b)).isEqualTo(whole);
        assertThat(b.transpose().dot(a.transpose())).isCloseTo(whole.transpose(), 1e-14);
        assertThat(a.transpose().copy().transpose().dot(b)).isEqualTo(whole);
        assertThat(a.dot(b.mul(100).astype(DType.INT64))).hasShape(rows, 11).hasDType(DType.FLOAT64);
    }

    @Nested
    class IntoAnArray {
        private final NDArray a = NDArray.of(new double[][] {{1, 2}, {3, 4}});

        @Test
        void aProductIsWrittenIntoAnArrayThatIsReturned() {
            NDArray out = NDArray.full(9.0, 2, 2);
            assertThat(a.dot(a, out)).isSameAs(out).hasElements(7, 10, 15, 22);
        }

        @ParameterizedTest
        @CsvSource({"true, false", "false, true", "true, true"})
        void aProductMayBeWrittenIntoEitherOfItsOperands(boolean intoLeft, boolean intoRight) {
            NDArray out = NDArray.of(new double[][] {{5, 6}, {7, 8}});
            NDArray left = intoLeft ? out : a;
            NDArray right = intoRight ? out : a;
            NDArray expected = left.copy().dot(right.copy());
            assertThat(left.dot(right, out)).isSameAs(out).isEqualTo(expected);
        }

        @Test
        void aSumOfNoProductsIsWrittenAsZero() {
            NDArray out = NDArray.ones(2, 3, 4);
            assertThat(NDArray.zeros(2, 3, 0).dot(NDArray.zeros(0, 4), out)).isEqualTo(NDArray.zeros(2, 3, 4));
        }

        @Test
        void everyProductIntoAnArrayEqualsThatWithoutOne() {
            NDArray cube = NDArray.arange(24).reshape(2, 3, 4);
            NDArray matrix = NDArray.arange(0.0, 12.0, 1.0).reshape(4, 3);
            for (NDArray left : new NDArray[] {cube, matrix.transpose(), NDArray.arange(4), NDArray.scalar(2.5f)}) {
                for (NDArray right :
                        new NDArray[] {matrix, NDArray.arange(4), NDArray.zeros(4, 0), NDArray.scalar(-2)}) {
                    NDArray expected = left.dot(right);
                    NDArray out =
                            NDArray.ones(expected.dtype(), expected.shape().toArray());
                    assertThat(left.dot(right, out)).isSameAs(out).isEqualTo(expected);
                }
            }
        }

        @Test
        void theOutputOfAProductMayBeAViewInCOrder() {
            NDArray base = NDArray.zeros(3, 2);
            a.dot(NDArray.of(1.0, 1), base.get(1));
            a.dot(a, base.get(Index.from(1)));
            assertThat(base).hasElements(0, 0, 7, 10, 15, 22);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 784, Cursor.BLOCK, Cursor.BLOCK + 1})
    void theProductOfAVectorOfBytesEqualsThatOfFloats(int length) {
        RandomState random = new RandomState(length);
        NDArray bytes = random.randint(0, 256, 2 * length).astype(DType.UINT8);
        for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            NDArray w = random.randn(length, 7).astype(dtype);
            for (NDArray x : new NDArray[] {
                bytes.get(Index.to(length)), bytes.get(Index.range(null, null, 2)), bytes.get(Index.range(-1, null, -2))
            }) {
                assertThat(x.dot(w)).isEqualTo(x.astype(dtype).dot(w));
                assertThat(w.transpose().dot(x)).isEqualTo(w.transpose().dot(x.astype(dtype)));
            }
        }
    }
}
