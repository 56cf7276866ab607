package io.github.dlfs4j.ndarray.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * Whether {@link Math#fma} is an instruction of this processor. Java does not say so, but it shows: the instruction
 * takes a nanosecond, or some tens of them before the code around it is compiled. Without it, {@code BigDecimal}
 * computes with all digits of the factors, and here they have hundreds of them: that takes ten microseconds and more.
 */
final class FusedMultiplyAdd {
    /** The square has 1000 binary places. */
    private static final double FACTOR = 0x1.123456789abcdp-474;

    private static final int CALLS = 16;

    /** Far above the instruction, even in the interpreter, and far below {@code BigDecimal}. */
    private static final long LONGEST_NANOSECONDS = CALLS * 1000L;

    /** One try at full speed is proof; something may hold up a thread, but not each time. */
    private static final int TRIES = 8;

    private static final boolean IS_INSTRUCTION = isFast(new Addition());

    private FusedMultiplyAdd() {}

    private record Addition() implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double sum) {
            return Math.fma(FACTOR, FACTOR, sum);
        }
    }

    /**
     * Found out once, when it is first asked for.
     *
     * @return the same for the life of the virtual machine
     */
    static boolean isInstruction() {
        return IS_INSTRUCTION;
    }

    /** Whether an operation takes less than a microsecond. */
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
}
