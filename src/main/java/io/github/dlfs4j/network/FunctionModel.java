package io.github.dlfs4j.network;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Parameters and a function of them as a model. */
final class FunctionModel extends Model {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // it may be serialisable
    private final BiFunction<Map<String, Variable>, Variable, Variable> outputs;

    FunctionModel(Map<String, NDArray> parameters, BiFunction<Map<String, Variable>, Variable, Variable> outputs) {
        this.outputs = Objects.requireNonNull(outputs, "outputs");
        NamedArrays.nonNull("parameters", parameters).forEach(this::parameter);
    }

    @Override
    public Variable forward(Variable x) {
        return outputs.apply(new LinkedHashMap<>(parameters()), x);
    }

    @Override
    public String toString() {
        return "VariableNetwork";
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (outputs == null) {
            throw new InvalidObjectException("the function of a VariableNetwork is missing");
        }
    }
}
