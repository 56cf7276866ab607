package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.BinaryLoop;
import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.ReductionLoops;
import io.github.dlfs4j.ndarray.kernel.RunFold;
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

    private static final Kernels KERNELS = KernelSelector.selected();

    /** Takes in rows, one after the other in memory, of as many elements as there are results. */
    @FunctionalInterface
    private interface RowsFold<A> {
        void run(A a, int from, int rows, A results, int n);
    }

    /**
     * How to fold on one lane: what to begin with, how to take in a run, how to take in a row of as many results, and
     * how to take in many, or null where nothing is faster than one by one.
     */
    private record Fold<A>(Storage start, RunFold<A> run, BinaryLoop<A, A> row, RowsFold<A> rows) {
        Fold(Storage start, RunFold<A> run, BinaryLoop<A, A> row) {
            this(start, run, row, null);
        }
    }

    /** A reduction: NumPy's name, whether an empty run has a result, and how it folds on each lane. */
    record Operation(
            String name, boolean hasIdentity, Fold<long[]> longs, Fold<float[]> floats, Fold<double[]> doubles) {}

    static final Operation SUM = new Operation(
            "add",
            true,
            new Fold<>(longs(0), ReductionLoops::sum, ArithmeticLoops::add),
            new Fold<>(floats(0), KERNELS::sum, ArithmeticLoops::add, KERNELS::addRows),
            new Fold<>(doubles(0), KERNELS::sum, ArithmeticLoops::add, KERNELS::addRows));
    static final Operation PRODUCT = new Operation(
            "multiply",
            true,
            new Fold<>(longs(1), ReductionLoops::product, ArithmeticLoops::multiply),
            new Fold<>(floats(1), ReductionLoops::product, ArithmeticLoops::multiply),
            new Fold<>(doubles(1), ReductionLoops::product, ArithmeticLoops::multiply));
    static final Operation MAXIMUM = new Operation(
            "maximum",
            false,
            new Fold<>(longs(Long.MIN_VALUE), ReductionLoops::maximum, ArithmeticLoops::maximum),
            new Fold<>(floats(Float.NEGATIVE_INFINITY), KERNELS::maximum, ArithmeticLoops::maximum),
            new Fold<>(doubles(Double.NEGATIVE_INFINITY), KERNELS::maximum, ArithmeticLoops::maximum));
    static final Operation MINIMUM = new Operation(
            "minimum",
            false,
            new Fold<>(longs(Long.MAX_VALUE), ReductionLoops::minimum, ArithmeticLoops::minimum),
            new Fold<>(floats(Float.POSITIVE_INFINITY), KERNELS::minimum, ArithmeticLoops::minimum),
            new Fold<>(doubles(Double.POSITIVE_INFINITY), KERNELS::minimum, ArithmeticLoops::minimum));

    /** Of bool alone: whether one is true. */
    static final Operation ANY = new Operation(
            "logical_or", true, new Fold<>(longs(0), ReductionLoops::maximum, ArithmeticLoops::maximum), null, null);
    /** Of bool alone: whether none is false. */
    static final Operation ALL = new Operation(
            "logical_and", true, new Fold<>(longs(1), ReductionLoops::minimum, ArithmeticLoops::minimum), null, null);

    private Reduction() {}

    private static Storage longs(long value) {
        return new Storage.Longs(new long[] {value});
    }

    private static Storage floats(float value) {
        return new Storage.Floats(new float[] {value});
    }

    private static Storage doubles(double value) {
        return new Storage.Doubles(new double[] {value});
    }

    /** Sums and products of bool and uint8 are int64; the rest keeps its dtype. */
    static DType resultType(Operation operation, DType dtype) {
        boolean widens = operation.hasIdentity() && !dtype.isFloating();
        return widens ? DType.INT64 : dtype;
    }

    /** Over all elements, as a 0-d array. */
    static NDArray reduce(Operation operation, DType dtype, NDArray a) {
        return reduce(operation, dtype, alongMemory(a), 0, false);
    }

    static NDArray reduce(Operation operation, DType dtype, NDArray a, int axis, boolean keepDims) {
        if (isAxisOfScalar(a, axis)) {
            return reduce(operation, dtype, a);
        }
        int checked = a.shape().checkAxis(axis);
        if (a.shape(checked) == 0 && !operation.hasIdentity()) {
            throw Errors.emptyReduction(operation.name());
        }
        NDArray result = switch (dtype) {
            case BOOL, UINT8, INT64 -> fold(Lane.LONGS, operation.longs(), dtype, a, checked);
            case FLOAT32 -> fold(Lane.FLOATS, operation.floats(), dtype, a, checked);
            case FLOAT64 -> fold(Lane.DOUBLES, operation.doubles(), dtype, a, checked);
        };
        return keepDims ? result.expandDims(checked) : result;
    }

    /** NumPy reduces a 0-d array along an axis 0 that it does not have, though it takes no mean along it. */
    private static boolean isAxisOfScalar(NDArray a, int axis) {
        return a.ndim() == 0 && (axis == 0 || axis == -1);
    }

    static NDArray mean(NDArray a) {
        return reduce(SUM, meanType(a), a).divi(a.size());
    }

    static NDArray mean(NDArray a, int axis, boolean keepDims) {
        return reduce(SUM, meanType(a), a, axis, keepDims).divi(a.shape(axis));
    }

    private static DType meanType(NDArray a) {
        return a.dtype().isFloating() ? a.dtype() : DType.FLOAT64;
    }

    /** All elements as one axis: in the order of memory where they have no gaps, else in C order. */
    private static NDArray alongMemory(NDArray a) {
        int[] order = StridedLoop.memoryOrder(a.layout());
        NDArray ordered = a.transpose(order);
        return ordered.layout().isContiguous() ? ordered.reshape(-1) : a.flatten();
    }

    private static <A> NDArray fold(Lane<A> lane, Fold<A> fold, DType dtype, NDArray a, int axis) {
        int[] order = StridedLoop.memoryOrder(a.layout());
        if (!a.layout().transpose(order).isContiguous()) {
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
        NDArray ordered = a.transpose(order);
        A results = lane.allocate().apply(out.size());
        lane.reader().move(fold.start(), 0, 0, results, 0, out.size());
        if (inner == 1) {
            foldRuns(lane, fold, ordered, outer, n, results);
        } else {
            foldRows(lane, fold, ordered, outer, n, inner, results);
        }
        lane.writer().move(out.storage(), 0, 1, results, 0, out.size());
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

    private static <A> void foldRuns(Lane<A> lane, Fold<A> fold, NDArray ordered, int outer, int n, A results) {
        StridedLoop loop = StridedLoop.inOrder(ordered.layout());
        A own = lane.arrayOf().apply(ordered.storage());
        if (own != null && loop.isContiguous(0)) {
            int offset = ordered.layout().offset();
            for (int i = 0; i < outer; i++) {
                fold.run().run(own, offset + i * n, offset + (i + 1) * n, results, i);
            }
            return;
        }
        Cursor<A> cursor = new Cursor<>(lane, ordered, loop, 0);
        int block = own == null ? Math.min(n, CONVERSION_BLOCK) : n;
        A values = lane.allocate().apply(block);
        for (int i = 0; i < outer; i++) {
            for (int left = n; left > 0; left -= block) {
                int count = Math.min(left, block);
                cursor.load(values, count);
                fold.run().run(values, 0, count, results, i);
            }
        }
    }

    private static <A> void foldRows(
            Lane<A> lane, Fold<A> fold, NDArray ordered, int outer, int n, int inner, A results) {
        StridedLoop loop = StridedLoop.inOrder(ordered.layout());
        A own = loop.isContiguous(0) && fold.rows() != null ? lane.arrayOf().apply(ordered.storage()) : null;
        Cursor<A> cursor = new Cursor<>(lane, ordered, loop, 0);
        A row = lane.allocate().apply(inner);
        A folded = lane.allocate().apply(inner);
        for (int i = 0; i < outer; i++) {
            System.arraycopy(results, i * inner, folded, 0, inner);
            if (own != null) {
                fold.rows().run(own, ordered.layout().offset() + i * n * inner, n, folded, inner);
            } else {
                for (int j = 0; j < n; j++) {
                    cursor.load(row, inner);
                    fold.row().run(folded, row, folded, 0, inner);
                }
            }
            System.arraycopy(folded, 0, results, i * inner, inner);
        }
    }
}
