package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import java.util.Arrays;

/**
 * {@link WindowLoops} of {@code double}. Which pixel is the largest is as good as random, so that a processor would
 * mispredict a branch for each window. The loops of windows of 2x2 have none.
 */
@AlsoFor({float.class, long.class})
public final class DoubleWindowLoops implements WindowLoops<double[]> {
    @Override
    public void max(WindowRow row, double[] x, int from, double[] max, int to) {
        int step = row.stride();
        int n = row.count();
        if (row.isTwoByTwo()) {
            for (int i = 0; i < n; i++) {
                int upper = from + i * step;
                int lower = upper + row.imageWidth();
                max[to + i] = Math.max(Math.max(x[upper], x[upper + 1]), Math.max(x[lower], x[lower + 1]));
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            max[to + i] = x[from + i * step];
        }
        for (int pixel = 1; pixel < row.height() * row.width(); pixel++) {
            int first = from + pixel / row.width() * row.imageWidth() + pixel % row.width();
            for (int i = 0; i < n; i++) {
                max[to + i] = Math.max(max[to + i], x[first + i * step]);
            }
        }
    }

    @Override
    public void find(WindowRow row, double[] x, int plane, int first, double[] max, int to, long[] positions, int at) {
        if (row.isTwoByTwo()) {
            findOfFour(row, x, plane + first, first, max, to, positions, at);
            return;
        }
        max(row, x, plane + first, max, to);
        for (int i = 0; i < row.count(); i++) {
            int position = first + i * row.stride();
            position += firstOf(max[to + i], row, x, plane + position);
            positions[at + i] = position;
        }
    }

    /** Finds maxima of 2x2 pixels. The position follows from how many pixels, from the first on, are less. */
    private static void findOfFour(
            WindowRow row, double[] x, int from, int first, double[] max, int to, long[] positions, int at) {
        int down = row.imageWidth();
        for (int i = 0; i < row.count(); i++) {
            int p = from + i * row.stride();
            double a = x[p];
            double b = x[p + 1];
            double c = x[p + down];
            double largest = Math.max(Math.max(a, b), Math.max(c, x[p + down + 1]));
            max[to + i] = largest;
            int one = a < largest ? 1 : 0;
            int two = one & (b < largest ? 1 : 0);
            int three = two & (c < largest ? 1 : 0);
            boolean isNumber = a <= largest;
            int position = first + i * row.stride();
            position += isNumber ? one + two * (down - 1) + three : firstOf(largest, row, x, p);
            positions[at + i] = position;
        }
    }

    /** Returns how far behind a window's first pixel its maximum is. */
    private static int firstOf(double max, WindowRow row, double[] x, int from) {
        boolean isNumber = x[from] <= max;
        int column = 0;
        int offset = 0;
        while (isNumber ? x[from + offset] < max : isNumber(x[from + offset])) {
            column++;
            offset++;
            if (column == row.width()) {
                column = 0;
                offset += row.imageWidth() - row.width();
            }
        }
        return offset;
    }

    private static boolean isNumber(double x) {
        return x <= 0 || x > 0;
    }

    @Override
    public void clear(double[] sums, int from, int to) {
        Arrays.fill(sums, from, to, 0);
    }

    @Override
    public void addAt(double[] sums, int plane, long[] positions, double[] terms, int from, int at, int n) {
        for (int i = 0; i < n; i++) {
            sums[plane + (int) positions[at + i]] += terms[from + i];
        }
    }
}
