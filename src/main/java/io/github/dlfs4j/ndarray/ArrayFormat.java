package io.github.dlfs4j.ndarray;

/** The text of an array. */
final class ArrayFormat {
    private ArrayFormat() {}

    static String str(NDArray a) {
        return a.shape().toString();
    }

    static String repr(NDArray a) {
        return a.shape().toString();
    }
}
