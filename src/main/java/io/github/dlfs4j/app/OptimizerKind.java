package io.github.dlfs4j.app;

import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.AdamW;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The optimisers of chapter 6 and AdamW, each with a learning rate that suits MNIST. */
enum OptimizerKind {
    SGD(0.1, 0),
    MOMENTUM(0.01, 1),
    NESTEROV(0.01, 1),
    ADAGRAD(0.01, 1),
    RMSPROP(0.001, 1),
    ADAM(0.001, 2),
    ADAMW(0.001, 2);

    private final double defaultLearningRate;
    private final int arraysPerParameter;

    OptimizerKind(double defaultLearningRate, int arraysPerParameter) {
        this.defaultLearningRate = defaultLearningRate;
        this.arraysPerParameter = arraysPerParameter;
    }

    /** Finds the kind that a checkpoint names. */
    static Optional<OptimizerKind> named(String optimizer) {
        return Arrays.stream(values())
                .filter(kind -> kind.create(kind.defaultLearningRate).name().equals(optimizer))
                .findFirst();
    }

    double defaultLearningRate() {
        return defaultLearningRate;
    }

    /** Returns how many arrays the state of the optimiser has for each parameter. */
    int arraysPerParameter() {
        return arraysPerParameter;
    }

    Optimizer create(double learningRate) {
        return switch (this) {
            case SGD -> new SGD(learningRate);
            case MOMENTUM -> new Momentum(learningRate);
            case NESTEROV -> new Nesterov(learningRate);
            case ADAGRAD -> new AdaGrad(learningRate);
            case RMSPROP -> new RMSProp(learningRate);
            case ADAM -> new Adam(learningRate);
            case ADAMW -> new AdamW(learningRate);
        };
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
