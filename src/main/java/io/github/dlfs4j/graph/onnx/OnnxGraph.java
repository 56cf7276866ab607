package io.github.dlfs4j.graph.onnx;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.SavedArrays;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A graph of operators and constants. The messages have the names of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>, with the numbers of their fields.
 */
public final class OnnxGraph {
    /** The name of the inputs. */
    static final String INPUT = "input";

    // Those of ONNX 1.12, of 2022. ONNX Runtime 1.16, of 2023, reads them, and so do later ones.
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    /** The DataType of TensorProto: float64 becomes float32. */
    private static final Map<DType, Integer> TYPES = Map.of(
            DType.FLOAT32, OnnxOperator.FLOAT, DType.FLOAT64, OnnxOperator.FLOAT, DType.UINT8, 2, DType.INT64, 7);

    /** GraphProto: node 1, name 2, initializer 5, input 11, output 12. */
    private final ProtocolBuffer graph = new ProtocolBuffer();

    /** How often each name was asked for. */
    private final Map<String, Integer> taken = new HashMap<>();

    private final IdentityHashMap<NDArray, String> given = new IdentityHashMap<>();
    private final IdentityHashMap<NDArray, String> written = new IdentityHashMap<>();
    private final Map<String, NDArray> constants = new LinkedHashMap<>();
    private final String output;
    private boolean hasMargin;

    /**
     * Creates a graph.
     *
     * @param name its name
     * @param arrays names for some arrays
     * @param output the name of the outputs, which nothing else gets
     */
    public OnnxGraph(String name, Map<String, NDArray> arrays, String output) {
        graph.add(2, name);
        arrays.forEach((text, array) -> given.put(array, text));
        unused(INPUT);
        this.output = unused(output);
    }

    /** Adds the inputs and the outputs of batches of any length, of the dtypes and shapes of these. */
    void connect(NDArray x, NDArray y) {
        graph.add(11, value(INPUT, x)).add(12, value(output, y));
    }

    /**
     * Makes a ValueInfoProto: name 1, type 2; TypeProto: tensor_type 1; Tensor: elem_type 1, shape 2; TensorShapeProto:
     * dim 1; Dimension: dim_value 1, dim_param 2.
     */
    private static ProtocolBuffer value(String name, NDArray batch) {
        ProtocolBuffer dims = new ProtocolBuffer().add(1, new ProtocolBuffer().add(2, "batch"));
        for (int axis = 1; axis < batch.ndim(); axis++) {
            dims.add(1, new ProtocolBuffer().add(1, batch.shape(axis)));
        }
        ProtocolBuffer tensor =
                new ProtocolBuffer().add(1, TYPES.get(batch.dtype())).add(2, dims);
        return new ProtocolBuffer().add(1, name).add(2, new ProtocolBuffer().add(1, tensor));
    }

    /**
     * Adds an operator as a NodeProto: input 1, output 2, name 3, op_type 4, attribute 5.
     *
     * @param isLast whether it computes the outputs
     * @param inputs the names of its first inputs
     * @return the name of its output
     */
    String node(boolean isLast, OnnxOperator operator, List<String> inputs) {
        String name = isLast ? output : unused(operator.type());
        ProtocolBuffer node = new ProtocolBuffer();
        inputs.forEach(input -> node.add(1, input));
        Stream.of(operator.arrays()).forEach(array -> node.add(1, constant(array)));
        node.add(2, name).add(3, name).add(4, operator.type());
        hasMargin |= operator.type().equals("Pad");
        if (hasMargin && operator.type().equals("MaxPool")) {
            // Without an output of positions, ONNX Runtime makes one operator of the two, also where others between
            // them change nothing, and its margin counts as nothing.
            node.add(2, unused("positions"));
        }
        new TreeMap<>(operator.attributes()).forEach((attribute, value) -> node.add(5, attribute(attribute, value)));
        graph.add(1, node);
        return name;
    }

    /** Makes an AttributeProto: name 1, f 2, i 3, ints 8, type 20, which is 1, 2 or 7 for these three. */
    private static ProtocolBuffer attribute(String name, Object value) {
        ProtocolBuffer attribute = new ProtocolBuffer().add(1, name);
        if (value instanceof Double number) {
            float rounded = number.floatValue();
            if (Float.isInfinite(rounded) || (rounded == 0 && number != 0)) {
                throw new IllegalArgumentException("%s is %s, in float32 %s".formatted(name, number, rounded));
            }
            return attribute.add(2, rounded).add(20, 1);
        }
        if (value instanceof Integer number) {
            return attribute.add(3, number).add(20, 2);
        }
        for (int number : (int[]) value) {
            attribute.add(8, number);
        }
        return attribute.add(20, 7);
    }

    /** Returns the name of an array, which is added unless it is there already. int64 stays, others become float32. */
    String constant(NDArray array) {
        String name = written.get(array);
        if (name == null) {
            name = unused(given.getOrDefault(array, "constant"));
            written.put(array, name);
            constants.put(name, array);
        }
        return name;
    }

    /** Makes a TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
    private static ProtocolBuffer tensor(String name, NDArray array) {
        boolean isInteger = array.dtype() == DType.INT64;
        int width = isInteger ? Long.BYTES : Float.BYTES;
        ByteBuffer data =
                ByteBuffer.allocate(Math.multiplyExact(array.size(), width)).order(ByteOrder.LITTLE_ENDIAN);
        if (isInteger) {
            data.asLongBuffer().put(array.toLongArray());
        } else {
            NDArray rounded = array.astype(DType.FLOAT32);
            if (!SavedArrays.isFinite(rounded)) {
                throw new IllegalArgumentException(Excerpt.of(name) + " must be finite in float32");
            }
            data.asFloatBuffer().put(rounded.toFloatArray());
        }
        ProtocolBuffer tensor = new ProtocolBuffer();
        for (int length : array.shape().toArray()) {
            tensor.add(1, length);
        }
        return tensor.add(2, TYPES.get(array.dtype())).add(8, name).add(9, data.array());
    }

    /** Returns a name that nothing has yet: the given one, or that with a number. */
    private String unused(String name) {
        int number = taken.merge(name, 1, Integer::sum);
        return number == 1 ? name : unused(name + "_" + number);
    }

    /** {@return the first constant of floats that is no single number, or null} */
    public NDArray weights() {
        return constants.values().stream()
                .filter(array -> array.ndim() > 0 && array.dtype().isFloating())
                .findFirst()
                .orElse(null);
    }

    /** Returns whether another graph has the same operators and constants. */
    boolean isSameAs(OnnxGraph other) {
        return graph.isSameAs(other.graph) && constants.equals(other.constants);
    }

    /**
     * {@return the content of a file} It is a ModelProto: ir_version 1, producer_name 2, producer_version 3, graph 7,
     * opset_import 8, metadata_props 14; OperatorSetIdProto: version 2; StringStringEntryProto: key 1, value 2.
     *
     * @param producer what has made it
     * @param version the version of that
     * @throws IllegalArgumentException {@code W1 must be finite in float32}
     */
    public ProtocolBuffer model(String producer, String version) {
        constants.forEach((name, array) -> graph.add(5, tensor(name, array)));
        return new ProtocolBuffer()
                .add(1, IR_VERSION)
                .add(2, producer)
                .add(3, version)
                .add(7, graph)
                .add(8, new ProtocolBuffer().add(2, OPSET))
                .add(14, new ProtocolBuffer().add(1, producer).add(2, version));
    }
}
