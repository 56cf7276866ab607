package io.github.dlfs4j.ndarray.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * The fused multiply-add a b + c, rounded once, as fast as this processor can: {@link Math#fma} where that is an
 * instruction, else {@link ErrorFree#fma}, which gives the same bits.
 *
 * <p>Java does not say whether there is an instruction, but it shows: one takes a nanosecond, in the interpreter a
 * tenth of a microsecond. Without it, {@code BigDecimal} computes with all digits of the factors, and those tried here
 * have a thousand of them, so that it takes some 15 µs even when it is compiled.
 */
public final class FusedMultiplyAdd {
    private static final double FACTOR = 0x1.123456789abcdp-1000;

    private static final int CALLS = 2;

    /** Of one try: far above the instruction in any state of compilation, and below {@code BigDecimal} in the best. */
    private static final long LONGEST_NANOSECONDS = 5000;

    /** One fast try is proof. Something may hold up a thread, but not each time. */
    private static final int TRIES = 5;

    private static final boolean IS_INSTRUCTION = isFast(new Multiplication());

    private FusedMultiplyAdd() {}

    /**
     * Found out once, when it is first asked for.
     *
     * @return the same for the life of the virtual machine
     */
    public static boolean isInstruction() {
        return IS_INSTRUCTION;
    }

    /**
     * a b + c, rounded once.
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
     * a b + c, rounded once.
     *
     * @param a a factor
     * @param b a factor
     * @param c a term
     * @return the same bits on every processor
     */
    public static float fma(float a, float b, float c) {
        return IS_INSTRUCTION ? Math.fma(a, b, c) : ErrorFree.fma(a, b, c);
    }

    /** Whether an operation takes less than some microseconds. */
    static boolean isFast(DoubleUnaryOperator operation) {
        double sum = 1;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            for (int j = 0; j < CALLS; j++) {
                sum = operation.applyAsDouble(sum);
            }
            long time = System.nanoTime() - start;
            // The sum is looked at so that no compiler may leave it out.
            if (time < LONGEST_NANOSECONDS && sum >= 1) {
                return true;
            }
        }
        return false;
    }

    /** No lambda, since the first one of a program takes some milliseconds. */
    private static final class Multiplication implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double sum) {
            return Math.fma(FACTOR, FACTOR, sum);
        }
    }
}
