package io.github.dlfs4j.ndarray.kernel.convolution;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Copies of an image to and from the planes of {@link WindowOffsets}. */
@AlsoFor(float.class)
final class DoublePlanes {
    private DoublePlanes() {}

    /** Copies an image to planes; the margin stays as it is. */
    static void ofImage(WindowOffsets windows, double[] images, int from, double[] planes) {
        int above = windows.paddingY();
        int before = windows.paddingX();
        int at = from;
        for (int channel = 0; channel < windows.channels(); channel++) {
            for (int y = 0; y < windows.height(); y++) {
                if (windows.strideX() == 1) {
                    System.arraycopy(images, at, planes, windows.offset(channel, y + above, before), windows.width());
                    at += windows.width();
                } else {
                    for (int x = 0; x < windows.width(); x++) {
                        planes[windows.offset(channel, y + above, x + before)] = images[at++];
                    }
                }
            }
        }
    }

    /** Copies planes to an image, without the margin. */
    static void toImage(WindowOffsets windows, double[] planes, double[] images, int to) {
        int above = windows.paddingY();
        int before = windows.paddingX();
        int at = to;
        for (int channel = 0; channel < windows.channels(); channel++) {
            for (int y = 0; y < windows.height(); y++) {
                if (windows.strideX() == 1) {
                    System.arraycopy(planes, windows.offset(channel, y + above, before), images, at, windows.width());
                    at += windows.width();
                } else {
                    for (int x = 0; x < windows.width(); x++) {
                        images[at++] = planes[windows.offset(channel, y + above, x + before)];
                    }
                }
            }
        }
    }
}
