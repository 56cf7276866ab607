package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A plan for the deep network of section 8.1: three blocks of two convolutions with ReLU and a pooling, then a hidden
 * layer and an output layer, each with dropout. It follows VGG (Simonyan and Zisserman, <i>Very Deep Convolutional
 * Networks for Large-Scale Image Recognition</i>, 2015). Its options are the book's. A plan is immutable: each option
 * returns a new plan. {@link #initial initial} builds the book's network for images of 28x28 pixels.
 *
 * <pre>{@code
 * Sequential net = DeepConvNet.initial(new RandomState(0));
 * System.out.println(net.layers().size() + " layers, " + net.parameters().size() + " parameters");
 * System.out.println(net.predict(NDArray.zeros(2, 1, 28, 28)).shape());
 * DeepConvNet plan = DeepConvNet.ofImages(3, 32, 32).convolution(4, 32, 3, 1, 1).hidden(100);
 * System.out.println(plan);
 * System.out.println(plan.build(new RandomState(0)).predict(NDArray.zeros(2, 3, 32, 32)).shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 20 layers, 16 parameters
 * (2, 10)
 * DeepConvNet of images (3, 32, 32):
 *   1: 16 filters of 3x3, padding 1, stride 1
 *   2: 16 filters of 3x3, padding 1, stride 1
 *   3: 32 filters of 3x3, padding 1, stride 1
 *   4: 32 filters of 3x3, padding 1, stride 1
 *   5: 64 filters of 3x3, padding 1, stride 1
 *   6: 64 filters of 3x3, padding 1, stride 1
 *   100 hidden neurons, 10 classes, He's initialisation
 * (2, 10)
 * }</pre>
 */
public final class DeepConvNet {
    private static final double DROPOUT = 0.5;

    /** A padding of 2 in the fourth makes 14 pixels 16, so that pooling halves 28 to 14, 16 to 8, and 8 to 4. */
    private static final List<Filters> CONVOLUTIONS = List.of(
            new Filters(16, 3, 1, 1),
            new Filters(16, 3, 1, 1),
            new Filters(32, 3, 1, 1),
            new Filters(32, 3, 2, 1),
            new Filters(64, 3, 1, 1),
            new Filters(64, 3, 1, 1));

    private final ConvNetOptions options;

    private DeepConvNet(ConvNetOptions options) {
        this.options = options;
    }

    /**
     * {@return a plan with the book's options: 16, 16, 32, 32, 64 and 64 filters of 3x3 with a padding of 1 (the fourth
     * convolution: 2) and a stride of 1, 50 hidden neurons, 10 classes, and He's initialisation}
     *
     * @param channels the number of channels of an image
     * @param height the number of rows of pixels
     * @param width the number of pixels in a row
     * @throws IllegalArgumentException {@code the number of channels must be at least 1, but is 0}, and likewise for
     *     height and width
     */
    public static DeepConvNet ofImages(int channels, int height, int width) {
        Shape image = ConvNetOptions.image(channels, height, width);
        return new DeepConvNet(new ConvNetOptions(image, CONVOLUTIONS, 50, 10, Initialization.he()));
    }

    /**
     * {@return a plan that changes one convolution, the book's {@code conv_param_1} to {@code conv_param_6}}
     *
     * @param number the number of the convolution, from 1 to 6
     * @param filters the number of its filters
     * @param size the side of a filter
     * @param padding the width of the margin of zeros around an image
     * @param stride the step from one position of a filter to the next
     * @throws IllegalArgumentException {@code there are convolutions 1 to 6, but not 7}, or {@code the stride must be
     *     at least 1, but is 0}, and likewise for the other numbers
     */
    public DeepConvNet convolution(int number, int filters, int size, int padding, int stride) {
        if (number < 1 || number > CONVOLUTIONS.size()) {
            throw new IllegalArgumentException(
                    "there are convolutions 1 to %s, but not %s".formatted(CONVOLUTIONS.size(), number));
        }
        return new DeepConvNet(options.withConvolution(number, new Filters(filters, size, padding, stride)));
    }

    /**
     * {@return a plan with another number of hidden neurons}
     *
     * @param neurons the number of hidden neurons
     * @throws IllegalArgumentException {@code the number of hidden neurons must be at least 1, but is 0}
     */
    public DeepConvNet hidden(int neurons) {
        return new DeepConvNet(options.withHidden(neurons));
    }

    /**
     * {@return a plan with another number of classes}
     *
     * @param count the number of classes
     * @throws IllegalArgumentException {@code the number of classes must be at least 1, but is 0}
     */
    public DeepConvNet classes(int count) {
        return new DeepConvNet(options.withClasses(count));
    }

    /**
     * {@return a plan whose first weights have the same standard deviation in all layers}
     *
     * @param standardDeviation the standard deviation
     * @throws IllegalArgumentException {@code a standard deviation must be finite and not negative, but is -1.0}
     */
    public DeepConvNet deviation(double standardDeviation) {
        return new DeepConvNet(options.withDeviation(standardDeviation));
    }

    /**
     * Returns a plan for a network of another dtype. In float32 it has the weights of float64, rounded; see <a
     * href="package-summary.html#float32">float32</a>.
     *
     * @param dtype float32 or float64
     * @return a plan
     * @throws IllegalArgumentException {@code a network computes in float32 or float64, not int64}
     */
    public DeepConvNet dtype(DType dtype) {
        return new DeepConvNet(options.withDType(dtype));
    }

    /**
     * Builds a network that has learned nothing.
     *
     * @param random the generator for W1 to W8, and later for dropout
     * @return a network for images of shape (n, channels, height, width), of the {@link #dtype dtype}, float64 if none
     *     was chosen
     * @throws IllegalArgumentException {@code a filter of 3x3 with padding 0 is larger than a side of 2 pixels}, or
     *     {@code after 6 convolutions an image has 0 pixels}
     */
    public Sequential build(RandomState random) {
        return of(options.parameters(random, 2), options.convolutions(), random);
    }

    /** {@return the options: a line for each convolution, and one for the rest} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("DeepConvNet of " + options.images() + ":\n");
        for (int i = 1; i <= CONVOLUTIONS.size(); i++) {
            text.append("  %s: %s\n".formatted(i, options.convolutions().get(i - 1)));
        }
        return text.append("  ").append(options.otherLayers()).toString();
    }

    /**
     * Builds the book's network, which has learned nothing, with He's initialisation.
     *
     * @param random the generator for W1 to W8, and later for dropout
     * @return a network of float64 for images of shape (n, 1, 28, 28)
     */
    public static Sequential initial(RandomState random) {
        return ofImages(1, 28, 28).build(random);
    }

    /**
     * Makes a network of given parameters, which it uses and does not copy. Padding and stride are the book's.
     *
     * @param parameters W1, b1 to W8, b8, as those of {@link #initial initial}
     * @param random the generator for dropout
     * @return a network
     * @throws IllegalArgumentException {@code parameter W1 is missing}, or if one does not fit its layer
     */
    public static Sequential of(Map<String, NDArray> parameters, RandomState random) {
        return of(parameters, CONVOLUTIONS, random);
    }

    private static Sequential of(Map<String, NDArray> parameters, List<Filters> convolutions, RandomState random) {
        SavedArrays saved = new SavedArrays("", Objects.requireNonNull(parameters, "parameters"));
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= convolutions.size(); i++) {
            Filters filters = convolutions.get(i - 1);
            layers.add(new Convolution(
                    saved.parameter("W" + i), saved.parameter("b" + i), filters.stride(), filters.padding()));
            layers.add(new Relu());
            if (i % 2 == 0) {
                layers.add(new Pooling(2, 2, 2, 0));
            }
        }
        layers.add(new Affine(saved.parameter("W7"), saved.parameter("b7")));
        layers.add(new Relu());
        layers.add(new Dropout(DROPOUT, random));
        layers.add(new Affine(saved.parameter("W8"), saved.parameter("b8")));
        layers.add(new Dropout(DROPOUT, random));
        return new Sequential(layers.toArray(Layer[]::new));
    }

    /**
     * Loads a trained network from the book's {@code ch08/deep_convnet_params.pkl}, or from an npz file of the same
     * arrays.
     *
     * @param file a pickle or an npz file
     * @return a network
     * @throws io.github.dlfs4j.ndarray.io.FileFormatException if the file is damaged or holds other arrays
     * @throws IOException if the file cannot be read
     */
    public static Sequential load(Path file) throws IOException {
        return SavedParameters.network(file, parameters -> of(parameters, new RandomState(0)));
    }
}
