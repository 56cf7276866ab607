package io.github.dlfs4j.ndarray.kernel.sorting;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import java.util.Arrays;

/**
 * Brings the element that belongs at a place there, with no greater element before and no smaller one behind, in place
 * (R. W. Floyd and R. L. Rivest, <i>Expected time bounds for selection</i>, 1975). A sorted sample tells two numbers
 * between which the element probably lies. Smaller elements go to the front and greater ones to the back, and the
 * search goes on among those between. The sample is always at the same places, so that the result depends on the
 * elements alone.
 */
@AlsoFor({float.class, long.class})
public final class DoubleSelection {
    /** Fewer elements than this are sorted. */
    private static final int FEW = 80;

    /** After so many samples that told little, the rest is sorted. */
    private static final int MOST_SAMPLES = 16;

    /**
     * Brings elements to their places.
     *
     * @param a the elements, without NaN
     * @param from the first index
     * @param to the index after the last
     * @param places the places, counted from the first index, ascending; those behind the last index are ignored
     */
    public static void select(double[] a, int from, int to, int... places) {
        int start = from;
        for (int place : places) {
            int index = from + place;
            if (index >= start && index < to) {
                select(a, start, to, index);
                start = index + 1;
            }
        }
    }

    private static void select(double[] a, int start, int end, int index) {
        int from = start;
        int to = end;
        for (int samples = 0; to - from >= FEW && samples < MOST_SAMPLES; samples++) {
            double[] sample = sample(a, from, to);
            int rank = (int) ((long) (index - from) * sample.length / (to - from));
            int root = (int) Math.sqrt(sample.length);
            int margin = root * 3 / 4;
            if (rank >= margin) {
                int middle = smallerToFront(a, from, to, sample[rank - margin]);
                if (index < middle) {
                    to = middle;
                    continue;
                }
                from = middle;
            }
            if (rank + margin < sample.length) {
                double upper = sample[rank + margin];
                int middle = greaterToBack(a, from, to, upper);
                if (index >= middle) {
                    from = middle;
                    continue;
                }
                to = middle;
                if (rank >= margin && sample[rank - margin] == upper) {
                    return;
                }
            }
        }
        Arrays.sort(a, from, to);
    }

    /** Returns some elements at regular distances, sorted. */
    private static double[] sample(double[] a, int from, int to) {
        double[] sample = new double[2 * (int) Math.sqrt(to - from)];
        int step = (to - from) / sample.length;
        for (int i = 0; i < sample.length; i++) {
            sample[i] = a[from + i * step];
        }
        Arrays.sort(sample);
        return sample;
    }

    /** Moves elements below a bound to the front, without a branch, and returns the index after them. */
    private static int smallerToFront(double[] a, int from, int to, double bound) {
        int middle = from;
        for (int i = from; i < to; i++) {
            double element = a[i];
            a[i] = a[middle];
            a[middle] = element;
            middle += element < bound ? 1 : 0;
        }
        return middle;
    }

    /** Moves elements above a bound to the back, and returns the index of the first. */
    private static int greaterToBack(double[] a, int from, int to, double bound) {
        int middle = from;
        for (int i = from; i < to; i++) {
            double element = a[i];
            a[i] = a[middle];
            a[middle] = element;
            middle += element <= bound ? 1 : 0;
        }
        return middle;
    }
}
