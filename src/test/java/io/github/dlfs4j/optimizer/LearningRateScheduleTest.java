package io.github.dlfs4j.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningRateScheduleTest {
    private static double[] rates(LearningRateSchedule schedule, long... steps) {
        return LongStream.of(steps).mapToDouble(schedule::rate).toArray();
    }

    @Test
    void stepDecayFallsInSteps() {
        assertThat(rates(new StepDecay(0.8, 0.5, 10), 0, 9, 10, 19, 20, 30))
                .containsExactly(0.8, 0.8, 0.4, 0.4, 0.2, 0.1);
    }

    @Test
    void exponentialDecayFallsByTheSameFactorInEachPeriod() {
        ExponentialDecay schedule = new ExponentialDecay(0.8, 0.25, 10);
        assertThat(rates(schedule, 0, 5, 10, 20)).containsExactly(0.8, 0.4, 0.2, 0.05);
        assertThat(schedule.rate(8) / schedule.rate(7)).isCloseTo(Math.pow(0.25, 0.1), within(1e-15));
    }

    @Test
    void cosineDecayFallsAlongACosineAndStaysAtItsEnd() {
        CosineDecay schedule = new CosineDecay(0.9, 0.1, 12);
        assertThat(rates(schedule, 0, 4, 6, 8, 12, 13, Long.MAX_VALUE))
                .containsExactly(new double[] {0.9, 0.7, 0.5, 0.3, 0.1, 0.1, 0.1}, within(1e-15));
    }

    static Stream<LearningRateSchedule> schedules() {
        return Stream.of(new StepDecay(0.1, 0.5, 7), new ExponentialDecay(0.1, 0.5, 7), new CosineDecay(0.1, 0.01, 40));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void aScheduleNeverGrowsAndStaysAboveZero(LearningRateSchedule schedule) {
        double[] rates = LongStream.range(0, 60).mapToDouble(schedule::rate).toArray();
        assertThat(rates[0]).isEqualTo(0.1);
        assertThat(DoubleStream.of(rates).boxed().toList()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(rates[59]).isPositive();
    }

    @Test
    void schedulesRefuseRatesFactorsAndPeriodsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepDecay(-1, 0.5, 10))
                .withMessage("initial of StepDecay must be above 0, but is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepDecay(0.1, 2, 10))
                .withMessage("factor of StepDecay must be above 0 and at most 1, but is 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExponentialDecay(0.1, 0, 10))
                .withMessage("factor of ExponentialDecay must be above 0 and at most 1, but is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExponentialDecay(0.1, Double.NaN, 10))
                .withMessage("factor of ExponentialDecay must be finite, but is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CosineDecay(0.1, 0, 10))
                .withMessage("last of CosineDecay must be above 0, but is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CosineDecay(0.1, 0.01, 0))
                .withMessage("steps of CosineDecay must be a whole number from 1 to 9007199254740992, but is 0.0");
    }
}
