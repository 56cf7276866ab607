package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * An optimiser such as a contributor adds: nothing else knows it. It steps by the signs of a velocity (Chen et al.,
 * <i>Symbolic Discovery of Optimization Algorithms</i>, 2023).
 */
public final class Lion extends RememberingOptimizer {
    private static final long serialVersionUID = 1;

    public Lion(double learningRate) {
        super(learningRate, Kind.of("m"));
    }

    @Override
    void update(String name, NDArray parameter, NDArray gradient) {
        NDArray m = remembered("m", name, parameter);
        parameter.subi(m.mul(0.9).addi(gradient.mul(0.1)).sign().mul(number("lr")));
        m.muli(0.99).addi(gradient.mul(0.01));
    }
}
