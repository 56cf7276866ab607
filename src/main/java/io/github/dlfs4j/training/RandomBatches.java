package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Map;

/** Batches that are each drawn from all samples. */
final class RandomBatches implements Batches {
    private final Dataset data;
    private final int size;
    private final RandomState random;

    RandomBatches(Dataset data, int size, RandomState random) {
        BatchState.check(data, size);
        this.data = data;
        this.size = size;
        this.random = random;
    }

    @Override
    public Batch next() {
        return data.batch(positions());
    }

    @Override
    public Batch next(Batch spent) {
        return data.batch(positions(), spent);
    }

    private NDArray positions() {
        return random.choice(data.size(), size);
    }

    /** Counts whole batches only. */
    @Override
    public int perEpoch() {
        return Math.max(data.size() / size, 1);
    }

    /** Counts as the book does, {@code max(train_size / batch_size, 1)}. */
    @Override
    public double exactPerEpoch() {
        return Math.max((double) data.size() / size, 1);
    }

    @Override
    public Map<String, NDArray> state() {
        return BatchState.of(data.size(), size, random.state());
    }

    @Override
    public void restore(Map<String, NDArray> state) {
        BatchState saved = new BatchState(state);
        saved.expectNames();
        saved.expectSizes(data.size(), size);
        random.restore(saved.random());
    }
}
