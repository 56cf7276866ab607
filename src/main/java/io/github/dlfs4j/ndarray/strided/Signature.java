package io.github.dlfs4j.ndarray.strided;

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
public record Signature(String function, String axes, int axesOfA, int axesOfB) {
    /** The product {@code a @ b}. It is here, so that a program without one does not load this class. */
    public static final Signature MATMUL = new Signature("matmul", "(n?,k),(k,m?)->(n?,m?)", 1, 1);

    /**
     * Throws an exception unless both operands have enough axes.
     *
     * @param ndimOfA the number of axes of the first operand
     * @param ndimOfB the number of axes of the second operand
     */
    public void checkAxes(int ndimOfA, int ndimOfB) {
        checkAxes(0, ndimOfA, axesOfA);
        checkAxes(1, ndimOfB, axesOfB);
    }

    private void checkAxes(int operand, int ndim, int needed) {
        if (ndim < needed) {
            throw new IllegalArgumentException(
                    ("%s: Input operand %s does not have enough dimensions (has %s, gufunc core with signature %s"
                                    + " requires %s)")
                            .formatted(function, operand, ndim, axes, needed));
        }
    }

    /**
     * Throws an exception unless the axis of the second operand is as long as that of the first.
     *
     * @param ofB the length of the axis of the second operand
     * @param ofA the length of the axis of the first operand
     */
    public void checkLength(int ofB, int ofA) {
        if (ofB != ofA) {
            throw new IllegalArgumentException(
                    ("%s: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature %s (size %s is"
                                    + " different from %s)")
                            .formatted(function, axes, ofB, ofA));
        }
    }

    /**
     * Throws an exception unless the axes before those of the product can be broadcast.
     *
     * @param a the lengths of the first operand
     * @param b the lengths of the second operand
     * @param core the lengths of the product of two parts
     */
    public void checkStacks(int[] a, int[] b, int... core) {
        broadcast(a, axesOfA, b, axesOfB, core);
    }

    /**
     * {@return the lengths to which the axes before those of a product are broadcast}
     *
     * @param a the lengths of the first operand
     * @param axesOfA how many of its axes the product takes
     * @param b the lengths of the second operand
     * @param axesOfB how many of its axes the product takes
     * @param core the lengths of the product of two parts
     * @throws IllegalArgumentException if they cannot be broadcast
     */
    public static int[] broadcast(int[] a, int axesOfA, int[] b, int axesOfB, int... core) {
        int[] outerOfA = outer(a, axesOfA);
        int[] outerOfB = outer(b, axesOfB);
        int[] stack = Broadcasting.lengths(outerOfA, outerOfB);
        if (stack == null) {
            throw new IllegalArgumentException(
                    ("operands could not be broadcast together with remapped shapes [original->remapped]: %s->%s"
                                    + " %s->%s  and requested shape %s")
                            .formatted(
                                    Lengths.tuple(a, ","),
                                    remapped(outerOfA, core.length),
                                    Lengths.tuple(b, ","),
                                    remapped(outerOfB, core.length),
                                    remapped(core, 0)));
        }
        return stack;
    }

    private static int[] outer(int[] lengths, int inner) {
        return Arrays.copyOf(lengths, lengths.length - inner);
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
