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
                sample(x, VectorDoubleSums::sum, DoubleSums::sum),
                sample(longRun, VectorDoubleSums::sum, DoubleSums::sum),
                sample(x, VectorDoubleExtremes::maximum, DoubleExtremes::maximum),
                sample(x, VectorDoubleExtremes::minimum, DoubleExtremes::minimum),
                sample(x, VectorDoublePositions::argmax, DoublePositions::argmax),
                new Sample(
                        () -> VectorDoubleRowSums.addRows(x, 0, ROWS, sums, SAMPLE / ROWS),
                        () -> DoubleRowSums.addRows(x, 0, ROWS, sums, SAMPLE / ROWS),
                        List.of(x),
                        List.of(sums)));
    }

    /** Reduces a whole array to a number. */
    private interface Reduction {
        double reduce(double[] x, int from, int length);
    }

    private static Sample sample(double[] x, Reduction vector, Reduction plain) {
        double[] result = new double[1];
        return new Sample(
                () -> result[0] = vector.reduce(x, 0, x.length),
                () -> result[0] = plain.reduce(x, 0, x.length),
                List.of(x),
                List.of(result));
    }
}
