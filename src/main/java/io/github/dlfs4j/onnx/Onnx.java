package io.github.dlfs4j.onnx;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.Version;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.MLP;
import io.github.dlfs4j.graph.onnx.OnnxGraph;
import io.github.dlfs4j.graph.onnx.ProtocolBuffer;
import io.github.dlfs4j.graph.onnx.Recording;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.VariableNetwork;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Networks as programs for others: files of ONNX, which runtimes in many languages run. A file has what
 * {@link Network#predict predict} computes, in float32, for batches of every size.
 *
 * <pre>{@code
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "digits.onnx");
 * Onnx.write(LeNet.pretrained(), file, Onnx.Option.PIXELS, Onnx.Option.PROBABILITIES);
 * }</pre>
 *
 * <p>The input is named {@code input}, its first axis {@code batch}. The output is named {@code scores}, or
 * {@code probabilities}. What a network does to images, such as to flatten them, is in the file.
 *
 * <p>A network must compute each input by itself, {@linkplain Network#predict(Variable) with variables}, by these
 * operations: {@code dot}, {@code matmul}, {@code add}, {@code sub}, {@code mul}, {@code div}, {@code astype},
 * {@code reshape} and the like, {@code conv2d}, {@code pooling}, {@code pad}, {@code batchNormalization}, {@code relu},
 * {@code leakyRelu}, {@code sigmoid}, {@code silu}, {@code tanh} and {@code softmax}. All layers of this library do,
 * and the models {@link Linear}, {@link Conv2d}, {@link BatchNorm} and {@link MLP}.
 *
 * <p>Weights of float64 are rounded. The file has opset 17 of ONNX, and the version of this library in its metadata.
 */
public final class Onnx {
    /** The side of the images of MNIST. */
    private static final int SIDE = 28;

    /** The length of the batch that is recorded. */
    private static final int BATCH = 7;

    private Onnx() {}

    /** What a file may do beside what {@link Network#predict predict} does. */
    public enum Option {
        /** The outputs are scores, also those of {@link ThreeLayerNet}. */
        SCORES,
        /** The outputs are probabilities: {@link Activations#softmax softmax} of the scores. */
        PROBABILITIES,
        /** The inputs are pixels, uint8 from 0 to 255, and the file divides them by 255. Otherwise they are float32. */
        PIXELS
    }

    /**
     * Writes a network to a file. The first weights tell the shape of an input: that of a row, or of images of MNIST,
     * 28x28.
     *
     * @param network the network
     * @param file the file; an existing file is replaced as a whole
     * @param options what the file does beside what {@code predict} does
     * @throws IllegalArgumentException {@code the operation exp of shapes [(7, 10)], in a batch of 7, cannot be written
     *     as ONNX}; {@code a network that does not compute each input by itself cannot be written as ONNX}; {@code the
     *     shape of an input is needed, as in Shape.of(1, 28, 28)}; {@code W1 must be finite in float32}; {@code epsilon
     *     is 1.0E-46, in float32 0.0}; or {@code outputs are either scores or probabilities}
     * @throws UnsupportedOperationException {@code layer 2 of 3, Swish: it does not say what it computes with
     *     variables}
     * @throws IOException if the file cannot be written; in any case, an existing file is then unchanged
     */
    public static void write(Network network, Path file, Option... options) throws IOException {
        AtomicFile.write(Objects.requireNonNull(file, "file"), program(network, null, options)::writeTo);
    }

    /**
     * Writes a network to a file for inputs of a shape.
     *
     * <pre>{@code
     * Onnx.write(network, file, Shape.of(1, 28, 28), Onnx.Option.PIXELS);
     * }</pre>
     *
     * @param network the network
     * @param file the file; an existing file is replaced as a whole
     * @param input the shape of one input
     * @param options what the file does beside what {@code predict} does
     * @throws IllegalArgumentException as for {@link #write(Network, Path, Option...)}, or if the shape does not fit
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Network network, Path file, Shape input, Option... options) throws IOException {
        AtomicFile.write(
                Objects.requireNonNull(file, "file"),
                program(network, Objects.requireNonNull(input, "input"), options)::writeTo);
    }

    /**
     * Writes the bytes of such a file.
     *
     * @param network the network
     * @param out receives the bytes; it is neither flushed nor closed
     * @param options what the file does beside what {@code predict} does
     * @throws IllegalArgumentException as for a file, before anything is written
     * @throws IOException if the stream cannot be written
     */
    public static void write(Network network, OutputStream out, Option... options) throws IOException {
        Objects.requireNonNull(out, "out");
        program(network, null, options).writeTo(out);
    }

    /**
     * Writes the bytes of such a file for inputs of a shape.
     *
     * @param network the network
     * @param out receives the bytes; it is neither flushed nor closed
     * @param input the shape of one input
     * @param options what the file does beside what {@code predict} does
     * @throws IllegalArgumentException as for a file, before anything is written
     * @throws IOException if the stream cannot be written
     */
    public static void write(Network network, OutputStream out, Shape input, Option... options) throws IOException {
        Objects.requireNonNull(out, "out");
        program(network, Objects.requireNonNull(input, "input"), options).writeTo(out);
    }

    /** Makes the content of a file, for inputs of a shape, which may be null. */
    @SuppressWarnings("ReferenceEquality") // which array it is
    private static ProtocolBuffer program(Network network, Shape given, Option... options) throws IOException {
        Objects.requireNonNull(network, "network");
        Set<Option> chosen = EnumSet.noneOf(Option.class);
        for (Option option : Objects.requireNonNull(options, "options")) {
            chosen.add(Objects.requireNonNull(option, "options"));
        }
        boolean isProbability = chosen.contains(Option.PROBABILITIES)
                || (network instanceof ThreeLayerNet && !chosen.contains(Option.SCORES));
        if (isProbability && chosen.contains(Option.SCORES)) {
            throw new IllegalArgumentException("outputs are either scores or probabilities");
        }
        boolean isPixels = chosen.contains(Option.PIXELS);
        NDArray first = network.parameters().values().stream().findFirst().orElse(null);
        Shape shape = given == null ? told(first) : given;
        UnaryOperator<NDArray> function = inputs -> Mode.withoutGraph(() -> {
            Variable bytes = Variable.constant(inputs);
            try {
                Variable scores =
                        network.predict(isPixels ? bytes.astype(DType.FLOAT32).div(255) : bytes);
                return (isProbability ? scores.softmax() : scores).value();
            } catch (IllegalArgumentException e) {
                throw given == null ? needed(": with %s, %s".formatted(shape, e.getMessage())) : e;
            }
        });
        int[] batch = IntStream.concat(IntStream.of(BATCH), IntStream.of(shape.toArray()))
                .toArray();
        NDArray pixels = new RandomState(0).randint(DType.UINT8, 0, 256, batch);
        NDArray x = isPixels ? pixels : pixels.div(255).astype(DType.FLOAT32);
        String output = isProbability ? "probabilities" : "scores";
        Supplier<OnnxGraph> empty = () -> new OnnxGraph(network.getClass().getName(), network.state(), output);
        Supplier<OnnxGraph> recording = () -> Recording.graph(function, x, empty);
        OnnxGraph graph = network instanceof VariableNetwork variables
                ? variables.model().sequence(recording) // whose second step shows what remembers the first one
                : recording.get();
        if (given == null && graph.weights() != first) {
            throw needed("");
        }
        return graph.model("dlfs4j", Version.ofLibrary());
    }

    /** Returns the shape of an input as the first array of a network tells it: a row, or an image of MNIST. */
    private static Shape told(NDArray first) {
        return switch (first == null ? 0 : first.ndim()) {
            case 1, 2 -> Shape.of(first.shape(0));
            case 4 -> Shape.of(first.shape(1), SIDE, SIDE);
            default -> throw needed("");
        };
    }

    private static IllegalArgumentException needed(String reason) {
        return new IllegalArgumentException("the shape of an input is needed, as in Shape.of(1, 28, 28)" + reason);
    }
}
