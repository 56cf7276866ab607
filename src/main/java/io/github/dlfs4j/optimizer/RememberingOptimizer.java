package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * An optimiser that remembers arrays from update to update: one of each kind for each parameter, of its shape, 0 at
 * first. Its state is them, and numbers such as the learning rate.
 */
abstract class RememberingOptimizer implements Optimizer {
    private final Set<String> kinds;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, NDArray> memory = new LinkedHashMap<>();

    RememberingOptimizer(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** Sets one of the numbers. */
    final void number(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s of %s must be finite, but is %s".formatted(name, name(), value));
        }
        numbers.put(name, value);
    }

    final double number(String name) {
        return numbers.get(name);
    }

    /** What is remembered of a parameter: the optimiser's own array. */
    final NDArray remembered(String kind, String name, NDArray parameter) {
        return memory.computeIfAbsent(
                kind + "/" + name, key -> NDArray.zerosLike(parameter).keep());
    }

    @Override
    public final void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
        Gradients.check(parameters, gradients);
        parameters.forEach(this::checkMemory);
        beginUpdate();
        parameters.forEach((name, parameter) -> update(name, parameter, gradients.get(name)));
    }

    private void checkMemory(String name, NDArray parameter) {
        for (String kind : kinds) {
            NDArray array = memory.get(kind + "/" + name);
            if (array != null && !array.shape().equals(parameter.shape())) {
                throw new IllegalArgumentException("%s remembers %s of shape %s, but %s has shape %s"
                        .formatted(name(), kind + "/" + name, array.shape(), name, parameter.shape()));
            }
        }
    }

    /** Comes once before all parameters of an update. */
    void beginUpdate() {}

    /** Changes one parameter, in place. */
    abstract void update(String name, NDArray parameter, NDArray gradient);

    /**
     * The numbers that the optimiser was made of, and what it remembers.
     *
     * @return 0-d arrays by the names of the numbers, and arrays by names such as {@code v/W1}
     */
    @Override
    public final Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        numbers.forEach((name, value) -> state.put(name, NDArray.scalar((double) value)));
        memory.forEach((name, array) -> state.put(name, array.copy()));
        return state;
    }

    /**
     * Takes over a state.
     *
     * @param state what {@link #state()} returned
     * @throws IllegalArgumentException {@code the state of Adam is numbers [lr, beta1, beta2, iter] and arrays named
     *     [m, v]/…, not [lr]}; then nothing is changed
     */
    @Override
    public final void restore(Map<String, NDArray> state) {
        Set<String> arrays = new LinkedHashSet<>(state.keySet());
        arrays.removeAll(numbers.keySet());
        boolean fits = state.keySet().containsAll(numbers.keySet())
                && numbers.keySet().stream().allMatch(name -> isNumber(state.get(name)))
                && arrays.stream().allMatch(name -> kinds.contains(name.substring(0, Math.max(0, name.indexOf('/')))));
        if (!fits) {
            throw new IllegalArgumentException("the state of %s is numbers %s and arrays named %s/…, not %s"
                    .formatted(name(), numbers.keySet(), kinds, state.keySet()));
        }
        numbers.replaceAll((name, value) -> state.get(name).asDouble());
        memory.clear();
        arrays.forEach(name -> memory.put(name, state.get(name).copy()));
    }

    private static boolean isNumber(NDArray array) {
        return array.ndim() == 0 && array.dtype() == DType.FLOAT64 && Double.isFinite(array.asDouble());
    }
}
