package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.warmup.Implementations;
import java.util.List;
import java.util.function.Consumer;

/** {@link Comparisons} of {@code double}, which have two implementations. */
@AlsoFor(float.class)
public final class DoubleComparisons extends Implementations<Comparisons<double[]>> {
    private static final DoubleComparisons LOOPS = new DoubleComparisons();

    private DoubleComparisons() {
        super(new DoubleComparisonLoops());
    }

    /** Returns the loops to use now for this many elements. */
    public static Comparisons<double[]> fastest(int elements) {
        return LOOPS.fastestFor(elements);
    }

    @Override
    protected Comparisons<double[]> newVectorLoops() {
        return new VectorDoubleComparisonLoops();
    }

    @Override
    protected List<Consumer<Comparisons<double[]>>> samples() {
        double[] x = new double[SAMPLE];
        double[] out = new double[SAMPLE];
        boolean[] result = new boolean[SAMPLE];
        return List.of(
                loops -> loops.equal(x, x, result, 0, SAMPLE),
                loops -> loops.notEqual(x, x, result, 0, SAMPLE),
                loops -> loops.less(x, x, result, 0, SAMPLE),
                loops -> loops.lessEqual(x, x, result, 0, SAMPLE),
                loops -> loops.choose(result, x, x, out, 0, SAMPLE));
    }
}
