package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.elementwise.ChoiceLoop;
import io.github.dlfs4j.ndarray.kernel.reduction.FoldLoops;
import java.util.Arrays;
import java.util.List;

/**
 * A fold of the elements that a mask selects, in NumPy's order: each stretch of selected elements within one of the
 * {@link InnerLoops} is folded on its own, and then into its result.
 *
 * @param <A> the array type of the carrier
 */
public final class MaskedFold<A> {
    /** The numbers of the operands in the loop; the output is number 0. */
    private static final int ARRAY = 1;

    private static final int MASK = 2;
    private static final int RESULTS = 3;

    /** A block of which no element is selected. */
    private static final boolean[] NONE = new boolean[Cursor.BLOCK];

    private final Carrier<A> carrier;
    private final FoldLoops<A> loops;
    private final ChoiceLoop<A> choice;
    private final StridedLoop loop;
    private final InnerLoops inner;
    private final A results;
    private final Window<A> array;

    /** The elements of the mask; null if all elements are selected. */
    private final Window<boolean[]> mask;

    /** Places of the types through which results are rounded: that of the results, then the output's; or none. */
    private final List<Storage> narrow;

    private MaskedFold(Operands operands, Carrier<A> carrier, FoldLoops<A> loops, ChoiceLoop<A> choice, A results) {
        this.carrier = carrier;
        this.loops = loops;
        this.choice = choice;
        this.results = results;
        Strided out = operands.out;
        Strided elements = operands.array;
        loop = operands.loop();
        boolean convertsOut = out.primitive() != operands.computed;
        narrow = convertsOut
                ? List.of(operands.computed.allocate(1), out.primitive().allocate(1))
                : List.of();
        boolean reduces = false;
        for (int axis = 0; axis < loop.ndim(); axis++) {
            reduces |= loop.stride(RESULTS, axis) == 0;
        }
        inner = InnerLoops.of(loop, reduces, convertsOut, elements.primitive() != operands.computed, false);
        array = new Window<>(carrier, elements, loop, ARRAY, inner.fill());
        mask = operands.mask == null ? null : new Window<>(Carrier.BOOLEANS, operands.mask, loop, MASK, inner.fill());
    }

    /**
     * What a fold takes. All have the lengths of the array, with stride 0 where they repeat, and their axes in the
     * order in which the elements are visited.
     *
     * @param out the output, whose layout and type have an influence on the order and on rounding
     * @param array the elements
     * @param mask which elements are selected, of bool; null for all
     * @param results where the results are
     * @param computed the type in which NumPy computes
     */
    public record Operands(Strided out, Strided array, Strided mask, Layout results, Primitive computed) {
        private StridedLoop loop() {
            int[] lengths = array.layout().lengths();
            Layout selected = mask == null ? new Layout(lengths, new int[lengths.length], 0) : mask.layout();
            return StridedLoop.inOrder(out.layout(), array.layout(), selected, results);
        }
    }

    /** Folds the selected elements into the results, which hold the initial values. */
    public static <A> void run(
            Operands operands, Carrier<A> carrier, FoldLoops<A> loops, ChoiceLoop<A> choice, A results) {
        int size = operands.array.size();
        if (size > 0) {
            new MaskedFold<>(operands, carrier, loops, choice, results).run(size);
        }
    }

    private void run(int size) {
        boolean toOne = loop.ndim() == 0 || loop.stride(RESULTS, loop.ndim() - 1) == 0;
        int length = inner.length();
        Rows rows = toOne ? null : new Rows(Math.min(length, Cursor.BLOCK));
        for (int from = 0; from < size; ) {
            int n = Math.min(inner.fill(), inner.period() - from % inner.period());
            array.read(from, n);
            if (mask != null) {
                mask.read(from, n);
            }
            for (int at = 0; at < n; at += length) {
                int count = Math.min(length, n - at);
                int result = place(from + at);
                if (toOne) {
                    foldRuns(at, count, result);
                } else {
                    rows.fold(at, count, result);
                }
            }
            if (!narrow.isEmpty() && !(inner.sharesResult() && from + n < size && place(from) == place(from + n))) {
                round(from, n, toOne);
            }
            from += n;
        }
    }

    /** Returns where the result of an element is. */
    private int place(int element) {
        int place = 0;
        int rest = element;
        for (int axis = loop.ndim() - 1; axis >= 0; axis--) {
            place += rest % loop.length(axis) * loop.stride(RESULTS, axis);
            rest /= loop.length(axis);
        }
        return place;
    }

    private void foldRuns(int from, int n, int result) {
        int first = array.first + from;
        if (mask == null) {
            loops.run(array.values, first, first + n, results, result);
            return;
        }
        int start = mask.first + from;
        int at = 0;
        while (true) {
            while (at < n && !mask.values[start + at]) {
                at++;
            }
            if (at == n) {
                return;
            }
            int run = at;
            while (at < n && mask.values[start + at]) {
                at++;
            }
            loops.run(array.values, first + run, first + at, results, result);
        }
    }

    /** Rounds the results of the elements as the output does. */
    private void round(int from, int n, boolean toOne) {
        int length = inner.length();
        for (int at = 0; at < n; at += length) {
            int count = toOne ? 1 : Math.min(length, n - at);
            int first = place(from + at);
            for (int i = 0; i < count; i++) {
                for (Storage type : narrow) {
                    carrier.store(type, 0, 1, results, first + i, 1);
                    carrier.load(type, 0, 1, results, first + i, 1);
                }
            }
        }
    }

    /** The fold of rows, each element of which has a result of its own. */
    private final class Rows {
        private final int length;
        private final A row;
        private final A folded;
        private final A before;
        private final boolean[] selected;

        Rows(int length) {
            this.length = length;
            row = carrier.allocate(length);
            folded = carrier.allocate(length);
            before = carrier.allocate(length);
            selected = new boolean[length];
        }

        void fold(int from, int n, int result) {
            for (int at = 0; at < n; at += length) {
                int count = Math.min(length, n - at);
                int first = mask == null ? 0 : mask.first + from + at;
                if (mask != null && Arrays.mismatch(mask.values, first, first + count, NONE, 0, count) < 0) {
                    continue;
                }
                System.arraycopy(array.values, array.first + from + at, row, 0, count);
                System.arraycopy(results, result + at, folded, 0, count);
                loops.runRow(row, folded, count);
                if (mask != null) {
                    System.arraycopy(results, result + at, before, 0, count);
                    System.arraycopy(mask.values, first, selected, 0, count);
                    choice.run(selected, folded, before, folded, 0, count);
                }
                System.arraycopy(folded, 0, results, result + at, count);
            }
        }
    }

    /** The elements of an operand that have been read last, from {@code first} on. */
    private static final class Window<B> {
        private final B values;
        private final int offset;

        /** Reads the elements; null if they are in the operand's own array. */
        private final Cursor<B> cursor;

        private int first;

        Window(Carrier<B> carrier, Strided operand, StridedLoop loop, int number, int length) {
            B own = loop.isContiguous(number) ? carrier.arrayOf(operand.storage()) : null;
            values = own == null ? carrier.allocate(length) : own;
            offset = own == null ? 0 : operand.layout().offset();
            cursor = own == null ? new Cursor<>(carrier, operand, loop, number) : null;
        }

        void read(int from, int n) {
            first = cursor == null ? offset + from : 0;
            if (cursor != null) {
                cursor.load(values, n);
            }
        }
    }
}
