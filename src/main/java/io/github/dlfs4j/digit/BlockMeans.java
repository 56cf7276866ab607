package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;

/** Shrinks a large picture, while it is read, to the means of square blocks, and lays it on paper. */
final class BlockMeans {
    /** The weights of red, green and blue in the luma of ITU-R BT.601. */
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private final int block;
    private final int rows;
    private final int columns;
    /** The sums of each channel, weighted by opacity. */
    private final double[][] sums;

    private final double[] opacities;
    private final double[] counts;

    BlockMeans(int width, int height, int channels) {
        block = (Math.max(width, height) - 1) / Ink.LONGEST_SIDE + 1;
        rows = Math.max(1, height / block);
        columns = Math.max(1, width / block);
        sums = new double[channels][rows * columns];
        opacities = new double[rows * columns];
        counts = new double[rows * columns];
    }

    /**
     * Adds a pixel. Pixels beyond the last whole block count to it.
     *
     * @param pixel its channels, from 0 to 1
     * @param opacity from 0 to 1
     */
    void add(int row, int column, double[] pixel, double opacity) {
        int i = Math.min(rows - 1, row / block) * columns + Math.min(columns - 1, column / block);
        for (int channel = 0; channel < sums.length; channel++) {
            sums[channel][i] += pixel[channel] * opacity;
        }
        opacities[i] += opacity;
        counts[i]++;
    }

    /** Returns the grey levels of the blocks, of shape (height, width). */
    NDArray grey() {
        return Colours.grey(onPaper(), rows, columns);
    }

    /** Returns the channels, with white paper behind transparent pixels, or black paper if the drawing is light. */
    private double[][] onPaper() {
        double light = 0;
        for (int channel = 0; channel < sums.length; channel++) {
            light += (sums.length == 1 ? 1 : LUMA[channel])
                    * Arrays.stream(sums[channel]).sum();
        }
        double paper = light > Arrays.stream(opacities).sum() / 2 ? 0 : 1;
        double[][] means = new double[sums.length][counts.length];
        for (int channel = 0; channel < sums.length; channel++) {
            for (int i = 0; i < counts.length; i++) {
                means[channel][i] = (sums[channel][i] + paper * (counts[i] - opacities[i])) / counts[i];
            }
        }
        return means;
    }

    /** Returns the luma of colours, pixel by pixel. */
    static double[] luma(double[][] colours) {
        double[] luma = new double[colours[0].length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = LUMA[0] * colours[0][i] + LUMA[1] * colours[1][i] + LUMA[2] * colours[2][i];
        }
        return luma;
    }
}
