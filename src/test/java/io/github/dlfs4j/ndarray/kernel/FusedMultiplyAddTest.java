package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.math.BigDecimal;
import org.junit.jupiter.api.RepeatedTest;

/** Repeats the measurement to show that the answer does not depend on what is compiled. */
@BothKernels
class FusedMultiplyAddTest {
    private static final double FACTOR = 0x1.123456789abcdp-1000;

    @RepeatedTest(50)
    void fusedMultiplyAddByAnInstructionIsFast() {
        assertThat(FusedMultiplyAdd.isFast(sum -> FACTOR * FACTOR + sum)).isTrue();
    }

    @RepeatedTest(50)
    void fusedMultiplyAddByDecimalArithmeticIsSlow() {
        BigDecimal factor = new BigDecimal(FACTOR);
        assertThat(FusedMultiplyAdd.isFast(
                        sum -> factor.multiply(factor).add(new BigDecimal(sum)).doubleValue()))
                .isFalse();
    }

    @RepeatedTest(50)
    void theAnswerForThisProcessorIsAlwaysTheSame() {
        assertThat(FusedMultiplyAdd.isFast(sum -> Math.fma(FACTOR, FACTOR, sum)))
                .isEqualTo(FusedMultiplyAdd.isInstruction());
    }
}
