package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.Signature;
import java.util.Arrays;

/** Products of the vectors along an axis of two arrays, and of vectors and matrices. */
final class VectorProducts {
    private static final int SPACE = 3;
    private static final Signature VECDOT = new Signature("vecdot", "(n),(n)->()", 1, 1);
    private static final Signature MATVEC = new Signature("matvec", "(m,n),(n)->(m)", 2, 1);
    private static final Signature VECMAT = new Signature("vecmat", "(n),(n,m)->(m)", 1, 2);

    static NDArray vecdot(NDArray a, NDArray b, int axis) {
        VECDOT.checkAxes(a.ndim(), b.ndim());
        NDArray left = Manipulation.moveaxis(a, Axes.check(axis, a.ndim()), -1);
        NDArray right = Manipulation.moveaxis(b, Axes.check(axis, b.ndim()), -1);
        VECDOT.checkLength(right.shape(-1), left.shape(-1));
        if (a.ndim() == 1 && b.ndim() == 1) {
            return a.dot(b);
        }
        if (Broadcasting.lengths(left.shape().toArray(), right.shape().toArray()) == null) {
            int[] ofLeft = Arrays.copyOf(left.shape().toArray(), left.ndim() - 1);
            int[] ofRight = Arrays.copyOf(right.shape().toArray(), right.ndim() - 1);
            throw new IllegalArgumentException(
                    ("operands could not be broadcast together with remapped shapes [original->remapped]: %s->%s"
                                    + " %s->%s  and requested shape ()")
                            .formatted(
                                    Lengths.tuple(a.shape().toArray(), ","),
                                    remapped(ofLeft, ofRight.length),
                                    Lengths.tuple(b.shape().toArray(), ","),
                                    remapped(ofRight, ofLeft.length)));
        }
        return Einsum.sum(left.mul(right), -1);
    }

    /** Returns the text of a stack's shape. Among more axes, NumPy writes a single one without a comma. */
    private static String remapped(int[] lengths, int others) {
        return lengths.length == 1 && others > 1 ? "(" + lengths[0] + ")" : Lengths.tuple(lengths, ",");
    }

    /** Multiplies the matrices in the last two axes with the vectors in the last axis; all other axes are broadcast. */
    static NDArray matvec(NDArray a, NDArray b) {
        MATVEC.checkAxes(a.ndim(), b.ndim());
        MATVEC.checkLength(b.shape(-1), a.shape(-1));
        if (b.ndim() == 1) {
            return a.dot(b);
        }
        if (a.ndim() == 2) {
            return b.dot(a.T());
        }
        MATVEC.checkStacks(a.shape().toArray(), b.shape().toArray(), a.shape(-2));
        return withoutAxis(a.matmul(b.expandDims(-1)), -1);
    }

    /** Multiplies the vectors in the last axis with the matrices in the last two axes; all other axes are broadcast. */
    static NDArray vecmat(NDArray a, NDArray b) {
        VECMAT.checkAxes(a.ndim(), b.ndim());
        VECMAT.checkLength(b.shape(-2), a.shape(-1));
        if (b.ndim() == 2) {
            return a.dot(b);
        }
        VECMAT.checkStacks(a.shape().toArray(), b.shape().toArray(), b.shape(-1));
        return withoutAxis(a.expandDims(-2).matmul(b), -2);
    }

    private static NDArray withoutAxis(NDArray product, int axis) {
        return Inside.view(product, Inside.layout(product).removeAxis(product.ndim() + axis));
    }

    static NDArray cross(NDArray a, NDArray b, int axis) {
        int lengthOfA = a.shape(Axes.checkIndex(axis, a.ndim()));
        int lengthOfB = b.shape(Axes.checkIndex(axis, b.ndim()));
        if (lengthOfA != SPACE || lengthOfB != SPACE) {
            throw new IllegalArgumentException(
                    ("Both input arrays must be (arrays of) 3-dimensional vectors, but they are %s and %s dimensional"
                                    + " instead.")
                            .formatted(lengthOfA, lengthOfB));
        }
        NDArray left = Manipulation.moveaxis(a, axis, 0);
        NDArray right = Manipulation.moveaxis(b, axis, 0);
        int[] ofLeft = Arrays.copyOfRange(left.shape().toArray(), 1, left.ndim());
        int[] ofRight = Arrays.copyOfRange(right.shape().toArray(), 1, right.ndim());
        int[] common = Broadcasting.lengths(ofLeft, ofRight);
        if (common == null) {
            throw Errors.shapesMismatch(0, Shape.of(ofLeft), 1, Shape.of(ofRight));
        }
        int[] lengths = Lengths.joined(new int[] {SPACE}, common);
        NDArray product = NDArray.empty(DType.promote(a.dtype(), b.dtype()), lengths);
        for (int i = 0; i < SPACE; i++) {
            int next = (i + 1) % SPACE;
            int last = (i + 2) % SPACE;
            NDArray component =
                    left.get(next).mul(right.get(last)).sub(left.get(last).mul(right.get(next)));
            product.at(Index.at(i)).set(component);
        }
        return Manipulation.moveaxis(product, 0, axis);
    }
}
