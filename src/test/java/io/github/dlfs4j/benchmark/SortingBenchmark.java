package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.ndarray.sorting.Sets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Sorting normally distributed numbers, and operations that sort. */
public class SortingBenchmark extends OfBothPrecisions {
    @Param("1000000")
    public int size;

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
