package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.binary;

import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Matrix products, section 5.6.1. For <i>Y = AB</i>, the gradient with respect to <i>A</i> is <i>∂L/∂Y ·
 * B<sup>T</sup></i>, and the gradient with respect to <i>B</i> is <i>A<sup>T</sup> · ∂L/∂Y</i>.
 */
final class ProductOperations {
    /** The dot product. For any numbers of axes, it is computed as the product of two matrices. */
    static final Operation DOT = binary(
                    "dot",
                    NDArray::dot,
                    (dout, a, b, y) ->
                            matrix(dout, a, b).dot(columns(b).transpose()).inShape(a.shape()),
                    (dout, a, b, y) -> inColumns(rows(a).transpose().dot(matrix(dout, a, b)), b.shape()))
            .inOnnx(inputs -> inputs.get(1).ndim() > 2 ? null : new OnnxOperator("MatMul", Map.of()));

    /** The products of the matrices of two stacks, which are broadcast against each other. */
    private static final Operation MATMUL = binary(
            "matmul",
            "MatMul",
            NDArray::matmul,
            (dout, a, b, y) -> dout.matmul(b.swapaxes(-2, -1)),
            (dout, a, b, y) -> a.swapaxes(-2, -1).matmul(dout));

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

    /** Gives the gradient of the columns the shape of b: the inverse of {@link #columns}. */
    private static Variable inColumns(Variable gradient, Shape b) {
        if (b.ndim() <= 2) {
            return gradient.inShape(b);
        }
        int[] order = summedFirst(b.ndim());
        int[] lengths = Arrays.stream(order).map(b::get).toArray();
        return gradient.inShape(Shape.of(lengths)).transpose(ShapeOperations.inverse(order));
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
            return matmul(a.reshape(1, a.shape().size()), b).squeeze(-2);
        }
        if (axesOfB == 1 && axesOfA > 0) {
            return matmul(a, b.reshape(b.shape().size(), 1)).squeeze(-1);
        }
        return Variable.computed(MATMUL, a, b);
    }
}
