package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.LayerReader;
import io.github.dlfs4j.state.Line;
import io.github.dlfs4j.state.SavedArrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Describes a network in one line for a file, and makes a network of such a line. The line is the network's
 * {@code toString()}, in which each layer names what its constructor needs besides arrays. A layer or network of your
 * own has a mark before its name.
 */
final class Architecture {
    /** The mark of what is not of this library. */
    static final String OWN = "own ";

    private static final String WEIGHT_DECAY = "weightDecay=";

    private final Map<String, NDArray> arrays;
    private final NetworkRegistry registry;
    private final Map<String, Integer> taken = new HashMap<>();
    private final RandomState random = new RandomState(0);

    private Architecture(Map<String, NDArray> arrays, NetworkRegistry registry) {
        this.arrays = arrays;
        this.registry = registry;
    }

    /** Returns the line of a network. */
    static String of(Network network) {
        if (network instanceof Sequential layers) {
            return layers.text(Architecture::part);
        }
        if (network instanceof TwoLayerNet layers) {
            return layers.text(Architecture::part);
        }
        if (network instanceof VariableNetwork variables) {
            return own(variables.model());
        }
        return network instanceof ThreeLayerNet ? network.toString() : own(network);
    }

    private static String part(Object layer) {
        return layer.getClass().getPackageName().equals(Layer.class.getPackageName()) ? layer.toString() : own(layer);
    }

    private static String own(Object part) {
        String text = part.toString();
        return OWN + (text != null && Line.isLine(text) ? text : LayerError.name(part));
    }

    /** Tells whether a line has a part that is not of this library. */
    static boolean hasOwn(String line) {
        return line.contains(OWN);
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

    /**
     * Makes the network of a line, with the given arrays as its parameters.
     *
     * @throws IllegalArgumentException if the line and the arrays make no network
     */
    static Network network(String line, Map<String, NDArray> arrays, NetworkRegistry registry) {
        Architecture architecture = new Architecture(arrays, registry);
        if (line.startsWith(OWN)) {
            return registry.network(architecture.saved(line, new SavedArrays("", arrays)::parameter));
        }
        Line whole = Line.of(line);
        Network network = architecture.network(whole);
        String made = of(network);
        if (!fits(Line.of(made), whole)) {
            throw new IllegalArgumentException("arrays of " + made);
        }
        return network;
    }

    /** Compares lines except for what stands at parts of the user's own: another class may have taken over a name. */
    private static boolean fits(Line made, Line line) {
        List<String> parts = line.arguments();
        return made.name().equals(line.name())
                && made.arguments().size() == parts.size()
                && IntStream.range(0, parts.size())
                        .allMatch(i -> parts.get(i).startsWith(OWN)
                                || parts.get(i).equals(made.arguments().get(i)));
    }

    private Network network(Line line) {
        List<String> parts = new ArrayList<>(line.arguments());
        double weightDecay = 0;
        if (!parts.isEmpty() && parts.get(parts.size() - 1).startsWith(WEIGHT_DECAY)) {
            weightDecay = Double.parseDouble(parts.remove(parts.size() - 1).substring(WEIGHT_DECAY.length()));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(line.name());
        }
        String last = parts.remove(parts.size() - 1);
        return switch (line.name()) {
            case "ThreeLayerNet" -> new ThreeLayerNet(arrays);
            case "TwoLayerNet" -> new TwoLayerNet(layer(last), arrays);
            case "Sequential" ->
                new Sequential(
                        weightDecay,
                        lastLayer(last),
                        parts.stream().map(this::layer).toArray(Layer[]::new));
            default -> throw new IllegalArgumentException(line.name());
        };
    }

    private LastLayer lastLayer(String part) {
        if (part.startsWith(OWN)) {
            return registry.lastLayer(saved(part, this::next));
        }
        return switch (part) {
            case "SoftmaxWithLoss" -> new SoftmaxWithLoss();
            case "IdentityWithLoss" -> new IdentityWithLoss();
            default -> throw new IllegalArgumentException(part);
        };
    }

    private Layer layer(String part) {
        Layer layer =
                part.startsWith(OWN) ? registry.layer(saved(part, this::next)) : reader().of(part, this::next, random);
        layer.parameters().keySet().forEach(this::take);
        layer.statistics().keySet().forEach(this::take);
        return layer;
    }

    @SuppressWarnings("unchecked") // the layers hand in their own
    private static LayerReader<Layer> reader() {
        new Relu(); // loads them
        return (LayerReader<Layer>) LayerReader.get();
    }

    private SavedPart saved(String part, Function<String, NDArray> ownArrays) {
        return new SavedPart(Line.of(part.substring(OWN.length())), ownArrays, random);
    }

    /** Returns the next array of a kind: for W first W1, then W2, as {@link Sequential} numbers them. */
    private NDArray next(String name) {
        return new SavedArrays("", arrays).parameter(name + (taken.getOrDefault(name, 0) + 1));
    }

    private void take(String name) {
        taken.merge(name, 1, Integer::sum);
    }
}
