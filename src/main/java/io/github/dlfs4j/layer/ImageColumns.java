package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/**
 * The matrix of what a window sees in an image, a column for each position: that of {@link Im2Col}, transposed. It is
 * there to be filled again and again, for one image after the other, and for the way back.
 *
 * <p>A row belongs to one pixel (y, x) of the window: it is the image, moved by that pixel. So the image is first
 * copied once for each x, with its margin; from these copies all y are whole runs of memory.
 */
final class ImageColumns {
    private final Window window;
    private final int height;
    private final int width;
    private final int outHeight;
    private final int outWidth;

    /** The images moved by x, of shape (channels, window width, height + 2 * padding, out width). */
    private final NDArray moved;

    /** Shape (channels, window height, window width, out height, out width). */
    private final NDArray windows;

    private final NDArray matrix;

    /** Of each y, the row of the windows, and the rows of the moved images that it meets: views, made once. */
    private final NDArray[] windowRows;

    private final NDArray[] movedRows;

    /** Of each x, the part of the image moved by it that is not margin; null if there is none. */
    private final NDArray[] movedInside;

    /**
     * Memory for images of one size.
     *
     * @param dtype of the matrix
     * @param images the shape of a batch of them
     */
    ImageColumns(Window window, DType dtype, Shape images) {
        int channels = images.get(1);
        this.window = window;
        height = images.get(2);
        width = images.get(3);
        outHeight = window.outHeight(height);
        outWidth = window.outWidth(width);
        moved = NDArray.zeros(dtype, channels, window.width(), height + 2 * window.padding(), outWidth);
        windows = NDArray.zeros(dtype, channels, window.height(), window.width(), outHeight, outWidth);
        matrix = windows.reshape(channels * window.height() * window.width(), outHeight * outWidth);
        windowRows = new NDArray[window.height()];
        movedRows = new NDArray[window.height()];
        for (int y = 0; y < window.height(); y++) {
            windowRows[y] = windows(y);
            movedRows[y] = rows(y);
        }
        movedInside = new NDArray[window.width()];
        for (int x = 0; x < window.width(); x++) {
            int first = firstInside(x);
            int end = endInside(x);
            movedInside[x] = first < end ? moved(x, first, end) : null;
        }
    }

    /** The matrix, of shape (channels * window height * window width, out height * out width). */
    NDArray matrix() {
        return matrix;
    }

    /** Fills the matrix from an image of shape (channels, height, width), and returns it; the margin stays 0. */
    NDArray read(NDArray image) {
        for (int x = 0; x < window.width(); x++) {
            if (movedInside[x] != null) {
                movedInside[x].at(Index.ellipsis()).set(pixels(image, x));
            }
        }
        for (int y = 0; y < window.height(); y++) {
            windowRows[y].at(Index.ellipsis()).set(movedRows[y]);
        }
        return matrix;
    }

    /** Adds to an image what the matrix holds of each pixel; the matrix is a gradient then. */
    void sumUp(NDArray image) {
        moved.fill(0);
        for (int y = 0; y < window.height(); y++) {
            movedRows[y].addi(windowRows[y]);
        }
        for (int x = 0; x < window.width(); x++) {
            if (movedInside[x] != null) {
                pixels(image, x).addi(movedInside[x]);
            }
        }
    }

    /** What row y of the windows holds: (channels, window width, out height, out width). */
    private NDArray windows(int y) {
        return windows.get(Index.all(), Index.at(y));
    }

    /** The rows of the moved images that row y of the window meets: (channels, window width, out height, out width). */
    private NDArray rows(int y) {
        int stride = window.stride();
        return moved.get(Index.all(), Index.all(), Index.range(y, y + stride * (outHeight - 1) + 1, stride));
    }

    /** The part of the image moved by x, without its margin, in the positions from first to end. */
    private NDArray moved(int x, int first, int end) {
        int padding = window.padding();
        return moved.get(Index.all(), Index.at(x), Index.range(padding, padding + height), Index.range(first, end));
    }

    /** The pixels of an image that column x of the window meets. */
    private NDArray pixels(NDArray image, int x) {
        int first = firstInside(x);
        int end = endInside(x);
        int stride = window.stride();
        int from = first * stride + x - window.padding();
        return image.get(Index.ellipsis(), Index.range(from, from + stride * (end - first - 1) + 1, stride));
    }

    /** The first position where column x of the window is not in the margin on the left. */
    private int firstInside(int x) {
        int outside = Math.max(0, window.padding() - x);
        return Math.min((outside + window.stride() - 1) / window.stride(), outWidth);
    }

    /** The position from which on column x of the window is in the margin on the right. */
    private int endInside(int x) {
        int last = width - 1 + window.padding() - x;
        return last < 0 ? 0 : Math.min(last / window.stride() + 1, outWidth);
    }
}
