package io.github.dlfs4j.network;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The options that the plans {@link SimpleConvNet} and {@link DeepConvNet} share.
 *
 * @param image the shape of an image, (channels, height, width)
 * @param convolutions the filters of each convolution
 * @param hidden the number of hidden neurons
 * @param classes the number of classes
 * @param initialization draws the first weights, and knows their dtype
 */
record ConvNetOptions(Shape image, List<Filters> convolutions, int hidden, int classes, Initialization initialization) {
    ConvNetOptions {
        Filters.atLeast(1, "the number of hidden neurons", hidden);
        Filters.atLeast(1, "the number of classes", classes);
    }

    /** Returns the shape of an image, and refuses a length below 1. */
    static Shape image(int channels, int height, int width) {
        Filters.atLeast(1, "the number of channels", channels);
        Filters.atLeast(1, "the height of an image", height);
        Filters.atLeast(1, "the width of an image", width);
        return Shape.of(channels, height, width);
    }

    /** Returns these options with another convolution; the first has the number 1. */
    ConvNetOptions withConvolution(int number, Filters filters) {
        List<Filters> changed = new ArrayList<>(convolutions);
        changed.set(number - 1, filters);
        return new ConvNetOptions(image, List.copyOf(changed), hidden, classes, initialization);
    }

    ConvNetOptions withHidden(int neurons) {
        return new ConvNetOptions(image, convolutions, neurons, classes, initialization);
    }

    ConvNetOptions withClasses(int count) {
        return new ConvNetOptions(image, convolutions, hidden, count, initialization);
    }

    ConvNetOptions withDeviation(double deviation) {
        return with(Initialization.normal(deviation).dtype(initialization.dtype()));
    }

    ConvNetOptions withDType(DType dtype) {
        return with(initialization.dtype(dtype));
    }

    private ConvNetOptions with(Initialization weights) {
        return new ConvNetOptions(image, convolutions, hidden, classes, weights);
    }

    /**
     * Draws the first parameters of a network.
     *
     * @param random the generator for the weights, layer by layer
     * @param convolutionsPerPooling the number of convolutions before each pooling, which halves the sides of the
     *     images
     * @return W1, b1, …: the parameters of the convolutions, of the hidden layer, and of the output layer
     */
    Map<String, NDArray> parameters(RandomState random, int convolutionsPerPooling) {
        List<int[]> shapes = new ArrayList<>();
        int channels = image.get(0);
        int height = image.get(1);
        int width = image.get(2);
        for (int i = 1; i <= convolutions.size(); i++) {
            Filters filters = convolutions.get(i - 1);
            shapes.add(new int[] {filters.count(), channels, filters.size(), filters.size()});
            channels = filters.count();
            int pooling = i % convolutionsPerPooling == 0 ? 2 : 1;
            height = filters.output(height) / pooling;
            width = filters.output(width) / pooling;
            if (height * width == 0) {
                String place = convolutions.size() == 1 ? "the pooling" : i + " convolutions";
                throw new IllegalArgumentException("after %s an image has 0 pixels".formatted(place));
            }
        }
        shapes.add(new int[] {channels * height * width, hidden});
        shapes.add(new int[] {hidden, classes});
        return initialization.parameters(random, shapes.toArray(int[][]::new));
    }

    /** Returns the shape of the images in words, and the dtype if it is not float64. */
    String images() {
        return "images " + image + initialization.inDType();
    }

    /** Returns the options of the layers after the convolutions, in words. */
    String otherLayers() {
        return "%s hidden neurons, %s classes, %s".formatted(hidden, classes, initialization);
    }
}
