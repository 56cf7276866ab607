package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.WindowMaximum;

/** The positions of pixels that windows choose from images, section 7.4. */
final class Windows {
    private Windows() {}

    /** The positions of what a window sees, a row for each of its places in images of shape (n, channels, H, W). */
    static NDArray columns(Shape images, int height, int width, int stride) {
        Index step = Index.range(null, null, stride);
        NDArray windows = Elements.positions(images)
                .slidingWindowView(new int[] {height, width}, -2, -1)
                .get(Index.ellipsis(), step, step, Index.all(), Index.all());
        int rows = windows.shape(0) * windows.shape(2) * windows.shape(3);
        return windows.transpose(0, 2, 3, 1, 4, 5).reshape(rows, windows.shape(1) * height * width);
    }

    /** The positions of the largest pixel of each window in images of shape (n, channels, H, W). */
    static NDArray largest(NDArray images, int height, int width, int stride) {
        int[] shape = images.shape().toArray();
        shape[2] = (shape[2] - height) / stride + 1;
        shape[3] = (shape[3] - width) / stride + 1;
        NDArray found = NDArray.zeros(DType.INT64, shape);
        WindowMaximum.find(images, height, width, stride, NDArray.zeros(images.dtype(), shape), found);
        int pixels = images.shape(2) * images.shape(3);
        NDArray first = NDArray.arange(shape[0] * shape[1]).mul(pixels).reshape(shape[0], shape[1], 1, 1);
        return found.add(first);
    }

    /** Refuses what is no batch of images, or no window. */
    static void check(String name, Shape images, int height, int width, int stride, int padding) {
        if (height < 1 || width < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException(
                    "a window needs a positive size and stride and no negative padding, not %dx%d, stride %d, padding %d"
                            .formatted(height, width, stride, padding));
        }
        if (images.ndim() != 4) {
            throw new IllegalArgumentException(
                    name + " needs images of shape (n, channels, height, width), not " + images);
        }
        if (images.get(2) + 2 * padding < height || images.get(3) + 2 * padding < width) {
            throw new IllegalArgumentException("a window of %dx%d does not fit into images of %dx%d with padding %d"
                    .formatted(height, width, images.get(2), images.get(3), padding));
        }
    }
}
