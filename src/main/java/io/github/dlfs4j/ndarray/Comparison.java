package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.BinaryLoop;
import io.github.dlfs4j.ndarray.kernel.ComparisonLoops;
import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.UnaryLoop;

/** Comparisons, whose result is bool, and logic on bool. */
final class Comparison {
    private static final Kernels KERNELS = KernelSelector.selected();

    /** A comparison of two operands, with a loop for each lane. */
    record Relation(
            BinaryLoop<long[], boolean[]> longs,
            BinaryLoop<float[], boolean[]> floats,
            BinaryLoop<double[], boolean[]> doubles) {

        /** The relation that holds for (a, b) where this one holds for (b, a). */
        Relation swapped() {
            return new Relation(swapped(longs), swapped(floats), swapped(doubles));
        }

        private static <A> BinaryLoop<A, boolean[]> swapped(BinaryLoop<A, boolean[]> loop) {
            return (a, b, out, from, to) -> loop.run(b, a, out, from, to);
        }
    }

    static final Relation EQUAL = new Relation(ComparisonLoops::equal, KERNELS::equal, KERNELS::equal);
    static final Relation NOT_EQUAL = new Relation(ComparisonLoops::notEqual, KERNELS::notEqual, KERNELS::notEqual);
    static final Relation LESS = new Relation(ComparisonLoops::less, KERNELS::less, KERNELS::less);
    static final Relation LESS_EQUAL = new Relation(ComparisonLoops::lessEqual, KERNELS::lessEqual, KERNELS::lessEqual);

    static final Relation GREATER = LESS.swapped();
    static final Relation GREATER_EQUAL = LESS_EQUAL.swapped();

    private Comparison() {}

    static NDArray compare(Relation relation, NDArray a, NDArray b) {
        NDArray out = allocate(a, b);
        fill(relation, a, b, out);
        return out;
    }

    /** Writes the comparison into {@code out}, of bool and the shape of the operands together. */
    static NDArray compare(String name, Relation relation, NDArray a, NDArray b, NDArray out) {
        Elementwise.checkOutput(name, DType.BOOL, out, a, b);
        fill(relation, Casting.withoutOverlap(a, out), Casting.withoutOverlap(b, out), out);
        return out;
    }

    private static void fill(Relation relation, NDArray a, NDArray b, NDArray out) {
        switch (DType.promote(a.dtype(), b.dtype())) {
            case BOOL, UINT8, INT64 ->
                Traversal.run(Lane.LONGS, Lane.BOOLEANS, BinaryLoops.of(relation.longs()), a, b, out);
            case FLOAT32 -> Traversal.run(Lane.FLOATS, Lane.BOOLEANS, BinaryLoops.of(relation.floats()), a, b, out);
            case FLOAT64 -> Traversal.run(Lane.DOUBLES, Lane.BOOLEANS, BinaryLoops.of(relation.doubles()), a, b, out);
        }
    }

    static NDArray and(NDArray a, NDArray b) {
        return logic("bitwise_and", ComparisonLoops::and, a, b);
    }

    static NDArray or(NDArray a, NDArray b) {
        return logic("bitwise_or", ComparisonLoops::or, a, b);
    }

    static NDArray not(NDArray a) {
        checkBool("invert", a);
        NDArray out = Elementwise.allocate(DType.BOOL, a);
        UnaryLoop<boolean[]> not = ComparisonLoops::not;
        Traversal.run(Lane.BOOLEANS, not, a, out);
        return out;
    }

    private static NDArray logic(String name, BinaryLoop<boolean[], boolean[]> operation, NDArray a, NDArray b) {
        checkBool(name, a);
        checkBool(name, b);
        NDArray out = allocate(a, b);
        Traversal.run(Lane.BOOLEANS, Lane.BOOLEANS, BinaryLoops.of(operation), a, b, out);
        return out;
    }

    private static void checkBool(String name, NDArray a) {
        if (a.dtype() != DType.BOOL) {
            throw Errors.notSupported(name, a.dtype());
        }
    }

    private static NDArray allocate(NDArray a, NDArray b) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        return Elementwise.allocate(DType.BOOL, a.broadcastTo(shape), b.broadcastTo(shape));
    }

    /** {@code |a - b| <= atol + rtol * |b|}, where equal infinities are close and NaN is close to nothing. */
    static boolean allClose(NDArray a, NDArray b, double rtol, double atol) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        double[] left = doubles(a.broadcastTo(shape));
        double[] right = doubles(b.broadcastTo(shape));
        for (int i = 0; i < left.length; i++) {
            boolean near =
                    Double.isFinite(right[i]) && Math.abs(left[i] - right[i]) <= atol + rtol * Math.abs(right[i]);
            if (!near && left[i] != right[i]) {
                return false;
            }
        }
        return true;
    }

    private static double[] doubles(NDArray a) {
        return a.dtype() == DType.FLOAT64
                ? a.toDoubleArray()
                : a.astype(DType.FLOAT64).toDoubleArray();
    }
}
