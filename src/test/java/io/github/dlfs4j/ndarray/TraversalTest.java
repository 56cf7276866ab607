package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.DType.FLOAT32;
import static io.github.dlfs4j.ndarray.DType.FLOAT64;
import static io.github.dlfs4j.ndarray.DType.INT64;
import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Traversal;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on arrays of several blocks, with every layout of an operand relative to that of the result. */
@BothKernels
class TraversalTest {
    @Test
    void testsCheckWhatLoopsRelyOn() {
        assertThat(Traversal.class.desiredAssertionStatus()).isTrue();
        assertThat(Carrier.have(1, 3, new double[3], new boolean[3])).isTrue();
        assertThat(Carrier.have(1, 3, new double[3], new boolean[2])).isFalse();
        assertThat(Carrier.have(-1, 3, new double[3])).isFalse();
        assertThat(Carrier.have(3, 2, new double[3])).isFalse();
    }

    private static final long SEED = 20260110;

    /** An operand of a shape, or one that broadcasts to it. */
    enum Operand {
        ALIGNED,
        TRANSPOSED,
        REVERSED,
        OFFSET,
        ROW,
        COLUMN,
        SCALAR,
        OF_ANOTHER_DTYPE;

        NDArray of(DType dtype, Shape shape, Random random) {
            int rows = shape.get(0);
            int columns = shape.get(1);
            return switch (this) {
                case ALIGNED -> random(dtype, random, rows, columns);
                case TRANSPOSED -> random(dtype, random, columns, rows).transpose();
                case REVERSED -> random(dtype, random, rows, columns).get(Index.range(null, null, -1));
                case OFFSET -> random(dtype, random, rows + 1, columns).get(Index.from(1));
                case ROW -> random(dtype, random, columns);
                case COLUMN -> random(dtype, random, rows, 1);
                case SCALAR -> random(dtype, random);
                case OF_ANOTHER_DTYPE -> random(dtype == INT64 ? FLOAT32 : INT64, random, rows, columns);
            };
        }

        private static NDArray random(DType dtype, Random random, int... shape) {
            double[] values =
                    random.ints(Shape.of(shape).size(), 1, 100).asDoubleStream().toArray();
            return NDArray.of(values, shape).astype(dtype);
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Operand.values())
                .flatMap(left -> Arrays.stream(Operand.values()).map(right -> Arguments.of(left, right)));
    }

    /** Rows shorter than a block, of any length around it, and single elements. */
    private static final Shape[] SHAPES = {
        Shape.of(450, 7), Shape.of(3, 1000), Shape.of(3, 1024), Shape.of(2, 2500), Shape.of(2100, 1), Shape.of(0, 5)
    };

    /** The elements of an operand that is broadcast, in C order, read one by one. */
    private static double[] elements(NDArray operand, Shape shape) {
        NDArray whole = operand.broadcastTo(shape);
        double[] elements = new double[shape.size()];
        int next = 0;
        for (int[] index : whole.indices()) {
            elements[next++] = whole.storage().getDouble(whole.layout().position(index));
        }
        return elements;
    }

    private static double[] combined(double[] x, double[] y, DoubleBinaryOperator f) {
        double[] results = new double[x.length];
        Arrays.setAll(results, i -> f.applyAsDouble(x[i], y[i]));
        return results;
    }

