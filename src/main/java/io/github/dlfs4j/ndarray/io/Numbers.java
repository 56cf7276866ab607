package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;

/** Some elements of an array, as numbers to write: real ones of a floating-point dtype, otherwise integers. */
final class Numbers {
    private final DType dtype;
    private final double[] reals;
    private final long[] integers;

    private Numbers(DType dtype, double[] reals, long[] integers) {
        this.dtype = dtype;
        this.reals = reals;
        this.integers = integers;
    }

    static Numbers of(NDArray part) {
        return part.dtype().isFloating()
                ? new Numbers(part.dtype(), part.astype(DType.FLOAT64).toDoubleArray(), new long[0])
                : new Numbers(
                        part.dtype(), new double[0], part.astype(DType.INT64).toLongArray());
    }

    DType dtype() {
        return dtype;
    }

    double real(int i) {
        return dtype.isFloating() ? reals[i] : integers[i];
    }

    long integer(int i) {
        return integers[i];
    }

    /** Returns the text of a scalar. */
    String text(int i) {
        return switch (dtype) {
            case BOOL -> integers[i] == 0 ? "False" : "True";
            case UINT8, INT64 -> Long.toString(integers[i]);
            case FLOAT32 -> NDArray.scalar((float) reals[i]).toString();
            case FLOAT64 -> NDArray.scalar(reals[i]).toString();
        };
    }
}
