package io.github.dlfs4j.ndarray.image;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.FloatComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongComparisons;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Traversal;
import io.github.dlfs4j.parallel.RowBlocks.Work;

/**
 * The rectified linear unit of an array, and where it lets no gradient pass. Both are computed in one pass over the
 * array, unless it is a view or a small integer type.
 *
 * <pre>{@code
 * Rectification rectification = Rectification.of(NDArray.of(-1.5, 0.0, 2.5));
 * System.out.println(rectification.output() + " " + rectification.mask());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0.  0.  2.5] [ True  True False]
 * }</pre>
 *
 * @param output {@code x.maximum(0)}: x where it is above 0, 0 elsewhere; NaN stays NaN
 * @param mask {@code x.le(0)}, of bool; false for NaN
 */
public record Rectification(NDArray output, NDArray mask) {
    /**
     * Rectifies an array.
     *
     * @param x an array of any shape and dtype
     * @return two new arrays of its shape
     */
    public static Rectification of(NDArray x) {
        boolean isDirect = x.dtype().isFloating() || x.dtype() == DType.INT64;
        if (!isDirect || !Inside.layout(x).isPlain()) {
            return new Rectification(x.maximum(0), x.le(0));
        }
        NDArray output = NDArray.empty(x.dtype(), x.shape().toArray());
        NDArray mask = NDArray.empty(DType.BOOL, x.shape().toArray());
        Loop loop = new Loop(
                Inside.storage(x).values(),
                Inside.storage(output).values(),
                Carrier.BOOLEANS.arrayOf(Inside.storage(mask)));
        Traversal.share(0, x.size(), loop);
        return new Rectification(output, mask);
    }

    /** The loop over some of the elements. */
    @SuppressWarnings("ArrayRecordComponent") // the memory of the arrays
    private record Loop(Object x, Object out, boolean[] mask) implements Work {
        @Override
        public void compute(int from, int to) {
            if (x instanceof float[] floats) {
                FloatComparisons.rectify(floats, (float[]) out, mask, from, to);
            } else if (x instanceof double[] doubles) {
                DoubleComparisons.rectify(doubles, (double[]) out, mask, from, to);
            } else {
                LongComparisons.rectify((long[]) x, (long[]) out, mask, from, to);
            }
        }
    }
}
