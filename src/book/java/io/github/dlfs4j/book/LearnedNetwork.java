package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Networks;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A trained network: one with the book's weights or, if their file is missing, the network that the chapter has just
 * trained. If the chapter saves what it has trained, the network is that of the saved file.
 *
 * @param network the network
 * @param name the caption of a figure, which names the weights
 * @param reason why it is this network
 */
record LearnedNetwork(Network network, String name, String reason) {
    private static final String OWN = "the network that has just learned";

    /** Reads a network from a file. */
    @FunctionalInterface
    interface Reader {
        Network read(Path file) throws IOException;
    }

    /** Returns the network of the file that a training has saved. */
    static LearnedNetwork saved(ConvNetTraining training) throws IOException {
        return new LearnedNetwork(Networks.load(training.file().orElseThrow()), OWN, " and was saved");
    }

    /** Returns a network with the book's weights, or one that is trained if their file is missing. */
    static LearnedNetwork of(TrainedWeights weights, Path folder, Reader reader, Once<ConvNetTraining> training)
            throws IOException {
        if (weights.present(folder)) {
            return new LearnedNetwork(reader.read(weights.in(folder)), "the book's weights", "");
        }
        return new LearnedNetwork(training.get().network(), OWN, ", since " + weights.missing(folder));
    }

    /** Prints whose weights they are, and why. */
    void printName() {
        print(name + reason);
    }
}
