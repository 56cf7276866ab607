package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.file.Excerpt;
import java.util.List;
import java.util.Map;

/**
 * A node of a graph: an operator, and the names of the values that it gets and gives.
 *
 * @param operator the name of the operator, after that of its domain unless this is ONNX's own
 * @param name the name of the node, which may be empty
 * @param inputs the names of the inputs; an empty one stands for none
 * @param outputs the names of the outputs; an empty one is not wanted
 * @param attributes the attributes by name: {@link Long}, {@link Float}, {@link String}, {@link Tensor}, {@code long[]}
 *     or {@code float[]}
 * @param opset the version of the set of operators
 * @param types the types of the outputs
 */
@SuppressWarnings("ArrayRecordComponent") // stays in these packages
public record Node(
        String operator,
        String name,
        List<String> inputs,
        List<String> outputs,
        Map<String, Object> attributes,
        int opset,
        OnnxType... types) {
    /** {@return the operator and the name, for messages} */
    public String title() {
        return Excerpt.of(operator) + (name.isEmpty() ? "" : " \"%s\"".formatted(Excerpt.of(name)));
    }
}
