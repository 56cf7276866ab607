package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoop;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.ChoiceLoop;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import io.github.dlfs4j.parallel.RowBlocks;
import io.github.dlfs4j.parallel.RowBlocks.Work;

/**
 * The execution of a kernel's loop over arrays of any layout and dtype.
 *
 * <p>An operand is aligned if it is an array of the carrier whose elements have the same positions as those of the
 * result. If all operands are aligned, the loop runs over the whole arrays. Otherwise operands are copied a block at a
 * time, so that the block is still in the cache when the loop runs over it. A single operand that is not aligned is
 * copied to the result's own array; several are copied to blocks.
 */
public final class Traversal {
    /** The least number of elements that a thread works on. */
    private static final int SHARED_BLOCK = 32 * 1024;

    /** The time to read and write an element, in multiply-adds of a matrix product. */
    private static final int MULTIPLY_ADDS_OF_ELEMENT = 16;

    /** Runs an operation whose result has the type of its operands. */
    public static <A> void run(BinaryCarrierLoop<A> loops, Strided a, Strided b, Strided out) {
        Carrier<A> carrier = loops.carrier();
        A plainA = plain(carrier, a, out.layout());
        A plainB = plain(carrier, b, out.layout());
        A plainOut = plain(carrier, out, out.layout());
        if (plainA != null && plainB != null && plainOut != null) {
            // Most arrays are small, and computed whole.
            if (out.size() <= SHARED_BLOCK) {
                assert Carrier.have(0, out.size(), plainA, plainB, plainOut);
                loops.run(plainA, plainB, plainOut, 0, out.size());
            } else {
                share(0, out.size(), new Aligned<>(loops, plainA, plainB, plainOut));
            }
            return;
        }
        Strided left = a.stretchedTo(out.layout());
        Strided right = b.stretchedTo(out.layout());
        StridedLoop loop = StridedLoop.over(out.layout(), left.layout(), right.layout());
        if (runsDirectly(carrier, carrier, loops, left, right, out, loop)) {
            return;
        }
        A outArray = carrier.arrayOf(out.storage());
        A leftArray = aligned(carrier, left, 1, out, loop);
        A rightArray = aligned(carrier, right, 2, out, loop);
        if (outArray != null && leftArray != null && left.storage() != out.storage()) {
            runThrough(carrier, right, 2, out, loop, new Aligned<>(loops, leftArray, outArray, outArray));
        } else if (outArray != null && rightArray != null && right.storage() != out.storage()) {
            runThrough(carrier, left, 1, out, loop, new Aligned<>(loops, outArray, rightArray, outArray));
        } else {
            runInBlocks(carrier, carrier, loops, left, right, out, loop);
        }
    }

    /** Runs a relation. */
    public static <A> void run(RelationCarrierLoop<A> loops, Strided a, Strided b, Strided out) {
        Strided left = a.stretchedTo(out.layout());
        Strided right = b.stretchedTo(out.layout());
        StridedLoop loop = StridedLoop.over(out.layout(), left.layout(), right.layout());
        if (!runsDirectly(loops.carrier(), Carrier.BOOLEANS, loops, left, right, out, loop)) {
            runInBlocks(loops.carrier(), Carrier.BOOLEANS, loops, left, right, out, loop);
        }
    }

    /** Runs a function of one operand. */
    public static <A> void run(UnaryCarrierLoop<A> function, Strided a, Strided out) {
        Carrier<A> carrier = function.carrier();
        A plainA = plain(carrier, a, out.layout());
        A plainOut = plain(carrier, out, out.layout());
        if (plainA != null && plainOut != null) {
            if (out.size() <= SHARED_BLOCK) {
                assert Carrier.have(0, out.size(), plainA, plainOut);
                function.run(plainA, plainOut, 0, out.size());
            } else {
                share(0, out.size(), new AlignedUnary<>(function, plainA, plainOut));
            }
            return;
        }
        if (out.size() == 0) {
            return;
        }
        Strided operand = a.stretchedTo(out.layout());
        StridedLoop loop = StridedLoop.over(out.layout(), operand.layout());
        A outArray = loop.isContiguous(0) ? carrier.arrayOf(out.storage()) : null;
        if (outArray == null) {
            runInBlocks(carrier, function, operand, out, loop);
            return;
        }
        A array = aligned(carrier, operand, 1, out, loop);
        int from = out.layout().offset();
        if (array != null) {
            share(from, from + out.size(), new AlignedUnary<>(function, array, outArray));
        } else {
            runThrough(carrier, operand, 1, out, loop, new AlignedUnary<>(function, outArray, outArray));
        }
    }

