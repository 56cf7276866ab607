package io.github.dlfs4j.ndarray.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * The fused multiply-add a b + c, rounded once. It calls {@link Math#fma} if the processor has an instruction for it,
 * and otherwise {@link ErrorFree#fma}, which gives the same bits faster.
 *
 * <p>Java does not say whether the processor has the instruction, so this class measures it. An instruction takes a
 * nanosecond when compiled and a tenth of a microsecond in the interpreter. Without it, {@code BigDecimal} computes
 * with all digits of the factors. The factors used here have a thousand digits, which take some 15 µs even in compiled
 * code. On an emulated processor everything is slow, so the instruction may also take some times as long as a
 * multiplication does there.
 */
public final class FusedMultiplyAdd {
    private static final double FACTOR = 0x1.123456789abcdp-1000;

    private static final int CALLS = 2;

    /**
     * The longest time of a try that proves the instruction. It is far above the instruction's time in the interpreter,
     * and below the time of compiled {@code BigDecimal} code.
     */
    private static final long LONGEST_NANOSECONDS = 5000;

    /**
     * As many multiplications; on a processor that is not emulated, the interpreter makes them in less than that time.
     */
    private static final int MULTIPLICATIONS = 8;

    /** The system may suspend the thread during one try, but hardly during all of them. One fast try is enough. */
    private static final int TRIES = 5;

    private static final boolean IS_INSTRUCTION = isFast(new FusedAddition());

    /**
     * Returns whether the processor has an instruction for it. This is measured once, when the class is loaded.
     *
     * @return the same for the life of the virtual machine
     */
    public static boolean isInstruction() {
        return IS_INSTRUCTION;
    }

    /**
     * Returns a b + c, rounded once.
     *
     * @param a a factor
     * @param b a factor
     * @param c a term
     * @return the same bits on every processor
     */
    public static double fma(double a, double b, double c) {
        return IS_INSTRUCTION ? Math.fma(a, b, c) : ErrorFree.fma(a, b, c);
    }

    /**
     * Returns a b + c, rounded once.
     *
     * @param a a factor
     * @param b a factor
     * @param c a term
     * @return the same bits on every processor
     */
    public static float fma(float a, float b, float c) {
        return IS_INSTRUCTION ? Math.fma(a, b, c) : ErrorFree.fma(a, b, c);
    }

    /** Returns whether an operation takes less than a few microseconds, or than a few multiplications. */
    static boolean isFast(DoubleUnaryOperator operation) {
        return shortest(operation, LONGEST_NANOSECONDS) < LONGEST_NANOSECONDS
                || shortest(operation, 0) < MULTIPLICATIONS * shortest(new Addition(), 0);
    }

    /** Returns the shortest time of some tries, or the first one that is short enough. In nanoseconds. */
    private static long shortest(DoubleUnaryOperator operation, long enough) {
        long shortest = Long.MAX_VALUE;
        double sum = 1;
        for (int i = 0; i < TRIES && shortest >= enough; i++) {
            long start = System.nanoTime();
            for (int j = 0; j < CALLS; j++) {
                sum = operation.applyAsDouble(sum);
            }
            long time = System.nanoTime() - start;
            // Using the sum keeps the compiler from removing the operation.
            shortest = sum >= 1 ? Math.min(shortest, time) : shortest;
        }
        return shortest;
    }

    // Classes, because the first lambda of a program takes some milliseconds.

    /** With one rounding. */
    private static final class FusedAddition implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double sum) {
            return Math.fma(FACTOR, FACTOR, sum);
        }
    }

    /** With two roundings. */
    private static final class Addition implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double sum) {
            return FACTOR * FACTOR + sum;
        }
    }
}
