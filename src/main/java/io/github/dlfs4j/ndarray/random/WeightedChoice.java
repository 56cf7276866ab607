package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import java.util.Arrays;

/** Positions drawn with given probabilities, by looking up uniform numbers in the cumulative sums. */
final class WeightedChoice {
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));
    private static final double FLOAT_TOLERANCE = Math.sqrt(Math.ulp(1f));

    static NDArray positions(RandomState random, int population, int[] shape, boolean replace, NDArray probabilities) {
        double[] p = check(population, probabilities);
        if (!replace) {
            Choice.checkSize(population, shape);
            checkEnough(Choice.size(shape), p);
        }
        NDArray positions = NDArray.empty(DType.INT64, shape);
        long[] chosen = (long[]) Inside.storage(positions).values();
        if (replace) {
            double[] sums = cumulativeSums(p);
            Arrays.setAll(chosen, i -> positionAbove(sums, random.nextDouble()));
        } else {
            drawWithoutReplacement(random, chosen, p);
        }
        return positions;
    }

    private static double[] check(int population, NDArray probabilities) {
        if (probabilities.ndim() != 1) {
            throw new IllegalArgumentException("'p' must be 1-dimensional");
        }
        if (probabilities.size() != population) {
            throw new IllegalArgumentException("'a' and 'p' must have same size");
        }
        double[] p = probabilities.astype(DType.FLOAT64).toDoubleArray();
        double sum = sum(p, p.length);
        if (Double.isNaN(sum)) {
            throw new IllegalArgumentException("probabilities contain NaN");
        }
        for (double value : p) {
            if (value < 0) {
                throw new IllegalArgumentException("probabilities are not non-negative");
            }
        }
        double tolerance = probabilities.dtype() == DType.FLOAT32 ? FLOAT_TOLERANCE : TOLERANCE;
        if (Math.abs(sum - 1) > tolerance) {
            throw new IllegalArgumentException("probabilities do not sum to 1");
        }
        return p;
    }

    /**
     * Adds up the first numbers, with a second variable for the rounding errors (W. Kahan, "Further Remarks on Reducing
     * Truncation Errors", Communications of the ACM 8 (1965), 40).
     */
    static double sum(double[] values, int count) {
        double sum = values.length > 0 ? values[0] : 0;
        double lost = 0;
        for (int i = 1; i < count; i++) {
            double value = values[i] - lost;
            double next = sum + value;
            lost = (next - sum) - value;
            sum = next;
        }
        return sum;
    }

    private static double[] cumulativeSums(double... p) {
        double[] sums = p.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] = sums[i - 1] + sums[i];
        }
        double whole = sums[sums.length - 1];
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= whole;
        }
        return sums;
    }

    /** Returns the first position whose cumulative sum is greater than u. */
    private static int positionAbove(double[] sums, double u) {
        int from = 0;
        int to = sums.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sums[middle] <= u) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static void checkEnough(long size, double... p) {
        int possible = 0;
        for (double value : p) {
            possible += value > 0 ? 1 : 0;
        }
        if (possible < size) {
            throw new IllegalArgumentException("Fewer non-zero entries in p than size");
        }
    }

    /**
     * Draws as many positions as are missing, keeps the new ones and sets their probabilities to 0, until none is
     * missing.
     */
    private static void drawWithoutReplacement(RandomState random, long[] chosen, double... p) {
        int count = 0;
        while (count < chosen.length) {
            double[] sums = cumulativeSums(p);
            for (int missing = chosen.length - count; missing > 0; missing--) {
                int position = positionAbove(sums, random.nextDouble());
                if (p[position] > 0) {
                    p[position] = 0;
                    chosen[count++] = position;
                }
            }
        }
    }
}
