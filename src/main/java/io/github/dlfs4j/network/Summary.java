package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The table of a network's layers, with the shapes of their outputs. */
final class Summary {
    /** The largest side of an image that is tried. */
    private static final int LARGEST_SIDE = 1024;

    private static final String ROW = "%-24s%-22s%12s\n";
    private static final int WIDTH = 58;

    private final Sequential network;
    private final int[] input;

    /**
     * Creates the summary of a network.
     *
     * @param input the shape of one input; if empty, the smallest shape that fits
     */
    Summary(Sequential network, int[] input) {
        this.network = network;
        this.input = input.length > 0 ? input.clone() : inputOf(network);
    }

    /** Returns the smallest shape, unless a layer of a user, which may take any, comes before what tells it. */
    private static int[] inputOf(Sequential network) {
        int[] input = told(network);
        for (Layer layer : network.layers()) {
            boolean hasParameters = !layer.parameters().isEmpty();
            boolean isOwn = layer.getClass().getPackage() != Layer.class.getPackage();
            if (isOwn && (hasParameters || !fits(network, batch(1, input)))) {
                throw needed();
            }
            if (hasParameters) {
                break;
            }
        }
        return input;
    }

    /** Returns the smallest shape that an input can have. The first array of the network tells it. */
    private static int[] told(Sequential network) {
        Optional<NDArray> first = network.parameters().values().stream().findFirst();
        return first.flatMap(array -> switch (array.ndim()) {
                    case 1, 2 -> Optional.of(new int[] {array.shape(0)});
                    case 4 ->
                        IntStream.rangeClosed(1, LARGEST_SIDE)
                                .mapToObj(side -> new int[] {array.shape(1), side, side})
                                .filter(image -> fits(network, batch(0, image)))
                                .findFirst();
                    default -> Optional.empty();
                })
                .orElseThrow(() -> needed());
    }

    private static IllegalArgumentException needed() {
        return new IllegalArgumentException("the shape of an input is needed, as in summary(1, 28, 28)");
    }

    /** Tells whether images pass through all layers. An empty batch is fast. */
    private static boolean fits(Sequential network, int... images) {
        try {
            network.predict(NDArray.zeros(images));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Returns the shape of a batch. */
    private static int[] batch(int inputs, int[] input) {
        return IntStream.concat(IntStream.of(inputs), Arrays.stream(input)).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Sequential for inputs of shape %s, with %s at its end\n"
                .formatted(Shape.of(input), network.lastLayer()));
        text.append("_".repeat(WIDTH)).append('\n');
        text.append(ROW.formatted("Layer (type)", "Output Shape", "Param #"));
        text.append("=".repeat(WIDTH)).append('\n');
        NDArray out = NDArray.zeros(batch(1, input));
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            try {
                out = LayerError.computed(layers.get(i), layers.get(i).infer(out));
            } catch (RuntimeException e) {
                throw LayerError.of(layers, i, e);
            }
            text.append(ROW.formatted(
                    "%s %s".formatted(i + 1, LayerError.name(layers.get(i))),
                    out.shape().toString().replaceFirst("\\(\\d+, ?", "(None, "),
                    grouped(params(layers.get(i)))));
        }
        text.append("=".repeat(WIDTH)).append('\n');
        long trainable = elements(network.parameters().values());
        long all = elements(network.state().values());
        return text.append("Total params: %s\nTrainable params: %s\nNon-trainable params: %s\n"
                        .formatted(grouped(all), grouped(trainable), grouped(all - trainable)))
                .toString();
    }

    /** Returns how many numbers a layer has, those included that no gradient trains. */
    private static long params(Layer layer) {
        return elements(layer.parameters().values())
                + elements(layer.statistics().values());
    }

    private static long elements(Collection<NDArray> arrays) {
        return arrays.stream().mapToLong(NDArray::size).sum();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
