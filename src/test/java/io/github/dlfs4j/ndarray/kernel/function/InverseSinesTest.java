package io.github.dlfs4j.ndarray.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class InverseSinesTest {
    private static final int NUMBERS = 300_000;

    @Test
    void arcsineAndArccosineHaveTheBitsOfStrictMath() {
        Random random = new Random(43);
        for (int i = 0; i < NUMBERS; i++) {
            double anyBits = Double.longBitsToDouble(random.nextLong());
            checkBits(anyBits);
            checkBits(random.nextDouble() * 2 - 1);
            checkBits(Math.copySign(1 - Math.scalb(random.nextDouble(), -random.nextInt(54)), anyBits));
            checkBits(Math.copySign(Math.scalb(1 + random.nextDouble(), -random.nextInt(60)), anyBits));
        }
    }

    @Test
    void arcsineAndArccosineHaveTheBitsOfStrictMathAtTheirEnds() {
        for (double end :
                new double[] {0, 0x1p-57, 0x1.00000ffffffffp-57, 0x1p-27, 0.5, 0x1.f3333p-1, 1, Double.MAX_VALUE}) {
            for (double x : new double[] {Math.nextDown(end), end, Math.nextUp(end)}) {
                checkBits(x);
                checkBits(-x);
            }
        }
        checkBits(Double.POSITIVE_INFINITY);
        checkBits(Double.NaN);
    }

    private static void checkBits(double x) {
        checkBits(InverseSines::arcsin, StrictMath::asin, x);
        checkBits(InverseSines::arccos, StrictMath::acos, x);
    }

    private static void checkBits(DoubleUnaryOperator function, DoubleUnaryOperator expected, double x) {
        double value = function.applyAsDouble(x);
        double wanted = expected.applyAsDouble(x);
        // The bits of NaN are the processor's.
        if (Double.doubleToLongBits(value) != Double.doubleToLongBits(wanted)) {
            assertThat(value).as("%a", x).isEqualTo(wanted);
        }
    }
}
