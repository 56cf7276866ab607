package peers;

import io.github.dlfs4j.benchmark.OfBothPrecisions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** {@code FunctionBenchmark.expInto} with another library. */
public abstract class PeerExponential extends OfBothPrecisions {
    @Param("1000000")
    public int size;

    private Supplier<?> exponential;

    @Setup
    public void draw() {
        NDArray x = new RandomState(0).uniform(-5, 5, size).astype(dtype);
        exponential = switch (dtype) {
            case FLOAT32 -> ofFloats(x.toFloatArray());
            case FLOAT64 -> ofDoubles(x.toDoubleArray());
            case BOOL, UINT8, INT64 -> throw new IllegalArgumentException("no exponential of " + dtype);
        };
    }

    /** Returns code that computes the exponentials of all elements, always into the same array. */
    abstract Supplier<?> ofFloats(float[] x);

    /** Returns the same for float64. */
    abstract Supplier<?> ofDoubles(double[] x);

    @Benchmark
    public Object expInto() {
        return exponential.get();
    }
}
