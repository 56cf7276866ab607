package peers;

import io.github.dlfs4j.benchmark.Operand;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.DecompositionInterface;

/** EJML, with a single thread. */
public class Ejml {
    /** Products into a given matrix, which avoids an allocation for each product. */
    public static class Product extends PeerProduct {
        @Override
        Supplier<?> ofFloats(Operand left, float[] a, Operand right, float[] b) {
            FMatrixRMaj x = new FMatrixRMaj(left.rows(), left.columns(), true, a);
            FMatrixRMaj y = new FMatrixRMaj(right.rows(), right.columns(), true, b);
            FMatrixRMaj out = new FMatrixRMaj(1, 1);
            if (left.transposed()) {
                return () -> CommonOps_FDRM.multTransA(x, y, out);
            }
            return right.transposed()
                    ? () -> CommonOps_FDRM.multTransB(x, y, out)
                    : () -> CommonOps_FDRM.mult(x, y, out);
        }

        @Override
        Supplier<?> ofDoubles(Operand left, double[] a, Operand right, double[] b) {
            DMatrixRMaj x = new DMatrixRMaj(left.rows(), left.columns(), true, a);
            DMatrixRMaj y = new DMatrixRMaj(right.rows(), right.columns(), true, b);
            DMatrixRMaj out = new DMatrixRMaj(1, 1);
            if (left.transposed()) {
                return () -> CommonOps_DDRM.multTransA(x, y, out);
            }
            return right.transposed()
                    ? () -> CommonOps_DDRM.multTransB(x, y, out)
                    : () -> CommonOps_DDRM.mult(x, y, out);
        }
    }

    /** Exponentials. */
    public static class Exponential extends PeerExponential {
        @Override
        Supplier<?> ofFloats(float[] x) {
            FMatrixRMaj matrix = new FMatrixRMaj(1, x.length, true, x);
            FMatrixRMaj out = new FMatrixRMaj(1, x.length);
            return () -> CommonOps_FDRM.elementExp(matrix, out);
        }

        @Override
        Supplier<?> ofDoubles(double[] x) {
            DMatrixRMaj matrix = new DMatrixRMaj(1, x.length, true, x);
            DMatrixRMaj out = new DMatrixRMaj(1, x.length);
            return () -> CommonOps_DDRM.elementExp(matrix, out);
        }
    }

    /** Linear algebra. A decomposition that would change its matrix gets a copy. */
    public static class Linear extends PeerLinearAlgebra<DMatrixRMaj> {
        @Override
        DMatrixRMaj matrix(double[] elements, int rows) {
            return new DMatrixRMaj(rows, elements.length / rows, true, elements);
        }

        @Override
        Object solve(DMatrixRMaj matrix, DMatrixRMaj rightSide) {
            DMatrixRMaj x = new DMatrixRMaj(matrix.numCols, 1);
            return CommonOps_DDRM.solve(matrix, rightSide, x) ? x : null;
        }

        @Override
        Object inv(DMatrixRMaj matrix) {
            DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
            return CommonOps_DDRM.invert(matrix, inverse) ? inverse : null;
        }

        @Override
        Object cholesky(DMatrixRMaj matrix) {
            var cholesky = DecompositionFactory_DDRM.chol(matrix.numRows, true);
            decompose(cholesky, matrix);
            return cholesky.getT(null);
        }

        @Override
        Object qr(DMatrixRMaj matrix) {
            var qr = DecompositionFactory_DDRM.qr(matrix.numRows, matrix.numCols);
            decompose(qr, matrix);
            return List.of(qr.getQ(null, true), qr.getR(null, true));
        }

        @Override
        Object eigh(DMatrixRMaj matrix) {
            var eigenvalues = DecompositionFactory_DDRM.eig(matrix.numRows, true, true);
            decompose(eigenvalues, matrix);
            return IntStream.range(0, matrix.numRows)
                    .mapToObj(eigenvalues::getEigenVector)
                    .toList();
        }

        @Override
        Object svd(DMatrixRMaj matrix) {
            var svd = DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, true, true, false);
            decompose(svd, matrix);
            return List.of(svd.getU(null, false), svd.getSingularValues(), svd.getV(null, true));
        }

        @Override
        Object svdvals(DMatrixRMaj matrix) {
            var svd = DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, false);
            decompose(svd, matrix);
            return svd.getSingularValues();
        }

        private static void decompose(DecompositionInterface<DMatrixRMaj> decomposition, DMatrixRMaj matrix) {
            if (!decomposition.decompose(decomposition.inputModified() ? matrix.copy() : matrix)) {
                throw new IllegalStateException("no decomposition");
            }
        }
    }
}
