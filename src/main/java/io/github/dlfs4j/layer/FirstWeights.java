package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Objects;

/** The first weights of a layer, as a rule draws them. */
final class FirstWeights {
    static NDArray of(Initializer initialization, RandomState random, int inputs, int... shape) {
        NDArray weights = initialization.weights(Objects.requireNonNull(random, "random"), inputs, shape);
        if (weights == null) {
            throw new IllegalStateException("the rule for the first weights has drawn no array");
        }
        return weights;
    }
}
