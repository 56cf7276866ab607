package io.github.dlfs4j.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TwoLayerNet;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The result for a row depends neither on the other rows of its batch nor on its layout in memory. */
@BothKernels
class RowIndependenceTest {
    private static final int[] BATCHES = {2, 7, 100, 2000};

    /** A computation on a batch. The rows of the batch are mostly zero or nowhere zero. */
    @SuppressWarnings("ImmutableEnumChecker") // the arrays of lengths are never modified
    private enum Prediction {
        PRETRAINED(false, 784) {
            @Override
            UnaryOperator<NDArray> make() {
                return ThreeLayerNet.pretrained()::predict;
            }
        },
        PRETRAINED_ON_IMAGES(true, 784) {
            @Override
            UnaryOperator<NDArray> make() {
                return ThreeLayerNet.pretrained()::predict;
            }
        },
        TWO_LAYERS(true, 784) {
            @Override
            UnaryOperator<NDArray> make() {
                return new TwoLayerNet(784, 50, 10, new RandomState(1))::predict;
            }
        },
        CONV_NET(true, 1, 28, 28) {
            @Override
            UnaryOperator<NDArray> make() {
                Network network = SimpleConvNet.initial(new RandomState(1));
                return network::predict;
            }
        };

        private final boolean isSparse;
        private final int[] shape;

        Prediction(boolean isSparse, int... shape) {
            this.isSparse = isSparse;
            this.shape = shape;
        }

        abstract UnaryOperator<NDArray> make();

        NDArray batch(int n) {
            int[] lengths =
                    IntStream.concat(IntStream.of(n), Arrays.stream(shape)).toArray();
            NDArray pixels = new RandomState(20261127).rand(lengths);
            NDArray batch = isSparse ? pixels.mul(pixels.gt(0.8).astype(DType.FLOAT64)) : pixels;
            return batch.astype(DType.FLOAT32);
        }
    }

    @ParameterizedTest
    @EnumSource
    void predictionsDoNotDependOnTheBatch(Prediction prediction) {
        UnaryOperator<NDArray> network = prediction.make();
        int largest = prediction == Prediction.CONV_NET ? 100 : 2000;
        NDArray images = prediction.batch(largest);
        NDArray alone = network.apply(images.get(Index.range(0, 1)));
        NDArray last = network.apply(images.get(Index.from(largest - 1)));

        for (int n : BATCHES) {
            if (n <= largest) {
                NDArray first = images.get(Index.range(0, n));
                assertThat(network.apply(first).get(Index.range(0, 1)))
                        .as("of %d", n)
                        .isEqualTo(alone);
                NDArray end = images.get(Index.from(largest - n));
                assertThat(network.apply(end).get(Index.from(n - 1)))
                        .as("last of %d", n)
                        .isEqualTo(last);
            }
        }
        NDArray all = network.apply(images);
        assertThat(network.apply(transposedInMemory(images))).isEqualTo(all);
        assertThat(network.apply(withGaps(images))).isEqualTo(all);
    }

    private static NDArray transposedInMemory(NDArray x) {
        return x.transpose().copy().transpose();
    }

    /** Returns a view of the same numbers: every other element of a larger array. */
    private static NDArray withGaps(NDArray x) {
        int[] lengths = x.shape().toArray();
        Arrays.setAll(lengths, axis -> 2 * lengths[axis]);
        Index[] everyOther = new Index[lengths.length];
        Arrays.fill(everyOther, Index.range(1, null, 2));
        NDArray wide = NDArray.zeros(x.dtype(), lengths);
        wide.at(everyOther).set(x);
        return wide.get(everyOther);
    }

    static Stream<long[]> randomShapes() {
        RandomState random = new RandomState(20261128);
        return Stream.generate(() -> new long[] {
                    random.randint(1, 150).asLong(),
                    random.randint(0, 400).asLong(),
                    random.randint(1, 90).asLong()
                })
                .limit(60);
    }

    @ParameterizedTest
    @MethodSource("randomShapes")
    void rowsOfProductsDoNotDependOnEachOther(long... shape) {
        for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            for (boolean isSparse : new boolean[] {false, true}) {
                RandomState random = new RandomState(shape[0] * shape[2]);
                int m = (int) shape[0];
                int k = (int) shape[1];
                int n = (int) shape[2];
                NDArray numbers = random.randn(m, k);
                NDArray a = (isSparse ? numbers.mul(numbers.gt(1).astype(DType.FLOAT64)) : numbers).astype(dtype);
                NDArray b = random.randn(k, n).astype(dtype);
                NDArray c = a.dot(b);
                String what = "(%sx%s)(%sx%s) %s".formatted(m, k, k, n, dtype);
                for (NDArray left : new NDArray[] {a, transposedInMemory(a), withGaps(a)}) {
                    for (NDArray right : new NDArray[] {b, transposedInMemory(b), withGaps(b)}) {
                        assertThat(left.dot(right)).as(what).isEqualTo(c);
                        int i = random.randint(0, m).asInt();
                        int rows = Math.min(m - i, 1 + random.randint(0, 12).asInt());
                        assertThat(left.get(Index.range(i, i + rows)).dot(right))
                                .as("%d rows of %s", rows, what)
                                .isEqualTo(c.get(Index.range(i, i + rows)));
                        assertThat(left.get(i).dot(right))
                                .as("a row of %s", what)
                                .isEqualTo(c.get(i));
                    }
                }
            }
        }
    }
}
