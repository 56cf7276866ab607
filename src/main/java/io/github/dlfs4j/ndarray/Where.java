package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ChoiceLoop;
import io.github.dlfs4j.ndarray.kernel.ChoiceLoops;

/** Elements chosen from two arrays, one by one, as a condition tells: NumPy's {@code where}. */
final class Where {
    private Where() {}

    static NDArray where(NDArray condition, NDArray x, NDArray y) {
        Shape shape = Broadcast.shape(condition.shape(), x.shape(), y.shape());
        NDArray first = x.broadcastTo(shape);
        NDArray second = y.broadcastTo(shape);
        NDArray chosen = Quantifiers.truth(condition).broadcastTo(shape);
        DType dtype = DType.promote(x.dtype(), y.dtype());
        NDArray out = Elementwise.allocate(dtype, chosen, first, second);
        switch (dtype) {
            case BOOL, UINT8, INT64 -> run(Lane.LONGS, ChoiceLoops::choose, chosen, first, second, out);
            case FLOAT32 -> run(Lane.FLOATS, ChoiceLoops::choose, chosen, first, second, out);
            case FLOAT64 -> run(Lane.DOUBLES, ChoiceLoops::choose, chosen, first, second, out);
        }
        return out;
    }

    private static <A> void run(
            Lane<A> lane, ChoiceLoop<A> choice, NDArray condition, NDArray x, NDArray y, NDArray out) {
        StridedLoop loop = StridedLoop.over(out.layout(), condition.layout(), x.layout(), y.layout());
        int block = Math.min(out.size(), Cursor.BLOCK);
        Cursor<boolean[]> conditionCursor = new Cursor<>(Lane.BOOLEANS, condition, loop, 1);
        Cursor<A> xCursor = new Cursor<>(lane, x, loop, 2);
        Cursor<A> yCursor = new Cursor<>(lane, y, loop, 3);
        Cursor<A> outCursor = new Cursor<>(lane, out, loop, 0);
        boolean[] conditions = new boolean[block];
        A xBlock = lane.allocate().apply(block);
        A yBlock = lane.allocate().apply(block);
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
