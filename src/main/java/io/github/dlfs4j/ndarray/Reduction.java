package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.reduction.FoldLoops;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Reductions of all elements or along axes.
 *
 * <p>Floating-point sums depend on the order of the additions, so the order is NumPy's: along the innermost axis in
 * memory each run is added pairwise; along any other axis rows are added one after the other.
 */
final class Reduction {
    /**
     * The number of elements in NumPy's buffer, which integers that are summed as double and views with gaps pass
     * through.
     */
    private static final int BUFFER = 8192;

    /** The time to fold an element, in multiply-adds of a matrix product. */
    private static final int MULTIPLY_ADDS_OF_ELEMENT = 8;

    /** Reduces all elements to a 0-d array. */
    static NDArray reduce(Fold.Folding fold, NDArray a) {
        if (a.size() == 0 && !fold.hasStart()) {
            throw Errors.emptyReduction(fold.toString());
        }
        NDArray ordered = a.layout().isContiguous() ? a : a.transpose(StridedLoop.memoryOrder(a.layout()));
        if (!ordered.layout().isContiguous()) {
            return foldParts(fold.onCarrier(), ordered, 0);
        }
        NDArray out = ArrayScope.allocate(fold.dtype(), Layout.contiguous());
        foldRuns(fold.onCarrier(), ordered, a.size(), out);
        return out;
    }

    static NDArray reduce(Fold.Folding fold, NDArray a, int axis, boolean keepDims) {
        if (isAxisOfScalar(a, axis)) {
            return reduce(fold, a);
        }
        int checked = Axes.check(axis, a.ndim());
        int n = a.shape(checked);
        if (n == 0 && !fold.hasStart()) {
            throw Errors.emptyReduction(fold.toString());
        }
        int[] order = StridedLoop.memoryOrder(a.layout());
        int place = 0;
        while (order[place] != checked) {
            place++;
        }
        int inner = 1;
        for (int i = place + 1; i < order.length; i++) {
            inner *= a.shape(order[i]);
        }
        NDArray out = emptyResult(fold.dtype(), a, order, place);
        if (out.size() > 0) {
            NDArray ordered = a.layout().isContiguous() ? a : a.transpose(order);
            if (inner == 1) {
                foldRuns(fold.onCarrier(), ordered, n, out);
            } else {
                foldRows(fold.onCarrier(), ordered, n, inner, out);
            }
        }
        return keepDims ? out.expandDims(checked) : out;
    }

    /**
     * Reduces along several axes. NumPy adds pairwise along the innermost axes in memory, as far as their elements are
     * evenly spaced, and then adds the results one after the other.
     */
    static NDArray reduce(Fold.Folding fold, NDArray a, Axes axes, boolean keepDims) {
        if (axes.elements(a.shape().toArray()) == 0 && !fold.hasStart()) {
            throw Errors.emptyReduction(fold.toString());
        }
        // Axes of length 1 do not interrupt a run.
        NDArray longer = a.squeeze();
        Axes longerAxes = axes.ofLongerThanOne(a.layout().lengths());
        NDArray result;
        if (longerAxes.areAll()) {
            result = reduce(fold, longer);
        } else if (longerAxes.areNone()) {
            // Even a sum of one element begins with 0, so it turns -0.0 into 0.0.
            result = foldOuter(fold.onCarrier(), longer, longerAxes, Layout.axes(longer.ndim()));
        } else {
            result = foldSome(fold, longer, longerAxes);
        }
        return result.reshape(axes.reduced(a.shape().toArray(), keepDims));
    }

    private static NDArray foldSome(Fold.Folding fold, NDArray a, Axes axes) {
        if (a.size() == 0) {
            return ofNothing(fold.onCarrier(), axes.reduced(a.layout().lengths(), false));
        }
        int[] order = StridedLoop.memoryOrder(a.layout());
        NDArray ordered = a.withLayout(a.layout().transpose(order));
        int outer = order.length;
        while (outer > 0 && axes.contains(order[outer - 1])) {
            outer--;
        }
        int[] left = Arrays.copyOf(order, outer);
        NDArray result;
        if (outer == order.length) {
            result = foldOuter(fold.onCarrier(), ordered, axes, left);
        } else {
            Layout merged = ordered.layout().mergedFrom(outer);
            result = merged != null && axes.among(left).length == 0
                    ? reduce(fold, ordered.withLayout(merged), outer, false)
                    : foldParts(fold.onCarrier(), ordered, outer, positions(left, axes, false));
        }
        return result.withLayout(result.layout().transpose(Axes.ascending(axes.without(left))));
    }

