package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Operations on a matrix of a thousand columns. Most of the time is access to memory. */
public class ArrayBenchmark extends OfBothPrecisions {
    private static final int COLUMNS = 1000;

    @Param({"1000000", "10000000"})
    public int size;

    private NDArray x;
    private NDArray row;
    private NDArray zero;
    private NDArray mask;
    private NDArray masked;
    private NDArray out;

    @Setup
    public void draw() {
        RandomState random = new RandomState(0);
        x = random.uniform(-1, 1, size / COLUMNS, COLUMNS).astype(dtype);
        row = random.uniform(-1, 1, COLUMNS).astype(dtype);
        zero = NDArray.zeros(dtype);
        mask = x.le(0);
        masked = x.copy();
        out = NDArray.zeros(dtype, size / COLUMNS, COLUMNS);
    }

    @Benchmark
    public NDArray add() {
        return x.add(row);
    }

    @Benchmark
    public NDArray addInto() {
        return x.add(row, out);
    }

    @Benchmark
    public NDArray relu() {
        return Activations.relu(x);
    }

    @Benchmark
    public NDArray reluInto() {
        return x.maximum(zero, out);
    }

    @Benchmark
    public NDArray maskAssignment() {
        masked.at(mask).set(0);
        return masked;
    }

    @Benchmark
    public NDArray sum() {
        return x.sum();
    }

    @Benchmark
    public NDArray sumAxis0() {
        return x.sum(0);
    }

    @Benchmark
    public NDArray sumAxis1() {
        return x.sum(1);
    }

    @Benchmark
    public NDArray max() {
        return x.max();
    }

    @Benchmark
    public NDArray argmax() {
        return x.argmax();
    }
}
