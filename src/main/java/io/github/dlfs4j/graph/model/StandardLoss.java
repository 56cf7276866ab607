package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.NDArray;

/** The losses of this library; no enum, whose constants a stream names in Java's words if it is damaged. */
sealed interface StandardLoss extends Loss {
    /** Cross entropy of the softmax. */
    record SoftmaxWithLoss() implements StandardLoss {
        @Override
        public Variable of(Variable outputs, NDArray targets) {
            Losses.checkTargets(outputs.value(), targets);
            return outputs.softmaxWithLoss(targets);
        }

        @Override
        public boolean classifies() {
            return true;
        }

        @Override
        public String toString() {
            return "SoftmaxWithLoss";
        }
    }

    /** The mean of squared differences. */
    record MeanSquaredError() implements StandardLoss {
        @Override
        public Variable of(Variable outputs, NDArray targets) {
            Targets.checkNumbers(outputs.value(), targets);
            return outputs.sub(Variable.constant(targets)).pow(2).mean();
        }

        @Override
        public String toString() {
            return "MeanSquaredError";
        }
    }
}