    private static void assertElements(NDArray actual, double[] expected, String what, Object... args) {
        assertThat(elements(actual, actual.shape())).as(what, args).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void operationsTakeEveryPairOfOperands(Operand left, Operand right) {
        Random random = new Random(SEED);
        for (DType dtype : new DType[] {FLOAT32, FLOAT64, INT64}) {
            for (Shape shape : SHAPES) {
                NDArray a = left.of(dtype, shape, random);
                NDArray b = right.of(dtype, shape, random);
                Shape common = Broadcast.shape(a.shape(), b.shape());
                double[] x = elements(a, common);
                double[] y = elements(b, common);
                String what = "%s, %s of %s, seed %s".formatted(left, right, common, SEED);

                assertElements(a.sub(b), combined(x, y, (u, v) -> u - v), what);
                assertElements(a.lt(b), combined(x, y, (u, v) -> u < v ? 1 : 0), what);
                assertElements(a.pow(b.mul(0).add(2)), combined(x, y, (u, v) -> u * u), what);
                assertElements(a.broadcastTo(common), x, "unchanged: " + what);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void operationsMayOverwriteTheirLeftOperand(Operand right) {
        Random random = new Random(SEED);
        for (Shape shape : SHAPES) {
            for (Operand left : new Operand[] {Operand.ALIGNED, Operand.TRANSPOSED, Operand.REVERSED, Operand.OFFSET}) {
                NDArray a = left.of(FLOAT64, shape, random);
                NDArray b = right.of(FLOAT64, shape, random);
                double[] difference = combined(elements(a, shape), elements(b, shape), (u, v) -> u - v);

                a.subi(b);

                assertElements(a, difference, "%s -= %s of %s, seed %d", left, right, shape, SEED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void operationsMayOverwriteTheirRightOperand(Operand left) {
        Random random = new Random(SEED);
        for (Shape shape : SHAPES) {
            NDArray a = left.of(FLOAT32, shape, random);
            NDArray b = Operand.ALIGNED.of(FLOAT32, shape, random);
            if (left != Operand.OF_ANOTHER_DTYPE) {
                double[] difference = combined(elements(a, shape), elements(b, shape), (u, v) -> u - v);

                a.sub(b, b);

                assertElements(b, difference, "%s - b into b of %s, seed %d", left, shape, SEED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void resultsAreConvertedToTheDTypeOfTheirOutput(Operand right) {
        Random random = new Random(SEED);
        Shape shape = Shape.of(450, 7);
        NDArray a = Operand.ALIGNED.of(FLOAT32, shape, random);
        NDArray b = right.of(FLOAT32, shape, random);
        NDArray out = NDArray.zeros(shape.toArray());
        double[] difference = combined(elements(a, shape), elements(b, shape), (u, v) -> u - v);

        a.sub(b, out);

        assertElements(out, difference, "a - %s", right);
        assertThat(out).hasDType(FLOAT64);
    }

    @ParameterizedTest
    @EnumSource
    void functionsTakeEveryOperand(Operand operand) {
        Random random = new Random(SEED);
        for (Shape shape : SHAPES) {
            NDArray a = operand.of(FLOAT64, shape, random);
            double[] negative = combined(elements(a, a.shape()), new double[a.size()], (u, v) -> -u);

            assertElements(a.neg(), negative, "-%s of %s, seed %d", operand, shape, SEED);

            if (a.ndim() == 2) {
                NDArray every2nd =
                        NDArray.zeros(a.shape(0), 2 * a.shape(1)).get(Index.all(), Index.range(null, null, 2));
                assertElements(a.neg(every2nd), negative, "-%s into a view of %s", operand, shape);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void choicesTakeEveryPairOfOperands(Operand left, Operand right) {
        Random random = new Random(SEED);
        for (DType dtype : new DType[] {FLOAT32, FLOAT64, INT64}) {
            for (Shape shape : SHAPES) {
                NDArray x = left.of(dtype, shape, random);
                NDArray y = right.of(dtype, shape, random);
                Operand[] kinds = Operand.values();
                NDArray condition = kinds[random.nextInt(kinds.length)]
                        .of(dtype, shape, random)
                        .gt(50);
                Shape common = Broadcast.shape(condition.shape(), x.shape(), y.shape());
                double[] conditions = elements(condition, common);
                double[] expected = elements(y, common);
                double[] chosen = elements(x, common);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = conditions[i] == 1 ? chosen[i] : expected[i];
                }

                NDArray result = NDArray.where(condition, x, y);

                assertElements(result, expected, "%s or %s of %s, seed %d", left, right, common, SEED);
            }
        }
    }

    @Test
    void anOutputThatOverlapsAnOperandGetsTheOldElements() {
        NDArray memory = NDArray.arange(5000).astype(FLOAT64);
        NDArray from = memory.get(Index.to(4999));
        NDArray into = memory.get(Index.from(1));

        from.add(NDArray.scalar(1.0), into);

        assertThat(into).isEqualTo(NDArray.arange(4999).astype(FLOAT64).add(1));
    }
}
