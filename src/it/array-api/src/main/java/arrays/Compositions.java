package arrays;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What the array API has in one function and the library in several: each is a few calls of the library. */
final class Compositions {
    private Compositions() {}

    static NDArray fromBytes(DType dtype, int[] shape, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (dtype) {
            case BOOL -> NDArray.of(bytes, shape).astype(DType.BOOL);
            case UINT8 -> NDArray.of(bytes, shape);
            case INT64 -> {
                long[] elements = new long[bytes.length / Long.BYTES];
                buffer.asLongBuffer().get(elements);
                yield NDArray.of(elements, shape);
            }
            case FLOAT32 -> {
                float[] elements = new float[bytes.length / Float.BYTES];
                buffer.asFloatBuffer().get(elements);
                yield NDArray.of(elements, shape);
            }
            case FLOAT64 -> {
                double[] elements = new double[bytes.length / Double.BYTES];
                buffer.asDoubleBuffer().get(elements);
                yield NDArray.of(elements, shape);
            }
        };
    }

    static byte[] toBytes(NDArray a) {
        ByteBuffer buffer = ByteBuffer.allocate(a.size() * a.dtype().itemSize()).order(ByteOrder.LITTLE_ENDIAN);
        switch (a.dtype()) {
            case BOOL -> buffer.put(a.astype(DType.UINT8).toByteArray());
            case UINT8 -> buffer.put(a.toByteArray());
            case INT64 -> buffer.asLongBuffer().put(a.toLongArray());
            case FLOAT32 -> buffer.asFloatBuffer().put(a.toFloatArray());
            case FLOAT64 -> buffer.asDoubleBuffer().put(a.toDoubleArray());
        }
        return buffer.array();
    }

    static void set(NDArray a, Index[] key, NDArray values) {
        a.at(key).set(values);
    }

    static void set(NDArray a, Index[] key, double value) {
        a.at(key).set(value);
    }

    static void set(NDArray a, Index[] key, long value) {
        a.at(key).set(value);
    }

    static void set(NDArray a, Index[] key, boolean value) {
        a.at(key).set(value);
    }

    /** As a copy; an array's own method sorts in place. */
    static NDArray sort(NDArray a, int axis) {
        return NDArray.sort(a, axis);
    }

    static List<Object> finfo(DType dtype) {
        DType.FloatLimits limits = DType.finfo(dtype);
        return List.of(
                limits.bits(), limits.eps(), limits.max(), limits.min(), limits.smallestNormal(), limits.dtype());
    }

    static NDArray clip(NDArray a, NDArray min, NDArray max) {
        if (min == null) {
            return max == null ? a.copy() : a.minimum(max);
        }
        return max == null ? a.maximum(min) : a.clip(min, max);
    }

    static NDArray argsortDescending(NDArray a, int axis) {
        NDArray fromTheEnd = Manipulation.flip(Manipulation.flip(a, axis).argsort(axis), axis);
        return fromTheEnd.rsub(a.shape(axis) - 1L);
    }

    static NDArray cumulative(NDArray running, int axis, long initial) {
        int[] shape = running.shape().toArray();
        shape[axis < 0 ? axis + shape.length : axis] = 1;
        return NDArray.concatenate(axis, NDArray.full(running.dtype(), initial, shape), running);
    }

    static NDArray matrixRank(NDArray a, NDArray rtol) {
        return LinearAlgebra.matrixRank(a, LinearAlgebra.svdvals(a).max(-1).mul(rtol));
    }
}
