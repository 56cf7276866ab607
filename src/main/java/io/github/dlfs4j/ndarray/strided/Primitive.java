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

    /** Returns new memory for some elements. */
    public Storage allocate(int length) {
        return switch (this) {
            case BOOLEAN -> new Storage.Booleans(new boolean[length]);
            case BYTE -> new Storage.Bytes(new byte[length]);
            case LONG -> new Storage.Longs(new long[length]);
            case FLOAT -> new Storage.Floats(new float[length]);
            case DOUBLE -> new Storage.Doubles(new double[length]);
        };
    }
}
