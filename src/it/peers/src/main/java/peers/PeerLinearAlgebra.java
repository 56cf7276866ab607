package peers;

import io.github.dlfs4j.benchmark.AverageTime;
import io.github.dlfs4j.benchmark.LinearAlgebraBenchmark;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * {@link LinearAlgebraBenchmark} of float64 with another library.
 *
 * @param <M> the library's matrix
 */
public abstract class PeerLinearAlgebra<M> extends AverageTime {
    @Param({"100", "500", "1000"})
    public int n;

    @Param("FLOAT64")
    public DType dtype;

    private M a;
    private M b;
    private M symmetric;
    private M positive;

    @Setup
    public void draw() {
        RandomState random = new RandomState(0);
        NDArray drawn = random.randn(n, n);
        a = matrix(drawn.toDoubleArray(), n);
        b = matrix(random.randn(n).toDoubleArray(), n);
        symmetric = matrix(LinearAlgebraBenchmark.symmetric(drawn).toDoubleArray(), n);
        positive = matrix(LinearAlgebraBenchmark.positive(drawn).toDoubleArray(), n);
    }

    /** Returns a matrix of some rows, whose elements are in C order. */
    abstract M matrix(double[] elements, int rows);

    abstract Object solve(M matrix, M rightSide);

    abstract Object inv(M matrix);

    abstract Object cholesky(M matrix);

    abstract Object qr(M matrix);

    abstract Object eigh(M matrix);

    abstract Object svd(M matrix);

    abstract Object svdvals(M matrix);

    @Benchmark
    public Object solve() {
        return solve(a, b);
    }

    @Benchmark
    public Object inv() {
        return inv(a);
    }

    @Benchmark
    public Object cholesky() {
        return cholesky(positive);
    }

    @Benchmark
    public Object qr() {
        return qr(a);
    }

    @Benchmark
    public Object eigh() {
        return eigh(symmetric);
    }

    @Benchmark
    public Object svd() {
        return svd(a);
    }

    @Benchmark
    public Object svdvals() {
        return svdvals(a);
    }
}