    private static <A> NDArray ofNothing(Fold.OnCarrier<A> fold, int... lengths) {
        NDArray out = ArrayScope.allocate(fold.dtype(), Layout.contiguous(lengths));
        fold.end(fold.begin(out.storage()), out.storage());
        return out;
    }

    /** Folds along axes that are not innermost in memory: the parts between them are added one after the other. */
    private static <A> NDArray foldOuter(Fold.OnCarrier<A> fold, NDArray a, Axes axes, int... left) {
        int[] kept = positions(left, axes, false);
        int[] lengths = Arrays.stream(kept).map(a::shape).toArray();
        NDArray parts = a.withLayout(a.layout().transpose(Lengths.joined(positions(left, axes, true), kept)));
        NDArray out = ArrayScope.allocate(fold.dtype(), Layout.contiguous(lengths));
        int n = out.size();
        Carrier<A> carrier = fold.carrier();
        A results = fold.begin(out.storage());
        A row = carrier.allocate(n);
        Cursor<A> cursor = new Cursor<>(carrier, parts.elements(), StridedLoop.inOrder(parts.layout()), 0);
        for (int rest = parts.size(); rest > 0; rest -= n) {
            cursor.load(row, n);
            fold.loops().runRow(row, results, n);
        }
        fold.end(results, out.storage());
        return out;
    }

    private static int[] positions(int[] left, Axes axes, boolean chosen) {
        return IntStream.range(0, left.length)
                .filter(i -> axes.contains(left[i]) == chosen)
                .toArray();
    }

    /** Returns whether the axis is the axis 0 along which NumPy reduces even a 0-d array (but not to a mean). */
    private static boolean isAxisOfScalar(NDArray a, int axis) {
        return a.ndim() == 0 && (axis == 0 || axis == -1);
    }

    static NDArray mean(NDArray a) {
        return reduce(Fold.SUM.to(meanType(a)), a).divi(a.size());
    }

    static NDArray mean(NDArray a, int axis, boolean keepDims) {
        return reduce(Fold.SUM.to(meanType(a)), a, axis, keepDims).divi(a.shape(axis));
    }

    private static DType meanType(NDArray a) {
        return a.dtype().isFloating() ? a.dtype() : DType.FLOAT64;
    }

    /** Allocates the result; its axes have the same order in memory as those of the operand. */
    private static NDArray emptyResult(DType dtype, NDArray a, int[] order, int place) {
        int axis = order[place];
        int[] kept = Lengths.without(order, place);
        for (int i = 0; i < kept.length; i++) {
            kept[i] -= kept[i] > axis ? 1 : 0;
        }
        Layout layout = Layout.inOrder(Lengths.without(a.layout().lengths(), axis), kept);
        return ArrayScope.allocate(dtype, layout);
    }

    /**
     * Folds along all axes from {@code firstAxis} on and along the axes before it that are not kept. From a view with
     * gaps NumPy takes as many whole rows, or planes of rows, at a time as fit in its buffer. A row longer than the
     * buffer is taken as a whole.
     *
     * @param ordered the operand, with its axes in the order of memory
     * @param kept the axes before {@code firstAxis} that are kept
     */
    private static <A> NDArray foldParts(Fold.OnCarrier<A> fold, NDArray ordered, int firstAxis, int... kept) {
        StridedLoop folded = StridedLoop.inOrder(ordered.layout().from(firstAxis));
        // A part is all of the innermost axes that fit in the buffer; of the next axis, as many parts as fit go
        // together.
        int axis = folded.ndim();
        int part = 1;
        while (axis > 0 && part * folded.length(axis - 1) <= BUFFER) {
            axis--;
            part *= folded.length(axis);
        }
        int parts = axis == 0 ? 1 : folded.length(axis - 1);
        int partsAtATime = axis == folded.ndim() ? parts : BUFFER / part;
        int period = parts * part;
        int block = Math.min(period, partsAtATime * part);
        int[] lengths = Arrays.stream(kept).map(ordered::shape).toArray();
        NDArray out = ArrayScope.allocate(fold.dtype(), Layout.contiguous(lengths));
        int[] places = places(out.layout(), Arrays.copyOf(ordered.layout().lengths(), firstAxis), kept);
        Carrier<A> carrier = fold.carrier();
        A results = fold.begin(out.storage());
        Blocks<A> blocks = new Blocks<>(carrier, ordered, StridedLoop.inOrder(ordered.layout()), block);
        int periods = ordered.size() / period / places.length;
        for (int place : places) {
            for (int j = 0; j < periods; j++) {
                blocks.fold(fold.loops(), period, results, place);
            }
        }
        fold.end(results, out.storage());
        return out;
    }

