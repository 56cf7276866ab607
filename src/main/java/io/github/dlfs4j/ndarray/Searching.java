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
        return position(Extreme.LARGEST, a, axis, keepDims);
    }

    static NDArray argmin(NDArray a, int axis, boolean keepDims) {
        return position(Extreme.SMALLEST, a, axis, keepDims);
    }

    /** What is searched. */
    private enum Extreme {
        LARGEST("argmax"),
        SMALLEST("argmin");

        private final String function;

        Extreme(String function) {
            this.function = function;
        }
    }

    private record LongSearch(Extreme extreme) implements RunSearch<long[]> {
        @Override
        public void find(long[] a, int from, int length, long[] positions, int at, int runs) {
            if (extreme == Extreme.LARGEST) {
                SearchLoops.argmax(a, from, length, positions, at, runs);
            } else {
                SearchLoops.argmin(a, from, length, positions, at, runs);
            }
        }
    }

    private record FloatSearch(Extreme extreme) implements RunSearch<float[]> {
        @Override
        public void find(float[] a, int from, int length, long[] positions, int at, int runs) {
            if (extreme == Extreme.LARGEST) {
                KERNELS.argmax(a, from, length, positions, at, runs);
            } else {
                SearchLoops.argmin(a, from, length, positions, at, runs);
            }
        }
    }

    private record DoubleSearch(Extreme extreme) implements RunSearch<double[]> {
        @Override
        public void find(double[] a, int from, int length, long[] positions, int at, int runs) {
            if (extreme == Extreme.LARGEST) {
                KERNELS.argmax(a, from, length, positions, at, runs);
            } else {
                SearchLoops.argmin(a, from, length, positions, at, runs);
            }
        }
    }

    private static NDArray position(Extreme extreme, NDArray a, int axis, boolean keepDims) {
        if (a.ndim() == 0) {
            return position(extreme, a.reshape(1), axis, false);
        }
        int checked = a.shape().checkAxis(axis);
        if (a.shape(checked) == 0) {
            throw Errors.emptyArg(extreme.function);
        }
        NDArray runs = checked == a.ndim() - 1 ? a : a.withLayout(a.layout().moveToEnd(checked));
        long[] positions = switch (a.dtype()) {
            case BOOL, UINT8, INT64 -> search(Lane.LONGS, new LongSearch(extreme), runs);
            case FLOAT32 -> search(Lane.FLOATS, new FloatSearch(extreme), runs);
            case FLOAT64 -> search(Lane.DOUBLES, new DoubleSearch(extreme), runs);
        };
        Layout layout = Layout.contiguous(a.shape().reduced(checked, keepDims));
        return new NDArray(new Storage.Longs(positions), layout);
    }

    private static <A> long[] search(Lane<A> lane, RunSearch<A> search, NDArray runs) {
        int n = runs.shape(-1);
        long[] positions = new long[runs.size() / n];
        A own = runs.layout().isContiguous() ? lane.arrayOf(runs.storage()) : null;
        if (own != null) {
            search.find(own, runs.layout().offset(), n, positions, 0, positions.length);
            return positions;
        }
        Cursor<A> cursor = new Cursor<>(lane, runs, StridedLoop.inOrder(runs.layout()), 0);
        A block = lane.allocate(Math.min(n, runs.size()));
        for (int i = 0; i < positions.length; i++) {
            cursor.load(block, n);
            search.find(block, 0, n, positions, i, 1);
        }
        return positions;
    }
}
