package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.FloatComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongComparisons;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Traversal;
import java.util.Objects;

/** NumPy's {@code where}: each element chosen from one of two arrays by a condition. */
final class Where {
    static NDArray where(NDArray condition, NDArray x, NDArray y) {
        Shape shape = Broadcast.shape(condition.shape(), x.shape(), y.shape());
        NDArray first = x.stretchedTo(shape);
        NDArray second = y.stretchedTo(shape);
        NDArray chosen = Quantifiers.truth(condition).stretchedTo(shape);
        NDArray out = Elementwise.allocate(DType.promote(x.dtype(), y.dtype()), chosen, first, second);
        choose(chosen, first, second, out);
        return out;
    }

    /** Writes the elements into {@code out}, which may be an operand or a view of one. */
    static NDArray where(NDArray condition, NDArray x, NDArray y, NDArray out) {
        Objects.requireNonNull(condition, "condition");
        Elementwise.checkOutput("where", DType.promote(x.dtype(), y.dtype()), out, condition, x, y);
        Shape shape = out.shape();
        NDArray chosen =
                Casting.withoutOverlap(Quantifiers.truth(condition), out).stretchedTo(shape);
        NDArray first = Casting.withoutOverlap(x, out).stretchedTo(shape);
        NDArray second = Casting.withoutOverlap(y, out).stretchedTo(shape);
        choose(chosen, first, second, out);
        return out;
    }

    /**
     * Returns the elements with other numbers in place of NaN and infinities, in the array itself unless it is copied.
     */
    static NDArray nanToNum(NDArray a, double nan, double posinf, double neginf, boolean copy) {
        if (!a.dtype().isFloating()) {
            return copy ? a.copy() : a;
        }
        NDArray bounded = NDArray.where(
                Comparison.test(Relation.ISNEGINF, a),
                neginf,
                NDArray.where(Comparison.test(Relation.ISPOSINF, a), posinf, a));
        NDArray numbers = NDArray.where(Comparison.test(Relation.ISNAN, a), nan, bounded);
        if (copy) {
            return numbers;
        }
        Casting.assign(a, numbers);
        return a;
    }

    /** Returns the largest number of a floating-point dtype, and 0 for others. */
    static double largest(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8, INT64 -> 0;
            case FLOAT32 -> Float.MAX_VALUE;
            case FLOAT64 -> Double.MAX_VALUE;
        };
    }

    /** Fills the output, which may be x or y, with x where the condition is true and y elsewhere. */
    static void choose(NDArray condition, NDArray x, NDArray y, NDArray out) {
        switch (out.dtype()) {
            case BOOL, UINT8, INT64 ->
                Traversal.run(
                        Carrier.LONGS,
                        LongComparisons::choose,
                        condition.elements(),
                        x.elements(),
                        y.elements(),
                        out.elements());
            case FLOAT32 ->
                Traversal.run(
                        Carrier.FLOATS,
                        FloatComparisons::choose,
                        condition.elements(),
                        x.elements(),
                        y.elements(),
                        out.elements());
            case FLOAT64 ->
                Traversal.run(
                        Carrier.DOUBLES,
                        DoubleComparisons::choose,
                        condition.elements(),
                        x.elements(),
                        y.elements(),
                        out.elements());
        }
    }
}
