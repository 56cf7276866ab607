package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * What a product does with the last axes of its two operands, as NumPy writes it in messages; all other axes are
 * broadcast.
 *
 * @param function NumPy's name of the product
 * @param axes NumPy's names of the axes, such as {@code (m,n),(n)->(m)}
 * @param axesOfA how many axes the first operand needs
 * @param axesOfB how many axes the second operand needs
 */
record Signature(String function, String axes, int axesOfA, int axesOfB) {
    /** Throws an exception unless both operands have enough axes. */
    void checkAxes(NDArray a, NDArray b) {
        checkAxes(0, a, axesOfA);
        checkAxes(1, b, axesOfB);
    }

    private void checkAxes(int operand, NDArray array, int needed) {
        if (array.ndim() < needed) {
            throw new IllegalArgumentException(
                    ("%s: Input operand %d does not have enough dimensions (has %d, gufunc core with signature %s"
                                    + " requires %d)")
                            .formatted(function, operand, array.ndim(), axes, needed));
        }
    }

    /** Throws an exception unless the axis of the second operand is as long as that of the first. */
    void checkLength(int ofB, int ofA) {
        if (ofB != ofA) {
            throw new IllegalArgumentException(
                    ("%s: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature %s (size %d is"
                                    + " different from %d)")
                            .formatted(function, axes, ofB, ofA));
        }
    }

    /** Throws an exception unless the axes before those of the product can be broadcast; {@code core} is its shape. */
    void checkStacks(NDArray a, NDArray b, int... core) {
        if (Lengths.broadcast(outer(a, axesOfA), outer(b, axesOfB)) == null) {
            throw notBroadcastable(a, axesOfA, b, axesOfB, core);
        }
    }

    /** Returns the error for axes before those of a product of shape {@code core} that cannot be broadcast. */
    static IllegalArgumentException notBroadcastable(NDArray a, int axesOfA, NDArray b, int axesOfB, int... core) {
        return new IllegalArgumentException(
                ("operands could not be broadcast together with remapped shapes [original->remapped]: %s->%s %s->%s"
                                + "  and requested shape %s")
                        .formatted(
                                Lengths.tuple(a.shape().toArray(), ","),
                                remapped(outer(a, axesOfA), core.length),
                                Lengths.tuple(b.shape().toArray(), ","),
                                remapped(outer(b, axesOfB), core.length),
                                remapped(core, 0)));
    }

    private static int[] outer(NDArray array, int inner) {
        return Arrays.copyOf(array.shape().toArray(), array.ndim() - inner);
    }

    /** Returns the text of a stack's shape with new axes in place of those of the product, as NumPy broadcasts it. */
    private static String remapped(int[] outer, int newAxes) {
        StringJoiner text = new StringJoiner(",", "(", ")");
        for (int length : outer) {
            text.add(Integer.toString(length));
        }
        for (int i = 0; i < newAxes; i++) {
            text.add("newaxis");
        }
        return text.toString();
    }
}
