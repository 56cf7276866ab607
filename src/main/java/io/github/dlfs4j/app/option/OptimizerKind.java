package io.github.dlfs4j.app.option;

import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.AdamW;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The optimisers of chapter 6 and AdamW, each with a learning rate that suits MNIST. */
public enum OptimizerKind {
    /** Stochastic gradient descent. */
    SGD(0.1, 0),
    /** Momentum. */
    MOMENTUM(0.01, 1),
    /** Nesterov's accelerated gradient. */
    NESTEROV(0.01, 1),
    /** AdaGrad. */
    ADAGRAD(0.01, 1),
    /** RMSProp. */
    RMSPROP(0.001, 1),
    /** Adam. */
    ADAM(0.001, 2),
    /** Adam with decoupled weight decay. */
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

    /** {@return the learning rate that suits MNIST, the default of {@code --lr}} */
    public double defaultLearningRate() {
        return defaultLearningRate;
    }

    /** Says which learning rate is the default with which optimisers. */
    static String defaultLearningRates() {
        Map<Double, String> kinds = new LinkedHashMap<>();
        for (OptimizerKind kind : values()) {
            double rate = kind.defaultLearningRate;
            String others = kinds.get(rate);
            kinds.put(rate, (others == null ? rate + " with " : others + ", ") + kind);
        }
        return String.join("; ", kinds.values());
    }

    /** {@return how many arrays the state of the optimiser has for each parameter: 0, 1 or 2} */
    public int arraysPerParameter() {
        return arraysPerParameter;
    }

    /**
     * Creates the optimiser.
     *
     * @param learningRate the learning rate
     * @return a new optimiser
     */
    public Optimizer create(double learningRate) {
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
