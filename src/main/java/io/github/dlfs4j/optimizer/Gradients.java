package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;

/** Checks that gradients are those of the parameters; else one would be broadcast, or a parameter left out. */
final class Gradients {
    private Gradients() {}

    static void check(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
        if (!parameters.keySet().equals(gradients.keySet())) {
            throw new IllegalArgumentException("parameters %s and gradients %s must have the same names"
                    .formatted(parameters.keySet(), gradients.keySet()));
        }
        parameters.forEach((name, parameter) -> {
            NDArray gradient = gradients.get(name);
            if (!gradient.shape().equals(parameter.shape())) {
                throw new IllegalArgumentException("the gradient of %s must have the shape %s, not %s"
                        .formatted(name, parameter.shape(), gradient.shape()));
            }
        });
    }
}
