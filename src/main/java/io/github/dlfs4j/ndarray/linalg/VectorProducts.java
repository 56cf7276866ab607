package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** Products of the vectors along an axis of two arrays. */
final class VectorProducts {
    private static final int SPACE = 3;

    private VectorProducts() {}

    static NDArray vecdot(NDArray a, NDArray b, int axis) {
        for (int operand = 0; operand < 2; operand++) {
            if ((operand == 0 ? a : b).ndim() == 0) {
                throw new IllegalArgumentException(
                        ("vecdot: Input operand %d does not have enough dimensions (has 0, gufunc core with signature"
                                        + " (n),(n)->() requires 1)")
                                .formatted(operand));
            }
        }
        NDArray left = Manipulation.moveaxis(a, Lengths.checkAxis(axis, a.ndim()), -1);
        NDArray right = Manipulation.moveaxis(b, Lengths.checkAxis(axis, b.ndim()), -1);
        if (left.shape(-1) != right.shape(-1)) {
            throw new IllegalArgumentException(
                    ("vecdot: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature"
                                    + " (n),(n)->() (size %d is different from %d)")
                            .formatted(right.shape(-1), left.shape(-1)));
        }
        if (a.ndim() == 1 && b.ndim() == 1) {
            return a.dot(b);
        }
        if (Lengths.broadcast(left.shape().toArray(), right.shape().toArray()) == null) {
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

    static NDArray cross(NDArray a, NDArray b, int axis) {
        int lengthOfA = a.shape(Lengths.checkIndex(axis, a.ndim()));
        int lengthOfB = b.shape(Lengths.checkIndex(axis, b.ndim()));
        if (lengthOfA != SPACE || lengthOfB != SPACE) {
            throw new IllegalArgumentException(
                    ("Both input arrays must be (arrays of) 3-dimensional vectors, but they are %d and %d dimensional"
                                    + " instead.")
                            .formatted(lengthOfA, lengthOfB));
        }
        NDArray left = Manipulation.moveaxis(a, axis, 0);
        NDArray right = Manipulation.moveaxis(b, axis, 0);
        int[] ofLeft = Arrays.copyOfRange(left.shape().toArray(), 1, left.ndim());
        int[] ofRight = Arrays.copyOfRange(right.shape().toArray(), 1, right.ndim());
        int[] common = Lengths.broadcast(ofLeft, ofRight);
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
