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
    /** 1 if both inputs are 1, section 2.3.3. */
    public static final Perceptron AND = new Perceptron(NDArray.of(0.5, 0.5), -0.7);

    /** 0 if both inputs are 1, section 2.3.3: the weights and the bias of {@link #AND} with the opposite sign. */
    public static final Perceptron NAND = new Perceptron(NDArray.of(-0.5, -0.5), 0.7);

    /** 1 if at least one input is 1, section 2.3.3: {@link #AND} with a smaller bias. */
    public static final Perceptron OR = new Perceptron(NDArray.of(0.5, 0.5), -0.2);

    private LogicGates() {}

    /**
     * Whether both inputs are 1.
     *
     * @param x1 0 or 1
     * @param x2 0 or 1
     * @return 0 or 1
     */
    public static int and(int x1, int x2) {
        return output(AND, x1, x2);
    }

    /**
     * Whether the inputs are not both 1.
     *
     * @param x1 0 or 1
     * @param x2 0 or 1
     * @return 0 or 1
     */
    public static int nand(int x1, int x2) {
        return output(NAND, x1, x2);
    }

    /**
     * Whether at least one input is 1.
     *
     * @param x1 0 or 1
     * @param x2 0 or 1
     * @return 0 or 1
     */
    public static int or(int x1, int x2) {
        return output(OR, x1, x2);
    }

    /**
     * Whether just one input is 1, section 2.5.2. No single perceptron can tell; two layers of them can.
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
