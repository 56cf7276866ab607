package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.kernel.decomposition.ColumnSigns;
import io.github.dlfs4j.ndarray.kernel.decomposition.GeneralEigen;
import io.github.dlfs4j.ndarray.kernel.decomposition.SymmetricEigen;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of the matrices of a stack, by NumPy's rules. All is computed in float64, and rounded
 * once for float32.
 */
final class Eigenvalues {
    /** The work for a matrix of order n, in multiply-adds divided by n³. */
    private static final int MULTIPLY_ADDS = 8;

    /** The stack; becomes that of the eigenvectors. */
    private final MatrixStack stack;

    private final DType dtype;
    private final int[] shape;
    private final double[] values;

    private Eigenvalues(NDArray a) {
        MatrixStack.checkSquare(a);
        shape = a.shape().toArray();
        dtype = MatrixStack.result(a);
        stack = MatrixStack.copyOf(a);
        values = new double[stack.count() * stack.rows()];
    }

    static EigResult symmetric(NDArray a, Triangle triangle) {
        Eigenvalues solver = new Eigenvalues(a);
        solver.solveSymmetric(triangle, true);
        return new EigResult(solver.values(), solver.vectors());
    }

    static NDArray valuesOfSymmetric(NDArray a, Triangle triangle) {
        Eigenvalues solver = new Eigenvalues(a);
        solver.solveSymmetric(triangle, false);
        return solver.values();
    }

    static EigResult general(NDArray a) {
        Eigenvalues solver = new Eigenvalues(a);
        solver.solveGeneral(true);
        return new EigResult(solver.values(), solver.vectors());
    }

    static NDArray valuesOfGeneral(NDArray a) {
        Eigenvalues solver = new Eigenvalues(a);
        solver.solveGeneral(false);
        return solver.values();
    }

    private void solveSymmetric(Triangle triangle, boolean withVectors) {
        boolean[] converged = new boolean[stack.count()];
        RowBlocks.configured().forEach(stack.count(), 1, work(), (first, end) -> {
            for (int i = first; i < end; i++) {
                Matrix<double[]> a = stack.matrix(i);
                Matrix<double[]> lower = triangle == Triangle.LOWER ? a : a.transpose();
                converged[i] = SymmetricEigen.solve(lower, values, i * stack.rows(), withVectors ? a : null);
            }
        });
        check(converged);
    }

    private void solveGeneral(boolean withVectors) {
        checkFinite();
        GeneralEigen[] solvers = new GeneralEigen[stack.count()];
        boolean[] converged = new boolean[stack.count()];
        RowBlocks.configured().forEach(stack.count(), 1, work(), (first, end) -> {
            for (int i = first; i < end; i++) {
                Matrix<double[]> a = stack.matrix(i);
                solvers[i] = new GeneralEigen(stack.rows(), values, i * stack.rows());
                converged[i] = solvers[i].solve(a, withVectors ? a : null);
            }
        });
        check(converged);
        for (GeneralEigen solver : solvers) {
            if (solver.isComplex()) {
                throw new IllegalArgumentException(
                        "eigenvalues are complex, such as %s+%sj; only real ones can be returned"
                                .formatted(text(solver.real()), text(solver.imaginary())));
            }
        }
    }

    private long work() {
        long n = stack.rows();
        return MULTIPLY_ADDS * n * n * n * stack.count();
    }

    private static void check(boolean... converged) {
        for (boolean hasConverged : converged) {
            if (!hasConverged) {
                throw new IllegalArgumentException("Eigenvalues did not converge");
            }
        }
    }

    private void checkFinite() {
        for (double value : stack.values()) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Array must not contain infs or NaNs");
            }
        }
    }

    /** Returns a part of a complex number as Python prints it. */
    private String text(double value) {
        String text = NDArray.scalar(value + 0.0).astype(dtype).toString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private NDArray values() {
        return NDArray.of(values, Arrays.copyOf(shape, shape.length - 1)).astype(dtype);
    }

    private NDArray vectors() {
        double[] all = stack.values();
        if (dtype == DType.FLOAT32) {
            // Rounded before the signs are chosen, for magnitudes that are equal only then.
            for (int i = 0; i < all.length; i++) {
                all[i] = (float) all[i];
            }
        }
        for (int i = 0; i < stack.count(); i++) {
            ColumnSigns.makeLargestPositive(stack.matrix(i));
        }
        return NDArray.of(all, shape).astype(dtype);
    }
}
