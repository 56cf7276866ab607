package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.RunSearch;
import io.github.dlfs4j.ndarray.kernel.SearchLoops;

/** The positions of the largest and smallest elements along an axis. */
final class Searching {
    private static final Kernels KERNELS = KernelSelector.selected();

    private Searching() {}

    static NDArray argmax(NDArray a, int axis, boolean keepDims) {
        return position("argmax", a, axis, keepDims, SearchLoops::argmax, KERNELS::argmax, KERNELS::argmax);
    }

    static NDArray argmin(NDArray a, int axis, boolean keepDims) {
        return position("argmin", a, axis, keepDims, SearchLoops::argmin, SearchLoops::argmin, SearchLoops::argmin);
    }

    private static NDArray position(
            String name,
            NDArray a,
            int axis,
            boolean keepDims,
            RunSearch<long[]> longs,
            RunSearch<float[]> floats,
            RunSearch<double[]> doubles) {
        if (a.ndim() == 0) {
            return position(name, a.reshape(1), axis, false, longs, floats, doubles);
        }
        int checked = a.shape().checkAxis(axis);
        if (a.shape(checked) == 0) {
            throw Errors.emptyArg(name);
        }
        NDArray runs = a.withLayout(a.layout().moveToEnd(checked));
        long[] positions = switch (a.dtype()) {
            case BOOL, UINT8, INT64 -> search(Lane.LONGS, longs, runs);
            case FLOAT32 -> search(Lane.FLOATS, floats, runs);
            case FLOAT64 -> search(Lane.DOUBLES, doubles, runs);
        };
        Layout layout = Layout.contiguous(a.shape().reduced(checked, keepDims));
        return new NDArray(new Storage.Longs(positions), layout);
    }

    private static <A> long[] search(Lane<A> lane, RunSearch<A> search, NDArray runs) {
        int n = runs.shape(-1);
        long[] positions = new long[runs.size() / n];
        StridedLoop loop = StridedLoop.inOrder(runs.layout());
        A own = lane.arrayOf().apply(runs.storage());
        if (own != null && loop.isContiguous(0)) {
            search.find(own, runs.layout().offset(), n, positions, 0, positions.length);
            return positions;
        }
        Cursor<A> cursor = new Cursor<>(lane, runs, loop, 0);
        A block = lane.allocate().apply(Math.min(n, runs.size()));
        for (int i = 0; i < positions.length; i++) {
            cursor.load(block, n);
            search.find(block, 0, n, positions, i, 1);
        }
        return positions;
    }
}
