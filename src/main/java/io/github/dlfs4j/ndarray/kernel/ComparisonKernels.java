package io.github.dlfs4j.ndarray.kernel;

/**
 * Comparisons and choices, element by element, that are worth two implementations: the JIT compiler does not vectorise
 * loops that mix booleans with numbers. Unless one is overridden it is a plain loop.
 *
 * <p>Comparisons are as {@link BinaryLoop} describes, {@code choose} as {@link ChoiceLoop}.
 */
public interface ComparisonKernels {
    default void equal(float[] a, float[] b, boolean[] out, int from, int to) {
        ComparisonLoops.equal(a, b, out, from, to);
    }

    default void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        ComparisonLoops.equal(a, b, out, from, to);
    }

    default void notEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        ComparisonLoops.notEqual(a, b, out, from, to);
    }

    default void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        ComparisonLoops.notEqual(a, b, out, from, to);
    }

    default void less(float[] a, float[] b, boolean[] out, int from, int to) {
        ComparisonLoops.less(a, b, out, from, to);
    }

    default void less(double[] a, double[] b, boolean[] out, int from, int to) {
        ComparisonLoops.less(a, b, out, from, to);
    }

    default void lessEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        ComparisonLoops.lessEqual(a, b, out, from, to);
    }

    default void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        ComparisonLoops.lessEqual(a, b, out, from, to);
    }

    default void choose(boolean[] condition, float[] x, float[] y, float[] out, int from, int to) {
        ChoiceLoops.choose(condition, x, y, out, from, to);
    }

    default void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        ChoiceLoops.choose(condition, x, y, out, from, to);
    }
}
