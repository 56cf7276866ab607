package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Functions of each element, into a new array or a given one. Most of the time is arithmetic. */
public class FunctionBenchmark extends OfBothPrecisions {
    @Param("1000000")
    public int size;

    private NDArray x;
    private NDArray positive;
    private NDArray out;

    @Setup
    public void draw() {
        RandomState random = new RandomState(0);
        x = random.uniform(-5, 5, size).astype(dtype);
        positive = random.uniform(0.1, 10, size).astype(dtype);
        out = NDArray.zeros(dtype, size);
    }

    @Benchmark
    public NDArray exp() {
        return x.exp();
    }

    @Benchmark
    public NDArray expInto() {
        return x.exp(out);
    }

    @Benchmark
    public NDArray sigmoid() {
        return Activations.sigmoid(x);
    }

    @Benchmark
    public NDArray sigmoidInto() {
        return Activations.sigmoid(x, out);
    }

    @Benchmark
    public NDArray tanh() {
        return x.tanh();
    }

    @Benchmark
    public NDArray tanhInto() {
        return x.tanh(out);
    }

    @Benchmark
    public NDArray log() {
        return positive.log();
    }

    @Benchmark
    public NDArray logInto() {
        return positive.log(out);
    }

    @Benchmark
    public NDArray sin() {
        return x.sin();
    }

    @Benchmark
    public NDArray sinInto() {
        return x.sin(out);
    }

    @Benchmark
    public NDArray cos() {
        return x.cos();
    }

    @Benchmark
    public NDArray cosInto() {
        return x.cos(out);
    }

    @Benchmark
    public NDArray floor() {
        return MathFunctions.floor(x);
    }

    @Benchmark
    public NDArray floorInto() {
        return MathFunctions.floor(x, out);
    }

    @Benchmark
    public NDArray isNaN() {
        return Logic.isNaN(x);
    }
}
