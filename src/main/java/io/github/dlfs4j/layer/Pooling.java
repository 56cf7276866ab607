package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/**
 * Max pooling, section 7.4.4: of every window of an image only the largest pixel goes on. On the way back the gradient
 * goes to the pixel that was the largest, the first of several.
 *
 * <pre>{@code
 * Pooling pool = new Pooling(2, 2, 2, 0);
 * System.out.println(pool.forward(NDArray.of(new double[] {1, 2, 0, 1, 3, 0, 2, 4}, 1, 1, 2, 4)));
 * System.out.println(pool.backward(NDArray.of(new double[] {10, 20}, 1, 1, 1, 2)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[[[3. 4.]]]]
 * [[[[ 0.  0.  0.  0.]
 *    [10.  0.  0. 20.]]]]
 * }</pre>
 */
public final class Pooling implements Layer {
    private final Window window;
    private NDArray x;
    private NDArray out;

    /**
     * A layer without parameters.
     *
     * @param height the height of the window
     * @param width the width of the window
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @throws IllegalArgumentException {@code a window needs a positive size and stride and no negative padding, …}
     */
    public Pooling(int height, int width, int stride, int padding) {
        window = new Window(height, width, stride, padding);
    }

    /**
     * The largest pixels.
     *
     * @param x images of shape (n, channels, height, width)
     * @return shape (n, channels, out height, out width), where {@code out height = (height + 2 * padding - window
     *     height) / stride + 1}; NaN if one is in the window
     * @throws IllegalArgumentException {@code Pooling needs images of shape (n, channels, height, width), not (3, 3)},
     *     or {@code a window of 5x5 does not fit into images of 4x4 with padding 0}
     */
    @Override
    public NDArray forward(NDArray x) {
        return forward(x, null);
    }

    @Override
    public NDArray forward(NDArray x, NDArray spare) {
        out = infer(x, spare);
        this.x = x;
        return out;
    }

    @Override
    public NDArray infer(NDArray x) {
        return infer(x, null);
    }

    @Override
    public NDArray infer(NDArray x, NDArray spare) {
        window.check("Pooling", x.shape());
        Shape shape =
                Shape.of(x.shape(0), x.shape(1), window.outHeight(x.shape(2)), window.outWidth(x.shape(3)));
        NDArray max = Spare.orNew(spare, x.dtype(), shape);
        Batch.forEachBlock(x.shape(), part -> {
            NDArray padded = window.pad(part.of(x));
            NDArray largest = part.of(max);
            largest.at(Index.ellipsis()).set(meets(padded, 0));
            for (int pixel = 1; pixel < window.height() * window.width(); pixel++) {
                largest.maximum(meets(padded, pixel), largest);
            }
        });
        return max;
    }

    /** What a pixel of the window, counted in C order, meets in all positions. */
    private NDArray meets(NDArray padded, int pixel) {
        return window.meets(padded, pixel / window.width(), pixel % window.width());
    }

    @Override
    public NDArray backward(NDArray dout) {
        return backward(dout, null);
    }

    @Override
    public NDArray backward(NDArray dout, NDArray spare) {
        Upstream.check(this, out == null ? null : out.shape(), dout);
        NDArray dx = Spare.orNew(spare, dout.dtype(), x.shape());
        Batch.forEachBlock(x.shape(), part -> {
            NDArray images = part.of(dx).fill(0);
            NDArray sums = window.pad(images);
            passOn(part.of(dout), window.pad(part.of(x)), part.of(out), sums);
            if (window.padding() > 0) {
                images.at(Index.ellipsis()).set(window.crop(sums, x.shape(2), x.shape(3)));
            }
        });
        return dx;
    }

    /** Adds the gradient by each output to that by the first pixel which is as large. */
    private void passOn(NDArray dout, NDArray padded, NDArray max, NDArray sums) {
        NDArray rest = dout.copy();
        for (int pixel = 0; pixel < window.height() * window.width(); pixel++) {
            NDArray largest = meets(padded, pixel).eq(max);
            meets(sums, pixel).addi(NDArray.where(largest, rest, 0));
            rest.at(largest).set(0);
        }
    }
}