    /** Returns the place of the result for each position on the axes in front, in C order. */
    private static int[] places(Layout out, int[] front, int... kept) {
        int[] strides = new int[front.length];
        for (int i = 0; i < kept.length; i++) {
            strides[kept[i]] = out.strides()[i];
        }
        return ElementsAtPositions.positions(new Layout(front, strides, 0), 0, front.length);
    }

    /**
     * The elements of a view in order, a block at a time; a block of converted elements is no longer than the buffer.
     */
    private static final class Blocks<A> {
        private final Cursor<A> cursor;
        private final int length;
        private final A values;

        Blocks(Carrier<A> carrier, NDArray ordered, StridedLoop loop, int length) {
            this.cursor = new Cursor<>(carrier, ordered.elements(), loop, 0);
            this.length = carrier.arrayOf(ordered.storage()) == null ? Math.min(length, BUFFER) : length;
            this.values = carrier.allocate(this.length);
        }

        /** Folds the next n elements into a result. */
        void fold(FoldLoops<A> loops, int n, A results, int at) {
            for (int left = n; left > 0; left -= length) {
                int count = Math.min(left, length);
                cursor.load(values, count);
                loops.run(values, 0, count, results, at);
            }
        }
    }

    private static <A> void foldRuns(Fold.OnCarrier<A> fold, NDArray ordered, int n, NDArray out) {
        FoldLoops<A> loops = fold.loops();
        A results = fold.begin(out.storage());
        int runs = out.size();
        StridedLoop loop = StridedLoop.inOrder(ordered.layout());
        A own = fold.carrier().arrayOf(ordered.storage());
        if (own != null && loop.isContiguous(0)) {
            int offset = ordered.layout().offset();
            // Of an empty view, the offset may lie anywhere.
            assert n == 0 || Carrier.have(offset, offset + runs * n, own);
            assert Carrier.have(0, runs, results) && own != results;
            long multiplyAdds = (long) MULTIPLY_ADDS_OF_ELEMENT * ordered.size();
            if (!RowBlocks.configured().isWorthSharing(multiplyAdds)) {
                for (int i = 0; i < runs; i++) {
                    loops.run(own, offset + i * n, offset + (i + 1) * n, results, i);
                }
            } else {
                RowBlocks.configured().forEach(runs, 1, multiplyAdds, (first, end) -> {
                    for (int i = first; i < end; i++) {
                        loops.run(own, offset + i * n, offset + (i + 1) * n, results, i);
                    }
                });
            }
        } else {
            Blocks<A> blocks = new Blocks<>(fold.carrier(), ordered, loop, n);
            for (int i = 0; i < runs; i++) {
                blocks.fold(loops, n, results, i);
            }
        }
        fold.end(results, out.storage());
    }

    private static <A> void foldRows(Fold.OnCarrier<A> fold, NDArray ordered, int n, int inner, NDArray out) {
        FoldLoops<A> loops = fold.loops();
        Carrier<A> carrier = fold.carrier();
        A results = fold.begin(out.storage());
        int outer = out.size() / inner;
        StridedLoop loop = StridedLoop.inOrder(ordered.layout());
        A own = loop.isContiguous(0) && loops.takeRows() ? carrier.arrayOf(ordered.storage()) : null;
        Cursor<A> cursor = new Cursor<>(carrier, ordered.elements(), loop, 0);
        A row = own == null ? carrier.allocate(inner) : null;
        A folded = outer == 1 ? results : carrier.allocate(inner);
        assert own == null
                || Carrier.have(ordered.layout().offset(), ordered.layout().offset() + ordered.size(), own);
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
        fold.end(results, out.storage());
    }
}
