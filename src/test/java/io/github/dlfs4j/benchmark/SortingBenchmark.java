package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.ndarray.sorting.Sets;
import java.util.concurrent.TimeUnit;
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

/** Sorting normally distributed numbers, and operations that sort. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SortingBenchmark {
    @Param("1000000")
    public int size;

    @Param({"FLOAT32", "FLOAT64"})
    public DType dtype;

    private NDArray x;

    @Setup
    public void draw() {
        x = new RandomState(0).randn(size).astype(dtype);
    }

    @Benchmark
    public NDArray sort() {
        return NDArray.sort(x);
    }

    @Benchmark
    public NDArray argsort() {
        return x.argsort();
    }

    @Benchmark
    public NDArray unique() {
        return Sets.unique(x);
    }

    @Benchmark
    public NDArray cumsum() {
        return x.cumsum();
    }
}
