package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import io.github.dlfs4j.ndarray.strided.Traversal;

/** Comparisons of elements, whose results are bool. */
final class Comparison {
    private Comparison() {}

    static NDArray compare(Relation relation, NDArray a, NDArray b) {
        NDArray out = allocate(a, b);
        fill(relation, a, b, out);
        return out;
    }

    /** Writes the comparison to {@code out}. */
    static NDArray compare(Relation relation, NDArray a, NDArray b, NDArray out) {
        Elementwise.checkOutput(relation.toString(), DType.BOOL, out, a, b);
        fill(relation, Casting.withoutOverlap(a, out), Casting.withoutOverlap(b, out), out);
        return out;
    }

    private static void fill(Relation relation, NDArray a, NDArray b, NDArray out) {
        switch (DType.promote(a.dtype(), b.dtype())) {
            case BOOL, UINT8, INT64 ->
                Traversal.run(
                        Lane.LONGS,
                        Lane.BOOLEANS,
                        new LongRelation(relation),
                        a.elements(),
                        b.elements(),
                        out.elements());
            case FLOAT32 ->
                Traversal.run(
                        Lane.FLOATS,
                        Lane.BOOLEANS,
                        new FloatRelation(relation),
                        a.elements(),
                        b.elements(),
                        out.elements());
            case FLOAT64 ->
                Traversal.run(
                        Lane.DOUBLES,
                        Lane.BOOLEANS,
                        new DoubleRelation(relation),
                        a.elements(),
                        b.elements(),
                        out.elements());
        }
    }

    private static NDArray allocate(NDArray a, NDArray b) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        return Elementwise.allocate(DType.BOOL, a.stretchedTo(shape), b.stretchedTo(shape));
    }

    /** Tests {@code |a - b| <= atol + rtol * |b|} everywhere; equal infinities are close, NaN is close to nothing. */
    static boolean allClose(NDArray a, NDArray b, double rtol, double atol) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        NDArray left = a.stretchedTo(shape);
        NDArray right = b.stretchedTo(shape);
        StridedLoop loop = StridedLoop.over(left.layout(), right.layout());
        Cursor<double[]> leftCursor = new Cursor<>(Lane.DOUBLES, left.elements(), loop, 0);
        Cursor<double[]> rightCursor = new Cursor<>(Lane.DOUBLES, right.elements(), loop, 1);
        double[] x = Lane.DOUBLES.block(0);
        double[] y = Lane.DOUBLES.block(1);
        for (int remaining = shape.size(); remaining > 0; remaining -= Cursor.BLOCK) {
            int n = Math.min(remaining, Cursor.BLOCK);
            leftCursor.load(x, n);
            rightCursor.load(y, n);
            if (!allClose(x, y, n, rtol, atol)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allClose(double[] x, double[] y, int n, double rtol, double atol) {
        for (int i = 0; i < n; i++) {
            boolean near = Double.isFinite(y[i]) && Math.abs(x[i] - y[i]) <= atol + rtol * Math.abs(y[i]);
            if (!near && x[i] != y[i]) {
                return false;
            }
        }
        return true;
    }
}
