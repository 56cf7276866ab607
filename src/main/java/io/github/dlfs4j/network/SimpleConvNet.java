package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A plan for the convolutional network of section 7.5: convolution, ReLU and pooling, then Affine, ReLU and Affine. Its
 * options are the book's. A plan is immutable: each option returns a new plan. {@link #initial initial} builds the
 * book's network for images of 28x28 pixels.
 *
 * <pre>{@code
 * Sequential net = SimpleConvNet.initial(new RandomState(0));
 * net.parameters().forEach((name, array) -> System.out.println(name + " " + array.shape()));
 * System.out.println(net.predict(NDArray.zeros(2, 1, 28, 28)).shape());
 * SimpleConvNet plan = SimpleConvNet.ofImages(3, 32, 32).filters(16, 3).padding(1).hidden(50);
 * System.out.println(plan);
 * System.out.println(plan.build(new RandomState(0)).predict(NDArray.zeros(2, 3, 32, 32)).shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * W1 (30, 1, 5, 5)
 * b1 (30,)
 * W2 (4320, 100)
 * b2 (100,)
 * W3 (100, 10)
 * b3 (10,)
 * (2, 10)
 * SimpleConvNet of images (3, 32, 32): 16 filters of 3x3, padding 1, stride 1, 50 hidden neurons, 10 classes, deviation 0.01
 * (2, 10)
 * }</pre>
 */
public final class SimpleConvNet {
    private static final Filters FILTERS = new Filters(30, 5, 0, 1);

    private final ConvNetOptions options;

    private SimpleConvNet(ConvNetOptions options) {
        this.options = options;
    }

    /**
     * {@return a plan with the book's options: 30 filters of 5x5, no padding, a stride of 1, 100 hidden neurons, 10
     * classes, and weights with a standard deviation of 0.01}
     *
     * @param channels the number of channels of an image
     * @param height the number of rows of pixels
     * @param width the number of pixels in a row
     * @throws IllegalArgumentException {@code the number of channels must be at least 1, but is 0}, and likewise for
     *     height and width
     */
    public static SimpleConvNet ofImages(int channels, int height, int width) {
        Shape image = ConvNetOptions.image(channels, height, width);
        return new SimpleConvNet(new ConvNetOptions(image, List.of(FILTERS), 100, 10, Initialization.normal(0.01)));
    }

    private Filters filters() {
        return options.convolutions().get(0);
    }

    private SimpleConvNet with(Filters filters) {
        return new SimpleConvNet(options.withConvolution(1, filters));
    }

    /**
     * {@return a plan with other filters}
     *
     * @param count the number of filters
     * @param size the side of a filter
     * @throws IllegalArgumentException {@code the number of filters must be at least 1, but is 0}, and likewise for the
     *     size
     */
    public SimpleConvNet filters(int count, int size) {
        return with(new Filters(count, size, filters().padding(), filters().stride()));
    }

    /**
     * {@return a plan with another padding}
     *
     * @param padding the width of the margin of zeros around an image
     * @throws IllegalArgumentException {@code the padding must be at least 0, but is -1}
     */
    public SimpleConvNet padding(int padding) {
        return with(new Filters(
                filters().count(), filters().size(), padding, filters().stride()));
    }

    /**
     * {@return a plan with another stride}
     *
     * @param stride the step from one position of a filter to the next
     * @throws IllegalArgumentException {@code the stride must be at least 1, but is 0}
     */
    public SimpleConvNet stride(int stride) {
        return with(new Filters(filters().count(), filters().size(), filters().padding(), stride));
    }

    /**
     * {@return a plan with another number of hidden neurons}
     *
     * @param neurons the number of hidden neurons
     * @throws IllegalArgumentException {@code the number of hidden neurons must be at least 1, but is 0}
     */
    public SimpleConvNet hidden(int neurons) {
        return new SimpleConvNet(options.withHidden(neurons));
    }

    /**
     * {@return a plan with another number of classes}
     *
     * @param count the number of classes
     * @throws IllegalArgumentException {@code the number of classes must be at least 1, but is 0}
     */
    public SimpleConvNet classes(int count) {
        return new SimpleConvNet(options.withClasses(count));
    }

    /**
     * {@return a plan with another standard deviation of the first weights}
     *
     * @param standardDeviation the standard deviation
     * @throws IllegalArgumentException {@code a standard deviation must be finite and not negative, but is -1.0}
     */
    public SimpleConvNet deviation(double standardDeviation) {
        return new SimpleConvNet(options.withDeviation(standardDeviation));
    }

    /**
     * Returns a plan for a network of another dtype. In float32 it has the weights of float64, rounded; see <a
     * href="package-summary.html#float32">float32</a>.
     *
     * @param dtype float32 or float64
     * @return a plan
     * @throws IllegalArgumentException {@code a network computes in float32 or float64, not int64}
     */
    public SimpleConvNet dtype(DType dtype) {
        return new SimpleConvNet(options.withDType(dtype));
    }

    /**
     * Builds a network that has learned nothing.
     *
     * @param random the generator for W1, W2, W3
     * @return a network for images of shape (n, channels, height, width), of the {@link #dtype dtype}, float64 if none
     *     was chosen
     * @throws IllegalArgumentException {@code a filter of 5x5 with padding 0 is larger than a side of 3 pixels}, or
     *     {@code after the pooling an image has 0 pixels}
     */
    public Sequential build(RandomState random) {
        return of(options.parameters(random, 1), filters());
    }

    /** {@return the options in one line} */
    @Override
    public String toString() {
        return "SimpleConvNet of %s: %s, %s".formatted(options.images(), filters(), options.otherLayers());
    }

    /**
     * Builds the book's network, which has learned nothing: 30 filters of 5x5, 100 hidden neurons, weights with a
     * standard deviation of 0.01.
     *
     * @param random the generator for W1, W2, W3
     * @return a network of float64 for images of shape (n, 1, 28, 28)
     */
    public static Sequential initial(RandomState random) {
        return ofImages(1, 28, 28).build(random);
    }

    /**
     * Makes a network of given parameters, which it uses and does not copy. Their shapes decide the numbers of filters,
     * hidden neurons and classes; there is no padding, and the stride is 1.
     *
     * @param parameters W1, b1, W2, b2, W3, b3, as those of {@link #initial initial}
     * @return a network
     * @throws IllegalArgumentException {@code parameter W1 is missing}, or if one does not fit its layer
     */
    public static Sequential of(Map<String, NDArray> parameters) {
        return of(parameters, FILTERS);
    }

    private static Sequential of(Map<String, NDArray> parameters, Filters filters) {
        SavedArrays saved = new SavedArrays("", Objects.requireNonNull(parameters, "parameters"));
        return new Sequential(
                new Convolution(saved.parameter("W1"), saved.parameter("b1"), filters.stride(), filters.padding()),
                new Relu(),
                new Pooling(2, 2, 2, 0),
                new Affine(saved.parameter("W2"), saved.parameter("b2")),
                new Relu(),
                new Affine(saved.parameter("W3"), saved.parameter("b3")));
    }

    /**
     * Loads a trained network from the book's {@code ch07/params.pkl}, or from an npz file of the same arrays.
     *
     * @param file a pickle or an npz file
     * @return a network
     * @throws io.github.dlfs4j.ndarray.io.FileFormatException if the file is damaged or holds other arrays
     * @throws IOException if the file cannot be read
     */
    public static Sequential load(Path file) throws IOException {
        return SavedParameters.network(file, SimpleConvNet::of);
    }
}
