package io.github.dlfs4j.ndarray;

/** Copies of elements from one array to another, converted where the dtypes differ, and the rules for it. */
final class Casting {
    private Casting() {}

    /** The fraction cut off; NaN and what int64 cannot hold give its smallest value, as in NumPy on x86-64. */
    static long toLong(double value) {
        return isLong(value) ? (long) value : Long.MIN_VALUE;
    }

    /** The fraction cut off, then modulo 256; NaN and what int32 cannot hold give 0, as in NumPy on x86-64. */
    static byte toUint8(double value) {
        return (byte) (value < 0x1p31 ? (int) value : 0);
    }

    /** A copy in C order. */
    static NDArray astype(NDArray a, DType dtype) {
        NDArray copy = ArrayScope.allocate(dtype, Layout.contiguous(a.shape()));
        copyElements(a, copy);
        return copy;
    }

    /** Writes the value, broadcast, to every element of the target; they may share memory. */
    static void assign(NDArray target, NDArray value) {
        if (!target.isWriteable()) {
            throw Errors.readOnlyTarget();
        }
        NDArray fitting = Broadcast.dropLeadingOnes(value, target.ndim());
        if (!Broadcast.fits(fitting.shape(), target.shape())) {
            throw Errors.inputNotBroadcastable(fitting.shape(), target.shape());
        }
        copyElements(withoutOverlap(fitting.stretchedTo(target.shape()), target), target);
    }

    /** The operand, or a copy of it where writing to {@code out} could change elements that are not read yet. */
    static NDArray withoutOverlap(NDArray operand, NDArray out) {
        boolean safe = operand.storage() != out.storage() || operand.layout().equals(out.layout());
        return safe ? operand : operand.copy();
    }

    private static void copyElements(NDArray from, NDArray to) {
        if (to.size() == 0) {
            return;
        }
        StridedLoop loop = StridedLoop.over(to.layout(), from.layout());
        if (from.dtype() == to.dtype() && loop.isContiguous(0) && loop.isContiguous(1)) {
            int fromOffset = from.layout().offset();
            int toOffset = to.layout().offset();
            System.arraycopy(from.storage().values(), fromOffset, to.storage().values(), toOffset, to.size());
            return;
        }
        copyThrough(laneBetween(from.dtype(), to.dtype()), from, to, loop);
    }

    /** The lane that holds the values of the source, and of the target where that is narrower still. */
    private static Lane<?> laneBetween(DType from, DType to) {
        if (from == DType.BOOL && to == DType.BOOL) {
            return Lane.BOOLEANS;
        }
        if (from.isFloating()) {
            return from == to ? Lane.of(from) : Lane.DOUBLES;
        }
        return Lane.of(to.isFloating() ? to : from);
    }

    private static <A> void copyThrough(Lane<A> lane, NDArray from, NDArray to, StridedLoop loop) {
        Cursor<A> source = new Cursor<>(lane, from, loop, 1);
        A own = lane.arrayOf(to.storage());
        if (own != null && loop.isContiguous(0)) {
            source.load(own, to.layout().offset(), to.size());
            return;
        }
        Cursor<A> target = new Cursor<>(lane, to, loop, 0);
        A block = lane.allocate(Math.min(to.size(), Cursor.BLOCK));
        for (int left = to.size(); left > 0; left -= Cursor.BLOCK) {
            int n = Math.min(left, Cursor.BLOCK);
            source.load(block, n);
            target.store(block, n);
        }
    }

    /** Refuses an output that cannot hold the kind of the result: a fraction in an integer, a number in a bool. */
    static void checkSameKind(String ufunc, DType from, DType to) {
        if (!isSameKind(from, to)) {
            throw Errors.outputCast(ufunc, from, to);
        }
    }

    static boolean isSameKind(DType from, DType to) {
        boolean toUnsigned = to == DType.UINT8 && from == DType.INT64;
        return kind(from) <= kind(to) && !toUnsigned;
    }

    private static int kind(DType dtype) {
        return switch (dtype) {
            case BOOL -> 0;
            case UINT8, INT64 -> 1;
            case FLOAT32, FLOAT64 -> 2;
        };
    }

    /** A Java scalar beside an array of the dtype, as a 0-d array: it takes the array's type where it fits the kind. */
    static NDArray weak(double value, DType beside) {
        return beside == DType.FLOAT32 ? NDArray.scalar((float) value) : NDArray.scalar(value);
    }

    /** As {@link #weak(double, DType)}; an integer that uint8 cannot hold is refused. */
    static NDArray weak(long value, DType beside) {
        return switch (beside) {
            case BOOL, INT64 -> NDArray.scalar(value);
            case UINT8 -> NDArray.of(new byte[] {(byte) checkUint8(value)}, new int[0]);
            case FLOAT32, FLOAT64 -> weak((double) value, beside);
        };
    }

    /** As {@link #weak(long, DType)}, for comparisons: every integer can be compared with uint8. */
    static NDArray comparable(long value, DType beside) {
        return beside == DType.UINT8 ? NDArray.scalar(value) : weak(value, beside);
    }

    static long checkUint8(long value) {
        if (value < 0 || value > 255) {
            throw Errors.outOfBounds(value, DType.UINT8);
        }
        return value;
    }

    /**
     * A Java scalar to be written to an array of the dtype, as a 0-d array; an integer dtype must be able to hold it.
     */
    static NDArray element(double value, DType target) {
        if (target != DType.UINT8 && target != DType.INT64) {
            return NDArray.scalar(value);
        }
        checkFinite(value);
        if (!isLong(value)) {
            throw Errors.tooLarge();
        }
        return element((long) value, target);
    }

    /** The fraction cut off; NaN, infinities and what int64 cannot hold are refused. */
    static long checkLong(double value) {
        checkFinite(value);
        if (!isLong(value)) {
            throw Errors.outOfBounds(value);
        }
        return (long) value;
    }

    private static boolean isLong(double value) {
        return value >= -0x1p63 && value < 0x1p63;
    }

    private static void checkFinite(double value) {
        if (Double.isNaN(value)) {
            throw Errors.nanToInteger();
        }
        if (Double.isInfinite(value)) {
            throw Errors.infinityToInteger();
        }
    }

    /** As {@link #element(double, DType)}. */
    static NDArray element(long value, DType target) {
        return switch (target) {
            case BOOL, INT64 -> NDArray.scalar(value);
            case UINT8 -> NDArray.scalar(checkUint8(value));
            case FLOAT32, FLOAT64 -> NDArray.scalar((double) value);
        };
    }
}
