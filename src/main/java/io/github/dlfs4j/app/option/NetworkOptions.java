package io.github.dlfs4j.app.option;

import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The network to train.
 *
 * @param kind the kind of network
 * @param hidden the number of neurons of each hidden layer; empty if the kind decides
 * @param batchNormalization whether there is batch normalisation; in a multi-layer network only
 * @param dropout the ratio of dropout; 0 for none; in a multi-layer network only
 * @param weightDecay the strength of weight decay; 0 for none; in a multi-layer network only
 * @param dtype the dtype in which it computes, float32 or float64
 */
public record NetworkOptions(
        NetworkKind kind,
        List<Integer> hidden,
        boolean batchNormalization,
        double dropout,
        double weightDecay,
        DType dtype) {
    private static final int SIZE = NetworkKind.SIZE;
    private static final int CLASSES = 10;

    /** Keeps the options. */
    public NetworkOptions {
        hidden = List.copyOf(hidden);
    }

    static NetworkOptions twoLayer(int hidden, DType dtype) {
        return new NetworkOptions(NetworkKind.TWO_LAYER, List.of(hidden), false, 0, 0, dtype);
    }

    /**
     * Creates the network with random weights.
     *
     * @param random draws the weights
     * @return a new network
     */
    public Network create(RandomState random) {
        return switch (kind) {
            case TWO_LAYER -> new TwoLayerNet(SIZE * SIZE, hidden.get(0), CLASSES, random, dtype);
            case MULTI_LAYER -> multiLayer().build(random);
            case SIMPLE_CONV ->
                SimpleConvNet.ofImages(1, SIZE, SIZE).dtype(dtype).build(random);
            case DEEP_CONV -> DeepConvNet.ofImages(1, SIZE, SIZE).dtype(dtype).build(random);
        };
    }

    private MultiLayerNet multiLayer() {
        MultiLayerNet plan = MultiLayerNet.ofSizes(
                        sizes().stream().mapToInt(Integer::intValue).toArray())
                .dropout(dropout)
                .weightDecay(weightDecay)
                .dtype(dtype);
        return batchNormalization ? plan.batchNormalization() : plan;
    }

    /**
     * Lists the numbers of inputs, of neurons in each hidden layer, and of outputs.
     *
     * @return the numbers from front to back
     */
    public List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(hidden);
        sizes.add(0, SIZE * SIZE);
        sizes.add(CLASSES);
        return sizes;
    }

    /**
     * Turns images, (n, 784) of uint8, into the input of the network.
     *
     * @param images the images
     * @return pixels from 0 to 1, of float32
     */
    public NDArray prepare(NDArray images) {
        return kind.prepare(images);
    }

    /** Returns the options of the command line that ask for this network. */
    String commandLine() {
        StringBuilder options = new StringBuilder("--network ").append(kind);
        if (!hidden.isEmpty()) {
            options.append(" --hidden ").append(joined(hidden, ","));
        }
        if (batchNormalization) {
            options.append(" --batch-norm");
        }
        if (dropout != 0) {
            options.append(" --dropout ").append(dropout);
        }
        if (weightDecay != 0) {
            options.append(" --weight-decay ").append(weightDecay);
        }
        if (dtype != DType.FLOAT64) {
            options.append(" --dtype ").append(dtype);
        }
        return options.toString();
    }

    private static String joined(List<Integer> numbers, String separator) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    /** Describes the network for the user, as in "training a network of 784-50-10". */
    @Override
    public String toString() {
        return dtype == DType.FLOAT64 ? layers() : Words.PAGE.of("network.dtype", layers(), dtype);
    }

    private String layers() {
        if (kind == NetworkKind.SIMPLE_CONV) {
            return Words.PAGE.of("network.simple");
        }
        if (kind == NetworkKind.DEEP_CONV) {
            return Words.PAGE.of("network.deep");
        }
        List<String> extras = new ArrayList<>();
        if (batchNormalization) {
            extras.add(Words.PAGE.of("network.batch.norm"));
        }
        if (dropout != 0) {
            extras.add(Words.PAGE.of("network.dropout", dropout));
        }
        if (weightDecay != 0) {
            extras.add(Words.PAGE.of("network.decay", weightDecay));
        }
        String network = Words.PAGE.of("network.of", joined(sizes(), "-"));
        return extras.isEmpty() ? network : Words.PAGE.of("network.with", network, String.join(", ", extras));
    }
}
