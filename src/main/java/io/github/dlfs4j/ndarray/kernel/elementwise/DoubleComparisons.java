package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import java.util.List;

/**
 * Comparisons and choices, element by element, as {@link BinaryLoop} and {@link ChoiceLoop} describe them. Each has two
 * loops, because the JIT compiler does not vectorise loops that mix booleans with numbers: vectors begin, and the plain
 * loop computes the elements that they leave.
 */
@AlsoFor({float.class, long.class})
public final class DoubleComparisons extends WarmUp {
    private static final WarmUp WARM_UP = new DoubleComparisons();

    private DoubleComparisons() {
        super(ELEMENTS_THAT_PAY);
    }

    public static void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = WARM_UP.isOver(to - from) ? VectorDoubleComparisons.equal(a, b, out, from, to) : from;
        for (; i < to; i++) {
            out[i] = a[i] == b[i];
        }
    }

    public static void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = WARM_UP.isOver(to - from) ? VectorDoubleComparisons.notEqual(a, b, out, from, to) : from;
        for (; i < to; i++) {
            out[i] = a[i] != b[i];
        }
    }

    public static void less(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = WARM_UP.isOver(to - from) ? VectorDoubleComparisons.less(a, b, out, from, to) : from;
        for (; i < to; i++) {
            out[i] = a[i] < b[i];
        }
    }

    public static void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = WARM_UP.isOver(to - from) ? VectorDoubleComparisons.lessEqual(a, b, out, from, to) : from;
        for (; i < to; i++) {
            out[i] = a[i] <= b[i];
        }
    }

    /**
     * {@code out[i] = condition[i] ? x[i] : y[i]}. The plain loop looks the value up without a branch: a processor
     * would mispredict half of the branches of a random condition.
     */
    public static void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        double[][] choices = {y, x};
        int i = WARM_UP.isOver(to - from) ? VectorDoubleComparisons.choose(condition, x, y, out, from, to) : from;
        for (; i < to; i++) {
            out[i] = choices[condition[i] ? 1 : 0][i];
        }
    }

    /**
     * Moves those of the first n elements whose condition is true to the front of a, in order. Returns their number.
     */
    public static int compress(boolean[] condition, double[] a, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            a[count] = a[i];
            count += condition[i] ? 1 : 0;
        }
        return count;
    }

    @Override
    protected List<Sample> samples() {
        double[] x = new double[SAMPLE];
        double[] out = new double[SAMPLE];
        boolean[] result = new boolean[SAMPLE];
        return List.of(
                sample(VectorDoubleComparisons::equal, DoubleComparisons::equal),
                sample(VectorDoubleComparisons::notEqual, DoubleComparisons::notEqual),
                sample(VectorDoubleComparisons::less, DoubleComparisons::less),
                sample(VectorDoubleComparisons::lessEqual, DoubleComparisons::lessEqual),
                new Sample(
                        () -> VectorDoubleComparisons.choose(result, x, x, out, 0, SAMPLE),
                        () -> choose(result, x, x, out, 0, SAMPLE)));
    }

    private static Sample sample(BinaryLoop<double[], boolean[]> vector, BinaryLoop<double[], boolean[]> plain) {
        double[] x = new double[SAMPLE];
        boolean[] result = new boolean[SAMPLE];
        return new Sample(() -> vector.run(x, x, result, 0, SAMPLE), () -> plain.run(x, x, result, 0, SAMPLE));
    }
}
