package io.github.dlfs4j.network;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Parameters and a function of them as a model. */
final class FunctionModel extends Model {
    private static final long serialVersionUID = 1;

    private final transient BiFunction<Map<String, Variable>, Variable, Variable> outputs;

    FunctionModel(Map<String, NDArray> parameters, BiFunction<Map<String, Variable>, Variable, Variable> outputs) {
        this.outputs = Objects.requireNonNull(outputs, "scores");
        parameters.forEach(this::parameter);
    }

    BiFunction<Map<String, Variable>, Variable, Variable> outputs() {
        return outputs;
    }

    @Override
    public Variable forward(Variable x) {
        return outputs.apply(new LinkedHashMap<>(parameters()), x);
    }

    @Override
    public String toString() {
        return "VariableNetwork";
    }

    /** Only a whole {@link VariableNetwork} travels, with a function that can. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
