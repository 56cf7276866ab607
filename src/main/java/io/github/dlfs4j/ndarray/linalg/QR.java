package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.kernel.decomposition.DoubleQR;
import io.github.dlfs4j.ndarray.kernel.decomposition.FloatQR;
import io.github.dlfs4j.ndarray.kernel.decomposition.QRDecomposition;
import io.github.dlfs4j.ndarray.strided.Lane;

/** QR decompositions of stacks of matrices, by NumPy's rules. */
final class QR {
    private QR() {}

    static QRResult of(NDArray a, QRMode mode) {
        MatrixStack.checkMatrices(a);
        DType dtype = MatrixStack.computed(a);
        NDArray copy = a.astype(dtype);
        return dtype == DType.FLOAT32
                ? decompose(Lane.FLOATS, new FloatQR(), copy, mode)
                : decompose(Lane.DOUBLES, new DoubleQR(), copy, mode);
    }

    private static <A> QRResult decompose(Lane<A> lane, QRDecomposition<A> algorithm, NDArray a, QRMode mode) {
        int m = a.shape(-2);
        int n = a.shape(-1);
        int k = mode == QRMode.COMPLETE ? m : Math.min(m, n);
        NDArray q = NDArray.zeros(a.dtype(), MatrixStack.withMatrix(a, m, k));
        NDArray r = NDArray.zeros(a.dtype(), MatrixStack.withMatrix(a, k, n));
        MatrixStack<A> matrices = MatrixStack.of(lane, a);
        MatrixStack<A> ofQ = MatrixStack.of(lane, q);
        MatrixStack<A> ofR = MatrixStack.of(lane, r);
        for (int i = 0; i < matrices.count(); i++) {
            algorithm.decompose(matrices.matrix(i), ofQ.matrix(i), ofR.matrix(i));
        }
        return new QRResult(q, r);
    }
}
