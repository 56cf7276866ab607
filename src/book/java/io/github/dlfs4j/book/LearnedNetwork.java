package io.github.dlfs4j.book;

import io.github.dlfs4j.network.Network;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A trained network: one with the book's weights or, if their file is missing, the network that the chapter has just
 * trained. If the chapter saves what it has trained, the network is that of the saved file.
 */
final class LearnedNetwork {
    private final String name;
    private final String reason;
    private final Source source;
    private Network network;

    /** Makes the network. */
    @FunctionalInterface
    private interface Source {
        Network network() throws IOException;
    }

    /** Reads a network from a file. */
    @FunctionalInterface
    interface Reader {
        Network read(Path file) throws IOException;
    }

    private LearnedNetwork(String name, String reason, Source source) {
        this.name = name;
        this.reason = reason;
        this.source = source;
    }

    /** Returns a network that is read or trained when it is needed. */
    static LearnedNetwork of(TrainedWeights weights, Path folder, Reader reader, ConvNetTraining training) {
        String own = "the network that has just learned";
        if (training.saves()) {
            return new LearnedNetwork(own, " and was saved", training::saved);
        }
        if (weights.present(folder)) {
            return new LearnedNetwork("the book's weights", "", () -> reader.read(weights.in(folder)));
        }
        return new LearnedNetwork(own, ", since " + weights.missing(folder), training::network);
    }

    Network network() throws IOException {
        if (network == null) {
            network = source.network();
        }
        return network;
    }

    /** Returns the caption of a figure, which names the weights. */
    String name() {
        return name;
    }

    /** Prints whose weights they are, and why. */
    void printName(PrintStream out) {
        out.println(name + reason);
    }
}
