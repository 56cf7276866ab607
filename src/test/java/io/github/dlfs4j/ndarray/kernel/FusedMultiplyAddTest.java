package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.RepeatedTest;

/** Each time as if it were the first, so that the answer is seen not to depend on what is compiled by then. */
class FusedMultiplyAddTest {
    private static final double FACTOR = 0x1.123456789abcdp-1000;

    @RepeatedTest(50)
    void anInstructionIsFast() {
        assertThat(FusedMultiplyAdd.isFast(sum -> FACTOR * FACTOR + sum)).isTrue();
    }

    @RepeatedTest(50)
    void decimalArithmeticIsNot() {
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
