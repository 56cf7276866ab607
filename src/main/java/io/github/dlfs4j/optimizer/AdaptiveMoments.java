package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PortableMath;

/**
 * Adam and its kin: they remember a running mean of gradients and of their squares, and know how far both have come.
 */
abstract class AdaptiveMoments extends RememberingOptimizer {
    private static final long serialVersionUID = 1;

    AdaptiveMoments(double learningRate) {
        super(learningRate, Kind.of("m"), Kind.ofSquares("v"));
    }

    /** Adds the shares of both means that stay from step to step, and the number of steps. */
    final void shares(double beta1, double beta2) {
        number("beta1", beta1, Range.FROM_0_BELOW_1);
        number("beta2", beta2, Range.FROM_0_BELOW_1);
        number("iter", 0, Range.COUNT);
    }

    @Override
    final void beginUpdate() {
        number("iter", number("iter") + 1);
    }

    @Override
    final void update(String name, NDArray parameter, NDArray gradient) {
        NDArray m = remembered("m", name, parameter);
        NDArray v = remembered("v", name, parameter);
        NDArray g = gradient.dtype() == parameter.dtype() ? gradient : gradient.astype(parameter.dtype());
        average(m, v, g);
        step(parameter, m, v);
    }

    /** Returns the weight of all gradients in a mean that began at 0, <i>1 - β<sup>t</sup></i>. */
    final double corrected(String share) {
        return 1 - PortableMath.pow(number(share), number("iter"));
    }

    /** Takes a gradient into both means, in place. */
    abstract void average(NDArray m, NDArray v, NDArray gradient);

    /** Changes one parameter, in place. */
    abstract void step(NDArray parameter, NDArray m, NDArray v);
}
