package io.github.dlfs4j.ndarray.strided;

import java.lang.reflect.Array;

/**
 * A primitive type in which kernels compute, given by its array type {@code A}. The five dtypes share four carriers:
 * uint8 and int64 are computed as {@code long}, bool as {@code long} in arithmetic and as {@code boolean} in logic.
 *
 * @param <A> {@code boolean[]}, {@code long[]}, {@code float[]} or {@code double[]}
 */
@SuppressWarnings("ClassInitializationDeadlock") // only this class names the others
public abstract sealed class Carrier<A> permits BooleanCarrier, LongCarrier, FloatCarrier, DoubleCarrier {
    public static final Carrier<boolean[]> BOOLEANS = new BooleanCarrier();
    public static final Carrier<long[]> LONGS = new LongCarrier();
    public static final Carrier<float[]> FLOATS = new FloatCarrier();
    public static final Carrier<double[]> DOUBLES = new DoubleCarrier();

    private static final int BLOCKS = 3;

    @SuppressWarnings("ThreadLocalUsage") // the carriers are constants
    private final ThreadLocal<A[]> blocks = new ThreadLocal<>();

    /** Returns the carrier that holds every value of the type. */
    public static Carrier<?> of(Primitive primitive) {
        return switch (primitive) {
            case BOOLEAN, BYTE, LONG -> LONGS;
            case FLOAT -> FLOATS;
            case DOUBLE -> DOUBLES;
        };
    }

    /** Returns whether arrays have elements from one index to another, which the loops of kernels rely on. */
    public static boolean have(int from, int to, Object... arrays) {
        for (Object array : arrays) {
            if (from < 0 || from > to || to > Array.getLength(array)) {
                return false;
            }
        }
        return true;
    }

    /** Returns one of the thread's three blocks; a new block would be most of the cost of a small array. */
    public final A block(int number) {
        A[] own = blocks.get();
        if (own == null) {
            own = allocate(BLOCKS, Cursor.BLOCK);
            blocks.set(own);
        }
        return own[number];
    }

    public abstract A allocate(int length);

    public abstract A[] allocate(int arrays, int length);

    /** Returns the storage's own array, or null if its elements have another type. */
    public abstract A arrayOf(Storage storage);

    /** Reads n elements of any dtype, a stride apart from an offset on, into a block from {@code at} on. */
    public abstract void load(Storage storage, int offset, int stride, A block, int at, int n);

    /** Writes n elements of a block from {@code at} on to a storage of any dtype, a stride apart from an offset on. */
    public abstract void store(Storage storage, int offset, int stride, A block, int at, int n);
}
