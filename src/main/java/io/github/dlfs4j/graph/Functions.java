package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;

/** Functions that work element by element. */
final class Functions {
    private Functions() {}

    record Exp() implements Operation.Unary {
        @Override
        public String symbol() {
            return "exp";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.exp();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.mul(y);
        }
    }

    record Log() implements Operation.Unary {
        @Override
        public String symbol() {
            return "log";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.log();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.div(x);
        }
    }

    record Sqrt() implements Operation.Unary {
        @Override
        public String symbol() {
            return "sqrt";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.sqrt();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.div(y.mul(2));
        }
    }

    record Sin() implements Operation.Unary {
        @Override
        public String symbol() {
            return "sin";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.sin();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.mul(x.cos());
        }
    }

    record Cos() implements Operation.Unary {
        @Override
        public String symbol() {
            return "cos";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.cos();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.mul(x.sin().neg());
        }
    }

    record Tanh() implements Operation.Unary {
        @Override
        public String symbol() {
            return "tanh";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.tanh();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.mul(y.pow(2).rsub(1));
        }
    }

    /** The sigmoid function in one node, section 5.5.2. */
    record Sigmoid() implements Operation.Unary {
        @Override
        public String symbol() {
            return "sigmoid";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.sigmoid();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.mul(y.rsub(1)).mul(y);
        }
    }

    /** The rectified linear unit, section 5.5.1. Its derivative at 0 is 0. */
    record Relu() implements Operation.Unary {
        @Override
        public String symbol() {
            return "relu";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.maximum(0);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.where(x.value().le(0).not());
        }
    }

    /** The absolute value. Its derivative at 0 is 0. */
    record Abs() implements Operation.Unary {
        @Override
        public String symbol() {
            return "abs";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.abs();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.mul(Variable.constant(x.value().sign()));
        }
    }

    /** The larger or the smaller of two. It gets the gradient; of equals, b does, so that max(x, 0) is ReLU. */
    record Extremum(boolean largest) implements Operation.Binary {
        @Override
        public String symbol() {
            return largest ? "maximum" : "minimum";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return largest ? a.maximum(b) : a.minimum(b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return dout.where(isB(a, b).not());
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            return dout.where(isB(a, b));
        }

        /** Returns where b gets the gradient: also where it is NaN. */
        private NDArray isB(Variable a, Variable b) {
            NDArray bOrEqual = largest ? a.value().le(b.value()) : a.value().ge(b.value());
            return bOrEqual.or(b.value().ne(b.value()));
        }
    }

    /** Limits elements to a range. At the bounds and beyond, the derivative is 0. */
    record Clip(double min, double max) implements Operation.Unary {
        @Override
        public String symbol() {
            return "clip";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.clip(min, max);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.where(x.value().le(min).or(x.value().ge(max)).not());
        }
    }

    /** Keeps the elements where the mask is true, and sets the others to 0. */
    record Where(NDArray mask) implements Operation.Unary {
        @Override
        public String symbol() {
            return "where";
        }

        @Override
        public NDArray forward(NDArray x) {
            return NDArray.where(mask, x, 0.0);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.where(mask);
        }
    }
}
