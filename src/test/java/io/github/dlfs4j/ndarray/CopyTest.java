package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.strided.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy writes every element to its place and nothing beside it, whatever the layouts of source and target. */
class CopyTest {
    private static final int SHAPES = 12;

    /** Lengths around those from which on axes are copied in another way. */
    private static final int[] LENGTHS = {1, 2, 3, 7, 8, 9, 16, 17, 40};

    static Stream<Arguments> kinds() {
        return Arrays.stream(ViewKind.values())
                .flatMap(from -> Arrays.stream(ViewKind.values())
                        .filter(to -> to != ViewKind.BROADCAST)
                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource("kinds")
    void aCopyPutsEveryElementInItsPlace(ViewKind fromKind, ViewKind toKind) {
        Random random = new Random(20261129);
        for (int i = 0; i < SHAPES; i++) {
            Shape shape = randomShape(random);
            for (DType dtype : DType.values()) {
                check(fromKind.array(dtype, shape, random), toKind.array(dtype, shape, random));
            }
            DType to = List.of(DType.values()).get(random.nextInt(5));
            check(fromKind.array(DType.UINT8, shape, random), toKind.array(to, shape, random));
        }
    }

    private static Shape randomShape(Random random) {
        int[] lengths = new int[random.nextInt(6)];
        int size = 1;
        for (int axis = 0; axis < lengths.length; axis++) {
            int length = LENGTHS[random.nextInt(LENGTHS.length)];
            lengths[axis] = random.nextInt(40) == 0 ? 0 : size * length > 4000 ? 2 : length;
            size *= Math.max(lengths[axis], 1);
        }
        return Shape.of(lengths);
    }

    private static void check(NDArray from, NDArray to) {
        Storage expected = to.dtype().primitive().allocate(to.storage().length());
        System.arraycopy(to.storage().values(), 0, expected.values(), 0, expected.length());
        for (int[] index : from.indices()) {
            double element = from.storage().getDouble(from.layout().position(index));
            expected.setDouble(to.layout().position(index), element);
        }
        Casting.assign(to, from);
        assertThat(to.storage().values())
                .as("%s to %s", from.layout(), to.layout())
                .isEqualTo(expected.values());
    }

    @Test
    void aCopyTakesOverlappingWindows() {
        NDArray image = ViewKind.CONTIGUOUS.array(DType.FLOAT32, Shape.of(3, 20, 21), new Random(1));
        for (int window = 1; window <= 20; window++) {
            NDArray windows = image.slidingWindowView(new int[] {window, 3}, -2, -1);
            for (NDArray view : new NDArray[] {windows, windows.transpose(0, 3, 4, 1, 2), windows.transpose()}) {
                check(view, NDArray.zeros(DType.FLOAT32, view.shape().toArray()));
            }
        }
    }

    @Test
    void aCopyTakesLongColumnsInParts() {
        Random random = new Random(4);
        for (int columns = 1; columns <= 18; columns++) {
            Shape shape = Shape.of(2100, columns);
            for (ViewKind kind : ViewKind.values()) {
                check(kind.array(DType.FLOAT64, shape, random), NDArray.zeros(shape.toArray()));
            }
        }
    }

    @Test
    void aCopyTakesAViewToAnOverlappingOne() {
        for (DType dtype : DType.values()) {
            NDArray a = ViewKind.CONTIGUOUS.array(dtype, Shape.of(20, 20), new Random(2));
            NDArray transposed = ViewKind.contiguous(a.transpose());
            a.at(Index.ellipsis()).set(a.transpose());
            assertThat(a).isEqualTo(transposed);
            NDArray shifted = ViewKind.contiguous(a.get(Index.to(19)));
            a.at(Index.from(1)).set(a.get(Index.to(19)));
            assertThat(a.get(Index.from(1))).isEqualTo(shifted);
        }
    }
}
