package io.github.dlfs4j.ndarray.kernel.convolution;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The {@link WindowSums} of {@code double}. */
@AlsoFor({float.class, long.class})
public final class DoubleWindowSums implements WindowSums<double[]> {
    @Override
    public void add(WindowOffsets window, double[] seen, int from, double[] image, int to) {
        int n = window.outWidth();
        int at = from;
        for (int channel = 0; channel < window.channels(); channel++) {
            int plane = to + channel * window.height() * window.width();
            for (int y = 0; y < window.windowHeight(); y++) {
                for (int x = 0; x < window.windowWidth(); x++) {
                    for (int row = 0; row < window.outHeight(); row++) {
                        int first = plane + (row * window.strideY() + y) * window.width() + x;
                        addRow(seen, at, image, first, window.strideX(), n);
                        at += n;
                    }
                }
            }
        }
    }

    private static void addRow(double[] terms, int from, double[] sums, int to, int step, int n) {
        if (step == 1) {
            for (int i = 0; i < n; i++) {
                sums[to + i] += terms[from + i];
            }
            return;
        }
        for (int i = 0, at = to; i < n; i++, at += step) {
            sums[at] += terms[from + i];
        }
    }
}
