package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.EigResult;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.linalg.QRResult;
import io.github.dlfs4j.ndarray.linalg.SVDResult;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Systems of equations and decompositions of square matrices of normally distributed numbers. */
public class LinearAlgebraBenchmark extends OfBothPrecisions {
    /** The number of rows and columns. */
    @Param({"100", "500", "1000"})
    public int n;

    private NDArray a;
    private NDArray b;
    private NDArray symmetric;
    private NDArray positive;

    @Setup
    public void draw() {
        RandomState random = new RandomState(0);
        NDArray drawn = random.randn(n, n);
        a = drawn.astype(dtype);
        b = random.randn(n).astype(dtype);
        symmetric = symmetric(drawn).astype(dtype);
        positive = positive(drawn).astype(dtype);
    }

    /** Returns the sum of a matrix and its transpose. */
    public static NDArray symmetric(NDArray drawn) {
        return drawn.add(drawn.T());
    }

    /** Returns a symmetric matrix of positive eigenvalues. */
    public static NDArray positive(NDArray drawn) {
        return drawn.dot(drawn.T()).add(NDArray.eye(drawn.shape(0)));
    }

    @Benchmark
    public NDArray solve() {
        return LinearAlgebra.solve(a, b);
    }

    @Benchmark
    public NDArray inv() {
        return LinearAlgebra.inv(a);
    }

    @Benchmark
    public NDArray cholesky() {
        return LinearAlgebra.cholesky(positive);
    }

    @Benchmark
    public QRResult qr() {
        return LinearAlgebra.qr(a);
    }

    @Benchmark
    public EigResult eigh() {
        return LinearAlgebra.eigh(symmetric);
    }

    @Benchmark
    public SVDResult svd() {
        return LinearAlgebra.svd(a);
    }

    @Benchmark
    public NDArray svdvals() {
        return LinearAlgebra.svdvals(a);
    }
}
