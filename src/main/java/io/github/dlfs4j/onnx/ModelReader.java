package io.github.dlfs4j.onnx;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.ProtocolBufferReader;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.onnx.OnnxModel.Value;
import io.github.dlfs4j.onnx.operator.Node;
import io.github.dlfs4j.onnx.operator.OnnxType;
import io.github.dlfs4j.onnx.operator.Operators;
import io.github.dlfs4j.onnx.operator.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a model. Each value has a name of its own and comes from an input, a constant or an earlier node; what depends
 * on constants alone is computed at once. The messages have the names of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>, with the numbers of their fields.
 */
final class ModelReader {
    private static final int OLDEST = 6;
    private static final int NEWEST = 22;

    /** The number of elements that constants may take to be computed, besides one for each byte of the file. */
    private static final long FOLDED = 1 << 20;

    /** What may have more elements than the product of its inputs' sizes, or takes longer, waits for a run. */
    private static final Set<String> NOT_FOLDED =
            Set.of("AveragePool", "Conv", "Gemm", "MatMul", "MaxPool", "Pad", "Range", "Tile");

    final List<Value> inputs = new ArrayList<>();
    final List<Value> outputs = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    final Map<String, NDArray> constants = new HashMap<>();
    final Map<String, OnnxType> types = new HashMap<>();

    private final Path file;
    private final TensorReader tensors;
    private long foldable;

    /** ModelProto: graph 7; GraphProto: node 1, initializer 5, input 11, output 12, sparse_initializer 15. */
    ModelReader(ProtocolBufferReader model, long length, Path file, TensorReader tensors) throws IOException {
        this.file = file;
        this.tensors = tensors;
        foldable = FOLDED + length;
        int opset = opset(model);
        constants.put("", null); // an input that a node does not have
        ProtocolBufferReader graph = model.message(7);
        if (graph.has(15)) {
            throw graph.error("tensors with all elements", "sparse ones");
        }
        for (ProtocolBufferReader m : graph.messages(5)) {
            Tensor tensor = tensors.read(m);
            declare(m, m.text(8), tensor.type());
            constants.put(m.text(8), tensor.array());
        }
        for (ProtocolBufferReader m : graph.messages(11)) {
            // Before version 4 of the format, constants are inputs too.
            if (!constants.containsKey(m.text(1))) {
                inputs.add(value(m));
                declare(m, m.text(1), type(m));
            }
        }
        List<ProtocolBufferReader> messages = graph.messages(1);
        checkOperators(messages);
        for (ProtocolBufferReader m : messages) {
            add(m, opset);
        }
        for (ProtocolBufferReader m : graph.messages(12)) {
            outputs.add(value(m));
            OnnxType computed = types.get(m.text(1));
            if (computed != type(m)) {
                String expected = "an output " + (computed == null ? "that is computed" : "of " + computed);
                throw m.error(expected, type(m) + " " + Excerpt.of(m.text(1)));
            }
        }
    }

    /** ModelProto: opset_import 8; OperatorSetIdProto: domain 1, version 2. */
    private static int opset(ProtocolBufferReader model) throws IOException {
        long version = 0;
        for (ProtocolBufferReader m : model.messages(8)) {
            version = isOfOnnx(m.text(1)) ? m.integer(2) : version;
        }
        if (version < OLDEST || version > NEWEST) {
            throw model.error("a model of ONNX with opset %s to %s".formatted(OLDEST, NEWEST), "opset " + version);
        }
        return (int) version;
    }

