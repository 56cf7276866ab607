package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The deep network of section 8.1: three times two convolutions with ReLU and pooling, then a hidden layer; dropout
 * behind both Affine layers. It follows VGG (Simonyan and Zisserman, <i>Very Deep Convolutional Networks for
 * Large-Scale Image Recognition</i>, 2015). An object is a plan with the book's options, from which networks are built;
 * each option gives another plan. {@link #initial} is the book's network for images of 28x28 pixels.
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

    /** With padding 2 in the fourth, 28 pixels are pooled to 14, then 16 to 8, then 8 to 4. */
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
     * A plan with the book's options: 16, 16, 32, 32, 64 and 64 filters of 3x3 with padding 1, the fourth with 2, and a
     * stride of 1, 50 hidden neurons, 10 classes, and weights by He's initialisation.
     *
     * @param channels how many numbers a pixel has
     * @param height how many rows of pixels there are
     * @param width how many pixels a row has
     * @return a plan
     * @throws IllegalArgumentException {@code the number of channels must be at least 1, but is 0}, and likewise
     */
    public static DeepConvNet ofImages(int channels, int height, int width) {
        Shape image = ConvNetOptions.image(channels, height, width);
        return new DeepConvNet(new ConvNetOptions(image, CONVOLUTIONS, 50, 10, Initialization.he()));
    }

    /**
     * With another convolution, the book's {@code conv_param_1} to {@code conv_param_6}.
     *
     * @param number which one, from 1 to 6
     * @param filters how many filters it has
     * @param size the side of each
     * @param padding how many zeros are put on each side of the images
     * @param stride how far a filter moves from place to place
     * @return a plan
     * @throws IllegalArgumentException {@code there are convolutions 1 to 6, but not 7}, or {@code the stride must be
     *     at least 1, but is 0}, and likewise
     */
    public DeepConvNet convolution(int number, int filters, int size, int padding, int stride) {
        if (number < 1 || number > CONVOLUTIONS.size()) {
            throw new IllegalArgumentException(
                    "there are convolutions 1 to %d, but not %d".formatted(CONVOLUTIONS.size(), number));
        }
        return new DeepConvNet(options.withConvolution(number, new Filters(filters, size, padding, stride)));
    }

    /**
     * With another number of hidden neurons.
     *
     * @param neurons how many
     * @return a plan
     * @throws IllegalArgumentException {@code the number of hidden neurons must be at least 1, but is 0}
     */
    public DeepConvNet hidden(int neurons) {
        return new DeepConvNet(options.withHidden(neurons));
    }

    /**
     * With another number of classes.
     *
     * @param count how many
     * @return a plan
     * @throws IllegalArgumentException {@code the number of classes must be at least 1, but is 0}
     */
    public DeepConvNet classes(int count) {
        return new DeepConvNet(options.withClasses(count));
    }

    /**
     * With other first weights, all of one standard deviation.
     *
     * @param standardDeviation how widely they spread
     * @return a plan
     * @throws IllegalArgumentException {@code a standard deviation must not be negative, but is -1.0}
     */
    public DeepConvNet deviation(double standardDeviation) {
        return new DeepConvNet(options.withDeviation(standardDeviation));
    }

    /**
     * A network by this plan that has learned nothing.
     *
     * @param random draws W1 to W8, and later what dropout switches off
     * @return a network of float64 for images of shape (n, channels, height, width)
     * @throws IllegalArgumentException {@code a filter of 3x3 with padding 0 is larger than a side of 2 pixels}, or
     *     {@code after 6 convolutions an image has 0 pixels}
     */
    public Sequential build(RandomState random) {
        return of(options.parameters(random, 2), options.convolutions(), random);
    }

    /**
     * The options.
     *
     * @return a line for each convolution, and one for the rest
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("DeepConvNet of images " + options.image() + ":\n");
        for (int i = 1; i <= CONVOLUTIONS.size(); i++) {
            text.append("  %d: %s\n".formatted(i, options.convolutions().get(i - 1)));
        }
        return text.append("  ").append(options.otherLayers()).toString();
    }

    /**
     * The book's network that has learned nothing, its weights drawn by He's initialisation.
     *
     * @param random draws W1 to W8, and later what dropout switches off
     * @return a network of float64 for images of shape (n, 1, 28, 28)
     */
    public static Sequential initial(RandomState random) {
        return ofImages(1, 28, 28).build(random);
    }

    /**
     * A network of given parameters, which are used and not copied.
     *
     * @param parameters W1, b1 to W8, b8, as {@link #initial} has them; padding and stride are those of
     *     {@link #initial}
     * @param random draws what dropout switches off
     * @return a network
     * @throws IllegalArgumentException {@code parameter W1 is missing}, or if one does not fit its layer
     */
    public static Sequential of(Map<String, NDArray> parameters, RandomState random) {
        return of(parameters, CONVOLUTIONS, random);
    }

    private static Sequential of(Map<String, NDArray> parameters, List<Filters> convolutions, RandomState random) {
        SavedArrays saved = new SavedArrays("", parameters);
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
     * A network that has learned: the book's {@code ch08/deep_convnet_params.pkl}, or an npz file of the same arrays.
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
