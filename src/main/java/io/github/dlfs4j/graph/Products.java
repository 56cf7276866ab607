package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Matrix products, section 5.6.1. For <i>Y = AB</i>, the gradient by <i>A</i> is <i>∂L/∂Y · B<sup>T</sup></i>, and the
 * gradient by <i>B</i> is <i>A<sup>T</sup> · ∂L/∂Y</i>.
 */
final class Products {
    private Products() {}

    /** The dot product. For any numbers of axes, it is computed as the product of two matrices. */
    record Dot() implements Operation.Binary {
        @Override
        public String symbol() {
            return "dot";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return a.dot(b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return matrix(dout, a, b).dot(columns(b).transpose()).inShape(a.shape());
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            Variable columns = rows(a).transpose().dot(matrix(dout, a, b));
            int n = b.shape().ndim();
            if (n <= 2) {
                return columns.inShape(b.shape());
            }
            int[] order = summedFirst(n);
            int[] lengths = Arrays.stream(order).map(b.shape()::get).toArray();
            return columns.inShape(Shape.of(lengths)).transpose(Shapes.inverse(order));
        }

        /** Returns a matrix with a row for each vector of a. */
        private static Variable rows(Variable a) {
            int length = a.shape().get(-1);
            return a.inShape(Shape.of(sizeWithout(a.shape(), -1), length));
        }

        /** Returns a matrix with a column for each vector of b. */
        private static Variable columns(Variable b) {
            int n = b.shape().ndim();
            if (n == 1) {
                return b.inShape(Shape.of(b.shape().get(0), 1));
            }
            Variable first = n == 2 ? b : b.transpose(summedFirst(n));
            return first.inShape(Shape.of(first.shape().get(0), sizeWithout(b.shape(), -2)));
        }

        /** Returns dout as a matrix with a row for each vector of a and a column for each vector of b. */
        private static Variable matrix(Variable dout, Variable a, Variable b) {
            int columns = b.shape().ndim() == 1 ? 1 : sizeWithout(b.shape(), -2);
            return dout.inShape(Shape.of(sizeWithout(a.shape(), -1), columns));
        }

        /** Returns the axis that the product sums over, and then the other axes. */
        private static int[] summedFirst(int n) {
            return IntStream.concat(IntStream.of(n - 2), IntStream.range(0, n).filter(axis -> axis != n - 2))
                    .toArray();
        }

        private static int sizeWithout(Shape shape, int axis) {
            int[] lengths = shape.toArray();
            lengths[lengths.length + axis] = 1;
            return Shape.of(lengths).size();
        }
    }

    /**
     * Multiplies matrices. A vector counts as a row on the left and as a column on the right; that axis is dropped
     * again.
     */
    static Variable matmul(Variable a, Variable b) {
        int axesOfA = a.shape().ndim();
        int axesOfB = b.shape().ndim();
        if (axesOfA == 1 && b.shape().equals(a.shape())) {
            return a.dot(b);
        }
        if (axesOfA == 1 && axesOfB > 0) {
            return squeezed(matmul(a.reshape(1, a.shape().size()), b), -2);
        }
        if (axesOfB == 1 && axesOfA > 0) {
            return squeezed(matmul(a, b.reshape(b.shape().size(), 1)), -1);
        }
        return Variable.computed(new MatMul(), a, b);
    }

    /** Drops an axis of length 1, which is counted from the end. */
    private static Variable squeezed(Variable x, int axis) {
        int n = x.shape().ndim() + axis;
        return x.reshape(IntStream.range(0, x.shape().ndim())
                .filter(i -> i != n)
                .map(x.shape()::get)
                .toArray());
    }

    /** The products of the matrices of two stacks, which are broadcast against each other. */
    record MatMul() implements Operation.Binary {
        @Override
        public String symbol() {
            return "matmul";
        }

        @Override
        public NDArray forward(NDArray a, NDArray b) {
            return LinearAlgebra.matmul(a, b);
        }

        @Override
        public Variable backwardToA(Variable dout, Variable a, Variable b, Variable y) {
            return dout.matmul(transposed(b));
        }

        @Override
        public Variable backwardToB(Variable dout, Variable a, Variable b, Variable y) {
            return transposed(a).matmul(dout);
        }

        /** Transposes each matrix of a stack. */
        private static Variable transposed(Variable matrices) {
            int n = matrices.shape().ndim();
            int[] order = IntStream.range(0, n).toArray();
            order[n - 2] = n - 1;
            order[n - 1] = n - 2;
            return matrices.transpose(order);
        }
    }
}
