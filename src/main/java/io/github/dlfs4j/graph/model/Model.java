package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A function of variables with parameters that learn: a layer, or a network of layers. It computes its output from its
 * input by operations of {@link Variable}, and they find the derivatives.
 *
 * <p>You write a model as a class with a constructor and {@link #forward forward}. The constructor registers what the
 * model consists of: {@linkplain #parameter parameters}, other models as its {@linkplain #part parts}, and
 * {@linkplain #statistic statistics}. This one has two parts:
 *
 * <pre>{@code
 * class TwoLayers extends Model {
 *     private final Linear l1;
 *     private final Linear l2;
 *
 *     TwoLayers(RandomState random) {
 *         l1 = part("l1", new Linear(1, 10, random));
 *         l2 = part("l2", new Linear(10, 1, random));
 *     }
 *
 *     @Override
 *     public Variable forward(Variable x) {
 *         return l2.forward(l1.forward(x).tanh());
 *     }
 * }
 * RandomState random = new RandomState(0);
 * NDArray x = random.rand(100, 1);
 * NDArray y = x.mul(2 * Math.PI).sin();
 * TwoLayers model = new TwoLayers(random);
 * System.out.println(model.parameters().keySet());
 * for (int i = 0; i <= 2000; i++) {
 *     Variable loss = Loss.meanSquaredError().of(model.forward(Variable.constant(x)), y);
 *     loss.backward();
 *     for (Variable p : model.parameters().values()) {
 *         p.value().subi(p.gradient().value().mul(0.2));
 *     }
 *     if (i % 1000 == 0) {
 *         System.out.println(loss);
 *     }
 * }
 * System.out.println(model.predict(NDArray.of(new double[][] {{0.25}})));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [l1/W, l1/b, l2/W, l2/b]
 * 0.6702885506245422
 * 0.009976655091391392
 * 0.006778699926497817
 * [[0.98395851]]
 * }</pre>
 *
 * <p>Any optimiser updates a model by {@code optimizer.update(model.values(), model.gradients())}. A
 * {@link io.github.dlfs4j.network.VariableNetwork VariableNetwork} makes a network of a model and a loss, which a
 * trainer trains.
 *
 * <p>The full name of a parameter has the names of the parts that lead to it: {@code l1/W} is the {@code W} of the part
 * {@code l1}. These are the names in files, in pictures of graphs and in messages. A model that is a part in two places
 * has its parameters once, under the first of their names.
 *
 * <p>Only one thread at a time may train a model. Any number may {@link #predict predict} at once while none trains,
 * unless a part of your own keeps a state in itself.
 *
 * <p>A model is {@link Serializable} if its fields are: variables, arrays and models are. It arrives with its
 * parameters and statistics, without gradients. What no constructor could have registered is refused. The models of
 * this package are made anew by their constructors.
 */
public abstract class Model implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String SEPARATOR = "/";

    private transient Map<String, Variable> ownParameters = new LinkedHashMap<>();
    private transient Map<String, NDArray> ownStatistics = new LinkedHashMap<>();
    private transient Map<String, Model> parts = new LinkedHashMap<>();

    /** Creates a model without parameters, parts and statistics. */
    protected Model() {}

    /**
     * Registers an array that training changes.
     *
     * @param name the name, such as {@code W}
     * @param array the first values, float64 or float32; not copied
     * @return the array as a variable, for {@link #forward forward}
     * @throws IllegalArgumentException {@code this model has a W already}, or {@code a name in a model must not be
     *     empty}
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    protected final Variable parameter(String name, NDArray array) {
        return parameter(name, Variable.of(Objects.requireNonNull(array, "array")));
    }

    final Variable parameter(String name, Variable parameter) {
        checkNew(name, "", Set.of(Objects.requireNonNull(name, "name")));
        if (parameter.isConstant()) {
            throw new IllegalArgumentException(Excerpt.of(name) + " is a constant, which cannot learn");
        }
        ownParameters.put(name, parameter.named(name));
        return parameter;
    }

    /**
     * Registers another model as a part of this one.
     *
     * @param name the name, with which the names of the part's parameters begin
     * @param model the part, complete with all that it consists of
     * @param <M> the class of the part
     * @return the part
     * @throws IllegalArgumentException {@code this model has a l1/W already}, or {@code a name in a model must not be
     *     empty}
     */
    protected final <M extends Model> M part(String name, M model) {
        checkNew(name, name + SEPARATOR, ((Model) model).fullNames());
        if (parts.putIfAbsent(name, model) != null) {
            throw new IllegalArgumentException("this model has a %s already".formatted(Excerpt.of(name)));
        }
        parameters().forEach((fullName, parameter) -> parameter.named(fullName));
        return model;
    }

    /**
     * Registers an array that is no parameter, but that training changes and predictions use, such as a running mean.
     * An array whose name begins with {@code runningVariance} is never negative.
     *
     * @param name the name
     * @param array the first values; not copied
     * @return the array
     * @throws IllegalArgumentException as for {@link #parameter parameter}, or {@code runningVariance must not be
     *     negative}
     */
    protected final NDArray statistic(String name, NDArray array) {
        checkNew(name, "", Set.of(Objects.requireNonNull(name, "name")));
        Objects.requireNonNull(array, "array");
        if (SavedArrays.isVariance(name)) {
            new SavedArrays("", Map.of(name, array)).checkNotNegative(name);
        }
        ownStatistics.put(name, array);
        return array;
    }

    private void checkNew(String name, String prefix, Set<String> added) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a name in a model must not be empty");
        }
        Set<String> present = fullNames();
        for (String each : added) {
            if (present.contains(prefix + each)) {
                throw new IllegalArgumentException("this model has a %s already".formatted(Excerpt.of(prefix + each)));
            }
        }
    }

    /** Returns the full names of all arrays. */
    private Set<String> fullNames() {
        Set<String> names = new HashSet<>(parameters().keySet());
        names.addAll(statistics().keySet());
        return names;
    }

    /**
     * Computes the output.
     *
     * @param x the input, in most models a batch, whose first axis counts the inputs
     * @return the output
     */
    public abstract Variable forward(Variable x);

    /**
     * Computes the output for a prediction: {@linkplain Mode#withoutGraph without a graph}, and
     * {@linkplain Mode#testing as in a test}. It is a {@link #sequence sequence} of its own.
     *
     * @param x the input
     * @return the output, an array of the caller's own
     * @throws IllegalStateException {@code TwoLayers has computed no variable}, if forward returns null
     */
    public final NDArray predict(NDArray x) {
        return State.inSequence(() -> Mode.withoutGraph(() -> Mode.testing(() -> {
            Variable y = forward(Variable.constant(Objects.requireNonNull(x, "x")));
            if (y == null) {
                throw new IllegalStateException(this + " has computed no variable");
            }
            return y.value();
        })));
    }

    /**
     * Computes the steps of a sequence. What recurrent layers remember of them stays in this call, so several threads
     * may compute one each. A {@linkplain #forgetState state} of a model of your own is forgotten before and after.
     *
     * @param work calls {@link #forward forward} for each step
     * @param <T> the type of the result
     * @return what the work returns
     */
    public final <T> T sequence(Supplier<T> work) {
        Objects.requireNonNull(work, "work");
        return State.inSequence(() -> {
            resetState();
            try {
                return work.get();
            } finally {
                resetState();
            }
        });
    }

    /**
     * Returns the parameters of this model and its parts. They are the same variables from one step to the next;
     * training changes the elements of their arrays.
     *
     * @return the parameters by their full names, the model's own first, then those of its parts
     */
    public final Map<String, Variable> parameters() {
        Map<String, Variable> parameters = new LinkedHashMap<>();
        visit((prefix, model) ->
                model.ownParameters.forEach((name, parameter) -> parameters.put(prefix + name, parameter)));
        return Collections.unmodifiableMap(parameters);
    }

    /** Visits this model and its parts, each once. */
    private void visit(BiConsumer<String, Model> visitor) {
        visit("", Collections.newSetFromMap(new IdentityHashMap<>()), visitor);
    }

    private void visit(String prefix, Set<Model> seen, BiConsumer<String, Model> visitor) {
        if (seen.add(this)) {
            visitor.accept(prefix, this);
            parts.forEach((name, part) -> part.visit(prefix + name + SEPARATOR, seen, visitor));
        }
    }

    /**
     * {@return the parts of this model, not those of its parts, by their names, in the order in which they were
     * registered}
     */
    public final Map<String, Model> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** {@return the statistics of this model and its parts: the model's own arrays by their full names, not copies} */
    public final Map<String, NDArray> statistics() {
        Map<String, NDArray> statistics = new LinkedHashMap<>();
        visit((prefix, model) ->
                model.ownStatistics.forEach((name, statistic) -> statistics.put(prefix + name, statistic)));
        return Collections.unmodifiableMap(statistics);
    }

    /**
     * {@return the arrays of the {@link #parameters parameters}, for an optimiser: the model's own arrays by their full
     * names, not copies}
     */
    public final Map<String, NDArray> values() {
        return Collections.unmodifiableMap(NamedArrays.mapped(parameters(), Variable::value));
    }

    /**
     * Returns the gradients with respect to the {@link #parameters parameters}, which the last {@code backward}
     * computed, for an optimiser.
     *
     * @return the gradients by the full names of their parameters
     * @throws IllegalStateException {@code l2/W has no gradient: no backward of a result that depends on it came
     *     before}
     */
    public final Map<String, NDArray> gradients() {
        return Collections.unmodifiableMap(NamedArrays.mapped(
                parameters(), parameter -> parameter.gradient().value()));
    }

    /**
     * Forgets the gradients with respect to the parameters, and their graphs. A {@code backward} replaces the gradients
     * of an earlier one, so you need not call this before each of them, as in DeZero.
     */
    public final void clearGradients() {
        parameters().values().forEach(Variable::clearGradient);
    }

    /**
     * Forgets what this model and its parts remember from one {@link #forward forward} to the next, such as the hidden
     * state of an {@link RNN}. A model that remembers something itself overrides {@link #forgetState forgetState}.
     */
    public final void resetState() {
        visit((prefix, model) -> model.forgetState());
    }

    /**
     * Forgets the state of this model alone, not that of its parts; {@link #resetState resetState} calls it. Override
     * it in a model of your own that keeps a variable from one {@link #forward forward} to the next; most models do
     * not.
     */
    protected void forgetState() {}

    /**
     * Describes the model in one line, by which {@link io.github.dlfs4j.network.Networks#load Networks.load} finds out
     * which model it is.
     *
     * @return the simple name of the class unless overridden; the models of this package add what their constructors
     *     need, as in {@code Linear(1, 10)}
     */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        SerializedForm.write(out, ownParameters);
        SerializedForm.write(out, ownStatistics);
        SerializedForm.write(out, parts);
    }

    /** Registers all that a stream has, which may be anything, as a constructor does. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        ownParameters = new LinkedHashMap<>();
        ownStatistics = new LinkedHashMap<>();
        parts = new LinkedHashMap<>();
        try {
            SerializedForm.read(in).forEach((name, variable) -> parameter(name, (Variable) variable));
            SerializedForm.read(in).forEach((name, array) -> statistic(name, (NDArray) array));
            SerializedForm.read(in).forEach((name, model) -> part(name, (Model) model));
        } catch (RuntimeException e) {
            throw SerializedForm.refused(e);
        }
    }

    /** Refuses a stream that has a model, but no data of this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** Returns the parameters, statistics and parts of this model by their names in it. */
    final Map<String, Object> registered() {
        Map<String, Object> registered = new LinkedHashMap<>(ownParameters);
        registered.putAll(ownStatistics);
        registered.putAll(parts);
        return registered;
    }
}
