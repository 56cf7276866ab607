package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks of a whole array of several blocks, compared with single elements. */
@BothKernels
class ElementsOfMaskTest {
    private static final long SEED = 20260113;
    private static final Shape SHAPE = Shape.of(37, 81);

    static Stream<Arguments> arrays() {
        return Stream.of(DType.values())
                .flatMap(dtype -> Stream.of(ViewKind.values())
                        .filter(kind -> kind != ViewKind.BROADCAST)
                        .map(kind -> Arguments.of(dtype, kind)));
    }

    private static NDArray mask(Random random) {
        ViewKind[] kinds = ViewKind.values();
        return kinds[random.nextInt(kinds.length)].array(DType.BOOL, SHAPE, random);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void elementsOfAMaskAreReadInCOrder(DType dtype, ViewKind kind) {
        Random random = new Random(SEED);
        NDArray a = kind.array(dtype, SHAPE, random);
        NDArray mask = mask(random);
        DoubleStream.Builder expected = DoubleStream.builder();
        for (int[] index : a.indices()) {
            if (mask.get(index).asBoolean()) {
                expected.add(a.get(index).astype(DType.FLOAT64).asDouble());
            }
        }

        NDArray chosen = a.get(mask);

        assertThat(chosen).as("seed %d", SEED).hasDType(dtype);
        assertThat(chosen.astype(DType.FLOAT64).toDoubleArray())
                .isEqualTo(expected.build().toArray());
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void oneValueIsWrittenToTheSelectedElementsOnly(DType dtype, ViewKind kind) {
        Random random = new Random(SEED);
        NDArray a = kind.array(dtype, SHAPE, random);
        Storage memory = a.storage();
        NDArray around = new NDArray(memory, Layout.contiguous(memory.length()));
        NDArray before = a.copy();
        NDArray mask = mask(random);
        double sumAround = around.astype(DType.FLOAT64).sum().asDouble();
        double change = 0;
        NDArray expected = before.copy();
        for (int[] index : a.indices()) {
            if (mask.get(index).asBoolean()) {
                double old = expected.get(index).astype(DType.FLOAT64).asDouble();
                expected.at(index).set(1);
                change += expected.get(index).astype(DType.FLOAT64).asDouble() - old;
            }
        }

        a.at(mask).set(1);

        assertThat(a).as("seed %d", SEED).isEqualTo(expected);
        assertThat(around.astype(DType.FLOAT64).sum().asDouble()).isEqualTo(sumAround + change);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void aValueForAMaskIsConvertedAsByEveryAssignment(DType dtype) {
        NDArray a = NDArray.zeros(dtype, 3);
        NDArray mask = NDArray.of(true, false, true);

        a.at(mask).set(NDArray.scalar(2.7));

        NDArray expected = NDArray.zeros(dtype, 3);
        expected.at(0).set(NDArray.scalar(2.7));
        expected.at(2).set(NDArray.scalar(2.7));
        assertThat(a).isEqualTo(expected);
    }

    @Test
    void theValueForAMaskMayBeAnElementOfTheArray() {
        NDArray a = NDArray.arange(2000);

        a.at(a.ge(3)).set(a.get(Index.at(1999), Index.newAxis()).reshape());

        assertThat(a.sum().asLong()).isEqualTo(3 + 1997 * 1999L);
    }

    @Test
    void severalValuesForAMaskAreWrittenInCOrder() {
        NDArray a = NDArray.arange(6).reshape(2, 3);

        a.at(a.gt(2)).set(NDArray.of(10, 20, 30));

        assertThat(a).isEqualTo(NDArray.of(new int[][] {{0, 1, 2}, {10, 20, 30}}));
    }

    @Test
    void aNaNStaysUnlessItIsSelected() {
        NDArray x = NDArray.of(Double.NaN, -1.0, 0.0, 2.0);

        x.at(x.le(0)).set(0);

        assertThat(x).isEqualTo(NDArray.of(Double.NaN, 0.0, 0.0, 2.0));
    }

    @Test
    void aMaskMustHaveTheShapeOfTheArray() {
        NDArray a = NDArray.zeros(2, 3);
        NDArray mask = NDArray.zeros(DType.BOOL, 2, 4);

        assertThatThrownBy(() -> a.get(mask))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("boolean index did not match indexed array along axis 1; size of axis is 3 but size of"
                        + " corresponding boolean axis is 4");
    }
}
