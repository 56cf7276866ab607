package io.github.dlfs4j.thirdbook;

import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;

/** The first weights of DeZero's layers: numbers of float32, times a number of float64. */
final class DeZeroWeights {
    private DeZeroWeights() {}

    static Linear linear(int inputs, int outputs, RandomState random) {
        return new Linear(matrix(inputs, outputs, random), NDArray.zeros(outputs));
    }

    static NDArray matrix(int inputs, int outputs, RandomState random) {
        return random.randn(inputs, outputs)
                .astype(DType.FLOAT32)
                .astype(DType.FLOAT64)
                .mul(Math.sqrt(1.0 / inputs));
    }
}
