package peers;

import io.github.dlfs4j.benchmark.OfBothPrecisions;
import io.github.dlfs4j.benchmark.Operand;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** {@code ProductBenchmark} with another library, which transposes in its own way. */
public abstract class PeerProduct extends OfBothPrecisions {
    /** The operands, in the notation of {@link Operand}. */
    @Param({"100x784 784x50", "100x784.T 100x50", "100x50 784x50.T", "1024x1024 1024x1024"})
    public String operands;

    private Supplier<?> product;

    @Setup
    public void draw() {
        RandomState random = new RandomState(0);
        List<Operand> pair = Operand.parse(operands);
        Operand left = pair.get(0);
        Operand right = pair.get(1);
        NDArray a = left.draw(random, dtype);
        NDArray b = right.draw(random, dtype);
        product = switch (dtype) {
            case FLOAT32 -> ofFloats(left, a.toFloatArray(), right, b.toFloatArray());
            case FLOAT64 -> ofDoubles(left, a.toDoubleArray(), right, b.toDoubleArray());
            case BOOL, UINT8, INT64 -> throw new IllegalArgumentException("no product of " + dtype);
        };
    }

    /** Returns code that computes the product of two arrays in C order. */
    abstract Supplier<?> ofFloats(Operand left, float[] a, Operand right, float[] b);

    /** Returns the same for float64. */
    abstract Supplier<?> ofDoubles(Operand left, double[] a, Operand right, double[] b);

    @Benchmark
    public Object dot() {
        return product.get();
    }
}
