package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** Fits polynomials by least squares, and computes their values. */
final class PolynomialFit {
    private PolynomialFit() {}

    static NDArray values(NDArray p, NDArray x) {
        if (p.ndim() == 0) {
            throw new UnsupportedOperationException("iteration over a 0-d array");
        }
        NDArray values = NDArray.zerosLike(x);
        DType dtype = DType.promote(x.dtype(), p.dtype());
        for (int i = 0; i < p.shape(0); i++) {
            // Once they have the dtype and shape of the result, the values change where they are.
            boolean inPlace = i > 0 && p.ndim() == 1 && dtype.isFloating();
            values = inPlace ? values.muli(x).addi(p.get(i)) : values.mul(x).add(p.get(i));
        }
        return values;
    }

    static PolyfitResult fit(NDArray x, NDArray y, int degree, NDArray weights) {
        check(x, y, degree);
        NDArray points = Inside.floating(x);
        NDArray powers = Creation.vander(points, Lengths.checkLength(degree + 1L), false);
        NDArray sides = Inside.floating(y);
        if (weights != null) {
            NDArray column = column(weights, y);
            powers.muli(column);
            sides = sides.copy().muli(y.ndim() == 2 ? column : column.squeeze(1));
        }
        // Columns of length 1 make the condition of the matrix as good as it can be.
        NDArray scale = powers.mul(powers).sum(0).sqrt();
        double rcond = x.size() * DType.finfo(points.dtype()).eps();
        LstsqResult solution = LinearAlgebra.lstsq(powers.div(scale), sides, rcond);
        NDArray coefficients = solution.x().T().div(scale).T();
        return new PolyfitResult(coefficients, solution.residuals(), solution.rank(), solution.s(), rcond);
    }

    private static void check(NDArray x, NDArray y, int degree) {
        if (degree < 0) {
            throw new IllegalArgumentException("expected deg >= 0");
        }
        if (x.ndim() != 1) {
            throw expected("1D vector for x");
        }
        if (x.size() == 0) {
            throw expected("non-empty vector for x");
        }
        if (y.ndim() < 1 || y.ndim() > 2) {
            throw expected("1D or 2D array for y");
        }
        if (x.size() != y.shape(0)) {
            throw expected("x and y to have same length");
        }
    }

    private static NDArray column(NDArray weights, NDArray y) {
        if (weights.ndim() != 1) {
            throw expected("a 1-d array for weights");
        }
        if (weights.size() != y.shape(0)) {
            throw expected("w and y to have the same length");
        }
        return Inside.floating(weights).expandDims(1);
    }

    private static UnsupportedOperationException expected(String what) {
        return new UnsupportedOperationException("expected " + what);
    }
}
