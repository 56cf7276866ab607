package io.github.dlfs4j.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Permutations and shuffles; the orders are NumPy's. */
class RandomOrderTest {
    /** Views of a 7 x 6 array that share some or all of its elements. */
    enum View {
        WHOLE,
        TRANSPOSED,
        EVERY_SECOND_ROW,
        ROWS_REVERSED,
        WITHOUT_THE_FIRST_ROW,
        EVERY_SECOND_COLUMN,
        COLUMNS_REVERSED,
        ONE_COLUMN,
        THREE_AXES;

        NDArray of(NDArray base) {
            return switch (this) {
                case WHOLE -> base;
                case TRANSPOSED -> base.transpose();
                case EVERY_SECOND_ROW -> base.get(Index.range(null, null, 2));
                case ROWS_REVERSED -> base.get(Index.range(null, null, -1));
                case WITHOUT_THE_FIRST_ROW -> base.get(Index.from(1));
                case EVERY_SECOND_COLUMN -> base.get(Index.all(), Index.range(null, null, 2));
                case COLUMNS_REVERSED -> base.get(Index.all(), Index.range(null, null, -1));
                case ONE_COLUMN -> base.get(Index.all(), Index.at(2));
                case THREE_AXES -> base.reshape(7, 2, 3).transpose(2, 0, 1);
            };
        }
    }

    @Nested
    class Permuted {
        @Test
        void permutationsOfIntegersAndRowsHaveNumPysOrder() {
            RandomState random = new RandomState(5);
            assertThat(random.permutation(8)).isEqualTo(NDArray.of(7, 2, 4, 1, 0, 5, 6, 3));
            assertThat(random.permutation(NDArray.arange(6).mul(1.5)))
                    .isEqualTo(NDArray.of(7.5, 1.5, 6.0, 3.0, 0.0, 4.5));
            assertThat(random.permutation(NDArray.arange(8).reshape(4, 2)))
                    .isEqualTo(NDArray.of(new int[] {6, 7, 4, 5, 2, 3, 0, 1}, 4, 2));
            assertThat(random.permutation(0).shape()).isEqualTo(Shape.of(0));
            assertThat(random.permutation(-3).shape()).isEqualTo(Shape.of(0));
            assertThat(random.permutation(1)).isEqualTo(NDArray.of(0));
            // Numbers are drawn even for rows without elements.
            assertThat(random.permutation(NDArray.zeros(3, 0)).shape()).isEqualTo(Shape.of(3, 0));
            assertThat(random.rand().asDouble()).isEqualTo(0.4413092228959531);
        }

        @Test
        void aPermutationLeavesTheArrayUnchanged() {
            NDArray array = NDArray.arange(5);
            new RandomState(0).permutation(array);
            assertThat(array).isEqualTo(NDArray.arange(5));
        }

        @Test
        void aScalarCannotBePermuted() {
            assertThatThrownBy(() -> new RandomState(0).permutation(NDArray.scalar(5)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("x must be an integer or at least 1-dimensional");
        }
    }

    @Nested
    class Shuffled {
        @Test
        void shuffledElementsAndRowsHaveNumPysOrder() {
            RandomState random = new RandomState(6);
            NDArray elements = NDArray.arange(7);
            random.shuffle(elements);
            assertThat(elements).isEqualTo(NDArray.of(4, 5, 6, 0, 3, 1, 2));
            NDArray rows = NDArray.arange(10).reshape(5, 2);
            random.shuffle(rows);
            assertThat(rows).isEqualTo(NDArray.of(new int[] {6, 7, 2, 3, 8, 9, 0, 1, 4, 5}, 5, 2));
            NDArray columns = NDArray.arange(12).reshape(3, 4);
            random.shuffle(columns.transpose());
            assertThat(columns).isEqualTo(NDArray.of(new int[] {0, 2, 3, 1, 4, 6, 7, 5, 8, 10, 11, 9}, 3, 4));
            // Unlike a permutation, a shuffle without elements draws nothing.
            random.shuffle(NDArray.zeros(9, 0));
            assertThat(random.rand().asDouble()).isEqualTo(0.5303964639857995);
        }

        @ParameterizedTest
        @EnumSource
        void aViewIsShuffledLikeItsCopyAndNothingElse(View kind) {
            for (DType dtype : DType.values()) {
                for (long seed = 0; seed < 20; seed++) {
                    NDArray base = randomArray(dtype, seed);
                    NDArray before = base.copy();
                    NDArray view = kind.of(base);
                    NDArray copy = view.copy();
                    NDArray permuted = new RandomState(seed).permutation(view);
                    new RandomState(seed).shuffle(view);
                    new RandomState(seed).shuffle(copy);
                    assertThat(view).as("%s, seed %d", dtype, seed).isEqualTo(copy);
                    assertThat(permuted).as("%s, seed %d", dtype, seed).isEqualTo(copy);
                    kind.of(before).at(Index.ellipsis()).set(copy);
                    assertThat(base).as("%s, seed %d", dtype, seed).isEqualTo(before);
                }
            }
        }

        private static NDArray randomArray(DType dtype, long seed) {
            NDArray values = NDArray.of(new Random(seed).doubles(42, 0, 200).toArray(), 7, 6);
            return dtype == DType.BOOL ? values.gt(100) : values.astype(dtype);
        }

        @Test
        void aScalarCannotBeShuffled() {
            assertThatThrownBy(() -> new RandomState(0).shuffle(NDArray.scalar(5)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("len() of unsized object");
        }

        @Test
        void aBroadcastViewCannotBeShuffled() {
            RandomState random = new RandomState(0);
            NDArray row = NDArray.arange(3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.shuffle(row.broadcastTo(Shape.of(9, 3))))
                    .withMessage("array is read-only");
            assertThat(random.state()).isEqualTo(new RandomState(0).state());
        }
    }
}
