package io.github.dlfs4j.onnx;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.FileRegion;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.file.ProtocolBufferReader;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.onnx.operator.Node;
import io.github.dlfs4j.onnx.operator.OnnxType;
import io.github.dlfs4j.onnx.operator.Operators;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A model in a file of <a href="https://onnx.ai">ONNX</a>, which others have trained.
 *
 * <pre>{@code
 * OnnxModel model = OnnxModel.read(Path.of("digits.onnx"));
 * NDArray scores = model.run(NDArray.zeros(DType.FLOAT32, 1, 1, 28, 28)).get("scores");
 * }</pre>
 *
 * <p>A model is immutable, so any number of threads may run one at once. Its outputs are the same on every machine, and
 * a row is the same in every batch, to the bit.
 */
public final class OnnxModel {
    private final List<Value> inputs;
    private final List<Value> outputs;
    private final Map<String, NDArray> constants;
    private final List<Step> steps = new ArrayList<>();

    /** A node, and the values that no later one gets. */
    private record Step(Node node, Set<String> last) {}

    private OnnxModel(ModelReader read) {
        inputs = List.copyOf(read.inputs);
        outputs = List.copyOf(read.outputs);
        constants = read.constants;
        Set<String> needed = new HashSet<>();
        outputs.forEach(output -> needed.add(output.name()));
        for (int i = read.nodes.size() - 1; i >= 0; i--) {
            Node node = read.nodes.get(i);
            if (node.outputs().stream().anyMatch(needed::contains)) {
                Set<String> last = new HashSet<>(node.inputs());
                last.addAll(node.outputs());
                last.removeAll(needed);
                needed.addAll(last);
                steps.add(new Step(node, last));
            }
        }
        Collections.reverse(steps);
        constants.keySet().retainAll(needed);
    }

    /**
     * An input or an output of a model.
     *
     * @param name its name
     * @param type the type of its elements in ONNX: {@code float}, {@code double}, {@code int64}, {@code int32},
     *     {@code uint8} or {@code bool}
     * @param shape the lengths of its axes; a name or {@code ?} stands where any length will do, and {@code …} alone
     *     for any number of axes
     */
    public record Value(String name, String type, List<String> shape) {
        static final String FREE = "?";
        static final List<String> ANY = List.of("…");

        private static final Pattern NUMBER = Pattern.compile("\\d+");

        /** Creates a description. */
        public Value {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Errors.nonNull("shape", Objects.requireNonNull(shape, "shape").toArray(new String[0]));
            shape = List.copyOf(shape);
        }

        /** Returns the array as the model gets it, if it fits. */
        private NDArray checked(NDArray array) {
            Shape given = array.shape();
            OnnxType wanted = OnnxType.valueOf(type.toUpperCase(Locale.ROOT));
            boolean fits = array.dtype() == wanted.dtype() && (shape.equals(ANY) || shape.size() == given.ndim());
            for (int axis = 0; fits && !shape.equals(ANY) && axis < given.ndim(); axis++) {
                String length = shape.get(axis);
                fits = !NUMBER.matcher(length).matches() || length.equals(Integer.toString(given.get(axis)));
            }
            if (!fits) {
                throw new IllegalArgumentException("%s must be %s[%s], not %s of shape %s"
                        .formatted(Excerpt.of(name), type, Excerpt.of(String.join(",", shape)), array.dtype(), given));
            }
            return wanted.wrapped(array);
        }

        /** {@return the value as ONNX writes it, such as {@code int64[batch,128] input_ids}} */
        @Override
        public String toString() {
            return "%s[%s] %s".formatted(type, String.join(",", shape), name);
        }
    }

    /**
     * Reads a model. Its weights may take 1 GiB in memory, or half of the largest heap ({@link Runtime#maxMemory}) if
     * that is less; {@link #read(Path, long)} reads larger models. Weights may lie in other files of the same folder.
     *
     * @param file the file
     * @return the model
     * @throws FileFormatException if the file is damaged or cut short; needs operators that are not known: {@code the
     *     operators Loop, Scan are not known (nodes "a", "b")}; has a version of the operators beyond 6 to 22, elements
     *     of other types than those of {@link Value#type}, a name twice, a value that no earlier node computes, or
     *     weights outside the folder or beyond the limit
     * @throws IOException if the file cannot be read
     */
    public static OnnxModel read(Path file) throws IOException {
        return read(file, MemoryBudget.DEFAULT);
    }

