package io.github.dlfs4j.ndarray;

import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A primitive type to compute in, as the arrays {@code A} that the kernels take. The five dtypes are computed in four
 * lanes: uint8 and int64 as {@code long}, bool as {@code long} in arithmetic and as {@code boolean} in logic.
 *
 * @param allocate makes an array of a length
 * @param blocks three blocks for a {@link Cursor} each, which a thread keeps: new ones would be most of what an
 *     operation on a small array costs
 * @param arrayOf the storage's own array, or null where its elements are of another type
 * @param reader reads elements of a storage, of any dtype, into a block
 * @param writer writes elements of a block to a storage
 * @param <A> {@code boolean[]}, {@code long[]}, {@code float[]} or {@code double[]}
 */
record Lane<A>(
        IntFunction<A> allocate,
        ThreadLocal<A[]> blocks,
        Function<Storage, A> arrayOf,
        Transfer<A> reader,
        Transfer<A> writer) {
    /** Moves n elements between a storage, from an offset on and a stride apart, and a block, from {@code at} on. */
    @FunctionalInterface
    interface Transfer<A> {
        void move(Storage storage, int offset, int stride, A block, int at, int n);
    }

    static final Lane<boolean[]> BOOLEANS = new Lane<>(
            boolean[]::new,
            ThreadLocal.withInitial(() -> new boolean[3][Cursor.BLOCK]),
            s -> s instanceof Storage.Bools own ? own.values() : null,
            Storage::load,
            Storage::store);
    static final Lane<long[]> LONGS = new Lane<>(
            long[]::new,
            ThreadLocal.withInitial(() -> new long[3][Cursor.BLOCK]),
            s -> s instanceof Storage.Longs own ? own.values() : null,
            Storage::load,
            Storage::store);
    static final Lane<float[]> FLOATS = new Lane<>(
            float[]::new,
            ThreadLocal.withInitial(() -> new float[3][Cursor.BLOCK]),
            s -> s instanceof Storage.Floats own ? own.values() : null,
            Storage::load,
            Storage::store);
    static final Lane<double[]> DOUBLES = new Lane<>(
            double[]::new,
            ThreadLocal.withInitial(() -> new double[3][Cursor.BLOCK]),
            s -> s instanceof Storage.Doubles own ? own.values() : null,
            Storage::load,
            Storage::store);

    /** The lane that holds every value of the dtype. */
    static Lane<?> of(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8, INT64 -> LONGS;
            case FLOAT32 -> FLOATS;
            case FLOAT64 -> DOUBLES;
        };
    }
}
