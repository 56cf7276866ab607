package peers;

import io.github.dlfs4j.benchmark.Operand;
import java.util.List;
import java.util.function.Supplier;
import org.ojalgo.function.constant.PrimitiveMath;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.PhysicalStore;
import org.ojalgo.matrix.store.R032Store;
import org.ojalgo.matrix.store.R064Store;

/** ojAlgo. It stores matrices column by column; the conversion of ours is not timed. */
public class OjAlgo {
    /** Products into new matrices. */
    public static class Product extends PeerProduct {
        @Override
        Supplier<?> ofFloats(Operand left, float[] a, Operand right, float[] b) {
            return product(
                    left, R032Store.FACTORY.transpose(R032Store.wrap(a, left.columns())),
                    right, R032Store.FACTORY.transpose(R032Store.wrap(b, right.columns())));
        }

        @Override
        Supplier<?> ofDoubles(Operand left, double[] a, Operand right, double[] b) {
            return product(
                    left, R064Store.FACTORY.transpose(R064Store.wrap(a, left.columns())),
                    right, R064Store.FACTORY.transpose(R064Store.wrap(b, right.columns())));
        }

        private static Supplier<?> product(Operand left, MatrixStore<Double> x, Operand right, MatrixStore<Double> y) {
            MatrixStore<Double> first = left.transposed() ? x.transpose() : x;
            MatrixStore<Double> second = right.transposed() ? y.transpose() : y;
            return () -> first.multiply(second);
        }
    }

    /** Exponentials. */
    public static class Exponential extends PeerExponential {
        @Override
        Supplier<?> ofFloats(float[] x) {
            return exponential(R032Store.wrap(x), R032Store.FACTORY.make(x.length, 1));
        }

        @Override
        Supplier<?> ofDoubles(double[] x) {
            return exponential(R064Store.wrap(x), R064Store.FACTORY.make(x.length, 1));
        }

        private static Supplier<?> exponential(PhysicalStore<Double> x, PhysicalStore<Double> out) {
            return () -> {
                out.fillMatching(PrimitiveMath.EXP, x);
                return out;
            };
        }
    }

    /** Linear algebra. */
    public static class Linear extends PeerLinearAlgebra<MatrixStore<Double>> {
        @Override
        MatrixStore<Double> matrix(double[] elements, int rows) {
            return R064Store.FACTORY.transpose(R064Store.wrap(elements, elements.length / rows));
        }

        @Override
        Object solve(MatrixStore<Double> matrix, MatrixStore<Double> rightSide) {
            LU<Double> lu = LU.R064.make(matrix);
            lu.decompose(matrix);
            return lu.getSolution(rightSide);
        }

        @Override
        Object inv(MatrixStore<Double> matrix) {
            LU<Double> lu = LU.R064.make(matrix);
            lu.decompose(matrix);
            return lu.getInverse();
        }

        @Override
        Object cholesky(MatrixStore<Double> matrix) {
            Cholesky<Double> cholesky = Cholesky.R064.make(matrix);
            cholesky.decompose(matrix);
            return cholesky.getL();
        }

        @Override
        Object qr(MatrixStore<Double> matrix) {
            QR<Double> qr = QR.R064.make(matrix);
            qr.decompose(matrix);
            return List.of(qr.getQ(), qr.getR());
        }

        @Override
        Object eigh(MatrixStore<Double> matrix) {
            Eigenvalue<Double> eigenvalues = Eigenvalue.R064.make(matrix, true);
            eigenvalues.decompose(matrix);
            return List.of(eigenvalues.getD(), eigenvalues.getV());
        }

        @Override
        Object svd(MatrixStore<Double> matrix) {
            SingularValue<Double> svd = SingularValue.R064.make(matrix);
            svd.decompose(matrix);
            return List.of(svd.getU(), svd.getSingularValues(), svd.getV());
        }

        @Override
        Object svdvals(MatrixStore<Double> matrix) {
            SingularValue<Double> svd = SingularValue.R064.make(matrix);
            svd.computeValuesOnly(matrix);
            return svd.getSingularValues();
        }
    }
}
