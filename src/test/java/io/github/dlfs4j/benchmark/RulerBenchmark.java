package io.github.dlfs4j.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A product of matrices in a loop that no change of the library touches. It measures how fast the machine is at the
 * moment, and must stay as it is: times of {@code compare.py --watch} are told as its multiples.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RulerBenchmark {
    private static final int N = 96;

    private final double[] a = new double[N * N];
    private final double[] b = new double[N * N];
    private final double[] c = new double[N * N];

    /** Computes {@code c = a b}, row by row. */
    @Benchmark
    public double[] loop() {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                c[i * N + j] = 0;
            }
            for (int k = 0; k < N; k++) {
                double factor = a[i * N + k];
                for (int j = 0; j < N; j++) {
                    c[i * N + j] += factor * b[k * N + j];
                }
            }
        }
        return c;
    }
}
