package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.function.DoubleSoftmax;
import io.github.dlfs4j.ndarray.kernel.function.FloatSoftmax;
import io.github.dlfs4j.ndarray.strided.Carrier;

/** The softmax function along the last axis. */
final class Softmax {
    static NDArray softmax(NDArray x) {
        return softmax(x, Elementwise.allocate(ResultTypes.floating(x.dtype()), x));
    }

    static NDArray softmax(NDArray x, NDArray out) {
        if (!out.dtype().isFloating()) {
            throw new UnsupportedOperationException("out must be float32 or float64, not " + out.dtype());
        }
        if (x.dtype() == DType.UINT8) {
            return softmax(x.astype(DType.INT64), out); // differences of uint8 wrap
        }
        if (out.dtype() != ResultTypes.floating(x.dtype())) {
            return Elementwise.apply(UnaryFunction.POSITIVE, softmax(x), out);
        }
        boolean plain =
                x.layout().isPlain() && out.layout().isPlain() && x.shape().equals(out.shape());
        if (!plain || !out.isWriteable() || x.dtype() != out.dtype() || x.ndim() == 0 || x.shape(-1) == 0) {
            boolean single = x.ndim() > 0 && x.shape(-1) == 1;
            x.sub(single ? x : x.max(-1, true), out).exp(out);
            return out.divi(out.sum(-1, true));
        }
        int length = x.shape(-1);
        int rows = x.size() / length;
        if (x.dtype() == DType.FLOAT32) {
            FloatSoftmax.softmax(
                    Carrier.FLOATS.arrayOf(x.storage()), Carrier.FLOATS.arrayOf(out.storage()), length, rows);
        } else {
            DoubleSoftmax.softmax(
                    Carrier.DOUBLES.arrayOf(x.storage()), Carrier.DOUBLES.arrayOf(out.storage()), length, rows);
        }
        return out;
    }
}
