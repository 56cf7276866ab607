package io.github.dlfs4j.ndarray.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * The fused multiply-add a b + c, rounded once. It calls {@link Math#fma} if the processor has an instruction for it,
 * and otherwise {@link ErrorFree#fma}, which gives the same bits faster.
 *
 * <p>Java does not say whether the processor has the instruction, so this class measures it. An instruction takes a
 * nanosecond when compiled and a tenth of a microsecond in the interpreter. Without it, {@code BigDecimal} computes
 * with all digits of the factors. The factors used here have a thousand digits, which take some 15 µs even in compiled
 * code. On an emulated processor even the instruction may be too slow to be recognised; system property
 * {@code dlfs4j.fma=true} says that it is there.
 */
public final class FusedMultiplyAdd {
    private static final double FACTOR = 0x1.123456789abcdp-1000;

    private static final int CALLS = 2;

    /**
     * The longest time of a try that proves the instruction. It is far above the instruction's time in the interpreter,
     * and below the time of compiled {@code BigDecimal} code.
     */
    private static final long LONGEST_NANOSECONDS = 5000;

    /** The system may suspend the thread during one try, but hardly during all of them. One fast try is enough. */
    private static final int TRIES = 5;

    private static final boolean IS_INSTRUCTION = Boolean.getBoolean("dlfs4j.fma") || isFast(new Multiplication());

    private FusedMultiplyAdd() {}

    /**
     * Returns whether the processor has an instruction for it. This is measured once, when the class is loaded, unless
     * a property says it.
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

    /** Returns whether an operation takes less than a few microseconds. */
    static boolean isFast(DoubleUnaryOperator operation) {
        double sum = 1;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            for (int j = 0; j < CALLS; j++) {
                sum = operation.applyAsDouble(sum);
            }
            long time = System.nanoTime() - start;
            // Using the sum keeps the compiler from removing the operation.
            if (time < LONGEST_NANOSECONDS && sum >= 1) {
                return true;
            }
        }
        return false;
    }

    /** A class, because the first lambda of a program takes some milliseconds. */
    private static final class Multiplication implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double sum) {
            return Math.fma(FACTOR, FACTOR, sum);
        }
    }
}
