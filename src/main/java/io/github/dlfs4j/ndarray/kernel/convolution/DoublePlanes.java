package io.github.dlfs4j.ndarray.kernel.convolution;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Copies of an image to and from the planes of {@link WindowOffsets}. */
@AlsoFor(float.class)
final class DoublePlanes {
    /** Copies an image to planes; the margin stays as it is. */
    static void ofImage(WindowOffsets windows, double[] images, int from, double[] planes) {
        int above = windows.paddingY();
        int before = windows.paddingX();
        int height = windows.height();
        int width = windows.width();
        for (int channel = 0; channel < windows.channels(); channel++) {
            int at = from + channel * height * width;
            if (windows.hasOnePlane()) {
                int to = windows.offset(channel, above, before);
                copy(images, at, width, planes, to, windows.planeWidth(), height, width);
            } else {
                for (int i = 0; i < height * width; i++) {
                    planes[windows.offset(channel, i / width + above, i % width + before)] = images[at + i];
                }
            }
        }
    }

    /** Copies planes to an image, without the margin. */
    static void toImage(WindowOffsets windows, double[] planes, double[] images, int to) {
        int above = windows.paddingY();
        int before = windows.paddingX();
        int height = windows.height();
        int width = windows.width();
        for (int channel = 0; channel < windows.channels(); channel++) {
            int at = to + channel * height * width;
            if (windows.hasOnePlane()) {
                int from = windows.offset(channel, above, before);
                copy(planes, from, windows.planeWidth(), images, at, width, height, width);
            } else {
                for (int i = 0; i < height * width; i++) {
                    images[at + i] = planes[windows.offset(channel, i / width + above, i % width + before)];
                }
            }
        }
    }

    /** Copies rows of some length, which are so many steps apart. */
    static void copy(double[] a, int from, int step, double[] out, int to, int stepOfOut, int rows, int length) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(a, from + row * step, out, to + row * stepOfOut, length);
        }
    }
}
