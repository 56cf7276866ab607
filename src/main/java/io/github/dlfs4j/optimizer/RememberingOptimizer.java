package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MapOrder;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An optimiser that remembers arrays from update to update, of several kinds or of none. For each parameter it has one
 * array of each kind, of the parameter's shape and 0 at first. Its state consists of these arrays and of numbers such
 * as the learning rate. Java's serialisation makes it anew by its constructor of a learning rate.
 */
abstract class RememberingOptimizer implements Optimizer, Serializable {
    private static final long serialVersionUID = 1;

    private static final String LEARNING_RATE = "lr";

    private final transient List<Kind> kinds;
    private final transient Map<String, Range> ranges = new LinkedHashMap<>();
    private final transient Map<String, Double> numbers = new LinkedHashMap<>();
    private final transient Map<String, NDArray> memory = new LinkedHashMap<>();

    /** A kind of remembered arrays; arrays of squares are never negative. */
    record Kind(String name, boolean ofSquares) {
        static Kind of(String name) {
            return new Kind(name, false);
        }

        static Kind ofSquares(String name) {
            return new Kind(name, true);
        }

        private String array(String parameter) {
            return name + "/" + parameter;
        }
    }

    RememberingOptimizer(double learningRate, Kind... kinds) {
        this.kinds = List.of(kinds);
        number(LEARNING_RATE, learningRate, Range.ABOVE_0);
    }

    /** Adds a number with its range. */
    final void number(String name, double value, Range range) {
        ranges.put(name, range);
        number(name, value);
    }

    /** Sets a number. */
    final void number(String name, double value) {
        numbers.put(name, checked(name, value));
    }

    private double checked(String name, double value) {
        return ranges.get(name).check("%s of %s".formatted(name, name()), value);
    }

    final double number(String name) {
        return numbers.get(name);
    }

    /** Returns the remembered array of a kind for a parameter, which is the optimiser's own. */
    final NDArray remembered(String kind, String name, NDArray parameter) {
        return memory.computeIfAbsent(
                kind + "/" + name, key -> NDArray.zerosLike(parameter).keep());
    }

