package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.NDArray;

/** The end of a network that classifies: probabilities, and their loss. */
final class ClassificationOperations {
    /** The softmax function along the last axis. */
    static final Operation SOFTMAX = unary(
            "softmax",
            Activations::softmax,
            (dout, x, y) -> y.mul(dout.sub(dout.mul(y).sum(-1, true))));

    /** The logarithm of softmax along the last axis, finite even for a probability that is rounded to 0. */
    static final Operation LOG_SOFTMAX = unary(
            "log softmax",
            x -> {
                NDArray shifted = x.sub(x.max(-1, true));
                return shifted.sub(shifted.exp().sum(-1, true).log());
            },
            (dout, x, y) -> dout.sub(y.exp().mul(dout.sum(-1, true))));

    private ClassificationOperations() {}

    /** The book's cross entropy of probabilities: <i>-Σ t log(y + 10<sup>-7</sup>) / n</i>. */
    static Operation crossEntropy(NDArray t) {
        return unary("cross entropy", x -> Losses.crossEntropy(x, t), (dout, x, y) -> {
            Variable share = dout.neg().div(Targets.rows(x.value()));
            return oneHot(t, x).mul(share).div(x.add(Losses.DELTA));
        });
    }

    /** Softmax and cross entropy in one node, section 5.6.3. */
    static Operation softmaxWithLoss(NDArray t) {
        return unary(
                "softmax with loss",
                x -> Losses.crossEntropy(Activations.softmax(x), t),
                (dout, x, y) -> Losses.gradient(x.softmax(), oneHot(t, x), Targets.rows(x.value()))
                        .mul(dout));
    }

    private static Variable oneHot(NDArray t, Variable outputs) {
        return Variable.constant(Targets.oneHot(t, outputs.value()));
    }
}
