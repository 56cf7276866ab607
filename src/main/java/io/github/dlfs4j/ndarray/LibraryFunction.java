package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLogarithms;
import io.github.dlfs4j.ndarray.kernel.function.DoublePow;
import io.github.dlfs4j.ndarray.kernel.function.InverseHyperbolics;
import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Traversal;

/**
 * The functions of one operand for which NumPy calls the C library, except those with NumPy's bits, which are in
 * {@link UnaryFunction}. Results are close to the exact value and the same on every Java virtual machine, because the
 * contract of {@link StrictMath} prescribes the algorithms of one published library, fdlibm.
 *
 * <p>They compute in {@code double}; results for float32 are rounded once more.
 */
enum LibraryFunction implements UnaryOperation, UnaryLoop<double[]> {
    TAN,
    ARCSIN,
    ARCCOS,
    ARCTAN,
    SINH,
    COSH,
    ARCSINH,
    ARCCOSH,
    ARCTANH,
    EXP2,
    EXPM1,
    LOG2,
    LOG10,
    LOG1P,
    CBRT;

    @Override
    public DType resultType(DType a) {
        return ResultTypes.floating(a);
    }

    @Override
    public void compute(DType dtype, NDArray a, NDArray out) {
        Traversal.run(Lane.DOUBLES, this, a.elements(), out.elements());
    }

    @Override
    public void run(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = valueAt(a[i]);
        }
    }

    private double valueAt(double x) {
        return switch (this) {
            case TAN -> StrictMath.tan(x);
            case ARCSIN -> StrictMath.asin(x);
            case ARCCOS -> StrictMath.acos(x);
            case ARCTAN -> StrictMath.atan(x);
            case SINH -> StrictMath.sinh(x);
            case COSH -> StrictMath.cosh(x);
            case ARCSINH -> InverseHyperbolics.arcsinh(x);
            case ARCCOSH -> InverseHyperbolics.arccosh(x);
            case ARCTANH -> InverseHyperbolics.arctanh(x);
            case EXP2 -> DoublePow.pow(2, x);
            case EXPM1 -> StrictMath.expm1(x);
            case LOG2 -> DoubleLogarithms.log2(x);
            case LOG10 -> DoubleLogarithms.log10(x);
            case LOG1P -> StrictMath.log1p(x);
            case CBRT -> StrictMath.cbrt(x);
        };
    }
}
