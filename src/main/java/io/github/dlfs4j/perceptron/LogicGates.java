package io.github.dlfs4j.perceptron;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * The logic gates of chapter 2, as perceptrons. Inputs and outputs are 0 or 1.
 *
 * <pre>{@code
 * System.out.println(LogicGates.and(1, 1) + " " + LogicGates.xor(1, 1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1 0
 * }</pre>
 */
public final class LogicGates {
    /** The AND gate, section 2.3.3: 1 if both inputs are 1. */
    public static final Perceptron AND = new Perceptron(NDArray.of(0.5, 0.5), -0.7);

    /**
     * The NAND gate, section 2.3.3: 0 if both inputs are 1. It is {@link #AND} with the signs of all numbers reversed.
     */
    public static final Perceptron NAND = new Perceptron(NDArray.of(-0.5, -0.5), 0.7);

    /** The OR gate, section 2.3.3: 1 if at least one input is 1. It is {@link #AND} with a bias nearer to 0. */
    public static final Perceptron OR = new Perceptron(NDArray.of(0.5, 0.5), -0.2);

    private LogicGates() {}

    /**
     * Computes AND: whether both inputs are 1.
     *
     * @param x1 0 or 1
     * @param x2 0 or 1
     * @return 0 or 1
     */
    public static int and(int x1, int x2) {
        return output(AND, x1, x2);
    }

    /**
     * Computes NAND: whether at least one input is 0.
     *
     * @param x1 0 or 1
     * @param x2 0 or 1
     * @return 0 or 1
     */
    public static int nand(int x1, int x2) {
        return output(NAND, x1, x2);
    }

    /**
     * Computes OR: whether at least one input is 1.
     *
     * @param x1 0 or 1
     * @param x2 0 or 1
     * @return 0 or 1
     */
    public static int or(int x1, int x2) {
        return output(OR, x1, x2);
    }

    /**
     * Computes XOR: whether exactly one input is 1, section 2.5.2. No single perceptron can do this, but two layers
     * can.
     *
     * @param x1 0 or 1
     * @param x2 0 or 1
     * @return 0 or 1
     */
    public static int xor(int x1, int x2) {
        int s1 = nand(x1, x2);
        int s2 = or(x1, x2);
        return and(s1, s2);
    }

    private static int output(Perceptron gate, int x1, int x2) {
        return gate.output(NDArray.of(x1, x2)).asInt();
    }
}