    /**
     * Reads a model as {@link #read(Path)} does, with another limit.
     *
     * @param file the file
     * @param maxBytes the largest number of bytes that the weights and the names may take in memory; more is refused
     *     before it is allocated
     * @return the model
     * @throws FileFormatException as for {@link #read(Path)}
     * @throws IOException if the file cannot be read
     */
    public static OnnxModel read(Path file, long maxBytes) throws IOException {
        try (FileChannel channel = InputFile.open(file)) {
            Path folder = file.toAbsolutePath().getParent();
            return read(new FileRegion.OfChannel(channel), channel.size(), file, folder, maxBytes);
        }
    }

    /**
     * Reads a model that comes as a stream, such as a resource in a jar, with the limit of {@link #read(Path)}.
     *
     * @param in the content, at most half of the limit; it is read to its end, kept in memory meanwhile, and not closed
     * @param name the name of the file in errors
     * @return the model
     * @throws FileFormatException as for {@link #read(Path)}, or if weights lie in other files
     * @throws IOException if the stream cannot be read
     */
    public static OnnxModel read(InputStream in, String name) throws IOException {
        Path file = Path.of(Objects.requireNonNull(name, "name"));
        int most = (int) Math.min(MemoryBudget.DEFAULT / 2, Storage.MAX_LENGTH);
        byte[] content = in.readNBytes(most);
        if (content.length == most && in.read() >= 0) {
            throw new FileFormatException(file, most, "at most %s bytes".formatted(most), "more");
        }
        return read(new FileRegion.OfMemory(content), content.length, file, null, MemoryBudget.DEFAULT);
    }

    private static OnnxModel read(FileRegion.Source source, long length, Path file, Path folder, long maxBytes)
            throws IOException {
        MemoryBudget budget = new MemoryBudget(maxBytes);
        ProtocolBufferReader model = new ProtocolBufferReader(
                source,
                0,
                length,
                (place, expected, found) -> new FileFormatException(file, place, expected, found),
                budget);
        return new OnnxModel(new ModelReader(model, length, file, new TensorReader(folder, budget)));
    }

    /** {@return the inputs, which every run needs} */
    public List<Value> inputs() {
        return inputs;
    }

    /** {@return the outputs, in the order of the file} */
    public List<Value> outputs() {
        return outputs;
    }

    /**
     * Computes the outputs.
     *
     * @param given an array for each input, by name, of its type and shape; int32 is given as int64
     * @return an unmodifiable map of new arrays by name, in the order of the outputs
     * @throws IllegalArgumentException {@code the inputs are [x], not [y]}, {@code x must be float[batch,10], not
     *     float64 of shape (2, 10)}, or what a node cannot compute, such as {@code MatMul "m": shapes (2,3) and (2,3)
     *     not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public Map<String, NDArray> run(Map<String, NDArray> given) {
        Set<String> names = new LinkedHashSet<>();
        inputs.forEach(input -> names.add(input.name()));
        if (!Objects.requireNonNull(given, "given").keySet().equals(names)) {
            throw new IllegalArgumentException("the inputs are %s, not %s".formatted(names, given.keySet()));
        }
        Map<String, NDArray> values = new HashMap<>(constants);
        for (Value input : inputs) {
            values.put(input.name(), input.checked(Objects.requireNonNull(given.get(input.name()), "given")));
        }
        for (Step step : steps) {
            NDArray[] arrays = step.node.inputs().stream().map(values::get).toArray(NDArray[]::new);
            NDArray[] computed = Operators.compute(step.node, arrays);
            for (int i = 0; i < computed.length; i++) {
                values.put(step.node.outputs().get(i), computed[i]);
            }
            values.keySet().removeAll(step.last);
            values.remove(""); // neither an input that is left out nor an output that is not wanted
        }
        Map<String, NDArray> computed = new LinkedHashMap<>();
        outputs.forEach(
                output -> computed.put(output.name(), values.get(output.name()).copy()));
        return Collections.unmodifiableMap(computed);
    }

    /**
     * Computes the outputs of a model with one input.
     *
     * @param x the input
     * @return as for {@link #run(Map)}
     * @throws IllegalArgumentException {@code the inputs are [a, b], not one}, or as for {@link #run(Map)}
     */
    public Map<String, NDArray> run(NDArray x) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException("the inputs are %s, not one"
                    .formatted(inputs.stream().map(Value::name).toList()));
        }
        return run(Map.of(inputs.get(0).name(), Objects.requireNonNull(x, "x")));
    }
}
