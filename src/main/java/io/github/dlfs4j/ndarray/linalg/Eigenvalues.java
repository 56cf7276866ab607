package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.kernel.decomposition.ColumnSigns;
import io.github.dlfs4j.ndarray.kernel.decomposition.GeneralEigen;
import io.github.dlfs4j.ndarray.kernel.decomposition.SymmetricEigen;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Objects;

/**
 * Eigenvalues and eigenvectors of the matrices of a stack, by NumPy's rules. All is computed in float64, and rounded
 * once for float32.
 */
final class Eigenvalues {
    /** See {@link MatrixStack#forEach}. */
    private static final int EFFORT = 8;

    /** A difference that rounding makes in float32, relative to the largest element. */
    private static final double ROUNDING = 0x1p-20;

    /**
     * So far apart does rounding move three equal eigenvalues with one eigenvector, relative to the largest element.
     */
    private static final double DEFECT = 1e-4;

    /** The stack; becomes that of the eigenvectors. */
    private final MatrixStack stack;

    private final NDArray a;
    private final DType dtype;
    private final double[] values;

    private Eigenvalues(NDArray a) {
        MatrixStack.checkSquare(a);
        this.a = a;
        dtype = MatrixStack.result(a);
        stack = MatrixStack.copyOf(a);
        values = new double[stack.count() * stack.rows()];
    }

    /**
     * Computes the eigenvalues of symmetric matrices, of which one triangle is read, and the vectors if they are
     * wanted.
     */
    static Eigenvalues ofSymmetric(NDArray a, Triangle triangle, boolean withVectors) {
        Eigenvalues solver = new Eigenvalues(a);
        MatrixStack stack = solver.stack;
        Objects.requireNonNull(triangle, "triangle");
        check(stack.tryEach(EFFORT, i -> {
            Matrix<double[]> matrix = stack.matrix(i);
            Matrix<double[]> lower = triangle == Triangle.LOWER ? matrix : matrix.transpose();
            return SymmetricEigen.solve(lower, solver.values, i * stack.rows(), withVectors ? matrix : null);
        }));
        return solver;
    }

    static Eigenvalues ofGeneral(NDArray a, boolean withVectors) {
        Eigenvalues solver = new Eigenvalues(a);
        solver.solveGeneral(withVectors);
        return solver;
    }

    EigResult withVectors() {
        return new EigResult(values(), vectors());
    }

    private void solveGeneral(boolean withVectors) {
        checkFinite();
        GeneralEigen[] solvers = new GeneralEigen[stack.count()];
        check(stack.tryEach(EFFORT, i -> {
            Matrix<double[]> matrix = stack.matrix(i);
            solvers[i] = new GeneralEigen(stack.rows(), values, i * stack.rows());
            return solvers[i].solve(matrix, withVectors ? matrix : null);
        }));
        for (int i = 0; i < solvers.length; i++) {
            GeneralEigen solver = solvers[i];
            if (solver.isComplex()) {
                throw new IllegalArgumentException(
                        "eigenvalues are complex, such as %s+%sj; only real ones can be returned%s"
                                .formatted(text(solver.real()), text(solver.imaginary()), cure(i, solver.imaginary())));
            }
        }
    }

    /** Returns what helps if rounding alone makes eigenvalues of a matrix of the stack complex. */
    private String cure(int matrix, double imaginary) {
        NDArray wrong = a.astype(DType.FLOAT64)
                .reshape(stack.count(), stack.rows(), stack.rows())
                .get(matrix);
        double largest = wrong.abs().max().asDouble();
        if (wrong.sub(wrong.transpose()).abs().max().asDouble() <= ROUNDING * largest) {
            return "; the matrix is nearly symmetric: eigh takes one half of it";
        }
        return imaginary > DEFECT * largest
                ? ""
                : "; the imaginary part is so small that the matrix may be defective, with fewer eigenvectors than"
                        + " eigenvalues, and rounding may have made equal eigenvalues complex";
    }

    private static void check(boolean... converged) {
        MatrixStack.checkAll(converged, "Eigenvalues did not converge");
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

    NDArray values() {
        return MatrixStack.vectors(a, stack.rows(), values);
    }

    private NDArray vectors() {
        // Rounded before the signs are chosen, for magnitudes that are equal only then.
        stack.roundTo(dtype);
        for (int i = 0; i < stack.count(); i++) {
            ColumnSigns.makeLargestPositive(stack.matrix(i));
        }
        return NDArray.of(stack.values(), a.shape().toArray()).astype(dtype);
    }
}
