package peers;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** {@code FunctionBenchmark.expInto} with another library. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class PeerExponential {
    @Param("1000000")
    public int size;

    @Param({"FLOAT32", "FLOAT64"})
    public DType dtype;

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
