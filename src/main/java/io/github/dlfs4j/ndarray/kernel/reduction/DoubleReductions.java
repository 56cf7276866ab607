package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.warmup.Implementations;
import java.util.List;
import java.util.function.Consumer;

/** {@link Reductions} of {@code double}, which have two implementations. */
@AlsoFor(float.class)
public final class DoubleReductions extends Implementations<Reductions<double[]>> {
    private static final DoubleReductions LOOPS = new DoubleReductions();

    private static final int ROWS = 8;

    private DoubleReductions() {
        super(new DoubleReductionLoops());
    }

    /** Returns the loops to use now for this many elements. */
    public static Reductions<double[]> fastest(long elements) {
        return LOOPS.fastestFor(elements);
    }

    @Override
    protected Reductions<double[]> newVectorLoops() {
        return new VectorDoubleReductions();
    }

    @Override
    protected List<Consumer<Reductions<double[]>>> samples() {
        double[] x = new double[SAMPLE];
        double[] longRun = new double[PairwiseSums.LONG];
        double[] result = new double[SAMPLE];
        long[] position = new long[1];
        return List.of(
                loops -> loops.sum(x, 0, SAMPLE, result, 0),
                loops -> loops.sum(longRun, 0, longRun.length, result, 0),
                loops -> loops.maximum(x, 0, SAMPLE, result, 0),
                loops -> loops.minimum(x, 0, SAMPLE, result, 0),
                loops -> loops.argmax(x, 0, SAMPLE, position, 0, 1),
                loops -> loops.addRows(x, 0, ROWS, result, SAMPLE / ROWS));
    }
}
