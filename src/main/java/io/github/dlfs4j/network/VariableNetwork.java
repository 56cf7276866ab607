package io.github.dlfs4j.network;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.SerializedArrays;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network made of parameters and a function alone. The function builds a graph, and package
 * {@link io.github.dlfs4j.graph graph} finds the derivatives. Its loss is softmax with cross entropy.
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * Map<String, NDArray> parameters = new LinkedHashMap<>();
 * parameters.put("W1", random.randn(2, 8));
 * parameters.put("b1", NDArray.zeros(8));
 * parameters.put("W2", random.randn(8, 2));
 * parameters.put("b2", NDArray.zeros(2));
 * Network network = new VariableNetwork(parameters, (p, x) -> {
 *     Variable hidden = x.dot(p.get("W1")).add(p.get("b1")).tanh();
 *     return hidden.dot(p.get("W2")).add(p.get("b2"));
 * });
 * NDArray inputs = NDArray.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
 * Dataset xor = Dataset.of(inputs, NDArray.of(0, 1, 1, 0));
 * new Trainer(network, new SGD(0.5), Batches.shuffled(xor, 2, random)).run(300);
 * System.out.println(network.predict(inputs).argmax(1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0 1 1 0]
 * }</pre>
 *
 * <p>Each gradient is computed with a new graph, which is garbage afterwards. Predictions and losses need no graph,
 * since everything is constant. Several threads may predict at once while none trains, if the function allows it.
 *
 * <p>The network can be serialised if its function is {@link Serializable}, such as a record that implements it, or a
 * lambda expression that is cast to {@code (BiFunction<…> & Serializable)}.
 */
public final class VariableNetwork implements Network, Serializable {
    private static final long serialVersionUID = 1;

    private final transient Map<String, NDArray> parameters;
    private final transient BiFunction<Map<String, Variable>, Variable, Variable> scores;

    /**
     * Creates a network.
     *
     * @param parameters the arrays that training changes, float64 or float32, by name; not copied, in the order of the
     *     map
     * @param scores computes the scores of the classes, of shape (n, classes), from the parameters by name and the
     *     batch
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    public VariableNetwork(
            Map<String, NDArray> parameters, BiFunction<Map<String, Variable>, Variable, Variable> scores) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.scores = scores;
        variables(Variable::of);
    }

    /** Makes variables or constants of the parameters. */
    private Map<String, Variable> variables(Function<NDArray, Variable> kind) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        parameters.forEach(
                (name, value) -> variables.put(name, kind.apply(value).named(name)));
        return variables;
    }

    @Override
    public Map<String, NDArray> parameters() {
        return parameters;
    }

    @Override
    public NDArray predict(NDArray x) {
        return scores(variables(Variable::constant), x).value();
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        NDArray scores = predict(x);
        Losses.checkTargets(scores, t);
        return Variable.constant(scores).softmaxWithLoss(t).value();
    }

    private Variable scores(Map<String, Variable> variables, NDArray x) {
        return scores.apply(variables, Variable.constant(x));
    }

    /**
     * Computes the gradients of the loss, by {@link Variable#backward() backward}.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return the gradients by the names of the parameters, in new arrays
     * @throws IllegalStateException {@code W3 has no gradient: no backward of a result that depends on it came before},
     *     if the scores do not depend on a parameter
     */
    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        Map<String, Variable> variables = variables(Variable::of);
        Variable scores = scores(variables, x);
        Losses.checkTargets(scores.value(), t);
        scores.softmaxWithLoss(t).backward();
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        variables.forEach(
                (name, variable) -> gradients.put(name, variable.gradient().value()));
        return gradients;
    }

    /**
     * Returns the names and shapes of the parameters; the function cannot be shown.
     *
     * @return for example {@code VariableNetwork(W1 (2, 8), b1 (8,))}
     */
    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + " " + parameter.getValue().shape())
                .collect(Collectors.joining(", ", "VariableNetwork(", ")"));
    }

    private Object writeReplace() throws NotSerializableException {
        if (!(scores instanceof Serializable)) {
            throw new NotSerializableException(
                    "a VariableNetwork whose function is not Serializable cannot be serialised: "
                            + scores.getClass().getName());
        }
        return new Form(new SerializedArrays(parameters), scores);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    private record Form(SerializedArrays parameters, BiFunction<Map<String, Variable>, Variable, Variable> scores)
            implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return SerializedForm.resolve(
                    () -> new VariableNetwork(parameters.arrays(), Objects.requireNonNull(scores, "scores")));
        }
    }
}