    /**
     * Returns the array's own elements if it has the shape and is no view, otherwise null; most operations have only
     * such arrays.
     */
    private static <A> A plain(Carrier<A> carrier, Strided array, Layout lengths) {
        boolean plain = array.layout().isPlain() && array.layout().hasLengthsOf(lengths);
        return plain ? carrier.arrayOf(array.storage()) : null;
    }

    /** Runs a choice; the output may be x or y. */
    public static <A> void run(
            Carrier<A> carrier, ChoiceLoop<A> choice, Strided condition, Strided x, Strided y, Strided out) {
        if (out.size() == 0) {
            return;
        }
        Strided first = x.stretchedTo(out.layout());
        Strided second = y.stretchedTo(out.layout());
        StridedLoop loop = StridedLoop.over(out.layout(), first.layout(), second.layout(), condition.layout());
        A outArray = carrier.arrayOf(out.storage());
        boolean[] conditions = aligned(Carrier.BOOLEANS, condition, 3, out, loop);
        A xArray = aligned(carrier, first, 1, out, loop);
        A yArray = aligned(carrier, second, 2, out, loop);
        int from = out.layout().offset();
        assert outArray == null || Carrier.have(from, from + out.size(), outArray);
        if (outArray == null || conditions == null) {
            runInBlocks(carrier, choice, condition, first, second, out, loop);
        } else if (xArray != null && yArray != null) {
            share(from, from + out.size(), (a, b) -> choice.run(conditions, xArray, yArray, outArray, a, b));
        } else if (yArray != null && second.storage() != out.storage()) {
            runThrough(
                    carrier, first, 1, out, loop, (a, b) -> choice.run(conditions, outArray, yArray, outArray, a, b));
        } else if (xArray != null && first.storage() != out.storage()) {
            runThrough(
                    carrier, second, 2, out, loop, (a, b) -> choice.run(conditions, xArray, outArray, outArray, a, b));
        } else {
            runInBlocks(carrier, choice, condition, first, second, out, loop);
        }
    }

    /** Runs the loop if no operand must be copied; returns whether it did, or there was nothing to do. */
    private static <A, R> boolean runsDirectly(
            Carrier<A> carrier,
            Carrier<R> resultCarrier,
            BinaryLoops<A, R> loops,
            Strided left,
            Strided right,
            Strided out,
            StridedLoop loop) {
        if (out.size() == 0) {
            return true;
        }
        R outArray = loop.isContiguous(0) ? resultCarrier.arrayOf(out.storage()) : null;
        if (outArray == null) {
            return false;
        }
        A leftArray = aligned(carrier, left, 1, out, loop);
        A rightArray = aligned(carrier, right, 2, out, loop);
        int from = out.layout().offset();
        int to = from + out.size();
        if (leftArray != null && rightArray != null) {
            share(from, to, new Aligned<>(loops, leftArray, rightArray, outArray));
        } else if (leftArray != null && loops.takeNumbers() && loop.period(2) == 1) {
            share(from, to, new AlignedWithNumber<>(loops, leftArray, first(carrier, right), outArray));
        } else if (rightArray != null && loops.takeNumbers() && loop.period(1) == 1) {
            A number = first(carrier, left);
            share(from, to, (start, end) -> loops.runWithNumberOnTheLeft(rightArray, number, outArray, start, end));
        } else {
            return false;
        }
        return true;
    }

    /** Returns the operand's own array if the operand is aligned, otherwise null. */
    private static <A> A aligned(Carrier<A> carrier, Strided operand, int number, Strided out, StridedLoop loop) {
        boolean aligned = loop.isContiguous(0)
                && loop.isContiguous(number)
                && operand.layout().offset() == out.layout().offset();
        return aligned ? carrier.arrayOf(operand.storage()) : null;
    }

    private static <A> A first(Carrier<A> carrier, Strided operand) {
        A value = carrier.allocate(1);
        carrier.load(operand.storage(), operand.layout().offset(), 0, value, 0, 1);
        return value;
    }

    /**
     * A loop over parts of arrays that are aligned with each other. This and the next two are classes because each
     * lambda takes some milliseconds at the start of a program.
     */
    private record Aligned<A, R>(BinaryLoop<A, R> loop, A a, A b, R out) implements Work {
        @Override
        public void compute(int from, int to) {
            assert Carrier.have(from, to, a, b, out);
            loop.run(a, b, out, from, to);
        }
    }

    private record AlignedWithNumber<A, R>(BinaryLoops<A, R> loops, A a, A number, R out) implements Work {
        @Override
        public void compute(int from, int to) {
            assert Carrier.have(from, to, a, out) && Carrier.have(0, 1, number);
            loops.runWithNumber(a, number, out, from, to);
        }
    }

