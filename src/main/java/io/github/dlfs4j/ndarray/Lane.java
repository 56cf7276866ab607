package io.github.dlfs4j.ndarray;

/**
 * A primitive type to compute in, as the arrays {@code A} that the kernels take. The five dtypes are computed in four
 * lanes: uint8 and int64 as {@code long}, bool as {@code long} in arithmetic and as {@code boolean} in logic.
 *
 * @param <A> {@code boolean[]}, {@code long[]}, {@code float[]} or {@code double[]}
 */
abstract sealed class Lane<A> {
    static final Lane<boolean[]> BOOLEANS = new Booleans();
    static final Lane<long[]> LONGS = new Longs();
    static final Lane<float[]> FLOATS = new Floats();
    static final Lane<double[]> DOUBLES = new Doubles();

    private static final int BLOCKS = 3;

    @SuppressWarnings("ThreadLocalUsage") // the lanes are constants
    private final ThreadLocal<A[]> blocks = new ThreadLocal<>();

    /** The lane that holds every value of the dtype. */
    static Lane<?> of(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8, INT64 -> LONGS;
            case FLOAT32 -> FLOATS;
            case FLOAT64 -> DOUBLES;
        };
    }

    /** One of the three blocks that a thread keeps: new ones would be most of what a small array costs. */
    final A block(int number) {
        A[] own = blocks.get();
        if (own == null) {
            own = allocate(BLOCKS, Cursor.BLOCK);
            blocks.set(own);
        }
        return own[number];
    }

    abstract A allocate(int length);

    abstract A[] allocate(int arrays, int length);

    /** The storage's own array, or null where its elements are of another type. */
    abstract A arrayOf(Storage storage);

    /** Reads n elements of any dtype, from an offset on and a stride apart, into a block, from {@code at} on. */
    abstract void load(Storage storage, int offset, int stride, A block, int at, int n);

    /** Writes n elements of a block, from {@code at} on, to a storage, from an offset on and a stride apart. */
    abstract void store(Storage storage, int offset, int stride, A block, int at, int n);

    private static final class Booleans extends Lane<boolean[]> {
        @Override
        boolean[] allocate(int length) {
            return new boolean[length];
        }

        @Override
        boolean[][] allocate(int arrays, int length) {
            return new boolean[arrays][length];
        }

        @Override
        boolean[] arrayOf(Storage storage) {
            return storage instanceof Storage.Bools own ? own.values() : null;
        }

        @Override
        void load(Storage storage, int offset, int stride, boolean[] block, int at, int n) {
            storage.load(offset, stride, block, at, n);
        }

        @Override
        void store(Storage storage, int offset, int stride, boolean[] block, int at, int n) {
            storage.store(offset, stride, block, at, n);
        }
    }

    private static final class Longs extends Lane<long[]> {
        @Override
        long[] allocate(int length) {
            return new long[length];
        }

        @Override
        long[][] allocate(int arrays, int length) {
            return new long[arrays][length];
        }

        @Override
        long[] arrayOf(Storage storage) {
            return storage instanceof Storage.Longs own ? own.values() : null;
        }

        @Override
        void load(Storage storage, int offset, int stride, long[] block, int at, int n) {
            storage.load(offset, stride, block, at, n);
        }

        @Override
        void store(Storage storage, int offset, int stride, long[] block, int at, int n) {
            storage.store(offset, stride, block, at, n);
        }
    }

    private static final class Floats extends Lane<float[]> {
        @Override
        float[] allocate(int length) {
            return new float[length];
        }

        @Override
        float[][] allocate(int arrays, int length) {
            return new float[arrays][length];
        }

        @Override
        float[] arrayOf(Storage storage) {
            return storage instanceof Storage.Floats own ? own.values() : null;
        }

        @Override
        void load(Storage storage, int offset, int stride, float[] block, int at, int n) {
            storage.load(offset, stride, block, at, n);
        }

        @Override
        void store(Storage storage, int offset, int stride, float[] block, int at, int n) {
            storage.store(offset, stride, block, at, n);
        }
    }

    private static final class Doubles extends Lane<double[]> {
        @Override
        double[] allocate(int length) {
            return new double[length];
        }

        @Override
        double[][] allocate(int arrays, int length) {
            return new double[arrays][length];
        }

        @Override
        double[] arrayOf(Storage storage) {
            return storage instanceof Storage.Doubles own ? own.values() : null;
        }

        @Override
        void load(Storage storage, int offset, int stride, double[] block, int at, int n) {
            storage.load(offset, stride, block, at, n);
        }

        @Override
        void store(Storage storage, int offset, int stride, double[] block, int at, int n) {
            storage.store(offset, stride, block, at, n);
        }
    }
}
