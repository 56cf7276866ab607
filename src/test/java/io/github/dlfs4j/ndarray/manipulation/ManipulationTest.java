package io.github.dlfs4j.ndarray.manipulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PadMode;
import io.github.dlfs4j.ndarray.Shape;
import org.junit.jupiter.api.Test;

/** Tests of what the records cannot show: writes through views, and errors whose words are not NumPy's. */
class ManipulationTest {
    private static NDArray matrix() {
        return NDArray.arange(6).reshape(2, 3);
    }

    @Test
    void writesToASplitPartReachTheArray() {
        NDArray a = matrix();
        Manipulation.hsplit(a, 3)[1].fill(9);
        Manipulation.flip(a, 1).at(0, 0).set(7);
        a.T().at(0, 1).set(8);
        Manipulation.trimZeros(a).at(0, 0).set(5);

        assertThat(a).isEqualTo(NDArray.of(new int[][] {{5, 9, 7}, {8, 9, 5}}));
    }

    @Test
    void partsInsertedBeforeTheStartLeaveNoRoomToNeighboursInMemory() {
        NDArray neighbours = NDArray.arange(100, 110);
        NDArray five = NDArray.scalar(5L);

        // These are NumPy's results and words.
        assertThat(Manipulation.insert(neighbours.get(Index.to(1)), Index.of(-2, 1), five, 0))
                .hasToString("[100 100   5]");
        assertThat(Manipulation.insert(neighbours.reshape(2, 5).get(Index.to(1)), Index.of(0, -3), five, 0))
                .hasToString("[[100 101 102 103 104]\n [  5   5   5   5   5]\n [100 101 102 103 104]]");
        assertThatThrownBy(() -> Manipulation.insert(neighbours.get(Index.to(3)), Index.of(3, -4, -4), five, 0))
                .hasMessage(
                        "NumPy boolean array indexing assignment cannot assign 3 input values to the 4 output values"
                                + " where the mask is true");
        assertThatThrownBy(() -> Manipulation.insert(NDArray.zeros(0, 2), Index.of(-2, -1), five, 0))
                .hasMessage("shape mismatch: value array of shape (0,2) could not be broadcast to indexing result of"
                        + " shape (1,2)");
    }

    @Test
    void broadcastArraysCannotBeWritten() {
        NDArray[] arrays = Manipulation.broadcastArrays(matrix(), NDArray.of(1, 2, 3));

        assertThat(arrays[0].isWriteable()).isTrue();
        assertThat(arrays[1].isWriteable()).isFalse();
        assertThat(Manipulation.broadcastArrays()).isEmpty();
    }

    @Test
    void aPaddedMarginMayBeLongerThanTheArray() {
        NDArray a = NDArray.of(1, 2, 3);

        assertThat(a.pad(4, PadMode.EDGE)).isEqualTo(NDArray.of(1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3));
        assertThat(a.pad(4, PadMode.REFLECT)).isEqualTo(NDArray.of(1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3));
        assertThat(a.pad(4, PadMode.SYMMETRIC)).isEqualTo(NDArray.of(3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1));
        assertThat(a.pad(4, PadMode.WRAP)).isEqualTo(NDArray.of(3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1));
        assertThat(a.pad(1, PadMode.CONSTANT)).isEqualTo(NDArray.of(0, 1, 2, 3, 0));
        assertThat(a.pad(new int[][] {{1, 2}}, 7.9)).isEqualTo(NDArray.of(7, 1, 2, 3, 7, 7));
    }

    @Test
    void anEmptyAxisCanOnlyBePaddedWithANumber() {
        NDArray empty = NDArray.zeros(0, 2);

        assertThat(empty.pad(new int[][] {{0, 0}, {1, 1}}, PadMode.EDGE).shape())
                .isEqualTo(Shape.of(0, 4));
        assertThatThrownBy(() -> empty.pad(1, PadMode.EDGE))
                .hasMessage("can't extend empty axis 0 using modes other than 'constant' or 'empty'");
    }

    @Test
    void partsInsertedBeforeOneElementKeepTheirOrder() {
        assertThat(Manipulation.insert(NDArray.of(1, 2, 3), Index.of(2, 0, 2), NDArray.of(7, 8, 9)))
                .isEqualTo(NDArray.of(8, 1, 2, 7, 9, 3));
        assertThatThrownBy(() -> Manipulation.insert(matrix(), Index.ellipsis(), NDArray.of(1), 0))
                .hasMessage("arrays used as indices must be of integer (or boolean) type");
    }

