package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ChoiceLoop;
import io.github.dlfs4j.ndarray.kernel.ChoiceLoops;

/** Elements chosen from two arrays, one by one, as a condition tells: NumPy's {@code where}. */
final class Where {
    private Where() {}

    static NDArray where(NDArray condition, NDArray x, NDArray y) {
        Shape shape = Broadcast.shape(condition.shape(), x.shape(), y.shape());
        DType dtype = DType.promote(x.dtype(), y.dtype());
        NDArray out =
                Elementwise.allocate(dtype, condition.broadcastTo(shape), x.broadcastTo(shape), y.broadcastTo(shape));
        choose(condition, x, y, dtype, out);
        return out;
    }

    /** Writes the elements into {@code out}, which may be an operand or a view of one. */
    static NDArray where(NDArray condition, NDArray x, NDArray y, NDArray out) {
        DType dtype = DType.promote(x.dtype(), y.dtype());
        Elementwise.checkOutput("where", dtype, out, condition, x, y);
        NDArray apart = Casting.withoutOverlap(condition, out);
        choose(apart, Casting.withoutOverlap(x, out), Casting.withoutOverlap(y, out), dtype, out);
        return out;
    }

    private static void choose(NDArray condition, NDArray x, NDArray y, DType dtype, NDArray out) {
        Shape shape = out.shape();
        NDArray first = x.broadcastTo(shape);
        NDArray second = y.broadcastTo(shape);
        NDArray chosen = Quantifiers.truth(condition).broadcastTo(shape);
        switch (dtype) {
            case BOOL, UINT8, INT64 -> run(Lane.LONGS, ChoiceLoops::choose, chosen, first, second, out);
            case FLOAT32 -> run(Lane.FLOATS, ChoiceLoops::choose, chosen, first, second, out);
            case FLOAT64 -> run(Lane.DOUBLES, ChoiceLoops::choose, chosen, first, second, out);
        }
    }

    private static <A> void run(
            Lane<A> lane, ChoiceLoop<A> choice, NDArray condition, NDArray x, NDArray y, NDArray out) {
        StridedLoop loop = StridedLoop.over(out.layout(), condition.layout(), x.layout(), y.layout());
        int block = Math.min(out.size(), Cursor.BLOCK);
        Cursor<boolean[]> conditionCursor = new Cursor<>(Lane.BOOLEANS, condition, loop, 1);
        Cursor<A> xCursor = new Cursor<>(lane, x, loop, 2);
        Cursor<A> yCursor = new Cursor<>(lane, y, loop, 3);
        Cursor<A> outCursor = new Cursor<>(lane, out, loop, 0);
        boolean[] conditions = Lane.BOOLEANS.blocks().get()[0];
        A xBlock = lane.blocks().get()[0];
        A yBlock = lane.blocks().get()[1];
        for (int left = out.size(); left > 0; left -= block) {
            int n = Math.min(left, block);
            conditionCursor.load(conditions, n);
            xCursor.load(xBlock, n);
            yCursor.load(yBlock, n);
            choice.run(conditions, xBlock, yBlock, xBlock, n);
            outCursor.store(xBlock, n);
        }
    }
}
