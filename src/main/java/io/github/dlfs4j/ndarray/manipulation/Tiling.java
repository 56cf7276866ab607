package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;

/** NumPy's {@code tile} and {@code resize}: an array again and again. */
final class Tiling {
    static NDArray tile(NDArray a, int... times) {
        NDArray tiled = a.reshape(Lengths.withAxes(times.length, a.shape().toArray()));
        int[] lengths = tiled.shape().toArray();
        int missing = lengths.length - times.length;
        for (int axis = missing; axis < lengths.length; axis++) {
            lengths[axis] = Lengths.checkLength((long) lengths[axis] * times[axis - missing]);
        }
        Shape.of(lengths);
        for (int axis = lengths.length - 1; axis >= missing; axis--) {
            int count = times[axis - missing];
            tiled = count == 1 ? tiled : tileAxis(tiled, axis, count);
        }
        return Inside.storage(tiled) == Inside.storage(a) ? tiled.copy() : tiled;
    }

    /** Repeats the array along one axis, by broadcasting a new axis in front of it. */
    private static NDArray tileAxis(NDArray a, int axis, int times) {
        int[] lengths = a.shape().toArray();
        int before = (int) Lengths.product(Arrays.copyOf(lengths, axis));
        int block = before == 0 || times == 0 ? 0 : a.size() / before;
        lengths[axis] *= times;
        NDArray tiled = NDArray.empty(a.dtype(), lengths);
        if (tiled.size() > 0) {
            Inside.assign(tiled.reshape(before, times, block), a.reshape(before, 1, block));
        }
        return tiled;
    }

    /** Fills the shape with the array's elements, again and again; with zeros if it has none. */
    static NDArray resize(NDArray a, int... lengths) {
        for (int length : Objects.requireNonNull(lengths, "shape")) {
            if (length < 0) {
                throw new IllegalArgumentException("all elements of `new_shape` must be non-negative");
            }
        }
        NDArray resized = NDArray.zeros(a.dtype(), lengths);
        NDArray flat = a.ravel();
        NDArray target = resized.reshape(resized.size());
        for (int at = 0; at < target.size() && flat.size() > 0; at += flat.size()) {
            int n = Math.min(flat.size(), target.size() - at);
            Inside.assign(target.get(Index.range(at, at + n)), flat.get(Index.to(n)));
        }
        return resized;
    }
}
