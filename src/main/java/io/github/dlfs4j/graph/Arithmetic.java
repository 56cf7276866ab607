package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;

/** The arithmetic operations, section 5.3. */
final class Arithmetic {
    private Arithmetic() {}

    record Add() implements Operation.Binary {
        @Override
        public String symbol() {
            return "+";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return a.add(b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return dout;
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            return dout;
        }
    }

    record Sub() implements Operation.Binary {
        @Override
        public String symbol() {
            return "-";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return a.sub(b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return dout;
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            return dout.neg();
        }
    }

    record Mul() implements Operation.Binary {
        @Override
        public String symbol() {
            return "×";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return a.mul(b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return dout.mul(b);
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            return dout.mul(a);
        }
    }

    record Div() implements Operation.Binary {
        @Override
        public String symbol() {
            return "/";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return a.div(b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return dout.div(b);
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            return dout.mul(y).div(b).neg();
        }
    }

    /** The node of section 5.5.2: <i>∂y/∂x = -1/x² = -y²</i>. */
    record Reciprocal() implements Operation.Unary {
        @Override
        public String symbol() {
            return "1/x";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.rdiv(1.0);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.mul(y.pow(2).neg());
        }
    }

    record Neg() implements Operation.Unary {
        @Override
        public String symbol() {
            return "-x";
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.neg();
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            return dout.neg();
        }
    }

    /** A power whose exponent is a number. */
    record Power(double exponent) implements Operation.Unary {
        @Override
        public String symbol() {
            return "^" + (exponent == (long) exponent ? Long.toString((long) exponent) : Double.toString(exponent));
        }

        @Override
        public NDArray forward(NDArray x) {
            return x.pow(exponent);
        }

        @Override
        public Variable backward(Variable dout, Variable x, Variable y) {
            // 0 to the power -1 is infinite, and 0 times infinity is NaN.
            return exponent == 0 ? dout.mul(0) : dout.mul(x.pow(exponent - 1).mul(exponent));
        }
    }

    /** A power whose exponent is a variable. */
    record PowerOf() implements Operation.Binary {
        @Override
        public String symbol() {
            return "^";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return a.pow(b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return dout.mul(a.pow(b.sub(1)).mul(b)).where(b.value().ne(0));
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            // A power of 0 does not depend on the exponent, but the logarithm of 0 is infinite.
            return dout.mul(y).mul(a.log()).where(a.value().ne(0));
        }
    }
}
