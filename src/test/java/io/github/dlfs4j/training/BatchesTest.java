package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchesTest {
    private static Dataset samples(int count) {
        return Dataset.of(NDArray.arange(count).reshape(count, 1).mul(10), NDArray.arange(count));
    }

    /** A way to make batches. */
    private interface Kind {
        Batches of(Dataset data, int size, RandomState random);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("random", (Kind) Batches::random), Arguments.of("shuffled", (Kind) Batches::shuffled));
    }

    @Test
    void randomBatchesAreThoseOfNumPysChoice() {
        RandomState random = new RandomState(3);
        Batches batches = Batches.random(samples(50), 8, new RandomState(3));
        for (int i = 0; i < 5; i++) {
            NDArray choice = random.choice(50, 8);
            Batch batch = batches.next();
            assertThat(batch.t()).isEqualTo(choice);
            assertThat(batch.x()).isEqualTo(choice.reshape(8, 1).mul(10));
        }
    }

    @Test
    void shuffledBatchesGoThroughAllSamplesInEachEpoch() {
        RandomState random = new RandomState(5);
        Batches batches = Batches.shuffled(samples(10), 4, new RandomState(5));
        for (int epoch = 0; epoch < 3; epoch++) {
            NDArray permutation = random.permutation(10);
            NDArray labels = NDArray.concatenate(
                    0, batches.next().t(), batches.next().t(), batches.next().t());
            assertThat(labels).isEqualTo(permutation);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aLoopGoesThroughTheBatchesOfAnEpoch(String name, Kind kind) {
        Batches called = kind.of(samples(10), 4, new RandomState(7));
        Batches looped = kind.of(samples(10), 4, new RandomState(7));
        for (int epoch = 0; epoch < 3; epoch++) {
            int count = 0;
            for (Batch batch : looped) {
                assertThat(batch).isEqualTo(called.next());
                // So a checkpoint in the loop is the same as one between two calls.
                assertThat(looped.state()).isEqualTo(called.state());
                count++;
            }
            assertThat(count).isEqualTo(looped.perEpoch());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void askingForMoreTakesNoBatch(String name, Kind kind) {
        Batches batches = kind.of(samples(10), 10, new RandomState(7));
        Map<String, NDArray> before = batches.state();
        Iterator<Batch> epoch = batches.iterator();
        assertThat(epoch.hasNext()).isTrue();
        assertThat(epoch.hasNext()).isTrue();
        assertThat(batches.state()).isEqualTo(before);
        epoch.next();
        Map<String, NDArray> after = batches.state();
        assertThat(epoch.hasNext()).isFalse();
        assertThatThrownBy(epoch::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the epoch is over");
        assertThat(batches.state()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void batchesAreTheSameInReusedArrays(String name, Kind kind) {
        Batches anew = kind.of(samples(10), 4, new RandomState(7));
        Batches again = kind.of(samples(10), 4, new RandomState(7));
        Batch spent = again.next();
        assertThat(spent).isEqualTo(anew.next());
        for (int i = 0; i < 7; i++) {
            Batch batch = again.next(spent);
            assertThat(batch).isEqualTo(anew.next());
            if (batch.t().size() == spent.t().size()) {
                assertThat(batch.x()).isSameAs(spent.x());
                assertThat(batch.t()).isSameAs(spent.t());
            }
            spent = batch;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void preparedInputsAreTheSameWhenArraysAreReused(String name, Kind kind) {
        Dataset prepared = samples(10).prepared(x -> x.add(0.5));
        Batches anew = kind.of(prepared, 5, new RandomState(7));
        Batches again = kind.of(prepared, 5, new RandomState(7));
        Batch spent = again.next();
        anew.next();
        assertThat(again.next(spent)).isEqualTo(anew.next());
    }

    @Test
    void batchesOfYourOwnNeedNotReuseArrays() {
        Batch only = new Batch(NDArray.zeros(1, 1), NDArray.of(0));
        Batches batches = new Batches() {
            @Override
            public Batch next() {
                return only;
            }

            @Override
            public int perEpoch() {
                return 1;
            }

            @Override
            public Map<String, NDArray> state() {
                return Map.of();
            }

            @Override
            public void restore(Map<String, NDArray> state) {}
        };
        assertThat(batches.next(only)).isSameAs(only);
    }

    @Test
    void anEpochOfRandomBatchesLeavesOutTheRest() {
        assertThat(Batches.random(samples(60), 7, new RandomState(0)).perEpoch())
                .isEqualTo(8);
        assertThat(Batches.random(samples(3), 7, new RandomState(0)).perEpoch()).isEqualTo(1);
    }

    @Test
    void anEpochOfShuffledBatchesIncludesTheRest() {
        assertThat(Batches.shuffled(samples(60), 7, new RandomState(0)).perEpoch())
                .isEqualTo(9);
        assertThat(Batches.shuffled(samples(56), 7, new RandomState(0)).perEpoch())
                .isEqualTo(8);
        assertThat(Batches.shuffled(samples(3), 7, new RandomState(0)).perEpoch())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void batchesContinueFromASavedState(String name, Kind kind) {
        for (int made = 0; made < 8; made++) {
            Batches first = kind.of(samples(10), 4, new RandomState(1));
            labels(first, made);
            Map<String, NDArray> state = first.state();
            List<NDArray> expected = labels(first, 7);
            Batches second = kind.of(samples(10), 4, new RandomState(2));
            second.next();
            second.restore(state);
            assertThat(labels(second, 7)).isEqualTo(expected);
        }
    }

    private static List<NDArray> labels(Batches batches, int count) {
        List<NDArray> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(batches.next().t());
        }
        return labels;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void batchesRestoreASharedGenerator(String name, Kind kind) {
        RandomState shared = new RandomState(1);
        Batches batches = kind.of(samples(10), 4, shared);
        batches.next();
        shared.randn(1);
        Map<String, NDArray> state = batches.state();
        NDArray expected = shared.randn(3);
        batches.restore(state);
        assertThat(shared.randn(3)).isEqualTo(expected);
    }

    @Nested
    class Refuse {
        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.dlfs4j.training.BatchesTest#kinds")
        void batchesRefuseEmptyBatchesAndNoSamples(String name, Kind kind) {
            assertThatThrownBy(() -> kind.of(samples(5), 0, new RandomState(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a batch has at least 1 sample, not 0");
            assertThatThrownBy(() -> kind.of(samples(0), 1, new RandomState(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there are no samples to make batches of");
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.dlfs4j.training.BatchesTest#kinds")
        void batchesRefuseAStateOfOtherSizes(String name, Kind kind) {
            Batches batches = kind.of(samples(10), 4, new RandomState(1));
            assertThatThrownBy(() -> batches.restore(
                            kind.of(samples(10), 5, new RandomState(1)).state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("batches of 5 from 10 samples instead of 4 from 10");
            assertThatThrownBy(() -> batches.restore(
                            kind.of(samples(11), 4, new RandomState(1)).state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("batches of 4 from 11 samples instead of 4 from 10");
        }

        @Test
        void batchesRefuseAStateOfTheOtherKind() {
            Batches random = Batches.random(samples(10), 4, new RandomState(1));
            Batches shuffled = Batches.shuffled(samples(10), 4, new RandomState(1));
            assertThatThrownBy(() -> random.restore(shuffled.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("batches/order is no part of the state of such batches");
            assertThatThrownBy(() -> shuffled.restore(random.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("batches/order is missing from the state of such batches");
        }

        @ParameterizedTest(name = "{0} = {1}")
        @MethodSource("io.github.dlfs4j.training.BatchesTest#nonsense")
        void batchesRefuseAStateThatIsNotValidAndChangeNothing(String name, NDArray array) {
            Batches batches = Batches.shuffled(samples(10), 4, new RandomState(1));
            batches.next();
            Map<String, NDArray> good = batches.state();
            Map<String, NDArray> bad = new LinkedHashMap<>(good);
            bad.put(name, array);
            assertThatThrownBy(() -> batches.restore(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("batches/" + name + " must ");
            assertThat(batches.state()).isEqualTo(good);
        }
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("samples", NDArray.of(10)),
                Arguments.of("samples", NDArray.scalar(-10)),
                Arguments.of("size", NDArray.scalar(Double.NaN)),
                Arguments.of("size", NDArray.scalar(1L << 32 | 4)),
                Arguments.of("random/key", NDArray.arange(624).add(1L << 32)),
                Arguments.of("random/pos", NDArray.scalar(-1)),
                Arguments.of("random/cached_gaussian", NDArray.scalar(Double.NaN)),
                Arguments.of("random/cached_gaussian", NDArray.scalar(Double.NEGATIVE_INFINITY)),
                Arguments.of("random/cached_gaussian", NDArray.scalar(-13.1)),
                Arguments.of("next", NDArray.scalar(5)),
                Arguments.of("size", NDArray.scalar(4.0)),
                Arguments.of("size", NDArray.scalar(-4)),
                Arguments.of("random/key", NDArray.arange(623)),
                Arguments.of("random/key", NDArray.arange(624).sub(1)),
                Arguments.of("random/key", NDArray.zeros(DType.INT64, 624)),
                Arguments.of("random/pos", NDArray.scalar(625)),
                Arguments.of("random/pos", NDArray.scalar(1L << 40)),
                Arguments.of("random/has_gauss", NDArray.scalar(1)),
                Arguments.of("random/cached_gaussian", NDArray.scalar(0)),
                Arguments.of("order", NDArray.arange(9)),
                Arguments.of("order", NDArray.full(DType.INT64, 3, 10)),
                Arguments.of("order", NDArray.arange(10).add(1)),
                Arguments.of("next", NDArray.scalar(11)),
                Arguments.of("next", NDArray.scalar(-1)));
    }
}
