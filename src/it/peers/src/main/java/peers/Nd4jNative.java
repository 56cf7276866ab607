package peers;

import io.github.dlfs4j.benchmark.Operand;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J, which computes in native code, with OpenBLAS. */
public class Nd4jNative {
    /**
     * Products into a given array. The memory of a new array is not Java's, and freeing it would be part of the time.
     */
    public static class Product extends PeerProduct {
        @Override
        Supplier<?> ofFloats(Operand left, float[] a, Operand right, float[] b) {
            return product(
                    left, Nd4j.create(a, left.rows(), left.columns()),
                    right, Nd4j.create(b, right.rows(), right.columns()));
        }

        @Override
        Supplier<?> ofDoubles(Operand left, double[] a, Operand right, double[] b) {
            return product(
                    left, Nd4j.create(a, left.rows(), left.columns()),
                    right, Nd4j.create(b, right.rows(), right.columns()));
        }

        private static Supplier<?> product(Operand left, INDArray x, Operand right, INDArray y) {
            INDArray first = left.transposed() ? x.transpose() : x;
            INDArray second = right.transposed() ? y.transpose() : y;
            INDArray out = first.mmul(second);
            return () -> first.mmul(second, out);
        }
    }

    /** Exponentials. */
    public static class Exponential extends PeerExponential {
        @Override
        Supplier<?> ofFloats(float[] x) {
            return exponential(Nd4j.create(x, x.length));
        }

        @Override
        Supplier<?> ofDoubles(double[] x) {
            return exponential(Nd4j.create(x, x.length));
        }

        private static Supplier<?> exponential(INDArray x) {
            INDArray out = x.dup();
            return () -> Nd4j.getExecutioner().exec(new Exp(x, out));
        }
    }
}
