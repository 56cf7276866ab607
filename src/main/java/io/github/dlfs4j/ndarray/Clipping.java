package io.github.dlfs4j.ndarray;

/** Elements kept between two bounds: the larger of element and lower bound, then the smaller of that and the upper. */
final class Clipping {
    private Clipping() {}

    static NDArray clip(NDArray a, NDArray min, NDArray max) {
        Shape shape = Broadcast.shape(a.shape(), min.shape(), max.shape());
        DType dtype = DType.promote(DType.promote(a.dtype(), min.dtype()), max.dtype());
        NDArray out = Elementwise.allocate(dtype, a.broadcastTo(shape), min.broadcastTo(shape), max.broadcastTo(shape));
        return clip(a, min, max, out);
    }

    static NDArray clip(NDArray a, NDArray min, NDArray max, NDArray out) {
        DType dtype = DType.promote(DType.promote(a.dtype(), min.dtype()), max.dtype());
        Elementwise.checkOutput("clip", dtype, out, a, min, max);
        // The first step must not write over the bounds of the second.
        NDArray upper = max.storage() == out.storage() ? max.copy() : max;
        return a.maximum(min, out).minimum(upper, out);
    }

    /** A bound that an element of uint8 can never pass is allowed, though uint8 cannot hold it. */
    static NDArray lowerBound(long min, DType dtype) {
        return Casting.weak(dtype == DType.UINT8 ? Math.max(min, 0) : min, dtype);
    }

    static NDArray upperBound(long max, DType dtype) {
        return Casting.weak(dtype == DType.UINT8 ? Math.min(max, 255) : max, dtype);
    }
}
