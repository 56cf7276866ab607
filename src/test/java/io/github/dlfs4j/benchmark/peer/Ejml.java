package io.github.dlfs4j.benchmark.peer;

import io.github.dlfs4j.benchmark.Operand;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;

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
}