    @Override
    public final void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
        NamedArrays.checkGradients(parameters, gradients);
        Map<String, NDArray> ordered = MapOrder.of(parameters);
        ordered.forEach(this::check);
        beginUpdate();
        ordered.forEach((name, parameter) -> update(name, parameter, gradients.get(name)));
    }

    /** Refuses what would end an update after some of its parameters have changed. */
    private void check(String name, NDArray parameter) {
        if (!parameter.isWriteable()) {
            throw new IllegalArgumentException(Excerpt.of(name) + ": output array is read-only");
        }
        if (!parameter.dtype().isFloating()) {
            throw new UnsupportedOperationException(
                    Excerpt.of(name) + " must be float64 or float32 to learn, not " + parameter.dtype());
        }
        for (Kind kind : kinds) {
            NDArray array = memory.get(kind.array(name));
            if (array != null && !array.shape().equals(parameter.shape())) {
                String shown = Excerpt.of(name);
                throw new IllegalArgumentException("%s remembers %s of shape %s, but %s has shape %s"
                        .formatted(name(), kind.array(shown), array.shape(), shown, parameter.shape()));
            }
        }
    }

    /** Is called once before the parameters of an update. */
    void beginUpdate() {}

    /**
     * Divides a step, in place, by the root of what squares of gradients have left; the 10<sup>-7</sup> keeps it off 0.
     */
    static NDArray scaled(NDArray step, NDArray squares) {
        return step.divi(squares.sqrt().addi(1e-7));
    }

    /** Changes one parameter, in place. */
    abstract void update(String name, NDArray parameter, NDArray gradient);

    /**
     * {@return the numbers of the optimiser and the arrays that it remembers: 0-d arrays by the names of the numbers,
     * and arrays by names such as {@code v/W1}}
     */
    @Override
    public final Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        numbers.forEach((name, value) -> state.put(name, NDArray.scalar((double) value)));
        memory.forEach((name, array) -> state.put(name, array.copy()));
        return state;
    }

    /**
     * Restores a state.
     *
     * @param state a {@link #state() state} of this class
     * @throws IllegalArgumentException if the state is not valid for this class, such as {@code beta1 is missing from
     *     the state of Adam}, {@code lr of Adam must be above 0, but is -1.0}, or {@code m/W1 must be finite}; then
     *     nothing is changed
     */
    @Override
    public final void restore(Map<String, NDArray> state) {
        restore(state, remembered(state), 0);
    }

    /** Returns one array, of any kind, for each parameter that the state has. */
    private Map<String, NDArray> remembered(Map<String, NDArray> state) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        NamedArrays.nonNull("state", state).forEach((name, array) -> {
            boolean isFloating = array.dtype() == DType.FLOAT32 || array.dtype() == DType.FLOAT64;
            for (Kind kind : kinds) {
                if (isFloating && name.startsWith(kind.array(""))) {
                    parameters.putIfAbsent(name.substring(kind.array("").length()), array);
                }
            }
        });
        return parameters;
    }

    /**
     * Restores a state, which must have an array of each kind for each of the parameters; before the first update,
     * none.
     *
     * @param state a {@link #state() state} of this class
     * @param parameters the parameters that this optimiser will update
     * @param updates the least number of updates so far
     * @throws IllegalArgumentException as for {@link #restore(Map) restore}, {@code m/W1 is missing from the state of
     *     Adam}, or {@code m/W1 must be float64 of shape (2, 3), not float64 of shape (6,)}; then nothing is changed
     */
    @Override
    public final void restore(Map<String, NDArray> state, Map<String, NDArray> parameters, long updates) {
        boolean remembers = updates > 0 || state.size() > numbers.size();
        SavedArrays saved = new SavedArrays("", NamedArrays.nonNull("state", state));
        Set<String> names = new LinkedHashSet<>(numbers.keySet());
        if (remembers) {
            kinds.forEach(kind -> parameters.keySet().forEach(name -> names.add(kind.array(name))));
        }
        saved.expectNames(names, "the state of " + name());
        Map<String, Double> savedNumbers = new LinkedHashMap<>();
        numbers.keySet().forEach(name -> savedNumbers.put(name, checked(name, saved.number(name))));
        checkCounts(saved, savedNumbers, remembers);
        Map<String, NDArray> savedMemory = new LinkedHashMap<>();
        if (remembers) {
            MapOrder.of(parameters)
                    .forEach((name, parameter) -> kinds.forEach(kind -> savedMemory.put(
                            kind.array(name),
                            saved.finite(kind.array(name), parameter, kind.ofSquares())
                                    .copy())));
        }
        numbers.putAll(savedNumbers);
        memory.clear();
        memory.putAll(savedMemory);
    }

    /** Checks that a count of updates is 0 if and only if nothing is remembered. */
    private void checkCounts(SavedArrays saved, Map<String, Double> savedNumbers, boolean remembers) {
        savedNumbers.forEach((name, value) -> {
            if (ranges.get(name) == Range.COUNT && value > 0 != remembers) {
                throw saved.refused(name, remembers ? "must be above 0 after an update" : "must be 0 before an update");
            }
        });
    }

    @Override
    public final double learningRate() {
        return number(LEARNING_RATE);
    }

    @Override
    public void learningRate(double learningRate) {
        number(LEARNING_RATE, learningRate);
    }

    /** {@return the name and the options, for example {@code Adam(lr=0.001, beta1=0.9, beta2=0.999)}} */
    @Override
    public final String toString() {
        return numbers.entrySet().stream()
                .filter(number -> ranges.get(number.getKey()) != Range.COUNT)
                .map(number -> number.getKey() + "=" + NDArray.scalar((double) number.getValue()))
                .collect(Collectors.joining(", ", name() + "(", ")"));
    }

    final Object writeReplace() {
        return new SerializedForm(getClass(), null).with(state());
    }

    static Optimizer unpacked(SerializedForm form) throws ReflectiveOperationException {
        Optimizer optimizer =
                (Optimizer) form.type().getConstructor(double.class).newInstance(1);
        optimizer.restore(form.parts(NDArray.class));
        return optimizer;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** Refuses a stream that has an optimiser, but no data of this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
