package io.github.dlfs4j.ndarray.strided;

/** The Java types of an array's elements. */
public enum Primitive {
    BOOLEAN(1),
    BYTE(1),
    LONG(8),
    FLOAT(4),
    DOUBLE(8);

    private final int bytes;

    Primitive(int bytes) {
        this.bytes = bytes;
    }

    /** Returns how many bytes an element takes. */
    public int bytes() {
        return bytes;
    }

    /** Returns whether the elements are floating-point numbers. */
    public boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    /**
     * Returns new memory for some elements.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public Storage allocate(int length) {
        return switch (this) {
            case BOOLEAN -> new BooleanStorage(Allocation.booleans(length));
            case BYTE -> new ByteStorage(Allocation.bytes(length));
            case LONG -> new LongStorage(Allocation.longs(length));
            case FLOAT -> new FloatStorage(Allocation.floats(length));
            case DOUBLE -> new DoubleStorage(Allocation.doubles(length));
        };
    }
}
