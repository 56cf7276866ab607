package io.github.dlfs4j.network;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.Transaction;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A network of variables: you write its forward pass, as a function or as a {@link Model}, and package
 * {@link io.github.dlfs4j.graph graph} finds the derivatives. Its loss is softmax with cross entropy, or another
 * {@link Loss}.
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
 * <p>A model brings its parameters with it. This network predicts numbers (regression), so its loss is the mean squared
 * error:
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * NDArray x = random.rand(100, 1);
 * Dataset sine = Dataset.of(x, x.mul(2 * Math.PI).sin());
 * Model model = new MLP(new int[] {1, 10, 1}, Variable::tanh, random);
 * Network network = new VariableNetwork(model, Loss.meanSquaredError());
 * Trainer trainer = new Trainer(network, new Adam(0.05), Batches.shuffled(sine, 20, random));
 * trainer.every(200, t -> System.out.printf("%.4f%n", sine.loss(network)));
 * trainer.run(400);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.0535
 * 0.0082
 * }</pre>
 *
 * <p>Each gradient is computed with a new graph, which is garbage afterwards. Predictions and losses need no graph.
 * They are computed as in a test, and gradients as in training, see {@link Mode}. Any number of threads may predict at
 * once while none trains, unless the function or a model of your own keeps a state in itself.
 *
 * <p>A batch is a whole {@linkplain Model#sequence sequence} for a recurrent model.
 *
 * <p>The network can be serialised if its function and its loss are {@link Serializable}. Such a function is a record
 * that implements it, or a lambda expression that is cast to {@code (BiFunction<…> & Serializable)}.
 */
public final class VariableNetwork implements Network, Serializable {
    private static final long serialVersionUID = 1;

    private final transient Model model;
    private final transient Loss loss;

    /**
     * Creates a network of a function that classifies.
     *
     * @param parameters the arrays that training changes, float64 or float32, by name; not copied, in the order of the
     *     map, or by name for a {@code HashMap} and {@code Map.of}
     * @param outputs computes the scores of the classes, of shape (n, classes), from the parameters by name and the
     *     batch
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    public VariableNetwork(
            Map<String, NDArray> parameters, BiFunction<Map<String, Variable>, Variable, Variable> outputs) {
        this(parameters, outputs, Loss.softmaxWithLoss());
    }

    /**
     * Creates a network of a function.
     *
     * @param parameters the arrays that training changes, float64 or float32, by name; not copied, in the order of the
     *     map, or by name for a {@code HashMap} and {@code Map.of}
     * @param outputs computes the outputs from the parameters by name and the batch
     * @param loss compares the outputs with the targets
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    public VariableNetwork(
            Map<String, NDArray> parameters, BiFunction<Map<String, Variable>, Variable, Variable> outputs, Loss loss) {
        this(new FunctionModel(parameters, outputs), loss);
    }

    /**
     * Creates a network of a model that classifies.
     *
     * @param model computes the scores of the classes, of shape (n, classes)
     */
    public VariableNetwork(Model model) {
        this(model, Loss.softmaxWithLoss());
    }

    /**
     * Creates a network of a model.
     *
     * @param model computes the outputs
     * @param loss compares the outputs with the targets
     */
    public VariableNetwork(Model model, Loss loss) {
        this.model = Objects.requireNonNull(model, "model");
        this.loss = Objects.requireNonNull(loss, "loss");
    }

    /** {@return the model, as it was given; one with the parameters and the function, if these were given} */
    public Model model() {
        return model;
    }

    @Override
    public Map<String, NDArray> parameters() {
        return model.values();
    }

    @Override
    public Map<String, NDArray> state() {
        return NamedArrays.joined(model.values(), model.statistics());
    }

    @Override
    public Set<String> variances() {
        return model.statistics().keySet().stream()
                .filter(name -> SavedArrays.isVariance(name.substring(name.lastIndexOf('/') + 1)))
                .collect(Collectors.toSet());
    }

    @Override
    public NDArray predict(NDArray x) {
        return model.sequence(() -> model.predict(x));
    }

    /** Computes what the model computes when it predicts. */
    Variable outputs(Variable x) {
        return Mode.testing(() -> computed(model, model.forward(x)));
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        Objects.requireNonNull(t, "t");
        NDArray outputs = predict(x);
        return Mode.testing(
                () -> computed(loss, loss.of(Variable.constant(outputs), t)).value());
    }

    @Override
    public NDArray trainingLoss(NDArray x, NDArray t) {
        return Transaction.of(() -> Mode.withoutGraph(() -> lossInTraining(x, t).value()));
    }

    private Variable lossInTraining(NDArray x, NDArray t) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(t, "t");
        model.statistics().values().forEach(Transaction::before);
        return model.sequence(() -> computed(loss, loss.of(computed(model, model.forward(Variable.constant(x))), t)));
    }

    /**
     * Computes the gradients of the loss, by {@link Variable#backward() backward}.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the targets; of classes the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return the gradients by the names of the parameters, in new arrays
     * @throws IllegalStateException {@code W3 has no gradient: no backward of a result that depends on it came before},
     *     if the outputs do not depend on a parameter
     */
    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        model.clearGradients();
        try {
            return Transaction.of(() -> {
                lossInTraining(x, t).backward();
                return model.gradients();
            });
        } finally {
            model.clearGradients();
        }
    }

    /**
     * Computes the share of inputs whose class the network predicts.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return from 0 to 1
     * @throws UnsupportedOperationException {@code a network that ends in MeanSquaredError has a loss, but no accuracy}
     */
    @Override
    public double accuracy(NDArray x, NDArray t) {
        if (!loss.classifies()) {
            throw new UnsupportedOperationException(Sequential.NO_ACCURACY.formatted(name(loss)));
        }
        return Network.super.accuracy(x, t);
    }

    private static Variable computed(Object by, Variable result) {
        if (result == null) {
            throw new IllegalStateException(name(by) + " has computed no variable");
        }
        return result;
    }

    /** A lambda expression has no name that says something. */
    private static Object name(Object function) {
        return function.getClass().isHidden() ? "a loss of its own" : function;
    }

    /**
     * {@return the names and shapes of the parameters, for example {@code VariableNetwork(W1 (2, 8), b1 (8,))}; the
     * function cannot be shown}
     */
    @Override
    public String toString() {
        return parameters().entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + " " + parameter.getValue().shape())
                .collect(Collectors.joining(", ", "VariableNetwork(", ")"));
    }

    private Object writeReplace() {
        return new SerializedForm(VariableNetwork.class, null)
                .with("the model", model)
                .with("the loss", loss);
    }

    static VariableNetwork unpacked(SerializedForm form) {
        return new VariableNetwork(form.part("the model", Model.class), form.part("the loss", Loss.class));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
