package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.OldDescription;
import io.github.dlfs4j.state.SavedArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network in a file that does not describe it. The names and shapes of its arrays decide, see {@link Networks#load}.
 *
 * @param arrays the arrays of the network by name
 * @param isCheckpoint whether the file is a checkpoint
 * @param described what the description of the checkpoint says of the network
 */
record UnnamedNetwork(Map<String, NDArray> arrays, boolean isCheckpoint, OldDescription described) {
    /** Makes the network, with the arrays as its parameters. */
    Network network() {
        int filters = countOf(4);
        int matrices = countOf(2);
        if (filters == 1 && matrices == 2) {
            return ofImages(SimpleConvNet.of(arrays));
        }
        if (filters == 6 && matrices == 2) {
            return ofImages(DeepConvNet.of(arrays, new RandomState(0)));
        }
        if (filters > 0 || matrices == 0) {
            throw new IllegalArgumentException("arrays named " + NamedArrays.names(arrays));
        }
        boolean plain = arrays.size() == 2 * matrices && described.dropout() == 0 && described.weightDecay() == 0;
        if (plain && matrices == 2) {
            return new TwoLayerNet(new Relu(), arrays);
        }
        return plain && matrices == 3 && !isCheckpoint ? new ThreeLayerNet(arrays) : multiLayer(matrices);
    }

    /** Returns how many arrays of weights have the given number of axes. */
    private int countOf(int axes) {
        return (int) arrays.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("W") && entry.getValue().ndim() == axes)
                .count();
    }

    /** Refuses a network that is not for 28x28 pixels: its options are then not the book's. */
    private static Network ofImages(Sequential network) {
        network.predict(NDArray.zeros(0, 1, 28, 28));
        return network;
    }

    /** Makes a network as {@link MultiLayerNet} builds it. */
    private Network multiLayer(int count) {
        SavedArrays saved = new SavedArrays("", arrays);
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            layers.add(new Affine(saved.parameter("W" + i), saved.parameter("b" + i)));
            if (i < count) {
                if (arrays.containsKey("gamma" + i)) {
                    layers.add(new BatchNormalization(saved.parameter("gamma" + i), saved.parameter("beta" + i)));
                }
                layers.add(new Relu());
                if (described.dropout() != 0) {
                    layers.add(new Dropout(described.dropout(), new RandomState(0)));
                }
            }
        }
        return new Sequential(described.weightDecay(), layers.toArray(Layer[]::new));
    }
}
