/**
 * A plain Java library for the book <i>Deep Learning from Scratch</i>: an {@code NDArray} that computes and prints as
 * NumPy does, and on it the book's functions and networks.
 */
module io.github.dlfs4j {
    // Not "static": who downloads from the module path would have to name it on the command line.
    requires java.net.http;
    // Not "static" either: a second Ctrl-C on the main job is heard of through it.
    requires jdk.unsupported;
    // "static": who reads no images, by DigitImage, needs none of it.
    requires static java.desktop;

    // "static": only the page of the main job is served, and that says what to add where it is missing.
    requires static jdk.httpserver;

    exports io.github.dlfs4j.activation;
    exports io.github.dlfs4j.gradient;
    exports io.github.dlfs4j.graph;
    exports io.github.dlfs4j.layer;
    exports io.github.dlfs4j.loss;
    exports io.github.dlfs4j.mnist;
    exports io.github.dlfs4j.ndarray.io;
    exports io.github.dlfs4j.ndarray;
    exports io.github.dlfs4j.network;
    exports io.github.dlfs4j.optimizer;
    exports io.github.dlfs4j.perceptron;
    exports io.github.dlfs4j.training;
}
