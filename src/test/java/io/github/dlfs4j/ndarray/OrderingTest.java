package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.sorting.Sets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting in place and as positions, on views of every kind; what NumPy leaves open is tested as a property. */
class OrderingTest {
    @ParameterizedTest
    @EnumSource(names = "BROADCAST", mode = EnumSource.Mode.EXCLUDE)
    void viewsAreSortedInPlaceAlongEachAxis(ViewKind kind) {
        Random random = new Random(3);
        for (DType dtype : DType.values()) {
            for (int i = 0; i < 20; i++) {
                NDArray a = kind.array(dtype, ViewKind.randomShape(random), random);
                for (int axis = 0; axis < a.ndim(); axis++) {
                    NDArray before = a.copy();
                    NDArray order = a.argsort(axis);
                    assertThat(a).isEqualTo(before);
                    assertThat(a.sort(axis)).isSameAs(a);
                    assertThat(IndexRoutines.takeAlongAxis(before, order, axis)).isEqualTo(a.copy());
                    assertThat(NDArray.sort(before, axis)).isEqualTo(a.copy());
                    Index behind = Index.range(1, null);
                    Index front = Index.range(null, -1);
                    NDArray rises = part(a, axis, behind).ge(part(a, axis, front));
                    assertThat(rises.all().asBoolean()).isTrue();
                }
            }
        }
    }

    @Test
    void zerosKeepTheirSignsAndTheirOrder() {
        NDArray a = NDArray.of(0.0, 1, -0.0, Double.NaN, 0.0, -1, -0.0);
        assertThat(a.argsort().toLongArray()).containsExactly(5, 0, 2, 4, 6, 1, 3);
        assertThat(a.sort()).hasToString("[-1.  0. -0.  0. -0.  1. nan]");
        assertThat(Sets.unique(NDArray.of(-0.0f, 1))).hasToString("[-0.  1.]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 9000})
    void aPartitionSeparatesSmallerAndLargerElements(int n) {
        Random random = new Random(n);
        NDArray a = NDArray.of(random.doubles(n).map(x -> Math.floor(x * 50)).toArray());
        for (int kth : new int[] {0, n / 2, n - 1, -1}) {
            int place = kth < 0 ? kth + n : kth;
            NDArray parted = NDArray.partition(a, kth);
            double middle = parted.getDouble(place);
            assertThat(middle).isEqualTo(NDArray.sort(a).getDouble(place));
            assertThat(parted.get(Index.to(place)).le(middle).all().asBoolean()).isTrue();
            assertThat(parted.get(Index.from(place)).ge(middle).all().asBoolean())
                    .isTrue();
            assertThat(a.take(a.argpartition(kth), 0).getDouble(place)).isEqualTo(middle);
            assertThat(NDArray.sort(parted)).isEqualTo(NDArray.sort(a));
            assertThat(a.copy().partition(kth)).isEqualTo(parted);
        }
    }

    @Test
    void readOnlyArraysAreNotSorted() {
        NDArray readOnly = NDArray.of(2, 1).readOnlyCopy();
        assertThatIllegalArgumentException().isThrownBy(readOnly::sort).withMessage("sort array is read-only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readOnly.partition(0))
                .withMessage("partition array is read-only");
        assertThat(readOnly).hasToString("[2 1]");
    }

    /** For few values, the elements of a large array are looked up in place. */
    @ParameterizedTest
    @EnumSource(DType.class)
    void searchsortedFindsFewValuesWhereItFindsMany(DType dtype) {
        NDArray a = NDArray.arange(2000)
                .div(8)
                .astype(dtype)
                .get(Index.range(0, null, 3))
                .sort();
        NDArray values = NDArray.arange(-1, 300, 7);
        for (Side side : Side.values()) {
            NDArray places = a.searchsorted(values, side);
            for (int i = 0; i < values.size(); i++) {
                assertThat(a.searchsorted(values.get(i), side)).isEqualTo(places.get(i));
            }
        }
    }

    @Test
    void addAtChangesPositionsListedTwiceTwice() {
        NDArray a = NDArray.zeros(3);
        a.at(NDArray.of(0, 0, 2)).addAt(1.5);
        assertThat(a).hasToString("[3.  0.  1.5]");
        a.at(NDArray.of(0, 0)).subAt(1);
        a.at(NDArray.of(2, 2)).mulAt(NDArray.of(2, 3));
        a.at(NDArray.of(0, 0)).divAt(NDArray.of(4.0));
        assertThat(a).hasToString("[0.0625 0.     9.    ]");
        a.at(NDArray.of(0, 0, 1)).maximumAt(NDArray.of(2, 5, -1));
        a.at(NDArray.of(2, 2)).minimumAt(NDArray.of(8, 7));
        assertThat(a).hasToString("[5. 0. 7.]");
        NDArray readOnly = a.readOnlyCopy();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readOnly.at(NDArray.of(0)).addAt(1))
                .withMessage("assignment destination is read-only");
    }

    private static NDArray part(NDArray a, int axis, Index part) {
        Index[] index = new Index[axis + 1];
        Arrays.fill(index, Index.all());
        index[axis] = part;
        return a.get(index);
    }
}
