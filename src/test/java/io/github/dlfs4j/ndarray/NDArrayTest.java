package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.DType.BOOL;
import static io.github.dlfs4j.ndarray.DType.FLOAT32;
import static io.github.dlfs4j.ndarray.DType.FLOAT64;
import static io.github.dlfs4j.ndarray.DType.INT64;
import static io.github.dlfs4j.ndarray.DType.UINT8;
import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Creation, reading as Java values, and equality. */
@BothKernels
class NDArrayTest {
    @Nested
    class OfJavaArrays {
        @Test
        void anArrayWithoutAShapeIsOneDimensional() {
            assertThat(NDArray.of(1, 2, 3)).hasShape(3).hasDType(INT64).hasElements(1, 2, 3);
            assertThat(NDArray.of(1L << 40)).hasShape(1).hasDType(INT64).hasElements(1L << 40);
            assertThat(NDArray.of(1.5f, 2)).hasShape(2).hasDType(FLOAT32).hasElements(1.5, 2);
            assertThat(NDArray.of(1.5, 2)).hasShape(2).hasDType(FLOAT64).hasElements(1.5, 2);
            assertThat(NDArray.of(true, false)).hasShape(2).hasElements(true, false);
            assertThat(NDArray.of(new byte[] {1, -1}))
                    .hasShape(2)
                    .hasDType(UINT8)
                    .hasElements(1, 255);
            assertThat(NDArray.of(new double[0])).hasShape(0).hasDType(FLOAT64);
        }

