package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.BinaryLoop;
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

    /**
     * How to fold on one lane: what to begin with, how to take in a run, and how to take in a row of as many results.
     */
    private record Fold<A>(Storage start, RunFold<A> run, BinaryLoop<A, A> row) {}

    /** A reduction: NumPy's name, whether an empty run has a result, and how it folds on each lane. */
    record Operation(
            String name, boolean hasIdentity, Fold<long[]> longs, Fold<float[]> floats, Fold<double[]> doubles) {}

    static final Operation SUM = new Operation(
            "add",
            true,
            new Fold<>(longs(0), ReductionLoops::sum, ArithmeticLoops::add),
            new Fold<>(floats(0), ReductionLoops::sum, ArithmeticLoops::add),
            new Fold<>(doubles(0), ReductionLoops::sum, ArithmeticLoops::add));
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
            new Fold<>(floats(Float.NEGATIVE_INFINITY), ReductionLoops::maximum, ArithmeticLoops::maximum),
            new Fold<>(doubles(Double.NEGATIVE_INFINITY), ReductionLoops::maximum, ArithmeticLoops::maximum));
    static final Operation MINIMUM = new Operation(
            "minimum",
            false,
            new Fold<>(longs(Long.MAX_VALUE), ReductionLoops::minimum, ArithmeticLoops::minimum),
            new Fold<>(floats(Float.POSITIVE_INFINITY), ReductionLoops::minimum, ArithmeticLoops::minimum),
            new Fold<>(doubles(Double.POSITIVE_INFINITY), ReductionLoops::minimum, ArithmeticLoops::minimum));

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
        Cursor<A> cursor = new Cursor<>(lane, ordered, StridedLoop.inOrder(ordered.layout()), 0);
        A row = lane.allocate().apply(inner);
        A sums = lane.allocate().apply(inner);
        for (int i = 0; i < outer; i++) {
            System.arraycopy(results, i * inner, sums, 0, inner);
            for (int j = 0; j < n; j++) {
                cursor.load(row, inner);
                fold.row().run(sums, row, sums, 0, inner);
            }
            System.arraycopy(sums, 0, results, i * inner, inner);
        }
    }

    static NDArray argmax(NDArray a, int axis, boolean keepDims) {
        return position(
                "argmax", a, axis, keepDims, ReductionLoops::argmax, ReductionLoops::argmax, ReductionLoops::argmax);
    }

    static NDArray argmin(NDArray a, int axis, boolean keepDims) {
        return position(
                "argmin", a, axis, keepDims, ReductionLoops::argmin, ReductionLoops::argmin, ReductionLoops::argmin);
    }

    /** Finds the position of one element of a run. */
    @FunctionalInterface
    private interface RunSearch<A> {
        int find(A a, int from, int to);
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
        return NDArray.of(positions)
                .reshape(a.shape().reduced(checked, keepDims).toArray());
    }

    private static <A> long[] search(Lane<A> lane, RunSearch<A> search, NDArray runs) {
        int n = runs.shape(-1);
        long[] positions = new long[runs.size() / n];
        StridedLoop loop = StridedLoop.inOrder(runs.layout());
        A own = lane.arrayOf().apply(runs.storage());
        boolean direct = own != null && loop.isContiguous(0);
        Cursor<A> cursor = new Cursor<>(lane, runs, loop, 0);
        A block = direct ? own : lane.allocate().apply(Math.min(n, runs.size()));
        for (int i = 0; i < positions.length; i++) {
            int from = direct ? runs.layout().offset() + i * n : 0;
            if (!direct) {
                cursor.load(block, n);
            }
            positions[i] = search.find(block, from, from + n);
        }
        return positions;
    }
}
