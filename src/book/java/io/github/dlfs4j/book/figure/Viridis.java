package io.github.dlfs4j.book.figure;

import java.awt.Color;

/**
 * Matplotlib's colours from violet through green to yellow, in order of brightness.
 *
 * <p>Ten of the 256 colours of viridis, by Stéfan van der Walt, Nathaniel Smith and Eric Firing (2015, CC0), with
 * straight lines between them.
 */
final class Viridis {
    private static final int[] COLOURS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    private Viridis() {}

    /**
     * Returns a colour of the scale.
     *
     * @param position from 0, the darkest, to 1
     */
    static Color at(double position) {
        double place = Math.min(Math.max(position, 0), 1) * (COLOURS.length - 1);
        int lower = Math.min((int) place, COLOURS.length - 2);
        Color from = new Color(COLOURS[lower]);
        Color to = new Color(COLOURS[lower + 1]);
        double way = place - lower;
        return new Color(
                between(from.getRed(), to.getRed(), way),
                between(from.getGreen(), to.getGreen(), way),
                between(from.getBlue(), to.getBlue(), way));
    }

    private static int between(int from, int to, double way) {
        return (int) Math.round(from + way * (to - from));
    }
}
