package io.github.dlfs4j.ndarray.kernel.convolution;

/**
 * Where a window that slides over an image finds its pixels. The image, with a margin of zeros around each channel,
 * lies in planes. The offset of a pixel of the window and the offset of a position add up to an element of the planes.
 *
 * <p>With strides of 1, a channel is one plane. With strides s down and t across, it is s · t planes: plane (i, j) has
 * every t-th pixel of every s-th row, from row i and pixel j on. So neighbouring positions are always neighbours in
 * memory.
 *
 * @param channels the number of channels of an image
 * @param height the number of rows of pixels
 * @param width the number of pixels in a row
 * @param windowHeight the number of rows of a window, which fits into the image with its margin
 * @param windowWidth the number of pixels in a row of a window
 * @param strideY the rows from one position to the next
 * @param strideX the pixels from one position of a row to the next
 * @param paddingY the rows of the margin above and below
 * @param paddingX the pixels of the margin at the left and at the right
 */
public record WindowOffsets(
        int channels,
        int height,
        int width,
        int windowHeight,
        int windowWidth,
        int strideY,
        int strideX,
        int paddingY,
        int paddingX) {
    /** Returns the number of positions in a column. */
    int outHeight() {
        return (height + 2 * paddingY - windowHeight) / strideY + 1;
    }

    /** Returns the number of positions in a row. */
    int outWidth() {
        return (width + 2 * paddingX - windowWidth) / strideX + 1;
    }

    /** Returns the number of positions. */
    int positions() {
        return outHeight() * outWidth();
    }

    /** Returns the number of pixels of a window in one channel. */
    int pixelsOfChannel() {
        return windowHeight * windowWidth;
    }

    /** Returns the number of pixels of a window. */
    int windowSize() {
        return channels * pixelsOfChannel();
    }

    private int planeHeight() {
        return (height + 2 * paddingY + strideY - 1) / strideY;
    }

    /** Returns the distance from a row of positions to the next. */
    int planeWidth() {
        return (width + 2 * paddingX + strideX - 1) / strideX;
    }

    /** Returns the number of elements of an image without its margin. */
    int imageSize() {
        return channels * height * width;
    }

    /** Returns the number of elements of all planes. */
    int size() {
        return channels * strideY * strideX * planeHeight() * planeWidth();
    }

    /** Returns whether a channel is one plane. */
    boolean hasOnePlane() {
        return strideY == 1 && strideX == 1;
    }

    /** Returns whether the planes are the image itself. */
    boolean areImage() {
        return hasOnePlane() && paddingY == 0 && paddingX == 0;
    }

    /** Returns the number of elements from the first position to the last. */
    int reach() {
        return (outHeight() - 1) * planeWidth() + outWidth();
    }

    /** Returns the offset of a pixel of an image, or of a window, in the planes. */
    int offset(int channel, int y, int x) {
        int plane = (channel * strideY + y % strideY) * strideX + x % strideX;
        return (plane * planeHeight() + y / strideY) * planeWidth() + x / strideX;
    }

    /** Returns the offset of each pixel of the window, channel by channel and row by row. */
    int[] offsetsOfPixels() {
        int[] offsets = new int[windowSize()];
        int k = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < windowHeight; y++) {
                for (int x = 0; x < windowWidth; x++) {
                    offsets[k++] = offset(channel, y, x);
                }
            }
        }
        return offsets;
    }

    /** Returns the offset of each position, row by row. */
    int[] offsetsOfPositions() {
        int[] offsets = new int[positions()];
        for (int p = 0; p < offsets.length; p++) {
            offsets[p] = p / outWidth() * planeWidth() + p % outWidth();
        }
        return offsets;
    }
}
