package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.image.WindowMaximum;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;

/** What sliding windows see of images with a margin, sections 7.3 and 7.4. */
final class WindowOperations {
    /** Makes a row of the pixels in each window. This and {@link #col2im} are each the backward pass of the other. */
    static Operation im2col(Shape images, SlidingWindow window) {
        int[] out = window.output("im2col", images);
        return unary(
                "im2col",
                x -> window.unfold(x)
                        .transpose(0, 4, 5, 1, 2, 3)
                        .reshape(out[0] * out[2] * out[3], out[1] * window.height() * window.width()),
                (dout, x, y) -> dout.apply(col2im(images, window)));
    }

    /** Adds up the rows of a matrix to images. */
    static Operation col2im(Shape images, SlidingWindow window) {
        int[] out = window.output("col2im", images);
        return unary(
                "col2im",
                x -> window.fold(
                        x.reshape(out[0], out[2], out[3], out[1], window.height(), window.width())
                                .transpose(0, 3, 4, 5, 1, 2),
                        images),
                (dout, x, y) -> dout.apply(im2col(images, window)).inShape(x.shape()));
    }

    /** Selects the largest pixel of each window. */
    static Variable pooling(Variable images, SlidingWindow window) {
        NDArray positions = largest(images.value(), window);
        return padded(images, window)
                .apply(SelectionOperations.pick("pooling", positions)
                        .inOnnx(inputs -> OnnxOperator.of("MaxPool", window, 0, 0)));
    }

    private static Variable padded(Variable images, SlidingWindow window) {
        int[] rows = {window.paddingY(), window.paddingY()};
        int[] columns = {window.paddingX(), window.paddingX()};
        boolean hasMargin = window.paddingY() > 0 || window.paddingX() > 0;
        return hasMargin ? images.pad(new int[][] {{0, 0}, {0, 0}, rows, columns}) : images;
    }

    /** Returns the position of the largest pixel of each window, for images of shape (n, channels, H, W). */
    private static NDArray largest(NDArray images, SlidingWindow window) {
        int[] out = window.output("pooling", images.shape());
        NDArray found = NDArray.empty(DType.INT64, out);
        WindowMaximum.find(images, window, found);
        int pixels = (images.shape(2) + 2 * window.paddingY()) * (images.shape(3) + 2 * window.paddingX());
        return found.add(NDArray.arange(out[0] * out[1]).mul(pixels).reshape(out[0], out[1], 1, 1));
    }

    /** Averages the pixels in each window. This and {@link #shares} are each the backward pass of the other. */
    static Operation averagePooling(Shape images, SlidingWindow window) {
        window.output("average pooling", images);
        return unary(
                "average pooling",
                x -> window.unfold(x).mean(ReductionOptions.axes(2, 3)),
                (dout, x, y) -> dout.apply(shares(images, window)));
    }

    /** Gives every pixel of a window the same share. */
    private static Operation shares(Shape images, SlidingWindow window) {
        int[] out = window.output("average pooling", images);
        Shape seen = Shape.of(out[0], out[1], window.height(), window.width(), out[2], out[3]);
        return unary(
                "shares",
                x -> window.fold(
                        x.div((double) window.height() * window.width())
                                .reshape(out[0], out[1], 1, 1, out[2], out[3])
                                .broadcastTo(seen),
                        images),
                (dout, x, y) -> dout.apply(averagePooling(images, window)));
    }
}