        @Test
        void anArrayTakesAShape() {
            assertThat(NDArray.of(new int[] {1, 2, 3, 4, 5, 6}, 2, 3))
                    .hasShape(2, 3)
                    .hasDType(INT64)
                    .isEqualTo(NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}}));
            assertThat(NDArray.of(new long[] {1, 2}, 2, 1)).hasShape(2, 1).hasDType(INT64);
            assertThat(NDArray.of(new float[] {1, 2}, 1, 2)).hasShape(1, 2).hasDType(FLOAT32);
            assertThat(NDArray.of(new double[] {1, 2}, 1, 2, 1)).hasShape(1, 2, 1);
            assertThat(NDArray.of(new boolean[] {true}, 1, 1)).hasShape(1, 1).hasDType(BOOL);
            assertThat(NDArray.of(new byte[] {-2}, new int[0]))
                    .hasShape()
                    .hasDType(UINT8)
                    .hasElements(254);
            assertThat(NDArray.of(new double[0], 3, 0)).hasShape(3, 0);
        }

        @Test
        void anArrayRefusesAShapeOfAnotherSize() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NDArray.of(new double[6], 4, 2))
                    .withMessage("cannot reshape array of size 6 into shape (4,2)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NDArray.of(new byte[6], 2, -3))
                    .withMessage("negative dimensions are not allowed");
        }

        @Test
        void anArrayIsMadeOfListsOfNumbers() {
            assertThat(NDArray.of(List.of(1, 2))).hasShape(2).hasDType(INT64).hasElements(1, 2);
            assertThat(NDArray.of(List.of((1L << 53) + 1, 3L)).toLongArray()).containsExactly((1L << 53) + 1, 3);
            assertThat(NDArray.of(List.of(0.5f, 2f))).hasDType(FLOAT32).hasElements(0.5, 2);
            assertThat(NDArray.of(List.of(0.5, 2.0))).hasDType(FLOAT64).hasElements(0.5, 2);
            assertThat(NDArray.of(List.of(1, 2.5))).hasDType(FLOAT64).hasElements(1, 2.5);
            assertThat(NDArray.of(List.of(0.5f, 2.5))).hasDType(FLOAT64).hasElements(0.5, 2.5);
            assertThat(NDArray.of(List.<Integer>of())).hasShape(0).hasDType(FLOAT64);
        }

        @Test
        void anArrayRefusesOtherNumbersThanTheFour() {
            assertThatThrownBy(() -> NDArray.of(List.of(1, new BigDecimal("0.1"))))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("an array is made of Integer, Long, Float or Double, not BigDecimal");
        }

        @Test
        void anArrayCopiesTheElementsOfAJavaArray() {
            double[] elements = {1, 2};
            NDArray a = NDArray.of(elements);
            NDArray b = NDArray.of(elements, 2, 1);
            elements[0] = 9;
            assertThat(a).hasElements(1, 2);
            assertThat(b).hasElements(1, 2);
        }
    }

    @Nested
    class OfNestedArrays {
        @Test
        void anArrayOfNestedArraysHasTheirShape() {
            assertThat(NDArray.of(new int[][] {{1, 2}, {3, 4}, {5, 6}}))
                    .hasShape(3, 2)
                    .hasDType(INT64)
                    .hasElements(1, 2, 3, 4, 5, 6);
            assertThat(NDArray.of(new long[][] {{1L << 60}})).isEqualTo(NDArray.of(new long[] {1L << 60}, 1, 1));
            assertThat(NDArray.of(new float[][] {{1, 2}})).hasShape(1, 2).hasDType(FLOAT32);
            assertThat(NDArray.of(new double[][] {{0.5}, {1.5}})).hasShape(2, 1).hasElements(0.5, 1.5);
            assertThat(NDArray.of(new boolean[][] {{true, false}})).hasElements(true, false);
            assertThat(NDArray.of(new int[][][] {{{1, 2}}, {{3, 4}}}))
                    .hasShape(2, 1, 2)
                    .hasDType(INT64)
                    .hasElements(1, 2, 3, 4);
            assertThat(NDArray.of(new double[][][] {{{1}, {2}}}))
                    .hasShape(1, 2, 1)
                    .hasDType(FLOAT64);
        }

        @Test
        void nestedArraysMayBeEmpty() {
            assertThat(NDArray.of(new double[][] {})).hasShape(0, 0);
            assertThat(NDArray.of(new double[][] {{}, {}})).hasShape(2, 0);
            assertThat(NDArray.of(new double[][][] {{{}}, {{}}})).hasShape(2, 1, 0);
        }

        @Test
        void nestedArraysMustNotBeRagged() {
            assertRagged("1 dimensions. The detected shape was (2,)", () -> NDArray.of(new int[][] {{1}, {2, 3}}));
            assertRagged("1 dimensions. The detected shape was (2,)", () -> NDArray.of(new double[][] {{}, {2}}));
            assertRagged(
                    "2 dimensions. The detected shape was (2, 1)",
                    () -> NDArray.of(new double[][][] {{{1, 2}}, {{3}}}));
            // Ragged along both axes: the outer one is named.
            assertRagged(
                    "1 dimensions. The detected shape was (2,)",
                    () -> NDArray.of(new int[][][] {{{1, 2}, {3}}, {{4, 5}}}));
        }

        private void assertRagged(String detected, Runnable creation) {
            assertThatIllegalArgumentException()
                    .isThrownBy(creation::run)
                    .withMessage("setting an array element with a sequence. The requested array has an inhomogeneous"
                            + " shape after " + detected + " + inhomogeneous part.");
        }
    }

    @Nested
    class Scalars {
        @Test
        void scalarsHaveNoAxes() {
            assertThat(NDArray.scalar(2.5)).hasShape().hasDType(FLOAT64).hasElements(2.5);
            assertThat(NDArray.scalar(2.5f)).hasShape().hasDType(FLOAT32).hasElements(2.5);
            assertThat(NDArray.scalar(100)).hasShape().hasDType(INT64).hasElements(100);
            assertThat(NDArray.scalar(true)).hasShape().hasElements(true);
            assertThat(NDArray.scalar(1).ndim()).isZero();
            assertThat(NDArray.scalar(1).size()).isEqualTo(1);
        }

        @Test
        void scalarsAreReadAsJavaValues() {
            assertThat(NDArray.scalar(2.7).asDouble()).isEqualTo(2.7);
            assertThat(NDArray.scalar(0.1f).asDouble()).isEqualTo(0.1f);
            assertThat(NDArray.scalar(true).asDouble()).isEqualTo(1);
            assertThat(NDArray.scalar(2.7).asLong()).isEqualTo(2);
            assertThat(NDArray.scalar(-2.7f).asLong()).isEqualTo(-2);
            assertThat(NDArray.scalar(-0x1p63).asLong()).isEqualTo(Long.MIN_VALUE);
            assertThat(NDArray.scalar(Long.MAX_VALUE).asLong()).isEqualTo(Long.MAX_VALUE);
            assertThat(NDArray.scalar(-7).asInt()).isEqualTo(-7);
            assertThat(NDArray.scalar(false).asInt()).isZero();
            assertThat(NDArray.scalar(Integer.MIN_VALUE).asInt()).isEqualTo(Integer.MIN_VALUE);
        }

        @Test
        void scalarsAreTrueUnlessTheyAreZero() {
            assertThat(NDArray.scalar(true).asBoolean()).isTrue();
            assertThat(NDArray.scalar(-3).asBoolean()).isTrue();
            assertThat(NDArray.scalar(Double.NaN).asBoolean()).isTrue();
            assertThat(NDArray.scalar(-0.0).asBoolean()).isFalse();
            assertThat(NDArray.scalar(0).asBoolean()).isFalse();
            assertThat(NDArray.of(true).asBoolean()).isTrue();
            assertThat(NDArray.of(4, 0).get(Index.from(1)).reshape(1, 1).asBoolean())
                    .isFalse();
            assertThat(NDArray.of(0, 4).get(Index.from(1)).asBoolean()).isTrue();
        }

        @Test
        void scalarsCanBeViewsOfAnElement() {
            NDArray a = NDArray.arange(6).reshape(2, 3).transpose();
            assertThat(a.get(2, 1).asInt()).isEqualTo(5);
            assertThat(a.get(Index.ellipsis(), Index.at(1), Index.at(1)).asInt())
                    .isEqualTo(4);
        }
    }

    @Nested
    class FilledArrays {
        @Test
        void filledArraysHaveTheDTypeOfAnother() {
            assertThat(NDArray.onesLike(NDArray.of(5f))).hasDType(FLOAT32).hasElements(1);
            assertThat(NDArray.onesLike(NDArray.zeros(2, 0))).hasShape(2, 0);
            assertThat(NDArray.onesLike(NDArray.of(5f), BOOL)).hasDType(BOOL).hasElements(true);
        }

        @ParameterizedTest
        @EnumSource(DType.class)
        void filledArraysHaveAnyDType(DType dtype) {
            assertThat(NDArray.zeros(dtype, 2, 2)).hasDType(dtype).hasElements(0, 0, 0, 0);
            assertThat(NDArray.ones(dtype, 3)).hasDType(dtype).hasElements(1, 1, 1);
            assertThat(NDArray.full(dtype, 1, 2)).hasDType(dtype).hasElements(1, 1);
            assertThat(NDArray.full(dtype, 1.0, 2)).hasDType(dtype).hasElements(1, 1);
            assertThat(NDArray.zerosLike(NDArray.ones(dtype, 2, 0, 1)))
                    .hasDType(dtype)
                    .hasShape(2, 0, 1);
        }

        @Test
        void filledArraysAreOfFloat64OrOfTheValuesType() {
            assertThat(NDArray.zeros(1, 2)).hasDType(FLOAT64).hasShape(1, 2).hasElements(0, 0);
            assertThat(NDArray.ones()).hasDType(FLOAT64).hasShape().hasElements(1);
            assertThat(NDArray.full(2.5, 2)).hasDType(FLOAT64).hasElements(2.5, 2.5);
            assertThat(NDArray.full(7, 2)).hasDType(INT64).hasElements(7, 7);
            assertThat(NDArray.full(INT64, 2.7, 1)).hasElements(2);
            assertThat(NDArray.zerosLike(NDArray.of(5f))).hasDType(FLOAT32).hasElements(0);
        }

        @Test
        void arraysAreFilledAgain() {
            NDArray a = NDArray.zeros(INT64, 2, 2);
            assertThat(a.fill(-2.7)).isSameAs(a).hasElements(-2, -2, -2, -2);
            assertThat(a.fill(Long.MAX_VALUE).get(0, 0)).isEqualTo(NDArray.scalar(Long.MAX_VALUE));
            NDArray scalar = NDArray.scalar(1.5f);
            assertThat(scalar.fill(0.1)).hasElements(0.1f);
            assertThat(NDArray.zeros(2, 0).fill(3)).hasShape(2, 0);
            NDArray column = a.get(Index.all(), Index.at(1));
            column.fill(4);
            assertThat(a.get(Index.all(), Index.at(0)).ne(4).min()).hasElements(true);
            assertThat(a.get(Index.all(), Index.at(1))).hasElements(4, 4);
        }
    }

    @Nested
    class Elements {
        private final NDArray a = NDArray.of(new double[][] {{1.5, 2.7}, {-2.7, 4}});

        @Test
        void elementsAreReadOneByOne() {
            assertThat(a.getDouble(0, 1)).isEqualTo(2.7);
            assertThat(a.getDouble(-1, -2)).isEqualTo(-2.7);
            assertThat(a.getLong(1, 0)).isEqualTo(-2);
            assertThat(a.transpose().getDouble(0, 1)).isEqualTo(-2.7);
            assertThat(NDArray.of(new byte[] {-1}).getDouble(0)).isEqualTo(255);
            assertThat(NDArray.of(new byte[] {-1}).getLong(0)).isEqualTo(255);
            assertThat(NDArray.of(true).getLong(0)).isEqualTo(1);
            assertThat(NDArray.of(Long.MAX_VALUE).getLong(0)).isEqualTo(Long.MAX_VALUE);
            assertThat(NDArray.scalar(3).getDouble()).isEqualTo(3);
        }

        @Test
        void elementsAreReadAsTruthValues() {
            NDArray mask = a.gt(2);
            assertThat(mask.getBoolean(0, 1)).isTrue();
            assertThat(mask.getBoolean(-1, 0)).isFalse();
            assertThat(a.getBoolean(1, 0)).isTrue();
            assertThat(NDArray.of(-0.0, Double.NaN).getBoolean(0)).isFalse();
            assertThat(NDArray.of(-0.0, Double.NaN).getBoolean(1)).isTrue();
            assertThat(NDArray.scalar(Long.MIN_VALUE).getBoolean()).isTrue();
            assertThatThrownBy(() -> mask.getBoolean(0, 2))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("index 2 is out of bounds for axis 1 with size 2");
        }

        @Test
        void elementsAreCopiedToJavaArraysInCOrder() {
            NDArray t = NDArray.arange(4).reshape(2, 2).transpose();
            assertThat(t.toLongArray()).containsExactly(0, 2, 1, 3);
            assertThat(t.toIntArray()).containsExactly(0, 2, 1, 3);
            assertThat(t.astype(FLOAT64).toDoubleArray()).containsExactly(0, 2, 1, 3);
            assertThat(t.astype(FLOAT32).toFloatArray()).containsExactly(0, 2, 1, 3);
            assertThat(t.mul(100).astype(UINT8).toByteArray()).containsExactly(0, -56, 100, 44);
            assertThat(t.gt(1).toBooleanArray()).containsExactly(false, true, false, true);
            assertThat(NDArray.of(new byte[] {-1}).toIntArray()).containsExactly(255);
            assertThat(NDArray.of(true, false).toIntArray()).containsExactly(1, 0);
            assertThat(NDArray.zeros(INT64, 2, 0).toLongArray()).isEmpty();
        }

        @Test
        void elementsAreConvertedToDouble() {
            NDArray bytes = NDArray.of(new byte[] {0, (byte) 200, 7, 8}, 2, 2);
            assertThat(bytes.transpose().toDoubleArray()).containsExactly(0, 7, 200, 8);
            assertThat(NDArray.of(0.1f, Float.NaN).toDoubleArray()).containsExactly(0.1f, Double.NaN);
            assertThat(NDArray.of(true, false).toDoubleArray()).containsExactly(1, 0);
            assertThat(NDArray.of(3, (1L << 53) + 1).toDoubleArray()).containsExactly(3, 0x1p53);
        }

        @Test
        void elementsAreTakenFromArraysOfOneElement() {
            assertThat(a.get(Index.range(1, 2), Index.range(0, 1)).item()).isEqualTo(a.getDouble(1, 0));
            assertThat(NDArray.scalar(7).item()).isEqualTo(7);
            assertThat(NDArray.of(true).item()).isEqualTo(1);
        }

        @Test
        void elementsLieInRowsThatAreViews() {
            NDArray matrix = NDArray.arange(6).reshape(3, 2);
            for (NDArray row : matrix.rows()) {
                row.at(0).set(9);
            }
            assertThat(matrix).hasToString("""
                    [[9 1]
                     [9 3]
                     [9 5]]""");
            assertThat(NDArray.arange(3).rows()).map(NDArray::asInt).containsExactly(0, 1, 2);
            assertThat(NDArray.zeros(0, 2).rows()).isEmpty();
            assertThatThrownBy(() -> matrix.rows().get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            List<NDArray> many = NDArray.zeros(Integer.MAX_VALUE, 0).rows();
            assertThat(many.get(many.size() - 1).shape()).isEqualTo(Shape.of(0));
        }

        @Test
        void elementsInJavaArraysAreCopies() {
            a.toDoubleArray()[0] = 99;
            assertThat(a.getDouble(0, 0)).isEqualTo(1.5);
        }
    }

    @Nested
    class Equality {
        private final NDArray a = NDArray.of(new double[][] {{1, 2}, {3, Double.NaN}});

        @Test
        void equalityIsOfDTypeShapeAndElements() {
            NDArray same = NDArray.of(new double[][] {{1, 2}, {3, Double.NaN}});
            assertThat((Object) a).isEqualTo(same).hasSameHashCodeAs(same);
            assertThat(a.equals(a.flatten())).isFalse();
            assertThat(a.equals(a.astype(FLOAT32))).isFalse();
            assertThat(a.equals(a.transpose())).isFalse();
            assertThat(a.equals(null)).isFalse();
            assertThat((Object) a).isNotEqualTo("[[1. 2.] [3. nan]]");
        }

        @ParameterizedTest
        @EnumSource(DType.class)
        void equalityLooksAtEveryElement(DType dtype) {
            NDArray ones = NDArray.ones(dtype, 2, 3);
            assertThat((Object) ones)
                    .isEqualTo(NDArray.ones(dtype, 3, 2).transpose())
                    .hasSameHashCodeAs(NDArray.ones(dtype, 3, 2).transpose());
            NDArray different = ones.copy();
            different.at(1, 2).set(0);
            assertThat((Object) ones).isNotEqualTo(different).doesNotHaveSameHashCodeAs(different);
        }

        @Test
        void equalityFollowsJavaForNaNAndZero() {
            assertThat(NDArray.of(Double.NaN).equals(NDArray.of(Double.NaN))).isTrue();
            assertThat(NDArray.of(Float.NaN).equals(NDArray.of(Float.NaN))).isTrue();
            assertThat(NDArray.of(0.0).equals(NDArray.of(-0.0))).isFalse();
            assertThat(NDArray.of(1L << 53).equals(NDArray.of((1L << 53) + 1))).isFalse();
        }

        @Test
        void equalityOfEmptyArraysComparesTheirShapes() {
            assertThat(NDArray.zeros(2, 0).equals(NDArray.zeros(2, 0))).isTrue();
            assertThat(NDArray.zeros(2, 0).equals(NDArray.zeros(0, 2))).isFalse();
        }

        @Test
        void equalityDistinguishesScalarsFromVectors() {
            assertThat(NDArray.scalar(1).equals(NDArray.of(1))).isFalse();
            assertThat(NDArray.scalar(1).equals(NDArray.scalar(1))).isTrue();
        }
    }

    @Test
    void shapeNdimSizeAndDTypeAreThoseOfTheArray() {
        NDArray a = NDArray.zeros(FLOAT32, 2, 3, 4);
        assertThat(a.shape()).isEqualTo(Shape.of(2, 3, 4));
        assertThat(a.shape(0)).isEqualTo(2);
        assertThat(a.shape(-1)).isEqualTo(4);
        assertThat(a.ndim()).isEqualTo(3);
        assertThat(a.size()).isEqualTo(24);
        assertThat(a.dtype()).isEqualTo(FLOAT32);
    }

    @Test
    void wrapSharesMemoryWithTheJavaArray() {
        byte[] data = {1, 2, (byte) 255, 4};
        NDArray a = NDArray.wrap(data, 2, 2);
        assertThat(a).isEqualTo(NDArray.of(data, 2, 2));
        data[0] = 7;
        a.at(1, 1).set(9);
        assertThat(a.getLong(0, 0)).isEqualTo(7);
        assertThat(data).containsExactly(7, 2, -1, 9);
    }
}