    private record AlignedUnary<A>(UnaryLoop<A> loop, A a, A out) implements Work {
        @Override
        public void compute(int from, int to) {
            assert Carrier.have(from, to, a, out);
            loop.run(a, out, from, to);
        }
    }

    /** Runs a loop over whole arrays, on all processors if the arrays are large. */
    public static void share(int from, int to, Work loop) {
        if (to - from <= SHARED_BLOCK) {
            loop.compute(from, to);
            return;
        }
        long multiplyAdds = (long) MULTIPLY_ADDS_OF_ELEMENT * (to - from);
        Work shifted = from == 0 ? loop : (first, end) -> loop.compute(from + first, from + end);
        RowBlocks.configured().forEach(to - from, SHARED_BLOCK, multiplyAdds, shifted);
    }

    /** Copies the operand to the result's array, a block at a time, and runs the loop over each block. */
    private static <A> void runThrough(
            Carrier<A> carrier, Strided operand, int number, Strided out, StridedLoop loop, Work work) {
        int length = blockLength(out.size(), loop.period(number));
        BlockReader<A> reader = new BlockReader<>(carrier, operand, loop, number, length, 0);
        A outArray = carrier.arrayOf(out.storage());
        int end = out.layout().offset() + out.size();
        for (int at = out.layout().offset(); at < end; at += length) {
            int n = Math.min(length, end - at);
            reader.copyNext(outArray, at, n);
            work.compute(at, at + n);
        }
    }

    private static <A, R> void runInBlocks(
            Carrier<A> carrier,
            Carrier<R> resultCarrier,
            BinaryLoop<A, R> operation,
            Strided left,
            Strided right,
            Strided out,
            StridedLoop loop) {
        int length = blockLength(out.size(), loop.period(1), loop.period(2));
        BlockReader<A> leftReader = new BlockReader<>(carrier, left, loop, 1, length, 0);
        BlockReader<A> rightReader = new BlockReader<>(carrier, right, loop, 2, length, 1);
        Cursor<R> outCursor = new Cursor<>(resultCarrier, out, loop, 0);
        R results = resultCarrier.block(2);
        for (int remaining = out.size(); remaining > 0; remaining -= length) {
            int n = Math.min(remaining, length);
            A one = leftReader.next(n);
            A other = rightReader.next(n);
            assert one != other && one != results && other != results && Carrier.have(0, n, one, other, results);
            operation.run(one, other, results, 0, n);
            outCursor.store(results, n);
        }
    }

    private static <A> void runInBlocks(
            Carrier<A> carrier, UnaryLoop<A> function, Strided operand, Strided out, StridedLoop loop) {
        int length = Math.min(out.size(), Cursor.BLOCK);
        BlockReader<A> reader = new BlockReader<>(carrier, operand, loop, 1, length, 0);
        Cursor<A> outCursor = new Cursor<>(carrier, out, loop, 0);
        A results = carrier.block(2);
        for (int remaining = out.size(); remaining > 0; remaining -= length) {
            int n = Math.min(remaining, length);
            function.run(reader.next(n), results, 0, n);
            outCursor.store(results, n);
        }
    }

    private static <A> void runInBlocks(
            Carrier<A> carrier,
            ChoiceLoop<A> choice,
            Strided condition,
            Strided x,
            Strided y,
            Strided out,
            StridedLoop loop) {
        int length = blockLength(out.size(), loop.period(1), loop.period(2), loop.period(3));
        BlockReader<A> xReader = new BlockReader<>(carrier, x, loop, 1, length, 0);
        BlockReader<A> yReader = new BlockReader<>(carrier, y, loop, 2, length, 1);
        BlockReader<boolean[]> conditionReader = new BlockReader<>(Carrier.BOOLEANS, condition, loop, 3, length, 0);
        Cursor<A> outCursor = new Cursor<>(carrier, out, loop, 0);
        A results = carrier.block(2);
        for (int remaining = out.size(); remaining > 0; remaining -= length) {
            int n = Math.min(remaining, length);
            choice.run(conditionReader.next(n), xReader.next(n), yReader.next(n), results, 0, n);
            outCursor.store(results, n);
        }
    }

    /** Returns a length of blocks that is a multiple of the longest period that fits in a block. */
    public static int blockLength(int size, int... periods) {
        if (size <= Cursor.BLOCK) {
            return size;
        }
        int longest = 1;
        for (int period : periods) {
            longest = period <= Cursor.BLOCK ? Math.max(longest, period) : longest;
        }
        return Cursor.BLOCK - Cursor.BLOCK % longest;
    }
}