    private static boolean isOfOnnx(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    private void declare(ProtocolBufferReader m, String name, OnnxType type) throws IOException {
        if (types.put(name, type) != null) {
            throw m.error("a name of its own", Excerpt.of(name) + " again");
        }
    }

    /** ValueInfoProto: name 1, type 2; TypeProto: tensor_type 1; Tensor: elem_type 1. */
    private static OnnxType type(ProtocolBufferReader m) throws IOException {
        long number = m.message(2).message(1).integer(1);
        OnnxType type = OnnxType.of(number);
        if (type == null) {
            throw m.error("a tensor of " + OnnxType.all(), OnnxType.name(number) + " in " + Excerpt.of(m.text(1)));
        }
        return type;
    }

    /** Tensor: shape 2; TensorShapeProto: dim 1; Dimension: dim_value 1, dim_param 2. */
    private static Value value(ProtocolBufferReader m) throws IOException {
        List<String> shape = new ArrayList<>();
        ProtocolBufferReader tensor = m.message(2).message(1);
        for (ProtocolBufferReader dim : tensor.message(2).messages(1)) {
            boolean isFixed = dim.has(1) && dim.integer(1) >= 0;
            String name = dim.text(2).isEmpty() ? Value.FREE : dim.text(2);
            shape.add(isFixed ? Long.toString(dim.integer(1)) : name);
        }
        return new Value(m.text(1), type(m).toString(), tensor.has(2) ? shape : Value.ANY);
    }

    /** NodeProto: name 3, op_type 4, domain 7. Names all operators that are not known. */
    private void checkOperators(List<ProtocolBufferReader> messages) throws IOException {
        Map<String, String> unknown = new TreeMap<>();
        for (ProtocolBufferReader m : messages) {
            if (Operators.of(operator(m)) == null) {
                unknown.putIfAbsent(operator(m), m.text(3));
            }
        }
        if (!unknown.isEmpty()) {
            String words = unknown.size() == 1
                    ? "the operator %s is not known (node \"%s\")"
                    : "the operators %s are not known (nodes \"%s\")";
            throw new FileFormatException(
                    file,
                    words.formatted(String.join(", ", unknown.keySet()), String.join("\", \"", unknown.values())));
        }
    }

    private static String operator(ProtocolBufferReader m) throws IOException {
        return (isOfOnnx(m.text(7)) ? "" : m.text(7) + ".") + m.text(4);
    }

    /** NodeProto: input 1, output 2, name 3, attribute 5; AttributeProto: name 1. */
    private void add(ProtocolBufferReader m, int opset) throws IOException {
        Map<String, Object> attributes = new HashMap<>();
        OnnxType[] ofOutputs = new OnnxType[m.texts(2).size()];
        Node node = new Node(operator(m), m.text(3), m.texts(1), m.texts(2), attributes, opset, ofOutputs);
        for (ProtocolBufferReader attribute : m.messages(5)) {
            String name = attribute.text(1);
            boolean isKnown = Operators.of(node.operator()).attributes().contains(name);
            if (!isKnown || attributes.put(name, attribute(attribute)) != null) {
                throw attribute.error("another attribute of " + node.title(), Excerpt.of(name));
            }
        }
        List<OnnxType> ofInputs = new ArrayList<>();
        for (String input : node.inputs()) {
            if (!input.isEmpty() && !types.containsKey(input)) {
                throw m.error(node.title() + " with values that are known before", Excerpt.of(input));
            }
            ofInputs.add(types.get(input));
        }
        try {
            for (int i = 0; i < node.outputs().size(); i++) {
                ofOutputs[i] = Operators.of(node.operator()).type(node, ofInputs, i);
                if (!node.outputs().get(i).isEmpty()) {
                    declare(m, node.outputs().get(i), ofOutputs[i]);
                }
            }
        } catch (IllegalArgumentException e) {
            throw m.error("%s of %s".formatted(node.title(), OnnxType.all()), e.getMessage());
        }
        if (!isFolded(node)) {
            nodes.add(node);
        }
    }

    /** AttributeProto: f 2, i 3, s 4, t 5, floats 7, ints 8, type 20. */
    private Object attribute(ProtocolBufferReader m) throws IOException {
        return switch ((int) m.integer(20)) {
            case 1 -> m.has(2) ? m.reals(2)[0] : 0f;
            case 2 -> m.integer(3);
            case 3 -> m.text(4);
            case 4 -> tensors.read(m.message(5));
            case 6 -> m.reals(7);
            case 7 -> m.integers(8);
            default -> throw m.error("numbers, a text or a tensor in attribute " + Excerpt.of(m.text(1)), "others");
        };
    }

    /** Computes a node if all inputs are constant and it takes little; if it fails, it fails again in a run. */
    private boolean isFolded(Node node) {
        if (NOT_FOLDED.contains(node.operator()) || !constants.keySet().containsAll(node.inputs())) {
            return false;
        }
        long cost = 1;
        for (String input : node.inputs()) {
            cost *= Math.max(1, input.isEmpty() ? 1 : constants.get(input).size());
            if (cost > foldable) {
                return false;
            }
        }
        foldable -= cost;
        try {
            NDArray[] arrays = node.inputs().stream().map(constants::get).toArray(NDArray[]::new);
            NDArray[] computed = Operators.compute(node, arrays);
            for (int i = 0; i < computed.length; i++) {
                // A view may have more elements than memory.
                foldable -= computed[i].size();
                if (foldable < 0) {
                    return false;
                }
                constants.put(node.outputs().get(i), computed[i].keep());
            }
            constants.put("", null); // an output that is not wanted is no input
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
