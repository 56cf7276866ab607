package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.image.WindowProduct;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.Scales;
import io.github.dlfs4j.state.TorchTensor;
import java.util.Objects;

/**
 * A convolutional layer, section 7.4. Filters slide over images; each filter gives an image that shows how well it
 * matches at every position (LeCun et al., <i>Gradient-Based Learning Applied to Document Recognition</i>, 1998).
 *
 * <pre>{@code
 * NDArray edge = NDArray.of(new double[] {1, -1}, 1, 1, 1, 2);
 * Convolution layer = new Convolution(edge, NDArray.zeros(1), 1, 0);
 * System.out.println(layer.forward(NDArray.of(new double[] {5, 5, 1, 1, 1, 5}, 1, 1, 2, 3)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[[[ 0.  4.]
 *    [ 0. -4.]]]]
 * }</pre>
 *
 * <p>Filtering is a product of matrices: the filters, of shape (filters, channels * height * width), times a matrix
 * with a column for what a filter sees at each position. {@code WindowProduct} computes it, image by image.
 *
 * <p>Several threads may call {@link #infer infer} at once.
 */
@Scales(images = true)
@TorchTensor(name = "weight", of = "W")
@TorchTensor(name = "bias", of = "b")
public final class Convolution extends WeightedLayer {
    private static final long serialVersionUID = 1;

    private final transient SlidingWindow window;

    /**
     * Creates a layer of the given parameters. The layer uses these arrays and does not copy them, so it sees what an
     * optimiser changes.
     *
     * @param weights the filters, of shape (filters, channels, height, width)
     * @param bias shape (filters,)
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @throws IllegalArgumentException {@code W must have the shape (filters, channels, height, width), not (2, 3)},
     *     {@code b must have the shape (3,), not (2,)}, or {@code a window needs a positive size and stride and no
     *     negative padding, …}
     */
    public Convolution(NDArray weights, NDArray bias, int stride, int padding) {
        super(weights, 4, "W must have the shape (filters, channels, height, width), not %s", bias, 0);
        window = new SlidingWindow(weights.shape(2), weights.shape(3), stride, padding);
    }

    /**
     * Creates a layer of square filters with random weights and a bias of 0.
     *
     * <pre>{@code
     * System.out.println(Convolution.of(1, 30, 5, 1, 0, Initialization.he(), new RandomState(0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * Convolution(30, 1, 5, 5, stride=1, padding=0)
     * }</pre>
     *
     * @param channels the number of channels of an image
     * @param filters the number of filters, which is the number of channels of the output
     * @param size the side of each filter
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @param initialization draws the first weights, such as {@code Initialization.he()}
     * @param random the generator for the weights
     * @return a layer of the dtype in which the weights are drawn: float64 with {@code Initialization.he()}, float32
     *     with {@code Initialization.he().dtype(DType.FLOAT32)}
     * @throws IllegalArgumentException as for the constructor
     */
    public static Convolution of(
            int channels,
            int filters,
            int size,
            int stride,
            int padding,
            Initializer initialization,
            RandomState random) {
        new SlidingWindow(size, size, stride, padding); // refuses a size before anything is drawn
        NDArray weights =
                FirstWeights.of(initialization, random, channels * size * size, filters, channels, size, size);
        return new Convolution(weights, NDArray.zeros(weights.dtype(), filters), stride, padding);
    }

    /** {@return the window that a filter sees at each position: its size, stride and padding} */
    public SlidingWindow window() {
        return window;
    }

    /**
     * Filters images.
     *
     * @param x images of shape (n, channels, height, width)
     * @return shape (n, filters, out height, out width), where {@code out height = (height + 2 * padding - filter
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code Convolution needs images of shape (n, channels, height, width), not (3,
     *     3)}, {@code Convolution of 3 channels cannot take images of 1}, or {@code a window of 5x5 does not fit into
     *     images of 4x4 with padding 0}
     */
    @Override
    public NDArray forward(NDArray x) {
        return remember(x, infer(x));
    }

    @Override
    public NDArray infer(NDArray x) {
        return new WindowProduct(Objects.requireNonNull(x, "x"), weights, window).filtered(bias);
    }

    @Override
    Variable output(Variable x) {
        Variable filters = Variable.constant(weights);
        return x.conv2d(filters, Variable.constant(bias), window.strideY(), window.paddingY());
    }

    /**
     * Computes the gradient with respect to the images, and the gradients {@link #dW() dW} and {@link #db() db} with
     * respect to the parameters.
     *
     * @param dout the gradient of the loss with respect to the output, of its shape
     * @return an array of the shape of the images
     */
    @Override
    public NDArray backward(NDArray dout) {
        backwardToParameters(dout);
        return new WindowProduct(x, weights, window).gradientOfImages(dout);
    }

    @Override
    public void backwardToParameters(NDArray dout) {
        Upstream.check(this, output, dout);
        WindowProduct product = new WindowProduct(x, weights, window);
        dW = product.gradientOfFilters(dout);
        db = product.gradientOfBias(dout);
    }

    @Override
    public String toString() {
        return "Convolution(%s, %s, %s, %s, stride=%s, padding=%s)"
                .formatted(
                        weights.shape(0),
                        weights.shape(1),
                        window.height(),
                        window.width(),
                        window.strideY(),
                        window.paddingY());
    }
}
