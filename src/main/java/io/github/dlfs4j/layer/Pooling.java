package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.SlidingWindow;
import io.github.dlfs4j.ndarray.WindowMaximum;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * Max pooling, section 7.4.4: of every window of an image only the largest pixel goes on. On the way back the gradient
 * goes to the pixel that was the largest, the first of several; a NaN that won its window gets it, as in the book,
 * whose {@code argmax} finds it.
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
 * <p>For the way back the layer remembers where each largest pixel is, not the images.
 */
public final class Pooling extends SerializableLayer {
    private static final long serialVersionUID = 1;

    private final transient SlidingWindow window;
    private transient Shape images;

    /** Of the last forward, where in its image, the margin included, the largest pixel of each window is. */
    private transient NDArray positions;

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
        window = new SlidingWindow(height, width, stride, padding);
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
        positions = NDArray.zeros(DType.INT64, window.output("Pooling", x.shape()));
        images = x.shape();
        return largest(x, positions);
    }

    @Override
    public NDArray infer(NDArray x) {
        return largest(x, null);
    }

    /** The largest pixels; their positions in the padded images, if asked for. */
    private NDArray largest(NDArray x, NDArray found) {
        NDArray max = NDArray.zeros(x.dtype(), window.output("Pooling", x.shape()));
        WindowMaximum.find(window.pad(x), window.height(), window.width(), window.stride(), max, found);
        return max;
    }

    @Override
    public NDArray backward(NDArray dout) {
        Upstream.check(this, positions, dout);
        NDArray dx = window.pad(NDArray.zeros(dout.dtype(), images.toArray()));
        WindowMaximum.addAt(dx, positions, dout);
        return window.crop(dx);
    }

    @Override
    public String toString() {
        return "Pooling(height=%d, width=%d, stride=%d, padding=%d)"
                .formatted(window.height(), window.width(), window.stride(), window.padding());
    }

    @Override
    Serializable form() {
        return new Form(window.height(), window.width(), window.stride(), window.padding());
    }

    private record Form(int height, int width, int stride, int padding) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return SerializedForm.resolve(() -> new Pooling(height, width, stride, padding));
        }
    }
}
