package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import java.util.Map;

/** Batches whose samples are chosen by a generator. */
abstract sealed class DrawnBatches implements Batches permits RandomBatches, ShuffledBatches {
    final Dataset data;
    final int size;
    final RandomState random;

    DrawnBatches(Dataset data, int size, RandomState random) {
        if (size < 1) {
            throw new IllegalArgumentException("a batch has at least 1 sample, not " + size);
        }
        if (data.size() == 0) {
            throw new IllegalArgumentException("there are no samples to make batches of");
        }
        this.data = data;
        this.size = size;
        this.random = random;
    }

    /** Chooses the samples of the next batch. */
    abstract NDArray positions();

    @Override
    public final Batch next() {
        return data.batch(positions());
    }

    @Override
    public final Batch next(Batch spent) {
        return data.batch(positions(), spent);
    }

    @Override
    public Map<String, NDArray> state() {
        return BatchState.of(data.size(), size, random.state());
    }
}
