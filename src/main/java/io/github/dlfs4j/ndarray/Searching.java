package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.reduction.DoublePositions;
import io.github.dlfs4j.ndarray.kernel.reduction.FloatPositions;
import io.github.dlfs4j.ndarray.kernel.reduction.LongPositions;
import io.github.dlfs4j.ndarray.kernel.reduction.PositionLoop;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.LongStorage;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import io.github.dlfs4j.ndarray.strided.StridedLoop;

/** The positions of the largest and smallest elements along an axis. */
final class Searching {
    static NDArray argmax(NDArray a, int axis, boolean keepDims) {
        return position(Extreme.LARGEST, a, axis, keepDims);
    }

    static NDArray argmin(NDArray a, int axis, boolean keepDims) {
        return position(Extreme.SMALLEST, a, axis, keepDims);
    }

    static NDArray argmax(NDArray a, ReductionOptions options) {
        return position(Extreme.LARGEST, a, options.arguments());
    }

    static NDArray argmin(NDArray a, ReductionOptions options) {
        return position(Extreme.SMALLEST, a, options.arguments());
    }

    private static NDArray position(Extreme extreme, NDArray a, ReductionArguments<NDArray> arguments) {
        arguments.checkTaken(extreme.function, "out");
        NDArray out = arguments.out();
        int[] axes = arguments.axes();
        if (axes != null && axes.length != 1) {
            throw new UnsupportedOperationException("'tuple' object cannot be interpreted as an integer");
        }
        NDArray positions = axes == null
                ? position(extreme, a.reshape(-1), 0, false)
                        .reshape(Axes.all(a.ndim()).reduced(a.layout().lengths(), arguments.keepDims()))
                : position(extreme, a, axes[0], arguments.keepDims());
        return out == null ? positions : assign(extreme, positions, out);
    }

    private static NDArray assign(Extreme extreme, NDArray positions, NDArray out) {
        if (!out.shape().equals(positions.shape())) {
            throw new IllegalArgumentException(
                    "output array does not match result of np.%s.".formatted(extreme.function));
        }
        if (out.dtype().isFloating()) {
            throw Errors.unsafeCast(out.ndim(), out.dtype(), DType.INT64, "safe");
        }
        if (!out.isWriteable()) {
            throw Errors.readOnlyOutput();
        }
        Casting.assign(out, positions);
        return out;
    }

    /** Which element is searched for. */
    private enum Extreme {
        LARGEST("argmax"),
        SMALLEST("argmin");

        private final String function;

        Extreme(String function) {
            this.function = function;
        }
    }

    private static NDArray position(Extreme extreme, NDArray a, int axis, boolean keepDims) {
        if (a.ndim() == 0) {
            return position(extreme, a.reshape(1), axis, false);
        }
        int checked = Axes.check(axis, a.ndim());
        if (a.shape(checked) == 0) {
            throw new IllegalArgumentException("attempt to get %s of an empty sequence".formatted(extreme.function));
        }
        NDArray runs = checked == a.ndim() - 1 ? a : a.withLayout(a.layout().moveToEnd(checked));
        boolean largest = extreme == Extreme.LARGEST;
        long[] positions = switch (a.dtype()) {
            case BOOL, UINT8, INT64 ->
                search(Carrier.LONGS, largest ? LongPositions.LARGEST : LongPositions.SMALLEST, runs);
            case FLOAT32 -> search(Carrier.FLOATS, largest ? FloatPositions.LARGEST : FloatPositions.SMALLEST, runs);
            case FLOAT64 -> search(Carrier.DOUBLES, largest ? DoublePositions.LARGEST : DoublePositions.SMALLEST, runs);
        };
        Layout layout = Layout.contiguous(a.shape().reduced(checked, keepDims).lengths());
        return ArrayScope.own(new LongStorage(positions), layout);
    }

    private static <A> long[] search(Carrier<A> carrier, PositionLoop<A> loop, NDArray runs) {
        int n = runs.shape(-1);
        long[] positions = Allocation.longs(runs.size() / n);
        A own = runs.layout().isContiguous() ? carrier.arrayOf(runs.storage()) : null;
        if (own != null) {
            assert runs.size() == 0
                    || Carrier.have(runs.layout().offset(), runs.layout().offset() + runs.size(), own);
            loop.find(own, runs.layout().offset(), n, positions, 0, positions.length);
            return positions;
        }
        Cursor<A> cursor = new Cursor<>(carrier, runs.elements(), StridedLoop.inOrder(runs.layout()), 0);
        A block = carrier.allocate(Math.min(n, runs.size()));
        for (int i = 0; i < positions.length; i++) {
            cursor.load(block, n);
            loop.find(block, 0, n, positions, i, 1);
        }
        return positions;
    }
}
