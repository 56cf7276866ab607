package io.github.dlfs4j.ndarray.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * Whether {@link Math#fma} is an instruction of this processor. Java does not say so, but it shows: the instruction
 * takes a nanosecond, in the interpreter a tenth of a microsecond. Without it, {@code BigDecimal} computes with all
 * digits of the factors, and these have a thousand of them, so that it takes some 15 µs even when it is compiled.
 */
final class FusedMultiplyAdd {
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
    static boolean isInstruction() {
        return IS_INSTRUCTION;
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
