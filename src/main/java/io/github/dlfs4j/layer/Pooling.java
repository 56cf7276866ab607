package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.image.WindowMaximum;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.state.Scales;

/**
 * Max pooling, section 7.4.4: the largest pixel of every window of an image passes. Backward, that pixel gets the
 * gradient; if several pixels are equal, the first one does. A NaN counts as the largest pixel, as in the book's
 * {@code argmax}.
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
 *
 * <p>For the backward pass the layer remembers the positions of the largest pixels, not the images.
 */
@Scales(images = true)
public final class Pooling extends SerializableLayer {
    private static final long serialVersionUID = 1;

    private final transient SlidingWindow window;
    private transient Shape images;

    /** The position of the largest pixel of each window, counted in its image with the margin. */
    private transient NDArray positions;

    /**
     * Creates a layer.
     *
     * @param height the height of the window
     * @param width the width of the window
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @throws IllegalArgumentException {@code a window needs a positive size and stride and no negative padding, …}
     */
    public Pooling(int height, int width, int stride, int padding) {
        window = new SlidingWindow(height, width, stride, padding);
    }

    /** {@return the window of which the largest pixel passes: its size, stride and padding} */
    public SlidingWindow window() {
        return window;
    }

    /**
     * Takes the largest pixel of each window.
     *
     * @param x images of shape (n, channels, height, width)
     * @return shape (n, channels, out height, out width), where {@code out height = (height + 2 * padding - window
     *     height) / stride + 1}; NaN for a window that contains one
     * @throws IllegalArgumentException {@code Pooling needs images of shape (n, channels, height, width), not (3, 3)},
     *     or {@code a window of 5x5 does not fit into images of 4x4 with padding 0}
     */
    @Override
    public NDArray forward(NDArray x) {
        positions = NDArray.empty(DType.INT64, window.output("Pooling", x.shape()));
        images = x.shape();
        return WindowMaximum.find(x, window, positions);
    }

    @Override
    public NDArray infer(NDArray x) {
        window.output("Pooling", x.shape()); // refuses other shapes
        return WindowMaximum.find(x, window, null);
    }

    @Override
    Variable output(Variable x) {
        return x.pooling(window.height(), window.width(), window.strideY(), window.paddingY());
    }

    @Override
    public NDArray backward(NDArray dout) {
        Upstream.check(this, positions, dout);
        int height = images.get(2) + 2 * window.paddingY();
        int width = images.get(3) + 2 * window.paddingX();
        return window.crop(WindowMaximum.sums(height, width, positions, dout));
    }

    @Override
    public String toString() {
        return "Pooling(height=%s, width=%s, stride=%s, padding=%s)"
                .formatted(window.height(), window.width(), window.strideY(), window.paddingY());
    }
}
