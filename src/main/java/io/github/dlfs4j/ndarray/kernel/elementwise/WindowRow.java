package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * A row of windows that slide along an image.
 *
 * @param height the height of a window
 * @param width the width of a window
 * @param stride the step from one window to the next
 * @param imageWidth the width of the image
 * @param count the number of windows
 */
public record WindowRow(int height, int width, int stride, int imageWidth, int count) {
    /** Returns whether a window has two rows of two pixels, the usual size, for which there are loops of their own. */
    public boolean isTwoByTwo() {
        return height == 2 && width == 2;
    }
}
