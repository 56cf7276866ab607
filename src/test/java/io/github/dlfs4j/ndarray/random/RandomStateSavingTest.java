package io.github.dlfs4j.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States saved and restored; the words and numbers are those of NumPy's get_state and set_state. */
class RandomStateSavingTest {
    /** The words {@code (6883123 i + 1) % 2**32}. */
    private static long[] someKey() {
        long[] key = new long[624];
        Arrays.setAll(key, i -> (i * 6883123L + 1) & 0xffffffffL);
        return key;
    }

    /** Returns the sum of {@code (i + 1) * key[i]}, a number that depends on all words and their order. */
    private static long weightedSum(long... key) {
        long sum = 0;
        for (int i = 0; i < key.length; i++) {
            sum += (i + 1) * key[i];
        }
        return sum;
    }

    @Nested
    class Read {
        @Test
        void aStateAfterSeedingIsThatOfNumPy() {
            RandomState.State state = new RandomState(42).state();
            assertThat(state.key()).hasSize(624).startsWith(42, 3107752595L).endsWith(26719530);
            assertThat(weightedSum(state.key())).isEqualTo(422226974912078L);
            assertThat(state.position()).isEqualTo(624);
            assertThat(state.hasGauss()).isFalse();
            assertThat(state.cachedGaussian()).isZero();
            assertThat(state).hasToString("State[position=624, hasGauss=false, cachedGaussian=0.0]");
        }

        @Test
        void aStateAfterAnOddNumberOfGaussiansIsThatOfNumPy() {
            RandomState random = new RandomState(42);
            random.randn(3);
            random.rand(400);
            RandomState.State state = random.state();
            assertThat(state.key()).startsWith(1073137954, 2569605559L).endsWith(3015710099L);
            assertThat(weightedSum(state.key())).isEqualTo(427597872623053L);
            assertThat(state.position()).isEqualTo(184);
            assertThat(state.hasGauss()).isTrue();
            assertThat(Math.abs(state.cachedGaussian() - 1.5230298564080254)).isLessThan(5e-16);
        }

        @Test
        void aStateIsNotChangedByLaterNumbersOrByItsReader() {
            RandomState random = new RandomState(1);
            RandomState.State state = random.state();
            random.rand(1000);
            state.key()[5] = 0;
            assertThat(state).isEqualTo(new RandomState(1).state()).hasSameHashCodeAs(new RandomState(1).state());
            assertThat(state).isNotEqualTo(random.state());
        }
    }

    @Nested
    class Restored {
        @Test
        void aRestoredStateContinuesAsInNumPy() {
            RandomState random = RandomState.of(new RandomState.State(someKey(), 620, true, 0.25));
            double[] gaussians = random.randn(2).toDoubleArray();
            assertThat(gaussians[0]).isEqualTo(0.25);
            assertThat(Math.abs(gaussians[1] - -0.8005646157781566)).isLessThan(5e-16);
            assertThat(random.rand(3))
                    .isEqualTo(NDArray.of(0.7897149987854458, 0.831327495930738, 0.14819692621575709));
            assertThat(random.randint(0, 1000, 3)).isEqualTo(NDArray.of(546, 287, 325));
            RandomState.State state = random.state();
            assertThat(state.key()).startsWith(2731846018L, 975734439).endsWith(1408792638);
            assertThat(weightedSum(state.key())).isEqualTo(342958634495468L);
            assertThat(state.position()).isEqualTo(9);
            assertThat(state.hasGauss()).isTrue();
            assertThat(Math.abs(state.cachedGaussian() - 0.5160232575386406)).isLessThan(5e-16);
        }

        @Test
        void aStateIsRestoredAtEitherEndOfTheWords() {
            assertThat(RandomState.of(new RandomState.State(someKey(), 624, false, 0))
                            .rand(2))
                    .isEqualTo(NDArray.of(0.7897149987854458, 0.831327495930738));
            assertThat(RandomState.of(new RandomState.State(someKey(), 0, false, 0))
                            .rand(2))
                    .isEqualTo(NDArray.of(0.0009765965059127524, 0.04235866850551817));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 311, 312, 313, 1001})
        void aRestoredStateGivesTheSameNumbersAfterAnyGaussians(int count) {
            RandomState random = new RandomState(count);
            random.randn(count);
            RandomState restored = RandomState.of(random.state());
            RandomState copy = random.copy();
            RandomState other = new RandomState(count + 1);
            other.randn(3);
            other.restore(random.state());
            NDArray expected = random.randn(1001);
            assertThat(restored.randn(1001)).isEqualTo(expected);
            assertThat(other.randn(1001)).isEqualTo(expected);
            assertThat(copy.randn(1001)).isEqualTo(expected);
            assertThat(restored.state()).isEqualTo(random.state()).isEqualTo(copy.state());
        }

        @Test
        void anImpossibleStateIsNotRestored() {
            assertRefused("a state of MT19937 has 624 words, not 3", 3, new long[3]);
            assertRefused("the position in a state of MT19937 is from 0 to 624, not 625", 625, someKey());
            assertRefused("the position in a state of MT19937 is from 0 to 624, not -1", -1, someKey());
            assertRefused(
                    "a state of MT19937 must not be all zeros, since it would give nothing but zeros",
                    3,
                    new long[624]);
            for (long word : new long[] {-1, 4294967296L}) {
                long[] key = someKey();
                key[7] = word;
                assertRefused("integer " + word + " out of bounds for uint32", 3, key);
            }
        }

        private static void assertRefused(String message, int position, long... key) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RandomState.State(key, position, false, 0))
                    .withMessage(message);
        }
    }
}
