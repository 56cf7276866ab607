package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.NDArray;

/** The losses of this library. */
enum StandardLoss implements Loss {
    SOFTMAX_WITH_LOSS("SoftmaxWithLoss") {
        @Override
        public Variable of(Variable outputs, NDArray targets) {
            Losses.checkTargets(outputs.value(), targets);
            return outputs.softmaxWithLoss(targets);
        }

        @Override
        public boolean classifies() {
            return true;
        }
    },

    MEAN_SQUARED_ERROR("MeanSquaredError") {
        @Override
        public Variable of(Variable outputs, NDArray targets) {
            Targets.checkNumbers(outputs.value(), targets);
            return outputs.sub(Variable.constant(targets)).pow(2).mean();
        }
    };

    private final String text;

    StandardLoss(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
