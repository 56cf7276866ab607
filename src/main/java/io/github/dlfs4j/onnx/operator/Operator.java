package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An operator of ONNX: a row of the table of {@link Operators}. */
public final class Operator {
    private final Map<String, String> attributes;
    private final Function function;
    private final Types types;

    Operator(Map<String, String> attributes, Function function, Types types) {
        this.attributes = attributes;
        this.function = function;
        this.types = types;
    }

    /** What an operator computes. */
    interface Function {
        NDArray[] compute(Call call);
    }

    /** The types of outputs. */
    interface Types {
        /** Returns the type of an output of a node; the types of inputs that are not there are null. */
        OnnxType of(Node node, List<OnnxType> inputs, int output);
    }

    /** {@return the names of the attributes} */
    public Set<String> attributes() {
        return attributes.keySet();
    }

    /**
     * {@return the type of an output, or null if it is that of an input that is not there}
     *
     * @param node the node
     * @param inputs the types of its inputs, null for those that are not there
     * @param output the number of the output
     * @throws IllegalArgumentException if no array can hold it
     */
    public OnnxType type(Node node, List<OnnxType> inputs, int output) {
        return types.of(node, inputs, output);
    }

    NDArray[] compute(Node node, NDArray... inputs) {
        return function.compute(new Call(node, attributes, inputs));
    }
}
