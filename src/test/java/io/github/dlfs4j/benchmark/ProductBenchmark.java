package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Matrix products: those of the book's networks, forward and backward, and large ones. */
public class ProductBenchmark extends OfBothPrecisions {
    /** The operands, in the notation of {@link Operand}. */
    @Param({
        "100x784 784x50",
        "2000x784 784x50",
        "100x50 50x10",
        "100x50.T 100x10",
        "100x784.T 100x50",
        "100x10 50x10.T",
        "100x50 784x50.T",
        "512x512 512x512",
        "1024x1024 1024x1024",
        "2048x2048 2048x2048"
    })
    public String operands;

    private NDArray a;
    private NDArray b;
    private NDArray out;

    @Setup
    public void draw() {
        RandomState random = new RandomState(0);
        List<NDArray> drawn = Operand.parse(operands).stream()
                .map(operand -> {
                    NDArray array = operand.draw(random, dtype);
                    return operand.transposed() ? array.transpose() : array;
                })
                .toList();
        a = drawn.get(0);
        b = drawn.get(1);
        out = a.dot(b);
    }

    @Benchmark
    public NDArray dot() {
        return a.dot(b);
    }

    @Benchmark
    public NDArray dotInto() {
        return a.dot(b, out);
    }
}
