/**
 * A plain Java library for the book <i>Deep Learning from Scratch</i>: an array class that computes and prints as NumPy
 * does, and the book's functions and networks on top of it.
 *
 * <pre>{@code
 * import io.github.dlfs4j.activation.Activations;
 * import io.github.dlfs4j.ndarray.NDArray;
 *
 * NDArray x = NDArray.of(new double[][] {{1, -0.5}, {-2, 3}});
 * NDArray w = NDArray.of(new double[][] {{0.1, 0.3, 0.5}, {0.2, 0.4, 0.6}});
 * System.out.println(x.dot(w));
 * x.at(x.le(0)).set(0);
 * System.out.println(x);
 * System.out.println(Activations.softmax(NDArray.of(0.3, 2.9, 4.0)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[0.  0.1 0.2]
 *  [0.4 0.6 0.8]]
 * [[1. 0.]
 *  [0. 3.]]
 * [0.01821127 0.24519181 0.73659691]
 * }</pre>
 *
 * <table>
 * <caption>The packages, in the order of learning</caption>
 * <tr><th>package</th><th>what it has</th><th>in the book</th></tr>
 * <tr><td>{@link io.github.dlfs4j.ndarray ndarray}</td><td>arrays, with NumPy's operations, errors and random numbers</td><td>1.5</td></tr>
 * <tr><td>{@link io.github.dlfs4j.perceptron perceptron}</td><td>perceptrons and logic gates</td><td>2</td></tr>
 * <tr><td>{@link io.github.dlfs4j.activation activation}</td><td>activation functions: sigmoid, ReLU, softmax</td><td>3</td></tr>
 * <tr><td>{@link io.github.dlfs4j.loss loss}</td><td>loss functions: how wrong a network is</td><td>4.2</td></tr>
 * <tr><td>{@link io.github.dlfs4j.gradient gradient}</td><td>numerical derivatives and gradient descent</td><td>4.3, 4.4</td></tr>
 * <tr><td>{@link io.github.dlfs4j.graph graph}</td><td>computational graphs, their pictures, and derivatives of every order</td><td>5.1 to 5.3</td></tr>
 * <tr><td>{@link io.github.dlfs4j.graph.model graph.model}</td><td>layers and networks of variables, which you write as a forward pass alone</td><td></td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer layer}</td><td>the layers of a network, forward and backward</td><td>5.4 to 7</td></tr>
 * <tr><td>{@link io.github.dlfs4j.network network}</td><td>networks that classify or predict numbers</td><td>3 to 8</td></tr>
 * <tr><td>{@link io.github.dlfs4j.optimizer optimizer}</td><td>optimisers, from gradient descent to Adam</td><td>6.1</td></tr>
 * <tr><td>{@link io.github.dlfs4j.training training}</td><td>the training loop, batches, checkpoints and metrics</td><td>4.5 to 6</td></tr>
 * <tr><td>{@link io.github.dlfs4j.mnist mnist}</td><td>the handwritten digits of MNIST</td><td>3.6</td></tr>
 * <tr><td>{@link io.github.dlfs4j.digit digit}</td><td>your own digits, drawn or photographed</td><td></td></tr>
 * <tr><td>{@link io.github.dlfs4j.ndarray.io ndarray.io}</td><td>arrays in files: {@code .npy}, {@code .npz}, safetensors, text, pickles and files of PyTorch</td><td></td></tr>
 * <tr><td>{@link io.github.dlfs4j.onnx onnx}</td><td>files of ONNX: networks for other programs, and models of others</td><td></td></tr>
 * </table>
 */
module io.github.dlfs4j {
    // "static": only downloads need it, whose message says what to add if it is missing.
    requires static java.net.http;
    // Not "static": the main job notices a second Ctrl-C through it.
    requires jdk.unsupported;
    // "static": only DigitImage needs it.
    requires static java.desktop;

    // "static": only the page of the main job needs it, which says what to add if it is missing.
    requires static jdk.httpserver;

    exports io.github.dlfs4j.activation;
    exports io.github.dlfs4j.digit;
    exports io.github.dlfs4j.gradient;
    exports io.github.dlfs4j.graph;
    exports io.github.dlfs4j.graph.model;
    exports io.github.dlfs4j.layer;
    exports io.github.dlfs4j.loss;
    exports io.github.dlfs4j.mnist;
    exports io.github.dlfs4j.ndarray.io;
    exports io.github.dlfs4j.ndarray;
    exports io.github.dlfs4j.ndarray.calculus;
    exports io.github.dlfs4j.ndarray.linalg;
    exports io.github.dlfs4j.ndarray.manipulation;
    exports io.github.dlfs4j.ndarray.random;
    exports io.github.dlfs4j.ndarray.sorting;
    exports io.github.dlfs4j.ndarray.statistics;
    exports io.github.dlfs4j.network;
    exports io.github.dlfs4j.onnx;
    exports io.github.dlfs4j.optimizer;
    exports io.github.dlfs4j.perceptron;
    exports io.github.dlfs4j.training;
}
