package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;

/** The end of a network that classifies: probabilities, and their loss. */
final class ClassificationOperations {
    /** The softmax function along an axis. */
    static Operation softmax(int axis) {
        return unary(
                        "softmax",
                        x -> axis == -1 || axis == x.ndim() - 1 ? Activations.softmax(x) : softmax(x, axis),
                        (dout, x, y) -> y.mul(dout.sub(dout.mul(y).sum(axis, true))))
                .inOnnx(inputs -> Math.floorMod(axis, inputs.get(0).ndim()) == 0
                        ? null
                        : new OnnxOperator("Softmax", Map.of("axis", axis)));
    }

    private static NDArray softmax(NDArray x, int axis) {
        NDArray exponentials = x.sub(x.max(axis, true)).exp();
        return exponentials.div(exponentials.sum(axis, true));
    }

    /** The logarithm of softmax along an axis, finite even for a probability that is rounded to 0. */
    static Operation logSoftmax(int axis) {
        return unary(
                "log softmax",
                x -> {
                    NDArray shifted = x.sub(x.max(axis, true));
                    return shifted.sub(shifted.exp().sum(axis, true).log());
                },
                (dout, x, y) -> dout.sub(y.exp().mul(dout.sum(axis, true))));
    }

    /** The book's cross entropy of probabilities: <i>-Σ t log(y + 10<sup>-7</sup>) / n</i>. */
    static Operation crossEntropy(NDArray t) {
        return unary("cross entropy", x -> Losses.crossEntropy(x, t), (dout, x, y) -> {
            Variable share = dout.neg().div(Targets.rows(x.value()));
            return oneHot(t, x).mul(share).div(x.add(Losses.DELTA));
        });
    }

    /** Softmax and cross entropy in one node, section 5.6.3. */
    static Operation softmaxWithLoss(NDArray t) {
        SoftmaxWithLoss loss = new SoftmaxWithLoss(t);
        return new Operation(SoftmaxWithLoss.SYMBOL, loss::forward, loss);
    }

    /** What softmax with loss passes back, with what it is made of. */
    record SoftmaxWithLoss(NDArray t) implements Operation.Backward {
        private static final String SYMBOL = "softmax with loss";

        private NDArray forward(NDArray... x) {
            Operation.checkCount(SYMBOL, 1, x.length);
            return Losses.crossEntropy(Activations.softmax(x[0]), t);
        }

        @Override
        public Variable of(int input, Variable dout, Variable[] inputs, Variable y) {
            Variable x = inputs[0];
            return x.softmax().sub(oneHot(t, x)).div(Targets.rows(x.value())).mul(dout);
        }

        /** Returns the probabilities that are right. */
        NDArray targets(NDArray scores) {
            return Targets.oneHot(t, scores);
        }
    }

    private static Variable oneHot(NDArray t, Variable outputs) {
        return Variable.constant(Targets.oneHot(t, outputs.value()));
    }
}
