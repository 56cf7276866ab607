package io.github.dlfs4j.network;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.Version;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Attention;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.LayerNorm;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.MLP;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.graph.onnx.OnnxGraph;
import io.github.dlfs4j.graph.onnx.ProtocolBuffer;
import io.github.dlfs4j.graph.onnx.Recording;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

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
 * <p>The networks of this package can be written, with the layers of this library. A {@link VariableNetwork} must
 * compute each input by itself, with these operations of {@link Variable}: {@code dot}, {@code matmul}, {@code add},
 * {@code sub}, {@code mul}, {@code div}, {@code astype}, {@code reshape} and the like, {@code conv2d}, {@code pooling},
 * {@code pad}, {@code batchNormalization}, {@code relu}, {@code leakyRelu}, {@code sigmoid}, {@code tanh} and
 * {@code softmax}. The models {@link Linear}, {@link Conv2d}, {@link BatchNorm} and {@link MLP} have no others.
 *
 * <p>Weights of float64 are rounded. The file has opset 17 of ONNX, and the version of this library in its metadata.
 */
public final class Onnx {
    /** The side of the images of MNIST. */
    private static final int SIDE = 28;

    private static final String EXAMPLE = "Shape.of(1, 28, 28)";

    /** The models of other operations, and those whose outputs depend on earlier inputs. */
    private static final Set<Class<? extends Model>> REFUSED =
            Set.of(Embedding.class, RNN.class, LSTM.class, LayerNorm.class, Attention.class);

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
     * Writes a network to a file. The first layer tells the shape of an input. Images are squares of 28x28 as those of
     * MNIST, or if these do not fit, the smallest that do.
     *
     * @param network the network
     * @param file the file; an existing file is replaced as a whole
     * @param options what the file does beside what {@code predict} does
     * @throws IllegalArgumentException {@code layer 2 of 3, Swish, cannot be written as ONNX}, and likewise for a part
     *     of a model and an operation; {@code a network that does not compute each input by itself cannot be written as
     *     ONNX}; {@code the shape of an input is needed, as in Shape.of(1, 28, 28)}; {@code W1 must be finite in
     *     float32}, and likewise for an epsilon; or {@code outputs are either scores or probabilities}
     * @throws IOException if the file cannot be written; in any case, an existing file is then unchanged
     */
    public static void write(Network network, Path file, Option... options) throws IOException {
        AtomicFile.write(file, program(network, null, options)::writeTo);
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
        AtomicFile.write(file, program(network, Objects.requireNonNull(input, "input"), options)::writeTo);
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
        program(network, Objects.requireNonNull(input, "input"), options).writeTo(out);
    }

    /** Makes the content of a file, for inputs of a shape, which may be null. */
    private static ProtocolBuffer program(Network network, Shape given, Option... options) throws IOException {
        Set<Option> chosen = EnumSet.noneOf(Option.class);
        for (Option option : Objects.requireNonNull(options, "options")) {
            chosen.add(Objects.requireNonNull(option, "options"));
        }
        Network ofVariables = ofVariables(Objects.requireNonNull(network, "network"));
        boolean isProbability = chosen.contains(Option.PROBABILITIES)
                || (network instanceof ThreeLayerNet && !chosen.contains(Option.SCORES));
        if (isProbability && chosen.contains(Option.SCORES)) {
            throw new IllegalArgumentException("outputs are either scores or probabilities");
        }
        boolean isPixels = chosen.contains(Option.PIXELS);
        UnaryOperator<NDArray> function = inputs -> {
            Variable bytes = Variable.constant(inputs);
            NDArray scores = ofVariables.predict(
                    isPixels ? bytes.astype(DType.FLOAT32).div(255).value() : inputs);
            return isProbability ? Variable.constant(scores).softmax().value() : scores;
        };
        String output = isProbability ? "probabilities" : "scores";
        int[] shape = given == null ? Summary.inputOf(network, SIDE, EXAMPLE) : given.toArray();
        NDArray pixels = new RandomState(0).randint(DType.UINT8, 0, 256, Summary.batch(Recording.EXAMPLES, shape));
        NDArray x = isPixels ? pixels : pixels.div(255).astype(DType.FLOAT32);
        try {
            network.predict(x.get(Index.to(Recording.BATCH))); // says what the shape does not fit
        } catch (RuntimeException e) {
            throw given == null
                    ? Summary.unknownInput("%s: with %s, %s".formatted(EXAMPLE, Shape.of(shape), e.getMessage()))
                    : e;
        }
        Recording recording =
                Recording.of(function, x, () -> new OnnxGraph(LayerError.name(network), network.state(), output));
        if (given == null
                && recording.weights()
                        != network.parameters().values().iterator().next()) {
            throw Summary.unknownInput(EXAMPLE);
        }
        return recording.graph().model("dlfs4j", Version.ofLibrary());
    }

    /** Returns a network that computes the same outputs, or scores, with variables. */
    private static Network ofVariables(Network network) {
        if (network instanceof VariableNetwork variables) {
            checkParts("the model", variables.model());
            return network;
        }
        Sequential layers = Sequential.of(network);
        if (layers == null) {
            throw refused("the network", network);
        }
        LayerError.places(layers.layers()).forEach((place, layer) -> {
            if (!layer.getClass().getPackageName().equals(Layer.class.getPackageName())) {
                throw refused(place, layer);
            }
        });
        return new VariableNetwork(Map.of(), (none, x) -> new VariableLayers(layers.layers()).outputs(x));
    }

    private static IllegalArgumentException refused(String place, Object what) {
        return new IllegalArgumentException(
                "%s, %s, cannot be written as ONNX".formatted(place, LayerError.name(what)));
    }

    private static void checkParts(String place, Model model) {
        if (REFUSED.contains(model.getClass())) {
            throw refused(place, model);
        }
        model.parts().forEach((name, part) -> checkParts("part " + Excerpt.of(name), part));
    }
}
