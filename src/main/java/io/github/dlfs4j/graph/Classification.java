package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/** The end of a network that classifies: probabilities, and their loss. */
final class Classification {
    /** Keeps the logarithm of a probability 0 finite. */
    private static final double DELTA = 1e-7;

    private Classification() {}

    /** The softmax function along the last axis. */
    record Softmax() implements Operation.Unary {
        @Override
        public String symbol() {
            return "softmax";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.softmax();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return y.mul(dout.sub(dout.mul(y).sum(-1, true)));
        }
    }

    /** The logarithm of softmax along the last axis, finite even for a probability that is rounded to 0. */
    record LogSoftmax() implements Operation.Unary {
        @Override
        public String symbol() {
            return "log softmax";
        }

        @Override
        public NDArray forward(NDArray x) {
            NDArray shifted = x.sub(x.max(-1, true));
            return shifted.sub(shifted.exp().sum(-1, true).log());
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.sub(y.exp().mul(dout.sum(-1, true)));
        }
    }

    /** The book's cross entropy of probabilities: <i>-Σ t log(y + 10<sup>-7</sup>) / n</i>. */
    record CrossEntropy(NDArray t) implements Operation.Unary {
        @Override
        public String symbol() {
            return "cross entropy";
        }

        @Override
        public NDArray forward(NDArray x) {
            int n = rows(x.shape());
            NDArray terms = t.shape().equals(x.shape())
                    ? t.mul(x.add(DELTA).log())
                    : x.reshape(n, x.shape(-1))
                            .get(NDArray.arange(n), t.reshape(n))
                            .add(DELTA)
                            .log();
            return terms.sum().neg().div(n);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            Variable share = dout.neg().div(rows(x.shape()));
            return oneHot(t, x).mul(share).div(x.add(DELTA));
        }
    }

    /** Softmax and cross entropy in one node, section 5.6.3, with the derivative <i>(y - t) / n</i>. */
    record SoftmaxWithLoss(NDArray t) implements Operation.Unary {
        @Override
        public String symbol() {
            return "softmax with loss";
        }

        @Override
        public NDArray forward(NDArray x) {
            return new CrossEntropy(t).forward(x.softmax());
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return x.softmax().sub(oneHot(t, x)).div(rows(x.shape())).mul(dout);
        }
    }

    /** Returns the number of inputs in a batch. */
    private static int rows(Shape outputs) {
        return outputs.ndim() == 1 ? 1 : outputs.get(0);
    }

    /** Returns the targets in the shape of the outputs. */
    private static Variable oneHot(NDArray t, Variable outputs) {
        Shape shape = outputs.shape();
        if (t.shape().equals(shape)) {
            return Variable.constant(t);
        }
        int n = rows(shape);
        NDArray oneHot = NDArray.zeros(outputs.value().dtype(), n, shape.get(-1));
        oneHot.at(NDArray.arange(n), t.reshape(n)).set(1);
        return Variable.constant(oneHot.reshape(shape.toArray()));
    }

    /** Refuses targets that are neither one-hot nor labels for outputs of the given shape. */
    static void checkTargets(String name, Shape outputs, NDArray t) {
        if (outputs.ndim() != 1 && outputs.ndim() != 2) {
            throw new IllegalArgumentException(name + " must have one axis or two, not the shape " + outputs);
        }
        if (t.shape().equals(outputs)) {
            return;
        }
        Shape labels = Shape.of(Arrays.copyOf(outputs.toArray(), outputs.ndim() - 1));
        if (!t.shape().equals(labels)) {
            throw new IllegalArgumentException(
                    "targets must be one-hot, of shape %s, or labels, of shape %s, but have shape %s"
                            .formatted(outputs, labels, t.shape()));
        }
        if (t.dtype() != DType.INT64 && t.dtype() != DType.UINT8) {
            throw new IllegalArgumentException("labels must be int64 or uint8, not " + t.dtype());
        }
        for (int[] index : t.indices()) {
            long label = t.getLong(index);
            if (label < 0 || label >= outputs.get(-1)) {
                throw new IndexOutOfBoundsException(
                        "label %d is out of bounds for %d classes".formatted(label, outputs.get(-1)));
            }
        }
    }
}