    @Test
    void countsOfRepetitionsMustBeIntegers() {
        NDArray a = NDArray.of(1, 2);

        assertThatThrownBy(() -> a.repeat(NDArray.of(1.0, 2.0)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'");
        assertThatThrownBy(() -> a.repeat(NDArray.of(new int[][] {{1, 2}})))
                .hasMessageContaining("would exceed the maximum number of dimension of 1");
        assertThat(a.repeat(NDArray.of(true, false))).isEqualTo(NDArray.of(1));
    }

    @Test
    void hugeCountsOfRepetitionsAreRefusedInWords() {
        NDArray a = NDArray.of(1, 2, 3);

        assertThatThrownBy(() -> a.repeat(Integer.MIN_VALUE)).hasMessage("negative dimensions are not allowed");
        assertThatThrownBy(() -> Manipulation.tile(a, Integer.MIN_VALUE))
                .hasMessage("negative dimensions are not allowed");
        assertThatThrownBy(() -> a.repeat(NDArray.of(Long.MAX_VALUE, Long.MAX_VALUE, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("array is too big");
    }

    @Test
    void valuesThatShareMemoryAreReadBeforeTheyChange() {
        NDArray all = NDArray.arange(6);
        NDArray some = NDArray.arange(6);
        NDArray square = NDArray.arange(9).reshape(3, 3);
        NDArray mask = NDArray.of(true, false, true);

        Manipulation.copyto(all.get(Index.from(1)), all.get(Index.to(5)));
        Manipulation.copyto(some.get(Index.from(1)), some.get(Index.to(5)), NDArray.of(true, false, true, true, true));
        Manipulation.copyto(mask.get(Index.from(1)), mask.get(Index.to(2)), mask.get(Index.to(2)));
        IndexRoutines.fillDiagonal(square, Manipulation.flip(square, 0).get(0));

        assertThat(all).isEqualTo(NDArray.of(0, 0, 1, 2, 3, 4));
        assertThat(some).isEqualTo(NDArray.of(0, 0, 2, 2, 3, 4));
        assertThat(mask).isEqualTo(NDArray.of(true, true, true));
        assertThat(square).isEqualTo(NDArray.of(new int[][] {{6, 1, 2}, {3, 7, 5}, {6, 7, 8}}));
    }

    @Test
    void theFirstMistakeOfACopyIsTheMaskThenThatTheTargetIsReadOnly() {
        NDArray target = NDArray.arange(3).broadcastTo(Shape.of(2, 3));
        NDArray fractions = NDArray.of(0.5, 1.5);

        assertThatThrownBy(() -> Manipulation.copyto(target, fractions, NDArray.of(1, 0)))
                .hasMessage("Cannot cast array data from dtype('int64') to dtype('bool') according to the rule 'safe'");
        assertThatThrownBy(() -> Manipulation.copyto(target, fractions, NDArray.of(true, false)))
                .hasMessage("assignment destination is read-only");
        assertThatThrownBy(() -> Manipulation.copyto(target.copy(), fractions, NDArray.of(true, false)))
                .hasMessage(
                        "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'same_kind'");
        assertThatThrownBy(() -> IndexRoutines.fillDiagonal(target, NDArray.of(1)))
                .hasMessage("underlying array is read-only");
    }

    @Test
    void aMatrixMayBeWiderThanAnIntHasASquare() {
        NDArray wide = NDArray.zeros(DType.UINT8, 2, 50_000);

        IndexRoutines.fillDiagonal(wide, 1);

        assertThat(wide.sum().asInt()).isEqualTo(2);
        assertThat(wide.getLong(1, 1)).isEqualTo(1);
    }

    @Test
    void aFunctionForAnArrayThatIsNullIsNamed() {
        assertThatThrownBy(() -> Manipulation.applyAlongAxis(null, 0, NDArray.ones(2, 3)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("function");
        assertThatThrownBy(() -> Creation.fromFunction(null, 2, 2))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("function");
    }

    @Test
    void aFunctionForAnArrayThatReturnsNullIsRefused() {
        NDArray a = NDArray.ones(2, 3);
        int[] calls = {0};
        assertThatThrownBy(() -> Manipulation.applyAlongAxis(line -> null, 0, a))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function has returned no array");
        assertThatThrownBy(() -> Manipulation.applyAlongAxis(line -> calls[0]++ == 0 ? line : null, 0, a))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function has returned no array");
        assertThatThrownBy(() -> Creation.fromFunction(positions -> null, 2, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function has returned no array");
    }
}
