package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Layers;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.SavedArrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Describes a network in one line for a file, and makes a network of such a line. The line is the network's
 * {@code toString()}, in which each layer names what its constructor needs besides arrays.
 */
final class Architecture {
    private static final Pattern NETWORK = Pattern.compile("(\\w+)\\((.*?)(?:, weightDecay=([^,()]+))?\\)");
    /** A part is {@code Relu}, {@code Dropout(ratio=0.5)}, or a number, for example. */
    private static final Pattern PART = Pattern.compile("\\G(\\w+(?:\\([^()]*\\))?)(?:, |$)");

    private final Map<String, NDArray> arrays;
    private final Map<String, Integer> taken = new HashMap<>();
    private final RandomState random = new RandomState(0);

    private Architecture(Map<String, NDArray> arrays) {
        this.arrays = arrays;
    }

    /** Returns the line of a network. No network can be made of a line with a class of the user's own. */
    static String of(Network network) {
        if (network instanceof Sequential layers) {
            return layers.text(Architecture::part);
        }
        if (network instanceof TwoLayerNet layers) {
            return layers.text(Architecture::part);
        }
        return network instanceof ThreeLayerNet ? network.toString() : own(network);
    }

    private static String part(Object layer) {
        return layer.getClass().getPackageName().equals(Layer.class.getPackageName()) ? layer.toString() : own(layer);
    }

    private static String own(Object part) {
        return "own " + part.getClass().getName();
    }

    /** Returns the numbers of neurons of fully connected layers, from the inputs to the outputs. */
    static String sizes(Map<String, NDArray> parameters) {
        List<NDArray> weights =
                parameters.values().stream().filter(array -> array.ndim() == 2).toList();
        Stream<Integer> sizes = weights.stream().map(w -> w.shape(0));
        int outputs = weights.get(weights.size() - 1).shape(1);
        return String.join(
                ", ",
                Stream.concat(sizes, Stream.of(outputs)).map(String::valueOf).toList());
    }

    /** Returns the lines of the parts of a network. */
    private static List<String> parts(String content) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(content);
        int end = 0;
        while (end < content.length() && part.find()) {
            parts.add(part.group(1));
            end = part.end();
        }
        if (parts.isEmpty() || end < content.length()) {
            throw unknown(content.substring(end));
        }
        return parts;
    }

    private static IllegalArgumentException unknown(String part) {
        return new IllegalArgumentException(part);
    }

    /**
     * Makes the network of a line, with the given arrays as its parameters.
     *
     * @throws IllegalArgumentException if the line and the arrays make no network
     */
    static Network network(String line, Map<String, NDArray> arrays) {
        Matcher whole = NETWORK.matcher(line);
        if (!whole.matches()) {
            throw unknown(line);
        }
        List<String> parts = parts(whole.group(2));
        double weightDecay = whole.group(3) == null ? 0 : Double.parseDouble(whole.group(3));
        Network network = new Architecture(arrays).network(whole.group(1), parts, weightDecay);
        if (!of(network).equals(line)) {
            throw new IllegalArgumentException("arrays of " + of(network));
        }
        return network;
    }

    private Network network(String kind, List<String> parts, double weightDecay) {
        int last = parts.size() - 1;
        return switch (kind) {
            case "ThreeLayerNet" -> new ThreeLayerNet(arrays);
            case "TwoLayerNet" -> new TwoLayerNet(arrays, layer(parts.get(last)));
            case "Sequential" ->
                new Sequential(
                        weightDecay,
                        lastLayer(parts.get(last)),
                        parts.subList(0, last).stream().map(this::layer).toArray(Layer[]::new));
            default -> throw unknown(kind);
        };
    }

    private static LastLayer lastLayer(String part) {
        String name = part.replaceFirst("\\(.*", "");
        return switch (name) {
            case "SoftmaxWithLoss" -> new SoftmaxWithLoss();
            case "IdentityWithLoss" -> new IdentityWithLoss();
            default -> throw unknown(name);
        };
    }

    private Layer layer(String part) {
        return Layers.of(part, this::next, random);
    }

    /** Returns the next array of a kind: for W first W1, then W2, as {@link Sequential} numbers them. */
    private NDArray next(String name) {
        return new SavedArrays("", arrays).parameter(name + taken.merge(name, 1, Integer::sum));
    }
}
