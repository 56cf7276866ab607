package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;

/** Systems of equations with a square matrix, and inverses. */
final class LinearSystems {
    /** Solves {@code a x = b}. */
    static NDArray solve(NDArray a, NDArray b) {
        MatrixStack.checkSquare(a);
        boolean isVector = b.ndim() == 1;
        checkSides(a, b, isVector ? "solve1" : "solve", isVector ? "(m)->(m)" : "(m,n)->(m,n)");
        NDArray sides = isVector ? b.expandDims(1) : b;
        int[] stack = MatrixStack.broadcast(a, sides);
        NDArray x = MatrixStack.stretched(sides, stack).astype(DType.FLOAT64);
        if (x.size() > 0) {
            LUStack triangles = new LUStack(a);
            triangles.checkRegular();
            NDArray numbers = NDArray.arange(triangles.count()).reshape(MatrixStack.outer(a));
            triangles.solve(Inside.stretched(numbers, stack).toLongArray(), x);
        }
        NDArray rounded = Inside.converted(x, MatrixStack.result(a, b));
        return isVector ? Inside.view(rounded, Inside.layout(rounded).removeAxis(x.ndim() - 1)) : rounded;
    }

    private static void checkSides(NDArray a, NDArray b, String function, String signature) {
        if (b.ndim() == 0) {
            throw new IllegalArgumentException(
                    ("%s: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (m,m),%s"
                                    + " requires 2)")
                            .formatted(function, signature));
        }
        int rows = b.shape(b.ndim() == 1 ? 0 : -2);
        if (rows != a.shape(-1)) {
            throw new IllegalArgumentException(
                    ("%s: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),%s (size"
                                    + " %s is different from %s)")
                            .formatted(function, signature, rows, a.shape(-1)));
        }
    }

    static NDArray inverses(NDArray a, boolean isRegular) {
        NDArray inverse = NDArray.zeros(DType.FLOAT64, a.shape().toArray());
        if (inverse.size() > 0) {
            LUStack triangles = new LUStack(a);
            if (isRegular) {
                triangles.checkRegular();
            }
            triangles.invert(inverse);
        }
        return Inside.converted(inverse, MatrixStack.result(a));
    }

    /** Raises square matrices to a power. Squarings and products are in NumPy's order. */
    static NDArray power(NDArray a, int n) {
        MatrixStack.checkSquare(a);
        if (n == 0) {
            NDArray identities = NDArray.empty(a.dtype(), a.shape().toArray());
            Inside.assign(identities, NDArray.eye(a.shape(-1)).astype(a.dtype()));
            return identities;
        }
        NDArray base = n < 0 ? inverses(a, true) : a;
        long exponent = Math.abs((long) n);
        if (exponent == 3) {
            return base.matmul(base).matmul(base);
        }
        NDArray square = base;
        NDArray power = null;
        while (true) {
            if (exponent % 2 == 1) {
                power = power == null ? square : power.matmul(square);
            }
            exponent /= 2;
            if (exponent == 0) {
                return power;
            }
            square = square.matmul(square);
        }
    }
}
