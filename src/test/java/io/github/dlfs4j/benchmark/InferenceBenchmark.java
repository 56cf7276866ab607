package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.SampleWeight;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** The inference of section 3.6: the 10,000 test images of MNIST, pixels from 0 to 1, with the book's weights. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InferenceBenchmark extends AverageTime {
    private static final int BATCH = 2000;

    private ThreeLayerNet network;
    private NDArray images;
    private NDArray labels;

    @Setup
    public void load() throws IOException {
        Samples test = Mnist.options().loadTest();
        network = new ThreeLayerNet(SampleWeight.load());
        images = test.images();
        labels = test.labels();
    }

    @Benchmark
    public int oneByOne() {
        int hits = 0;
        for (int i = 0; i < images.shape(0); i++) {
            NDArray y = network.predict(images.get(i));
            hits += y.argmax().asLong() == labels.getLong(i) ? 1 : 0;
        }
        return hits;
    }

    @Benchmark
    public long inBatches() {
        long hits = 0;
        for (int start = 0; start < images.shape(0); start += BATCH) {
            Index batch = Index.range(start, start + BATCH);
            NDArray y = network.predict(images.get(batch));
            hits += y.argmax(1).eq(labels.get(batch)).sum().asLong();
        }
        return hits;
    }
}
