package io.github.dlfs4j.book;

import io.github.dlfs4j.network.Network;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A trained network: one with the book's weights or, if their file is missing, the network that the chapter has just
 * trained.
 */
final class LearnedNetwork {
    private final TrainedWeights weights;
    private final Path folder;
    private final Reader reader;
    private final ConvNetTraining training;
    private Network network;

    /** Reads a network from a file. */
    @FunctionalInterface
    interface Reader {
        Network read(Path file) throws IOException;
    }

    /** Creates a network that is read or trained when it is needed. */
    LearnedNetwork(TrainedWeights weights, Path folder, Reader reader, ConvNetTraining training) {
        this.weights = weights;
        this.folder = folder;
        this.reader = reader;
        this.training = training;
    }

    Network network() throws IOException {
        if (network == null) {
            network = weights.present(folder) ? reader.read(weights.in(folder)) : training.network();
        }
        return network;
    }

    /** Returns the caption of a figure, which names the weights. */
    String name() {
        return weights.present(folder) ? "the book's weights" : "the network that has just learned";
    }

    /** Prints whose weights they are, and what is missing. */
    void printName(PrintStream out) {
        out.println(name() + (weights.present(folder) ? "" : ", since " + weights.missing(folder)));
    }
}
