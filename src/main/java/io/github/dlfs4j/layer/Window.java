package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/**
 * The window that slides over images, whose last two axes are height and width: its size, its steps, and the margin of
 * zeros around an image. The positions that it takes are the pixels of the output.
 */
record Window(int height, int width, int stride, int padding) {
    Window {
        if (height < 1 || width < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException(
                    "a window needs a positive size and stride and no negative padding, not %dx%d, stride %d, padding %d"
                            .formatted(height, width, stride, padding));
        }
    }

    /** The number of positions along an axis of the given length, {@code (H + 2P - FH) / S + 1}. */
    private int positions(int length, int size) {
        return (length + 2 * padding - size) / stride + 1;
    }

    /** The height of the output for images of the given height. */
    int outHeight(int imageHeight) {
        return positions(imageHeight, height);
    }

    /** The width of the output for images of the given width. */
    int outWidth(int imageWidth) {
        return positions(imageWidth, width);
    }

    /** Refuses what is no batch of images, or smaller than the window. */
    void check(String layer, Shape images) {
        if (images.ndim() != 4) {
            throw new IllegalArgumentException(
                    layer + " needs images of shape (n, channels, height, width), not " + images);
        }
        if (images.get(2) + 2 * padding < height || images.get(3) + 2 * padding < width) {
            throw new IllegalArgumentException("a window of %dx%d does not fit into images of %dx%d with padding %d"
                    .formatted(height, width, images.get(2), images.get(3), padding));
        }
    }

    /** The images with their margin. */
    NDArray pad(NDArray images) {
        if (padding == 0) {
            return images;
        }
        int[][] widths = new int[images.ndim()][2];
        widths[images.ndim() - 2] = new int[] {padding, padding};
        widths[images.ndim() - 1] = new int[] {padding, padding};
        return images.pad(widths);
    }

    /** What the window sees in each position: from (…, H, W) to (…, OH, OW, FH, FW), a view of the padded images. */
    NDArray views(NDArray images) {
        NDArray windows = pad(images).slidingWindowView(new int[] {height, width}, -2, -1);
        Index step = Index.range(null, null, stride);
        return windows.get(Index.ellipsis(), step, step, Index.all(), Index.all());
    }

    /** What the pixel (y, x) of the window meets in all positions: from (…, H, W) to (…, OH, OW), a view. */
    NDArray meets(NDArray padded, int y, int x) {
        int lastY = y + stride * (outHeightPadded(padded) - 1) + 1;
        int lastX = x + stride * (outWidthPadded(padded) - 1) + 1;
        return padded.get(Index.ellipsis(), Index.range(y, lastY, stride), Index.range(x, lastX, stride));
    }

    private int outHeightPadded(NDArray padded) {
        return (padded.shape(-2) - height) / stride + 1;
    }

    private int outWidthPadded(NDArray padded) {
        return (padded.shape(-1) - width) / stride + 1;
    }

    /**
     * The way back of {@link #views}: every pixel gets the sum of what the windows hold of it.
     *
     * @param windows shape (…, FH, FW, OH, OW)
     * @param imageHeight H
     * @param imageWidth W
     * @return shape (…, H, W)
     */
    NDArray sumUp(NDArray windows, int imageHeight, int imageWidth) {
        int[] lengths = windows.shape().toArray();
        int[] padded = Arrays.copyOf(lengths, lengths.length - 2);
        padded[padded.length - 2] = imageHeight + 2 * padding;
        padded[padded.length - 1] = imageWidth + 2 * padding;
        NDArray sums = NDArray.zeros(windows.dtype(), padded);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                NDArray part = windows.get(Index.ellipsis(), Index.at(y), Index.at(x), Index.all(), Index.all());
                meets(sums, y, x).addi(part);
            }
        }
        return crop(sums, imageHeight, imageWidth);
    }

    /** The images without their margin, a view. */
    NDArray crop(NDArray padded, int imageHeight, int imageWidth) {
        return padded.get(
                Index.ellipsis(),
                Index.range(padding, padding + imageHeight),
                Index.range(padding, padding + imageWidth));
    }
}
