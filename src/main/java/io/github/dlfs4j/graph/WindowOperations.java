package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.manipulation.WindowMaximum;

/** The pixels that sliding windows select from images with a margin, section 7.4. */
final class WindowOperations {
    private WindowOperations() {}

    /** Makes a row of the pixels in each window. */
    static Variable im2col(Variable images, SlidingWindow window) {
        NDArray positions = columns(images.shape(), window);
        return padded(images, window).apply(SelectionOperations.pick("im2col", positions));
    }

    /** Selects the largest pixel of each window. */
    static Variable pooling(Variable images, SlidingWindow window) {
        NDArray positions = largest(images.value(), window);
        return padded(images, window).apply(SelectionOperations.pick("pooling", positions));
    }

    private static Variable padded(Variable images, SlidingWindow window) {
        int[] margin = {window.paddingY(), window.paddingY()};
        return window.paddingY() == 0 ? images : images.pad(new int[][] {{0, 0}, {0, 0}, margin, margin});
    }

    /** Returns the positions of the pixels in each window, a row for each, for images of shape (n, channels, H, W). */
    private static NDArray columns(Shape images, SlidingWindow window) {
        int[] out = window.output("im2col", images);
        Shape padded =
                Shape.of(out[0], out[1], images.get(2) + 2 * window.paddingY(), images.get(3) + 2 * window.paddingY());
        SlidingWindow inside = new SlidingWindow(window.height(), window.width(), window.strideY(), 0);
        return inside.unfold(SelectionOperations.positions(padded))
                .transpose(0, 4, 5, 1, 2, 3)
                .reshape(out[0] * out[2] * out[3], out[1] * window.height() * window.width());
    }

    /** Returns the position of the largest pixel of each window, for images of shape (n, channels, H, W). */
    private static NDArray largest(NDArray images, SlidingWindow window) {
        int[] out = window.output("pooling", images.shape());
        NDArray padded = window.pad(images);
        NDArray found = NDArray.empty(DType.INT64, out);
        NDArray max = NDArray.empty(images.dtype(), out);
        WindowMaximum.find(padded, window.height(), window.width(), window.strideY(), max, found);
        int pixels = padded.shape(2) * padded.shape(3);
        return found.add(NDArray.arange(out[0] * out[1]).mul(pixels).reshape(out[0], out[1], 1, 1));
    }
}
