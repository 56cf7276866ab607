package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/**
 * Reductions of all elements or along an axis.
 *
 * <p>Floating-point sums depend on their order, so it is NumPy's: along the innermost axis in memory each run is added
 * pairwise; along any other axis rows are added one after the other.
 */
final class Reduction {
    /** Integers that are summed as double go through blocks of this length, each added pairwise, as in NumPy. */
    private static final int CONVERSION_BLOCK = 8192;

    private Reduction() {}

    /** Over all elements, as a 0-d array. */
    static NDArray reduce(Fold fold, DType dtype, NDArray a) {
        return reduce(fold, dtype, alongMemory(a), 0, false);
    }

    static NDArray reduce(Fold fold, DType dtype, NDArray a, int axis, boolean keepDims) {
        if (isAxisOfScalar(a, axis)) {
            return reduce(fold, dtype, a);
        }
        int checked = a.shape().checkAxis(axis);
        if (a.shape(checked) == 0 && !fold.hasIdentity()) {
            throw Errors.emptyReduction(fold.toString());
        }
        NDArray result = fold(FoldLoops.of(fold, dtype), dtype, a, checked);
        return keepDims ? result.expandDims(checked) : result;
    }

    /** NumPy reduces a 0-d array along an axis 0 that it does not have, though it takes no mean along it. */
    private static boolean isAxisOfScalar(NDArray a, int axis) {
        return a.ndim() == 0 && (axis == 0 || axis == -1);
    }

    static NDArray mean(NDArray a) {
        return reduce(Fold.SUM, meanType(a), a).divi(a.size());
    }

    static NDArray mean(NDArray a, int axis, boolean keepDims) {
        return reduce(Fold.SUM, meanType(a), a, axis, keepDims).divi(a.shape(axis));
    }

    private static DType meanType(NDArray a) {
        return a.dtype().isFloating() ? a.dtype() : DType.FLOAT64;
    }

    /** All elements as one axis: in the order of memory where they have no gaps, else in C order. */
    private static NDArray alongMemory(NDArray a) {
        if (a.layout().isContiguous()) {
            return a.ndim() == 1 ? a : a.reshape(-1);
        }
        int[] order = StridedLoop.memoryOrder(a.layout());
        NDArray ordered = a.transpose(order);
        return ordered.layout().isContiguous() ? ordered.reshape(-1) : a.flatten();
    }

    private static <A> NDArray fold(FoldLoops<A> loops, DType dtype, NDArray a, int axis) {
        Lane<A> lane = loops.lane();
        int[] order = StridedLoop.memoryOrder(a.layout());
        boolean inOrder = a.layout().isContiguous();
        if (!inOrder && !a.layout().transpose(order).isContiguous()) {
            Arrays.setAll(order, i -> i);
        }
        int place = 0;
        while (order[place] != axis) {
            place++;
        }
        int n = a.shape(axis);
        int inner = 1;
        for (int i = place + 1; i < order.length; i++) {
            inner *= a.shape(order[i]);
        }
        NDArray out = emptyResult(dtype, a, order, place);
        if (out.size() == 0) {
            return out;
        }
        int outer = out.size() / inner;
        NDArray ordered = inOrder ? a : a.transpose(order);
        A own = lane.arrayOf(out.storage());
        A results = own != null ? own : lane.allocate(out.size());
        loops.begin(results);
        if (inner == 1) {
            foldRuns(lane, loops, ordered, outer, n, results);
        } else {
            foldRows(lane, loops, ordered, outer, n, inner, results);
        }
        if (own == null) {
            lane.store(out.storage(), 0, 1, results, 0, out.size());
        }
        return out;
    }

    /** The result's array, whose axes lie in memory as those of the operand do. */
    private static NDArray emptyResult(DType dtype, NDArray a, int[] order, int place) {
        int axis = order[place];
        int[] kept = Shape.without(order, place);
        for (int i = 0; i < kept.length; i++) {
            kept[i] -= kept[i] > axis ? 1 : 0;
        }
        Layout layout = Layout.inOrder(a.shape().reduced(axis, false), kept);
        return new NDArray(Storage.allocate(dtype, layout.size()), layout);
    }

    private static <A> void foldRuns(Lane<A> lane, FoldLoops<A> loops, NDArray ordered, int outer, int n, A results) {
        StridedLoop loop = StridedLoop.inOrder(ordered.layout());
        A own = lane.arrayOf(ordered.storage());
        if (own != null && loop.isContiguous(0)) {
            int offset = ordered.layout().offset();
            for (int i = 0; i < outer; i++) {
                loops.run(own, offset + i * n, offset + (i + 1) * n, results, i);
            }
            return;
        }
        Cursor<A> cursor = new Cursor<>(lane, ordered, loop, 0);
        int block = own == null ? Math.min(n, CONVERSION_BLOCK) : n;
        A values = lane.allocate(block);
        for (int i = 0; i < outer; i++) {
            for (int left = n; left > 0; left -= block) {
                int count = Math.min(left, block);
                cursor.load(values, count);
                loops.run(values, 0, count, results, i);
            }
        }
    }

    private static <A> void foldRows(
            Lane<A> lane, FoldLoops<A> loops, NDArray ordered, int outer, int n, int inner, A results) {
        StridedLoop loop = StridedLoop.inOrder(ordered.layout());
        A own = loop.isContiguous(0) && loops.takeRows() ? lane.arrayOf(ordered.storage()) : null;
        Cursor<A> cursor = new Cursor<>(lane, ordered, loop, 0);
        A row = lane.allocate(inner);
        A folded = lane.allocate(inner);
        for (int i = 0; i < outer; i++) {
            System.arraycopy(results, i * inner, folded, 0, inner);
            if (own != null) {
                loops.runRows(own, ordered.layout().offset() + i * n * inner, n, folded, inner);
            } else {
                for (int j = 0; j < n; j++) {
                    cursor.load(row, inner);
                    loops.runRow(row, folded, inner);
                }
            }
            System.arraycopy(folded, 0, results, i * inner, inner);
        }
    }
}
