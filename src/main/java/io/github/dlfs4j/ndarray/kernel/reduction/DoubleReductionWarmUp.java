package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import java.util.List;

/** The warm-up of the folds and searches of {@code double} that have a loop with the Vector API. */
@AlsoFor(float.class)
final class DoubleReductionWarmUp extends WarmUp {
    static final WarmUp WARM_UP = new DoubleReductionWarmUp();

    private static final int ROWS = 8;

    private DoubleReductionWarmUp() {
        super(ELEMENTS_THAT_PAY);
    }

    @Override
    protected List<Sample> samples() {
        double[] x = new double[SAMPLE];
        double[] longRun = new double[PairwiseSums.LONG];
        double[] sums = new double[SAMPLE];
        return List.of(
                new Sample(() -> VectorDoubleSums.sum(x, 0, SAMPLE), () -> DoubleSums.sum(x, 0, SAMPLE)),
                new Sample(
                        () -> VectorDoubleSums.sum(longRun, 0, longRun.length),
                        () -> DoubleSums.sum(longRun, 0, longRun.length)),
                new Sample(
                        () -> VectorDoubleExtremes.maximum(x, 0, SAMPLE), () -> DoubleExtremes.maximum(x, 0, SAMPLE)),
                new Sample(
                        () -> VectorDoubleExtremes.minimum(x, 0, SAMPLE), () -> DoubleExtremes.minimum(x, 0, SAMPLE)),
                new Sample(
                        () -> VectorDoublePositions.argmax(x, 0, SAMPLE), () -> DoublePositions.argmax(x, 0, SAMPLE)),
                new Sample(
                        () -> VectorDoubleRowSums.addRows(x, 0, ROWS, sums, SAMPLE / ROWS),
                        () -> DoubleRowSums.addRows(x, 0, ROWS, sums, SAMPLE / ROWS)));
    }
}
