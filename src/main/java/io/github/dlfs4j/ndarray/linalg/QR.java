package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.decomposition.QRDecomposition;
import java.util.Objects;

/** QR decompositions of stacks of matrices, by NumPy's rules. */
final class QR {
    /** See {@link MatrixStack#forEach}. */
    private static final int EFFORT = 2;

    private QR() {}

    static QRResult of(NDArray a, QRMode mode) {
        MatrixStack.checkMatrices(a);
        MatrixStack matrices = MatrixStack.copyOf(a);
        int m = matrices.rows();
        int n = matrices.columns();
        int k = Objects.requireNonNull(mode, "mode") == QRMode.COMPLETE ? m : Math.min(m, n);
        NDArray q = NDArray.zeros(MatrixStack.withMatrix(a, m, k));
        NDArray r = NDArray.zeros(MatrixStack.withMatrix(a, k, n));
        MatrixStack ofQ = MatrixStack.of(q);
        MatrixStack ofR = MatrixStack.of(r);
        matrices.forEach(EFFORT, i -> QRDecomposition.decompose(matrices.matrix(i), ofQ.matrix(i), ofR.matrix(i)));
        DType dtype = MatrixStack.result(a);
        return new QRResult(Inside.converted(q, dtype), Inside.converted(r, dtype));
    }
}
