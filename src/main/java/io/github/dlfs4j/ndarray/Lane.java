package io.github.dlfs4j.ndarray;

/**
 * A primitive type to compute in, as the arrays {@code A} that the kernels take. The five dtypes are computed in four
 * lanes: uint8 and int64 as {@code long}, bool as {@code long} in arithmetic and as {@code boolean} in logic.
 *
 * @param <A> {@code boolean[]}, {@code long[]}, {@code float[]} or {@code double[]}
 */
@SuppressWarnings("ClassInitializationDeadlock") // nothing but this class names the others
abstract sealed class Lane<A> permits BooleanLane, LongLane, FloatLane, DoubleLane {
    static final Lane<boolean[]> BOOLEANS = new BooleanLane();
    static final Lane<long[]> LONGS = new LongLane();
    static final Lane<float[]> FLOATS = new FloatLane();
    static final Lane<double[]> DOUBLES = new DoubleLane();

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
}
