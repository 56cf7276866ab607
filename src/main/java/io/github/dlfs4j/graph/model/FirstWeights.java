package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Objects;

/** The first weights of the models of this package, as DeZero draws them. */
final class FirstWeights {
    /**
     * Draws from the normal distribution with the deviation <i>√(1/inputs)</i>, which is Xavier's initialisation,
     * section 6.2.2.
     */
    static NDArray of(int inputs, RandomState random, DType dtype, int... shape) {
        checked(dtype);
        Objects.requireNonNull(random, "random");
        return random.randn(shape).muli(Math.sqrt(1.0 / inputs)).astype(dtype);
    }

    /** Refuses dtypes of which a network cannot learn. */
    static DType checked(DType dtype) {
        if (!dtype.isFloating()) {
            throw new IllegalArgumentException("a model computes in float32 or float64, not " + dtype);
        }
        return dtype;
    }
}
