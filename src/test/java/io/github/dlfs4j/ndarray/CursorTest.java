package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BothKernels
class CursorTest {
    private final NDArray transposed = NDArray.arange(12).reshape(3, 4).transpose();

    private static <A> Cursor<A> inCOrder(Carrier<A> carrier, NDArray array) {
        return new Cursor<>(carrier, array.elements(), StridedLoop.inOrder(array.layout()), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 12})
    void continuesReadingWhereTheLastBlockEnded(int block) {
        Cursor<long[]> cursor = inCOrder(Carrier.LONGS, transposed);
        long[] elements = new long[12];
        for (int at = 0; at < 12; at += block) {
            cursor.load(elements, at, Math.min(block, 12 - at));
        }
        assertThat(elements).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 12})
    void continuesWritingWhereTheLastBlockEnded(int block) {
        NDArray target = NDArray.zeros(DType.INT64, 3, 4).transpose();
        Cursor<long[]> cursor = inCOrder(Carrier.LONGS, target);
        long[] values = LongStream.range(0, 12).toArray();
        for (int at = 0; at < 12; at += block) {
            long[] next = Arrays.copyOfRange(values, at, at + block);
            cursor.store(next, Math.min(block, 12 - at));
        }
        assertThat(target.toLongArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void convertsToTheCarrier() {
        double[] doubles = new double[12];
        inCOrder(Carrier.DOUBLES, transposed.astype(DType.UINT8)).load(doubles, 12);
        assertThat(doubles).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        boolean[] booleans = new boolean[12];
        inCOrder(Carrier.BOOLEANS, transposed).load(booleans, 2);
        assertThat(booleans).startsWith(false, true);
    }

    @Test
    void beginsAgainAfterTheLastElement() {
        Cursor<long[]> cursor = inCOrder(Carrier.LONGS, transposed);
        long[] elements = new long[14];
        cursor.load(elements, 14);
        assertThat(elements).endsWith(11, 0, 4);
    }

    @Test
    void readsTheOnlyElementOfAScalar() {
        float[] element = new float[1];
        inCOrder(Carrier.FLOATS, NDArray.scalar(2.5)).load(element, 1);
        assertThat(element).containsExactly(2.5f);
    }
}
