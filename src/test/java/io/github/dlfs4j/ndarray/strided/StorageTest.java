package io.github.dlfs4j.ndarray.strided;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies between memory and blocks of every type, in runs that may go backwards. */
class StorageTest {
    private static final int OFFSET = 5;
    private static final int STRIDE = -2;
    private static final int AT = 1;
    private static final int N = 3;

    /** Elements 0, 1, 0, 0, 0, 1, 1, of which 5, 3 and 1 are 1, 0 and 1. */
    private static Storage memory(Primitive primitive) {
        Storage memory = primitive.allocate(7);
        for (int position : new int[] {1, 5, 6}) {
            memory.setLong(position, 1);
        }
        return memory;
    }

    private static void assertStored(Storage memory) {
        double[] elements = new double[memory.length()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = memory.getDouble(i);
        }
        assertThat(elements).containsExactly(0, 0, 0, 1, 0, 1, 0);
    }

    @ParameterizedTest
    @EnumSource(Primitive.class)
    void aRunOfStorageIsLoadedIntoABlockOfAnyType(Primitive primitive) {
        Storage memory = memory(primitive);
        boolean[] booleans = new boolean[5];
        memory.load(OFFSET, STRIDE, booleans, AT, N);
        assertThat(booleans).containsExactly(false, true, false, true, false);
        long[] longs = {7, 7, 7, 7, 7};
        memory.load(OFFSET, STRIDE, longs, AT, N);
        assertThat(longs).containsExactly(7, 1, 0, 1, 7);
        float[] floats = {7, 7, 7, 7, 7};
        memory.load(OFFSET, STRIDE, floats, AT, N);
        assertThat(floats).containsExactly(7, 1, 0, 1, 7);
        double[] doubles = {7, 7, 7, 7, 7};
        memory.load(OFFSET, STRIDE, doubles, AT, N);
        assertThat(doubles).containsExactly(7, 1, 0, 1, 7);
    }

    @ParameterizedTest
    @EnumSource(Primitive.class)
    void aBlockOfAnyTypeIsStoredAsARun(Primitive primitive) {
        Storage ofBooleans = primitive.allocate(7);
        ofBooleans.store(OFFSET, STRIDE, new boolean[] {false, true, true, false, true}, AT, N);
        assertStored(ofBooleans);
        Storage ofLongs = primitive.allocate(7);
        ofLongs.store(OFFSET, STRIDE, new long[] {0, 1, 1, 0, 1}, AT, N);
        assertStored(ofLongs);
        Storage ofFloats = primitive.allocate(7);
        ofFloats.store(OFFSET, STRIDE, new float[] {0, 1, 1, 0, 1}, AT, N);
        assertStored(ofFloats);
        Storage ofDoubles = primitive.allocate(7);
        ofDoubles.store(OFFSET, STRIDE, new double[] {0, 1, 1, 0, 1}, AT, N);
        assertStored(ofDoubles);
    }

    @Test
    void aFractionIsTruncatedWhenItIsReadAsAnInteger() {
        for (Primitive primitive : new Primitive[] {Primitive.FLOAT, Primitive.DOUBLE}) {
            Storage memory = primitive.allocate(1);
            memory.setDouble(0, -2.75);
            assertThat(memory.getLong(0)).isEqualTo(-2);
        }
    }
}
